import type { Cadence } from '../../lib/model/cadence';
import type { ContactChanges } from '../../lib/model/contact';
import type { InteractionContent } from '../../lib/model/interaction';
import type { ProfileKey } from '../../lib/model/profile';
import type { CalendarDate, LocalDateTime } from '../../lib/model/temporal';
import type { FollowUp, FollowUpChanges } from '../follow-up/follow-up';
import type { Outcome } from '../notice/outcome';

/** A follow-up done or dismissed; when the next comes of one that recurs. */
export type Closed = Outcome & { next?: LocalDateTime | undefined };

/** What can be done about the person a pane shows. Somebody new is kept by the first thing written, logged or set. */
export type PersonActions = {
  keep: () => Promise<Outcome>;
  attachProfile: (key: ProfileKey) => Promise<Outcome>;
  detachProfile: (key: ProfileKey) => Promise<Outcome>;
  merge: (fromId: string) => Promise<Outcome>;
  declineSuggestion: (claimIds: readonly string[]) => Promise<Outcome>;
  dismissChange: (sightingId: string) => Promise<Outcome>;
  /** Has the user click the name in the page in front. */
  pointAtName: () => Promise<Outcome>;
  forgetPointed: () => Promise<Outcome>;
  edit: (changes: ContactChanges) => Promise<Outcome>;
  /** Gives everybody with a tag a cadence, or takes it away. */
  setTagCadence: (label: string, cadence: Cadence | null) => Promise<Outcome>;
  deletePerson: () => Promise<Outcome>;
  deleteNote: (noteId: string) => Promise<Outcome>;
  log: (content: InteractionContent) => Promise<Outcome>;
  editInteraction: (interactionId: string, content: InteractionContent) => Promise<Outcome>;
  deleteInteraction: (interactionId: string) => Promise<Outcome>;
  setFollowUp: (followUp: FollowUp) => Promise<Outcome>;
  editFollowUp: (reminderId: string, changes: FollowUpChanges) => Promise<Outcome>;
  complete: (reminderId: string) => Promise<Closed>;
  /** One that recurs comes again, unless this was to be the `last`. */
  dismiss: (reminderId: string, last: boolean) => Promise<Closed>;
  snooze: (reminderId: string, until: LocalDateTime) => Promise<Outcome>;
  /** Done with a birthday or another day this year, by its pending action's id. */
  settleDay: (actionId: string) => Promise<Outcome>;
  putOffDay: (actionId: string, until: CalendarDate) => Promise<Outcome>;
  /** Puts a follow-up off until the person is seen again. */
  awaitPerson: (reminderId: string) => Promise<Outcome>;
};
