import { useState } from 'react';
import { i18n } from '#i18n';

type Props = { id: string; time: string; describedBy?: string; onChange: (time: string) => void };

/** A time of day, taken over when the field is left; one that is not whole is refused where it stands. Its label is beside it. */
export function TimeField({ id, time, describedBy, onChange }: Props) {
  const [refused, setRefused] = useState(false);
  return (
    <div>
      <input
        id={id}
        type="time"
        required
        key={time}
        defaultValue={time}
        aria-invalid={refused}
        aria-describedby={[`${id}-problem`, ...(describedBy ? [describedBy] : [])].join(' ')}
        onBlur={({ currentTarget: { value } }) => {
          setRefused(value === '');
          if (value !== '' && value !== time) onChange(value);
        }}
      />
      <p id={`${id}-problem`} className="problem" aria-live="polite">
        {refused ? i18n.t('settings.timeRefused') : ''}
      </p>
    </div>
  );
}
