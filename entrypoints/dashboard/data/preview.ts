import { v5 } from 'uuid';
import type { Choices, Namesake, Preview } from '../../../components/data/preview';
import type { FileFormat, Found, World } from '../../../lib/formats/file-format';
import { KeptAlready, namesakes } from '../../../lib/db/queries/backup';
import type { Contact } from '../../../lib/model/contact';
import type { ImportItem } from '../../../lib/model/import-item';
import type { Instant } from '../../../lib/model/temporal';
import { profileKeyOf } from '../../../lib/sites/profile-key';
import { records } from '../../person/records';
import { breathing } from './breathing';
import { formatOf, textOf } from './file-text';

// Asking for more holds the page up.
const PEOPLE_AT_ONCE = 100;
const MOST_PROBLEMS = 200;
/** Of so many new people namesakes are looked for. */
const MOST_COMPARED = 1000;
/** So many records, of so much text, stay in memory from being looked through until they are brought in. Of a larger file all is read again. */
const MOST_IN_MEMORY = 100_000;
const MOST_TEXT_IN_MEMORY = 50_000_000;
/** Names the ids that Kith makes of what a file says. */
const NAMESPACE = '0ad2c7f2-6f0b-4a39-9c1c-8a4a5d2a3c11';

/** A file that has been read through once, and what is in it: how many items, and those themselves where that is not too much. */
export type ReadFile = { file: File; format: FileFormat; world: World; preview: Preview; items: number; inMemory?: readonly ImportItem[] };

/** Reads a file through, and says what importing it would do. @throws UnreadableFile, or when `signal` is aborted. */
export async function readThrough(file: File, now: Instant, signal: AbortSignal, onProgress: (part: number) => void): Promise<ReadFile> {
  const format = await formatOf(file);
  const world: World = { now, zone: Temporal.Now.timeZoneId(), keyOf: (url) => profileKeyOf(url)?.key, idFor: (text) => v5(text, NAMESPACE) };
  const preview: Preview = {
    fileName: file.name,
    kind: format.id,
    added: 0,
    known: 0,
    others: 0,
    settings: 0,
    asDetails: [],
    leftOut: [],
    problems: [],
    problemCount: 0,
    namesakes: [],
  };
  let waiting: Contact[] = [];
  let compared = 0;
  let items = 0;
  let inMemory: ImportItem[] | undefined = [];
  let characters = 0;
  const seen = new Set<string>();
  const keptAlready = new KeptAlready(records);
  const look = async () => {
    const kept = await keptAlready.among(waiting);
    const fresh = waiting.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    const added = uniqueById(fresh.filter(({ id }) => !kept.has(id)));
    preview.added += added.length;
    preview.known += uniqueById(fresh).length - added.length;
    if (format.source === 'people' && compared < MOST_COMPARED) {
      compared += added.length;
      const others = await namesakes(
        records,
        added.map(({ name }) => name),
      );
      for (const contact of added) {
        const other = others.get(contact.name);
        if (other) preview.namesakes.push(sameName(contact, other));
      }
    }
    waiting = [];
  };
  async function* counted(text: AsyncIterable<string>) {
    for await (const piece of text) {
      characters += piece.length;
      yield piece;
    }
  }
  for await (const found of everythingIn(counted(textOf(file, format, onProgress)), { format, world }, signal)) {
    if (found.found === 'item') {
      items++;
      if (items > MOST_IN_MEMORY || characters > MOST_TEXT_IN_MEMORY) inMemory = undefined;
      inMemory?.push(found.item);
      if (found.item.table === 'contacts') waiting.push(found.item.record);
      else preview[found.item.table === 'settings' ? 'settings' : 'others']++;
      if (waiting.length >= PEOPLE_AT_ONCE) await look();
    } else if (found.found === 'columns') Object.assign(preview, { asDetails: found.asDetails, leftOut: found.leftOut });
    else if (found.found === 'problem') {
      preview.problemCount++;
      if (preview.problems.length < MOST_PROBLEMS) preview.problems.push(found);
    }
  }
  await look();
  return { file, format, world, preview, items, ...(inMemory && { inMemory }) };
}

/** What is to be imported, in the file's order. */
export async function* itemsOf(
  read: ReadFile,
  { withSettings, samePeople }: Choices,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): AsyncGenerator<ImportItem> {
  for await (const item of read.inMemory ? itemsInMemory(read.inMemory, signal, onProgress) : itemsReadAgain(read, signal, onProgress)) {
    if (item.table === 'settings' && !withSettings) continue;
    yield asThemselves(item, samePeople);
  }
}

async function* itemsInMemory(items: readonly ImportItem[], signal: AbortSignal, onProgress: (part: number) => void): AsyncGenerator<ImportItem> {
  const breathe = breathing(signal);
  for (const [index, item] of items.entries()) {
    yield item;
    if (index % PEOPLE_AT_ONCE === 0) onProgress(index / items.length);
    await breathe();
  }
}

async function* itemsReadAgain(read: ReadFile, signal: AbortSignal, onProgress: (part: number) => void): AsyncGenerator<ImportItem> {
  for await (const found of everythingIn(textOf(read.file, read.format, onProgress), read, signal)) if (found.found === 'item') yield found.item;
}

async function* everythingIn(text: AsyncIterable<string>, { format, world }: Pick<ReadFile, 'format' | 'world'>, signal: AbortSignal): AsyncGenerator<Found> {
  const breathe = breathing(signal);
  for await (const found of format.read(text, world)) {
    yield found;
    await breathe();
  }
}

/** Somebody of the file of whom the user has said who they are goes by that id, and is known by the file's from then on. */
function asThemselves(item: ImportItem, samePeople: ReadonlyMap<string, string>): ImportItem {
  if (item.table === 'contacts') {
    const { record } = item;
    const id = samePeople.get(record.id);
    return id === undefined ? item : { table: 'contacts', record: { ...record, id, formerIds: [record.id] } };
  }
  if (item.table === 'notes') return { table: 'notes', record: { ...item.record, contactId: samePeople.get(item.record.contactId) ?? item.record.contactId } };
  return item;
}

function uniqueById(contacts: readonly Contact[]): Contact[] {
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
}

function sameName(contact: Contact, kept: Contact): Namesake {
  const said = contact.customFields.map(({ value }) => value).slice(0, 2);
  return { id: contact.id, name: contact.name, said: said.join(' · '), keptId: kept.id, keptName: kept.name };
}
