import { i18n } from '#i18n';
import type { LaterFollowUps, PendingAction } from '../../lib/model/pending-action';
import { spokenMonth } from '../../lib/model/spoken';
import { type Grouping, PendingList, type PendingListProps } from './pending-list';

type Props = Omit<PendingListProps, 'actions' | 'cut' | 'reasons' | 'grouping' | 'label'> & { followUps: LaterFollowUps };

/** The follow-ups that are further ahead: those that wait for an encounter, then the others by their months; worked off as what waits is. */
export function LaterList({ followUps: { actions, isMore }, ...rest }: Props) {
  const last = actions.findLast(({ waits }) => !waits);
  const cut = { ...(isMore.waiting && { [WAITING]: null }), ...(isMore.dated && last && { [monthOf(last)]: null }) };
  return <PendingList {...rest} actions={actions} cut={cut} reasons={undefined} grouping={byMonth} label={i18n.t('pending.later')} />;
}

const WAITING = 'waiting';

const byMonth: Grouping = (actions, locale) =>
  [...Map.groupBy(actions, monthOf)].map(([id, group]) => ({ id, label: id === WAITING ? i18n.t('pending.waiting') : spokenMonth(id, locale), group }));

/** The month in which it comes, if it does not wait. */
function monthOf(action: PendingAction): string {
  return action.kind !== 'reminder' || action.waits ? WAITING : action.dueAt.slice(0, 7);
}
