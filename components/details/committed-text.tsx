import { type KeyboardEvent, useState } from 'react';
import { useBeforeLeaving } from './before-leaving';

type Props = {
  id?: string;
  label?: string;
  value: string;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  /** An empty text goes back to what it was. */
  required?: boolean;
  onCommit: (value: string) => void;
};

/** A text that is kept when one leaves it: by Enter, by moving on, or by the page going away. Escape takes the typing back. */
export function CommittedText({ id, label, value, rows, maxLength, placeholder, required = false, onCommit }: Props) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState<string>();
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
    setSent(undefined);
  }

  const commit = () => {
    const text = typed.trim();
    if (text === '' && required) setTyped(value);
    else if (text !== value && text !== sent) {
      setSent(text);
      onCommit(text);
    }
  };
  useBeforeLeaving(commit);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(value);
    else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };
  const field = { id, 'aria-label': label, value: typed, dir: 'auto', maxLength, placeholder, onBlur: commit, onKeyDown } as const;
  return rows === undefined ? (
    <input {...field} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
  ) : (
    <textarea {...field} rows={rows} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
  );
}
