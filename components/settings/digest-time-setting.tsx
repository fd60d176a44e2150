import './settings.css';
import { useId } from 'react';
import { i18n } from '#i18n';
import type { Notifying } from '../../lib/model/notifying';
import { TimeField } from './time-field';

type Props = { time: string; delivery: Notifying['delivery']; onChange: (time: string) => void };

/** The hour of the digest; without one the hour of what has no time of its own. */
export function DigestTimeSetting({ time, delivery, onChange }: Props) {
  const id = useId();
  const isDigest = delivery === 'digest';
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{i18n.t(isDigest ? 'settings.digestTime' : 'settings.nudgeTime')}</label>
        <p id={`${id}-hint`} className="hint">
          {i18n.t(isDigest ? 'settings.digestTimeHint' : 'settings.nudgeTimeHint')}
        </p>
      </div>
      <TimeField id={id} time={time} describedBy={`${id}-hint`} onChange={onChange} />
    </div>
  );
}
