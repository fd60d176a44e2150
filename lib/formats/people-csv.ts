import { Contact, newContact } from '../model/contact';
import type { Note } from '../model/note';
import { Line } from '../model/profile';
import { tagName } from '../model/tag';
import { cleanText, foldedWords } from '../model/text';
import { csvRows } from './csv-rows';
import { type FileFormat, type Found, UnreadableFile, type World } from './file-format';
import { areHeadings, type Meaning, meaningOf } from './people-columns';
import { writtenDate } from './written-date';

/** In so many rows the headings are looked for: programs write remarks above them. */
const MOST_ABOVE = 50;
const DELIMITERS = [',', ';', '\t'];
const MOST_COLUMNS = 500;

/**
 * A table of people with headings, separated by commas, semicolons or tabs: LinkedIn's Connections.csv, what address books and
 * spreadsheets write. The row of the headings is looked for, columns are known by what they are called. What Kith has no field for is
 * kept as a detail with its column's heading, such as a company or an e-mail address; columns nobody knows are left out, and named.
 * That somebody was connected with on a day is such a detail: it is no contact that took place.
 */
export const PEOPLE_CSV: FileFormat = {
  id: 'peopleCsv',
  source: 'people',
  most: 50_000_000,
  recognises: (beginning) => delimiterOf(beginning) !== undefined,
  read,
};

async function* read(text: AsyncIterable<string>, world: World): AsyncGenerator<Found> {
  const { beginning, whole } = await begun(text);
  const delimiter = delimiterOf(beginning);
  if (delimiter === undefined) throw new UnreadableFile('noHeader');
  // Made once: to ask for every row which day it is takes a tenth of the time that the row does.
  const blank = newContact('', '', [], world.now, world.zone);
  let columns: Column[] | undefined;
  let above = 0;
  for await (const rows of csvRows(whole, delimiter)) {
    for (const { cells, line, isBroken } of rows) {
      if (!columns) {
        if (++above > MOST_ABOVE) throw new UnreadableFile('noHeader');
        if (!areHeadings(cells.map(cleaned))) continue;
        columns = cells.slice(0, MOST_COLUMNS).map((heading) => ({ heading: cleaned(heading), meaning: meaningOf(heading) }));
        yield whatBecomes(columns);
      } else if (isBroken) yield { found: 'problem', line, why: 'unclosedQuote', detail: (cells[0] ?? '').slice(0, 80) };
      else if (cells.some((cell) => cell.trim() !== '')) yield* person(new Row(columns, cells), line, world, blank);
    }
  }
  if (!columns) throw new UnreadableFile('noHeader');
}

type Column = { heading: string; meaning: Meaning };

/** Which separator makes headings of a row near the beginning. */
function delimiterOf(beginning: string): string | undefined {
  const lines = beginning.split('\n', MOST_ABOVE);
  return DELIMITERS.find((delimiter) => lines.some((line) => areHeadings(line.split(delimiter).map((cell) => cleaned(cell.replace(/^\s*"(.*)"\s*$/, '$1'))))));
}

function whatBecomes(columns: readonly Column[]): Found {
  const headings = (...meanings: Meaning[]) =>
    columns.filter(({ heading, meaning }) => heading !== '' && meanings.includes(meaning)).map(({ heading }) => heading);
  return { found: 'columns', asDetails: headings('detail', 'organisation', 'email'), leftOut: headings('unknown') };
}

/** One row's cells by what they hold. */
class Row {
  readonly #columns: readonly Column[];
  readonly #cells: readonly string[];

  constructor(columns: readonly Column[], cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  all(...meanings: Meaning[]): { heading: string; text: string }[] {
    return this.#columns.flatMap(({ heading, meaning }, index) => {
      const text = meanings.includes(meaning) ? unarmed(this.#cells[index] ?? '').trim() : '';
      return text === '' ? [] : [{ heading, text }];
    });
  }

  first(...meanings: Meaning[]): string {
    return this.all(...meanings)[0]?.text ?? '';
  }
}

function* person(row: Row, line: number, { now, keyOf, idFor }: World, blank: Contact): Generator<Found> {
  const addresses = row.all('address').flatMap(({ heading, text }) => text.split(/\s*(?:;|:::|\s)\s*/).flatMap((url) => whole(url, heading)));
  const keys = [...new Set(addresses.flatMap(({ url }) => keyOf(url) ?? []))];
  const links = addresses.filter(({ url }) => keyOf(url) === undefined).map(({ url }) => ({ url }));
  const name =
    row.first('name') ||
    row
      .all('first', 'middle', 'last')
      .map(({ text }) => text)
      .join(' ') ||
    (keys[0] ?? '').replace(/^.*[:/]/, '');
  const named = Line.safeParse(name);
  if (!named.success) {
    yield { found: 'problem', line, why: 'nameless', detail: row.all('organisation', 'detail', 'email', 'note')[0]?.text.slice(0, 80) ?? '' };
    return;
  }

  // The same row of the same file is the same person, whenever it is read.
  const identity =
    keys[0] ?? ['person', foldedWords(named.data).join(' '), foldedWords(row.first('organisation')).join(' '), row.first('email').toLowerCase()].join('\n');
  const written = row.first('birthday');
  const birthday = written === '' ? undefined : writtenDate(written);
  const details = row.all('organisation', 'detail', 'email').map(({ heading, text }) => ({ label: heading, value: dated(text) }));
  const unread = written !== '' && birthday === undefined ? [{ label: row.all('birthday')[0]?.heading ?? '', value: written }] : [];
  const howWeMet = row
    .all('howWeMet')
    .map(({ text }) => text)
    .join('\n');
  const contact = Contact.safeParse({
    ...blank,
    id: idFor(identity),
    name: named.data,
    profileKeys: keys.slice(0, 100),
    tags: [...new Set(row.all('tags').flatMap(({ text }) => tagsIn(text)))].slice(0, 100),
    links: links.slice(0, 100),
    customFields: [...details, ...unread].slice(0, 100),
    ...(birthday !== undefined && { birthday }),
    ...(howWeMet !== '' && { howWeMet }),
  });
  if (!contact.success) {
    yield { found: 'problem', line, why: 'notARecord', detail: named.data };
    return;
  }
  yield { found: 'item', item: { table: 'contacts', record: contact.data }, line };
  if (unread.length > 0) yield { found: 'problem', line, why: 'unreadableDate', detail: written.slice(0, 80) };
  const text = cleanText(
    row
      .all('note')
      .map((note) => note.text)
      .join('\n\n'),
  );
  if (text.trim() === '') return;
  const note: Note = { id: idFor(`note\n${identity}\n${text}`), contactId: contact.data.id, text, draft: false, createdAt: now, updatedAt: now };
  yield { found: 'item', item: { table: 'notes', record: note }, line };
}

/** An address with its scheme, where it is one of the web. Of a column for one site, a bare handle is that site's. */
function whole(text: string, heading: string): { url: string }[] {
  const site = /linkedin/i.test(heading) ? 'https://www.linkedin.com/in/' : /github/i.test(heading) ? 'https://github.com/' : undefined;
  const isHandle = /^@?[\w-]+$/.test(text);
  if (isHandle && !site) return [];
  const url = isHandle ? `${site}${text.replace(/^@/, '')}` : /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const parsed = URL.parse(url);
  const isAddress = parsed !== null && parsed.hostname.includes('.') && parsed.username === '' && parsed.href.length <= 2000;
  return isAddress && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? [{ url: parsed.href }] : [];
}

/** Tags as programs join them; Google puts a star before its own. */
function tagsIn(text: string): string[] {
  return text.split(/\s*(?:;|,|\||:::)\s*/).flatMap((tag) => {
    const name = tagName(tag.replace(/^\*\s*/, ''));
    return name === '' || name === 'mycontacts' ? [] : [name];
  });
}

/** A date in the one form in which it sorts, anything else as it is. */
function dated(text: string): string {
  return /\d{4}|\d-\p{L}{3}-\d/u.test(text) && text.length < 20 ? (writtenDate(text) ?? text) : text;
}

/** A cell as it was before a program that writes for spreadsheets put a mark before it, so that it be no formula. */
function unarmed(cell: string): string {
  return /^'[=+\-@\t＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function cleaned(heading: string): string {
  return Line.safeParse(heading).data ?? '';
}

/** The beginning of a text, and the text with it. */
async function begun(text: AsyncIterable<string>): Promise<{ beginning: string; whole: AsyncIterable<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  while (beginning.length < 32_000) {
    const { value, done } = await pieces.next();
    if (done) break;
    beginning += value;
  }
  async function* all() {
    yield beginning;
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) return;
      yield value;
    }
  }
  return { beginning, whole: all() };
}
