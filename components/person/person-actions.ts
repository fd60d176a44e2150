import type { Cadence } from '../../lib/model/cadence';
import type { ContactChanges } from '../../lib/model/contact';
import type { InteractionContent } from '../../lib/model/interaction';
import type { ProfileKey } from '../../lib/model/profile';
import type { LocalDateTime } from '../../lib/model/temporal';
import type { Outcome } from '../notice/outcome';

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
  setFollowUp: (text: string, dueAt: LocalDateTime) => Promise<Outcome>;
  editFollowUp: (reminderId: string, text: string, dueAt: LocalDateTime) => Promise<Outcome>;
  complete: (reminderId: string) => Promise<Outcome>;
  dismiss: (reminderId: string) => Promise<Outcome>;
  snooze: (reminderId: string, until: LocalDateTime) => Promise<Outcome>;
  /** Puts a follow-up off until the person is seen again. */
  awaitPerson: (reminderId: string) => Promise<Outcome>;
};
