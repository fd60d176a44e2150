import '../follow-up/follow-up.css';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { PendingDate } from '../../lib/model/pending-action';
import type { CalendarDate } from '../../lib/model/temporal';
import { SpokenDate } from '../date/spoken-date';
import { SnoozeChoices } from '../follow-up/snooze-choices';
import { Icon } from '../icon';
import { useMoment } from '../moment';
import { whatWords } from '../pending/reason-words';
import { snoozeOffer, type SnoozeWays } from '../pending/snooze-offer';

type DayActions = { onDone: (day: PendingDate) => void; onSnooze: (day: PendingDate, until: CalendarDate) => void };

type Props = DayActions & { days: readonly PendingDate[]; snoozeWays: SnoozeWays };

/** The birthday and other days of somebody's that wait, soonest first. */
export function PendingDays({ days, ...rest }: Props) {
  return (
    <ul className="reminders" aria-label={i18n.t('person.days')}>
      {days.map((day) => (
        <PendingDay key={day.id} day={day} {...rest} />
      ))}
    </ul>
  );
}

function PendingDay({ day, snoozeWays, onDone, onSnooze }: DayActions & { day: PendingDate; snoozeWays: SnoozeWays }) {
  const moment = useMoment();
  const [isAsking, setIsAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const words = whatWords(day, moment);
  const named = (verb: 'done' | 'snooze') => ({
    title: i18n.t(`reminder.${verb}`),
    'aria-label': i18n.t('reminder.named', [i18n.t(`reminder.${verb}`), words]),
  });
  const leave = () => {
    setIsAsking(false);
    button.current?.focus();
  };
  const { untilSeen: _, ...offer } = snoozeOffer([day], snoozeWays);
  return (
    <li className="reminder" data-urgency={URGENCY[day.urgency]}>
      <button type="button" className="icon-button done-button" {...named('done')} onClick={() => onDone(day)}>
        <Icon name="done" />
      </button>
      <div className="reminder-words">
        <div dir="auto">{words}</div>
        <div className="reminder-when">
          <SpokenDate date={day.on} />
        </div>
      </div>
      <button ref={button} type="button" className="icon-button" aria-expanded={isAsking} {...named('snooze')} onClick={() => setIsAsking(!isAsking)}>
        <Icon name="snooze" />
      </button>
      {isAsking && (
        <SnoozeChoices
          {...offer}
          onLeave={leave}
          onSnooze={(until) => {
            leave();
            onSnooze(day, until.slice(0, 10));
          }}
        />
      )}
    </li>
  );
}

const URGENCY = { overdue: 'overdue', today: 'due', week: 'later', later: 'later' } as const;
