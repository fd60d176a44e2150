import { useState } from 'react';
import { i18n } from '#i18n';
import { useMoment } from '../../components/moment';
import { LaterList } from '../../components/pending/later-list';
import { laterFollowUps } from '../../lib/db/queries/later-follow-ups';
import { LISTED_AT_FIRST, MORE_AT_ONCE } from '../../lib/model/pending-action';
import { dismiss } from '../person/pending-verbs';
import { useDeeds } from '../person/use-deeds';
import { useSnoozeWays } from '../person/use-snooze-ways';
import { type Listed, useWork } from '../person/use-what-waits';

type Later = Listed<Awaited<ReturnType<typeof laterFollowUps>>>;

/** The follow-ups that are further ahead than what is pending, and what is done about them; nothing where there are none. */
export function LaterWork() {
  const { now, zone } = useMoment();
  const [limit, setLimit] = useState(LISTED_AT_FIRST);
  const { list, workOff } = useWork<Later>((upTo, records) => laterFollowUps(records, now, zone, upTo), [now, zone], limit);
  const { tell, deeds } = useDeeds(workOff);
  const snoozeWays = useSnoozeWays(list?.followUpTime);
  if (!list || !snoozeWays || list.actions.length === 0) return null;
  return (
    <section className="pending-later">
      <div className="pending-later-heading">
        <h2>{i18n.t('pending.later')}</h2>
        <span className="hint">
          <kbd>Delete</kbd> {i18n.t('pending.key.dismiss')}
        </span>
      </div>
      <LaterList
        {...deeds}
        followUps={list}
        limit={limit}
        snoozeWays={snoozeWays}
        onDismiss={(some, last) =>
          tell(
            (name) => dismissedWords(name, some[0]?.recurrence !== undefined, last),
            (count) => i18n.t('pending.wereDismissed', count),
            some,
            dismiss(some, last),
          )
        }
      />
      {(list.isMore.waiting || list.isMore.dated) && (
        <p className="pending-more">
          <button type="button" className="button link" onClick={() => setLimit(limit + MORE_AT_ONCE)}>
            {i18n.t('pending.showMore')}
          </button>
        </p>
      )}
    </section>
  );
}

function dismissedWords(name: string, recurs: boolean, last: boolean): string {
  if (!recurs) return i18n.t('pending.wasDismissed', [name]);
  return last ? i18n.t('pending.wasEnded', [name]) : i18n.t('pending.wasSkipped', [name]);
}
