import './settings.css';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Notifying } from '../../lib/model/notifying';
import { SwitchSetting } from './switch-setting';
import { TimeField } from './time-field';

const USUAL = { from: '21:00', to: '07:00' };

type Props = { quietHours: Notifying['quietHours']; onChange: (quietHours: Notifying['quietHours']) => void };

/** From when to when nothing is shown. */
export function QuietHoursSetting({ quietHours, onChange }: Props) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const change = (next: { from: string; to: string }) => {
    setRefused(next.from === next.to);
    if (next.from !== next.to) onChange(next);
  };
  return (
    <>
      <SwitchSetting
        label={i18n.t('settings.quietHours')}
        hint={i18n.t('settings.quietHoursHint')}
        on={quietHours !== null}
        onChange={(on) => {
          setRefused(false);
          onChange(on ? USUAL : null);
        }}
      />
      {quietHours && (
        <fieldset className="time-span" aria-describedby={`${id}-problem`}>
          <legend className="for-screen-readers">{i18n.t('settings.quietHours')}</legend>
          <label htmlFor={`${id}-from`}>{i18n.t('settings.from')}</label>
          <TimeField id={`${id}-from`} time={quietHours.from} onChange={(from) => change({ ...quietHours, from })} />
          <label htmlFor={`${id}-to`}>{i18n.t('settings.to')}</label>
          <TimeField id={`${id}-to`} time={quietHours.to} onChange={(to) => change({ ...quietHours, to })} />
        </fieldset>
      )}
      <p id={`${id}-problem`} className="problem" aria-live="polite">
        {refused ? i18n.t('settings.quietHoursRefused') : ''}
      </p>
    </>
  );
}
