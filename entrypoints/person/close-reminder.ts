import type { Closed } from '../../components/person/person-actions';
import { type Payload, perform } from './perform';

/** Done with a follow-up; says when the next comes of one that recurs, which the command decided. */
export async function closeReminder<N extends 'completeReminder' | 'dismissReminder'>(name: N, payload: Payload<N>): Promise<Closed> {
  const outcome = await perform(name, payload);
  if (!outcome.done) return outcome;
  const { records, queries } = await import('./records');
  return { ...outcome, next: await queries.followerDueAt(records, outcome.entryId) };
}
