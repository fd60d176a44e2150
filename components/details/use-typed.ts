import { useState } from 'react';

/**
 * What is typed in a field whose `value` is kept elsewhere. It begins anew with every value that comes from elsewhere, and goes on while those
 * that were `sending` from here come back, one after the other, however many are on their way; where it says the same as the last of them it
 * is written as that is.
 */
export function useTyped<Value, Typed>(value: Value, typedOf: (value: Value) => Typed, read: (typed: Typed) => Value, isSame: (a: Value, b: Value) => boolean) {
  const [typed, setTyped] = useState(() => typedOf(value));
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState<readonly Value[]>([]);
  if (!isSame(seen, value)) {
    const at = sent.findIndex((one) => isSame(one, value));
    setSeen(value);
    setSent(at < 0 ? [] : sent.slice(at + 1));
    if (at < 0 || isSame(read(typed), value)) setTyped(typedOf(value));
  }
  return {
    typed,
    setTyped,
    /** Whether this is what is kept, or will be once all that was sent has come. */
    isKept: (said: Value) =>
      isSame(
        said,
        sent.reduce((_, later) => later, value),
      ),
    sending: (said: Value) => setSent((before) => [...before, said]),
  };
}
