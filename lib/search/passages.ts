import type { Contact } from '../model/contact';
import type { Interaction } from '../model/interaction';
import type { Note } from '../model/note';
import { isStableId } from '../model/profile';
import type { Sighting } from '../model/sighting';
import type { MatchedIn } from '../model/person-view';
import { isWaiting, type Reminder } from '../model/reminder';
import { indexedWords } from './words';

/** A text by which a person is found, and what it is of them. */
export type Passage = { from: 'name' | MatchedIn; text: string };

/** What is searched of a contact themselves: the name, tags, handles of profiles, how one met, further fields. Stable ids are not. */
export function contactPassages({ name, tags, profileKeys, howWeMet, customFields }: Contact): Passage[] {
  const handles = profileKeys.filter((key) => !isStableId(key)).map((key) => key.replace(/^.*[:/]/, ''));
  return [
    { from: 'name', text: name },
    ...tags.map((text) => ({ from: 'tag' as const, text })),
    ...handles.map((text) => ({ from: 'handle' as const, text })),
    ...(howWeMet === undefined ? [] : [{ from: 'howWeMet' as const, text: howWeMet }]),
    ...customFields.map(({ label, value }) => ({ from: 'field' as const, text: `${label}: ${value}` })),
  ];
}

/** What is searched of a profile as it was seen. */
export function sightingPassages({ profile: { fields } }: Sighting): Passage[] {
  return [fields.headline, fields.organisation, fields.place, fields.name].flatMap((text) => (text === undefined ? [] : [{ from: 'profile' as const, text }]));
}

/** What is searched of a note: all of its Markdown. */
export function notePassages({ text }: Note): Passage[] {
  return [{ from: 'note', text }];
}

/** What is searched of an interaction: what was written of it, learned, given and received. */
export function interactionPassages({ text, learned, given, received }: Interaction): Passage[] {
  const texts = [text, learned, ...[...given, ...received].map((exchange) => exchange.text)];
  return texts.flatMap((said) => (said === undefined || said === '' ? [] : [{ from: 'interaction' as const, text: said }]));
}

/** What is searched of a follow-up: what is to be done. One that was dealt with is shown nowhere, and so not found. */
export function reminderPassages(reminder: Reminder): Passage[] {
  return isWaiting(reminder) && reminder.text !== '' ? [{ from: 'reminder', text: reminder.text }] : [];
}

/** How near to the person a word stands: in the name, in what they go by (profiles, tags), in what was written of them. */
export type Nearness = 'name' | 'near' | 'far';

/** The words of one record, by how near they stand. */
export function wordsByNearness(passages: readonly Passage[]): Record<Nearness, Set<string>> {
  const words = { name: new Set<string>(), near: new Set<string>(), far: new Set<string>() };
  for (const { from, text } of passages) for (const word of indexedWords(text)) words[nearness(from)].add(word);
  return words;
}

function nearness(from: Passage['from']): Nearness {
  if (from === 'name') return 'name';
  return from === 'profile' || from === 'tag' || from === 'handle' ? 'near' : 'far';
}
