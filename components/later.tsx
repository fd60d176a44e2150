import { type ReactNode, useDeferredValue } from 'react';

/** What may come with the frame after the one that first shows what is around it: half the time of drawing a list is for the buttons of its rows. */
export function Later({ children }: { children: ReactNode }) {
  return useLater() ? children : null;
}

/** Whether the frame that first showed this is over. */
export function useLater(): boolean {
  return useDeferredValue(true, false);
}
