import { type ReactNode, useLayoutEffect, useState } from 'react';

/** What may come with the frame after the one that first shows what is around it: half the time of drawing a list is for the buttons of its rows. */
export function Later({ children }: { children: ReactNode }) {
  return useLater() ? children : null;
}

/** Whether the frame that first showed this is over. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  useLayoutEffect(() => (isLater ? undefined : afterThisFrame(() => setIsLater(true))), [isLater]);
  return isLater;
}

/** One frame is waited for by all that it shows. React's own deferring would draw them as soon as it can, and that may be before. */
const waiting = new Set<() => void>();

function afterThisFrame(tell: () => void): () => void {
  waiting.add(tell);
  if (waiting.size === 1) requestAnimationFrame(() => requestAnimationFrame(tellAll));
  return () => waiting.delete(tell);
}

function tellAll(): void {
  const told = [...waiting];
  waiting.clear();
  for (const tell of told) tell();
}
