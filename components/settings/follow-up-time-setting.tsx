import './settings.css';
import { useId } from 'react';
import { i18n } from '#i18n';
import { TimeField } from './time-field';

/** The time of day a follow-up gets when none was said. */
export function FollowUpTimeSetting({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{i18n.t('settings.followUpTime')}</label>
      <TimeField id={id} time={time} onChange={onChange} />
    </div>
  );
}
