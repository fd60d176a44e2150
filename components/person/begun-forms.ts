import type { InteractionDraft } from '../contact-log/interaction-form';
import type { BegunLines } from '../details/details';
import type { FollowUpDraft } from '../follow-up/follow-up-form';
import type { ReminderDraft } from '../follow-up/reminder-form';

/** What somebody has begun to say about one person in the forms of their pane, and neither given nor cancelled. */
export type BegunForms = {
  /** The form that is open. */
  open?: 'log' | 'followUp' | undefined;
  log?: InteractionDraft | undefined;
  followUp?: FollowUpDraft | undefined;
  /** What is being changed of contacts and of follow-ups, by their ids. */
  interactions?: { [id: string]: InteractionDraft | undefined };
  reminders?: { [id: string]: ReminderDraft | undefined };
  /** What was begun in the details. */
  lines?: BegunLines;
};

/**
 * What was begun about whom on a surface, as long as that is open: a form that goes from the screen with its person is found again as it
 * was left. Notes have a desk of their own, which keeps them for good.
 */
export class FormDrawer {
  #begun: readonly { ids: readonly string[]; forms: BegunForms }[] = [];

  /** What was begun about a person, by any of the ids they go by. */
  about(ids: readonly string[]): BegunForms {
    return this.#begun.find((each) => isSame(each.ids, ids))?.forms ?? {};
  }

  /** Keeps some of the forms as they are now; one that is undefined is empty again. */
  keep(ids: readonly string[], forms: BegunForms): void {
    this.#begun = [...this.#begun.filter((each) => !isSame(each.ids, ids)), { ids, forms: { ...this.about(ids), ...forms } }];
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.some((id) => others.includes(id));
}
