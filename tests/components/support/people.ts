import type { PersonActions } from '../../../components/person/person-actions';
import type { Outcome } from '../../../components/notice/outcome';
import { newContact } from '../../../lib/model/contact';
import type { Interaction } from '../../../lib/model/interaction';
import type { Note } from '../../../lib/model/note';
import type { PersonView } from '../../../lib/model/person-view';
import type { Profile } from '../../../lib/model/profile';
import type { Reminder } from '../../../lib/model/reminder';
import { vi } from 'vitest';
import { MOMENT } from './screen';

export const ODA: Profile = {
  key: 'github:oda-lind',
  url: 'https://github.com/oda-lind',
  handle: 'oda-lind',
  aliases: [],
  fields: { name: 'Oda Lind', headline: 'Keeper of lighthouses', organisation: 'Skerry Trust' },
  sources: {},
};
export const RUNE: Profile = { ...ODA, key: 'github:rune', url: 'https://github.com/rune', handle: 'rune', fields: { name: 'Rune Aske' } };

const times = { createdAt: '2026-11-20T08:00:00.000Z', updatedAt: '2026-11-20T08:00:00.000Z' };

/** A kept person about whom nothing was written yet. */
export function known({ key, fields, handle }: Profile, rest: Partial<PersonView> = {}): PersonView {
  const contact = newContact(`contact-${handle}`, fields.name ?? handle, [key], MOMENT.now, MOMENT.zone);
  return { contact, staleness: 'never', notes: [], interactions: [], reminders: [], changes: [], ...rest };
}

export const note = (id: string, text: string): Note => ({ id, contactId: 'contact', text, draft: false, ...times });
export const reminder = (id: string, text: string, dueAt: string): Reminder => ({ id, contactId: 'contact', text, dueAt, status: 'open', ...times });
export const interaction = (id: string, rest: Partial<Interaction> = {}): Interaction => ({
  id,
  contactIds: ['contact'],
  on: '2026-11-20',
  channel: 'call',
  given: [],
  received: [],
  ...times,
  ...rest,
});

const done = async (): Promise<Outcome> => ({ done: true, undo: async () => ({ done: true }) });

/** Actions that all succeed and remember what they were asked. */
export function actions() {
  return {
    keep: vi.fn<PersonActions['keep']>(done),
    attachProfile: vi.fn<PersonActions['attachProfile']>(done),
    detachProfile: vi.fn<PersonActions['detachProfile']>(done),
    merge: vi.fn<PersonActions['merge']>(done),
    declineSuggestion: vi.fn<PersonActions['declineSuggestion']>(done),
    dismissChange: vi.fn<PersonActions['dismissChange']>(done),
    pointAtName: vi.fn<PersonActions['pointAtName']>(done),
    forgetPointed: vi.fn<PersonActions['forgetPointed']>(done),
    edit: vi.fn<PersonActions['edit']>(done),
    setTagCadence: vi.fn<PersonActions['setTagCadence']>(done),
    deletePerson: vi.fn<PersonActions['deletePerson']>(done),
    deleteNote: vi.fn<PersonActions['deleteNote']>(done),
    log: vi.fn<PersonActions['log']>(done),
    editInteraction: vi.fn<PersonActions['editInteraction']>(done),
    deleteInteraction: vi.fn<PersonActions['deleteInteraction']>(done),
    setFollowUp: vi.fn<PersonActions['setFollowUp']>(done),
    editFollowUp: vi.fn<PersonActions['editFollowUp']>(done),
    complete: vi.fn<PersonActions['complete']>(done),
    dismiss: vi.fn<PersonActions['dismiss']>(done),
    snooze: vi.fn<PersonActions['snooze']>(done),
    settleDay: vi.fn<PersonActions['settleDay']>(done),
    putOffDay: vi.fn<PersonActions['putOffDay']>(done),
    awaitPerson: vi.fn<PersonActions['awaitPerson']>(done),
  } satisfies PersonActions;
}
