import './settings.css';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { MOST_NUDGES_PER_DAY, type Notifying, type NotifyingChanges } from '../../lib/model/notifying';
import { MOST_DAYS_AHEAD } from '../../lib/model/special-date';
import { NoticeHere } from '../notice/notices';
import { CountSetting } from './count-setting';
import { DeliverySetting } from './delivery-setting';
import { DigestTimeSetting } from './digest-time-setting';
import { QuietHoursSetting } from './quiet-hours-setting';
import { SwitchSetting } from './switch-setting';
import { WorkingDaysSetting } from './working-days-setting';

type Choice = keyof Notifying;

/** How and when Kith notifies; each choice is changed by itself, and answered for at `notifyingPlace`. */
export function NotifyingSettings({ notifying, onChange }: { notifying: Notifying; onChange: (choice: Choice, changes: NotifyingChanges) => void }) {
  const set = <C extends Choice>(choice: C) => ({ onChange: (chosen: Notifying[C]) => onChange(choice, { [choice]: chosen }) });
  const settings: Record<Choice, ReactNode> = {
    delivery: <DeliverySetting delivery={notifying.delivery} {...set('delivery')} />,
    digestTime: <DigestTimeSetting time={notifying.digestTime} delivery={notifying.delivery} {...set('digestTime')} />,
    quietHours: <QuietHoursSetting quietHours={notifying.quietHours} {...set('quietHours')} />,
    workingDays: <WorkingDaysSetting workingDays={notifying.workingDays} {...set('workingDays')} />,
    holdOnDaysOff: (
      <SwitchSetting
        label={i18n.t('settings.holdOnDaysOff')}
        hint={i18n.t('settings.holdOnDaysOffHint')}
        on={notifying.holdOnDaysOff}
        {...set('holdOnDaysOff')}
      />
    ),
    nudgesPerDay: (
      <CountSetting
        label={i18n.t('settings.nudgesPerDay')}
        hint={i18n.t('settings.nudgesPerDayHint')}
        count={notifying.nudgesPerDay}
        most={MOST_NUDGES_PER_DAY}
        {...set('nudgesPerDay')}
      />
    ),
    datesDaysAhead: (
      <CountSetting
        label={i18n.t('settings.datesDaysAhead')}
        hint={i18n.t('settings.datesDaysAheadHint')}
        count={notifying.datesDaysAhead}
        most={MOST_DAYS_AHEAD}
        {...set('datesDaysAhead')}
      />
    ),
  };
  return (
    <div className="notifying">
      {Object.entries(settings).map(([choice, setting]) => (
        <div key={choice} className="stack">
          {setting}
          <NoticeHere place={notifyingPlace(choice)} />
        </div>
      ))}
    </div>
  );
}

/** Where it is said that a choice was changed. */
export function notifyingPlace(choice: string): string {
  return `notifying:${choice}`;
}
