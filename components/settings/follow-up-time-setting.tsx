import './settings.css';
import { useId } from 'react';
import { i18n } from '#i18n';

/** The time of day a follow-up gets when none was said. */
export function FollowUpTimeSetting({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{i18n.t('settings.followUpTime')}</label>
      <input
        id={id}
        type="time"
        required
        key={time}
        defaultValue={time}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== '' && currentTarget.value !== time) onChange(currentTarget.value);
        }}
      />
    </div>
  );
}
