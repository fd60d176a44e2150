import { v7 } from 'uuid';
import type { PersonActions } from '../../components/person/person-actions';
import type { Subject } from '../../lib/messaging/protocol';
import { closeReminder } from './close-reminder';
import { perform } from './perform';
import { pointAtName, setPointed } from './point-at-name';

/** What a pane can do about its person, as messages to the background. `siteId` is that of the page in front, which shows them. */
export function personVerbs(subject: Subject, contactId: string | undefined, siteId: string): PersonActions {
  const about: Subject = contactId === undefined ? subject : { contactId };
  const ofContact = contactId ?? ('contactId' in subject ? subject.contactId : '');
  return {
    keep: () => perform('addContact', { subject: about }),
    attachProfile: (key) => perform('attachProfile', { contactId: ofContact, key }),
    detachProfile: (key) => perform('detachProfile', { contactId: ofContact, key }),
    merge: (fromId) => perform('mergeContacts', { intoId: ofContact, fromId }),
    declineSuggestion: (claimIds) => perform('declineSuggestion', { claimIds: [...claimIds] }),
    dismissChange: (sightingId) => perform('dismissChange', { sightingId }),
    pointAtName: () => pointAtName(siteId),
    forgetPointed: () => setPointed(siteId, null),
    edit: (changes) => perform('editContact', { contactId: ofContact, changes }),
    setTagCadence: (label, cadence) => perform('setTagCadence', { label, cadence }),
    deletePerson: () => perform('deleteContact', { contactId: ofContact }),
    deleteNote: (noteId) => perform('deleteNote', { noteId }),
    log: (content) => perform('logInteraction', { subject: about, interactionId: v7(), content }),
    editInteraction: (interactionId, content) => perform('editInteraction', { interactionId, content }),
    deleteInteraction: (interactionId) => perform('deleteInteraction', { interactionId }),
    setFollowUp: (followUp) => perform('setFollowUp', { subject: about, reminderId: v7(), ...followUp }),
    editFollowUp: (reminderId, changes) => perform('editFollowUp', { reminderId, ...changes }),
    complete: (reminderId) => closeReminder('completeReminder', { reminderId }),
    dismiss: (reminderId, last) => closeReminder('dismissReminder', { reminderId, last }),
    snooze: (reminderId, until) => perform('snoozeReminder', { reminderId, until }),
    settleDay: (actionId) => perform('deferAction', { actionId, contactId: ofContact, until: null }),
    putOffDay: (actionId, until) => perform('deferAction', { actionId, contactId: ofContact, until }),
    awaitPerson: (reminderId) => perform('awaitEncounter', { reminderId, encounter: { kind: 'person' } }),
  };
}
