import type { KeyboardEvent } from 'react';
import { useBeforeLeaving } from './before-leaving';
import { useTyped } from './use-typed';

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
  const { typed, setTyped, isKept, sending } = useTyped(value, itself, trimmed, Object.is);

  /** What is asked for once more may have failed the first time. */
  const commit = (isAsked: boolean) => {
    const text = typed.trim();
    if (text === '' && required) setTyped(value);
    else if (isAsked ? text !== value : !isKept(text)) {
      sending(text);
      onCommit(text);
    }
  };
  const left = () => commit(false);
  useBeforeLeaving(left);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(value);
    else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit(true);
    }
  };
  const field = { id, 'aria-label': label, value: typed, dir: 'auto', maxLength, placeholder, onBlur: left, onKeyDown } as const;
  return rows === undefined ? (
    <input {...field} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
  ) : (
    <textarea {...field} rows={rows} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
  );
}

const itself = (text: string) => text;
const trimmed = (text: string) => text.trim();
