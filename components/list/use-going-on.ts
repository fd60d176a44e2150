import { type FocusEvent, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Where what has the keyboard leaves a list of `ids`, `goOn` is to put the keyboard on what comes after it; whoever has gone elsewhere
 * is left alone. Answers what the list's element needs to know of that.
 */
export function useGoingOn(ids: readonly unknown[], goOn: () => void) {
  const hadFocus = useRef(false);
  const look = useEffectEvent(() => {
    if (hadFocus.current && document.activeElement === document.body) goOn();
  });
  useEffect(() => look(), [ids]);
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    // Not called of an element that is taken away.
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      hadFocus.current = currentTarget.contains(relatedTarget);
    },
  };
}
