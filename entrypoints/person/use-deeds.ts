import { i18n } from '#i18n';
import { nextWords } from '../../components/follow-up/follow-up-words';
import { channelLabel } from '../../components/labels';
import { useMoment } from '../../components/moment';
import { isolated } from '../../components/name';
import { useNotices } from '../../components/notice/notices';
import type { Outcome } from '../../components/notice/outcome';
import type { PendingActions } from '../../components/pending/pending-list';
import type { Channel } from '../../lib/model/interaction';
import type { PendingAction } from '../../lib/model/pending-action';
import { spokenDate, spokenDateTime } from '../../lib/model/spoken';
import { openPerson } from './addresses';
import { finish, logContact, putOff, recurs, untilSeen } from './pending-verbs';

/**
 * What can be done about the entries of a list, `workOff` around each, and how what came of it is said, with the way back: of one by the
 * person's name, of several by how many they are.
 */
export function useDeeds(workOff: (count: number, deed: Promise<boolean>) => Promise<boolean>) {
  const { today, locale } = useMoment();
  const { sayOnceDone } = useNotices();
  const tell = <O extends Outcome>(
    ofOne: (name: string, outcome: O) => string,
    ofSeveral: (count: number) => string,
    about: readonly PendingAction[],
    outcome: Promise<O>,
  ) => {
    const [first, ...others] = about;
    const words = (done: O) => (first && others.length === 0 ? ofOne(isolated(first.name), done) : ofSeveral(about.length));
    return workOff(about.length, sayOnceDone('pending', words, outcome));
  };
  const deeds: PendingActions = {
    onComplete: (some, channel) =>
      tell(
        (name, { next }) => {
          if (channel) return i18n.t('pending.wasLogged', [name, channelLabel(channel)]);
          const said = i18n.t('pending.wasDone', [name]);
          return some.some(recurs) ? `${said} ${nextWords(next, locale)}` : said;
        },
        (count) => i18n.t('pending.wereDone', count),
        some,
        finish(some, channel, today),
      ),
    onLog: (some, channel) =>
      tell(
        (name) => i18n.t('pending.wasLogged', [name, channelLabel(channel)]),
        () => loggedWithAll(some, channel),
        some,
        logContact(some, channel, today),
      ),
    onSnooze: (some, until) => {
      const when = some.every(({ kind }) => kind === 'reminder') ? spokenDateTime(until, today, locale) : spokenDate(until.slice(0, 10), today, locale);
      return tell(
        (name) => i18n.t('pending.wasSnoozed', [name, when]),
        (count) => i18n.t('pending.wereSnoozed', count, [String(count), when]),
        some,
        putOff(some, until),
      );
    },
    onAwait: (some, isNoticed) =>
      tell(
        (name) => i18n.t(isNoticed ? 'pending.nowAwaits' : 'pending.nowAwaitsUnnoticed', [name]),
        (count) => i18n.t(isNoticed ? 'pending.nowAwait' : 'pending.nowAwaitUnnoticed', count),
        some,
        untilSeen(some),
      ),
    onOpen: (action) => void openPerson(action),
    isNoticed: areNoticed,
  };
  return { tell, deeds };
}

/** Looked up when it is asked for: what knows of sites is loaded for it. */
async function areNoticed(contactIds: readonly string[]): Promise<boolean> {
  return (await import('./noticed')).areNoticed(contactIds);
}

function loggedWithAll(actions: readonly PendingAction[], channel: Channel): string {
  const people = new Set(actions.map(({ contactId }) => contactId)).size;
  return i18n.t('pending.wereLogged', people, [String(people), channelLabel(channel)]);
}
