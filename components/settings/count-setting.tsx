import './settings.css';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { useBeforeLeaving } from '../details/before-leaving';

type Props = { label: string; hint: string; count: number; most: number; onChange: (count: number) => void };

/** A whole number from 0 to `most`, taken over when the field or its page is left, or by Enter; anything else is refused where it stands, and stays there. */
export function CountSetting({ label, hint, count, most, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(String(count));
  const [asked, setAsked] = useState(count);
  const [seen, setSeen] = useState(count);
  const [refused, setRefused] = useState(false);
  if (seen !== count) {
    setSeen(count);
    setAsked(count);
    setTyped(String(count));
    setRefused(false);
  }
  const take = () => {
    const isCount = /^\s*\d+\s*$/.test(typed) && Number(typed) <= most;
    setRefused(!isCount);
    if (!isCount || Number(typed) === asked) return;
    setAsked(Number(typed));
    onChange(Number(typed));
  };
  useBeforeLeaving(take);
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      </div>
      <div>
        <input
          id={id}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          value={typed}
          aria-invalid={refused}
          aria-describedby={`${id}-problem ${id}-hint`}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAsked(count);
          }}
          onBlur={take}
          onKeyDown={({ key }) => {
            if (key === 'Enter') take();
          }}
        />
        <p id={`${id}-problem`} className="problem" aria-live="polite">
          {refused ? i18n.t('settings.countRefused', [String(most)]) : ''}
        </p>
      </div>
    </div>
  );
}
