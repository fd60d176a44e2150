import { useState } from 'react';
import { i18n } from '#i18n';
import { useBeforeLeaving } from '../details/before-leaving';
import { useTyped } from '../details/use-typed';

type Props = { id: string; time: string; describedBy?: string; onChange: (time: string) => void };

/** A time of day, taken over when the field or its page is left, or by Enter; one that is not whole is refused where it stands. Its label is beside it. */
export function TimeField({ id, time, describedBy, onChange }: Props) {
  const { typed, setTyped, isKept, sending } = useTyped(time, itself, itself, Object.is);
  const [left, setLeft] = useState(false);
  const refused = left && typed === '';

  /** What is asked for once more may have failed the first time. */
  const take = (isAsked: boolean) => {
    setLeft(true);
    if (typed === '' || (isAsked ? typed === time : isKept(typed))) return;
    sending(typed);
    onChange(typed);
  };
  const leave = () => take(false);
  useBeforeLeaving(leave);
  return (
    <div>
      <input
        id={id}
        type="time"
        required
        value={typed}
        aria-invalid={refused}
        aria-describedby={[`${id}-problem`, ...(describedBy ? [describedBy] : [])].join(' ')}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setLeft(false);
        }}
        onBlur={leave}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take(true);
        }}
      />
      <p id={`${id}-problem`} className="problem" aria-live="polite">
        {refused ? i18n.t('settings.timeRefused') : ''}
      </p>
    </div>
  );
}

const itself = (time: string) => time;
