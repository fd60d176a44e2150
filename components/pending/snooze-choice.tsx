import { useEffect, useState } from 'react';
import type { PendingAction, PendingReminder } from '../../lib/model/pending-action';
import type { LocalDateTime } from '../../lib/model/temporal';
import { SnoozeChoices } from '../follow-up/snooze-choices';
import { snoozeOffer, type SnoozeWays } from './snooze-offer';

type Props = {
  actions: readonly PendingAction[];
  ways: SnoozeWays;
  isNoticed: (contactIds: readonly string[]) => Promise<boolean>;
  onSnooze: (until: LocalDateTime) => void;
  onAwait: (reminders: readonly PendingReminder[], areNoticed: boolean) => void;
  onLeave: () => void;
};

/** How long to put some of what waits off. */
export function SnoozeChoice({ actions, ways, isNoticed, onSnooze, onAwait, onLeave }: Props) {
  const { untilSeen, ...offer } = snoozeOffer(actions, ways);
  const reminders = actions.filter((action) => action.kind === 'reminder');
  const [areNoticed, setAreNoticed] = useState(true);
  const people = untilSeen ? reminders.map(({ contactId }) => contactId).join(' ') : '';
  useEffect(() => {
    let current = true;
    if (people !== '')
      void isNoticed(people.split(' ')).then((answer) => {
        if (current) setAreNoticed(answer);
      });
    return () => {
      current = false;
    };
  }, [people, isNoticed]);
  return (
    <SnoozeChoices
      {...offer}
      isNoticed={areNoticed}
      onSnooze={onSnooze}
      onAwait={untilSeen ? () => onAwait(reminders, areNoticed) : undefined}
      onLeave={onLeave}
    />
  );
}
