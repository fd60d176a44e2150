import { type MouseEvent, useRef } from 'react';
import { useGoingOn } from './use-going-on';

/**
 * Where a line of a list is taken away by a button in it, the keyboard goes on at that of the line after it, else of the one before, and where
 * none is left at the field for another. `lines` tell when one has gone. Answers what the fieldset around all that is to have; its lines'
 * buttons are icons, and no others in it are.
 */
export function useRemovals(lines: readonly unknown[]) {
  const around = useRef<HTMLFieldSetElement>(null);
  const pressed = useRef(0);
  const buttons = () => [...(around.current?.querySelectorAll<HTMLElement>('.icon-button') ?? [])];
  const goingOn = useGoingOn(lines, () => {
    const left = buttons();
    (left[Math.min(pressed.current, left.length - 1)] ?? around.current?.querySelector<HTMLElement>('input, button'))?.focus();
  });
  return {
    ref: around,
    onClickCapture: ({ target }: MouseEvent) => {
      pressed.current = buttons().findIndex((button) => target instanceof Node && button.contains(target));
    },
    ...goingOn,
  };
}
