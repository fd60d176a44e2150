import { Contact, newContact } from '../model/contact';
import type { Note } from '../model/note';
import { Line, type ProfileKey } from '../model/profile';
import { tagName } from '../model/tag';
import { cleanText, foldedWords } from '../model/text';
import { csvRows } from './csv-rows';
import { type FileFormat, type Found, type Problem, UnreadableFile, type World } from './file-format';
import { areHeadings, type Meaning, meaningOf } from './people-columns';
import { writtenDate } from './written-date';

/** In so many rows the headings are looked for: programs write remarks above them. */
const MOST_ABOVE = 50;
const DELIMITERS = [',', ';', '\t'];
const MOST_COLUMNS = 500;
/** What a column may hold for which there is no field. */
const DETAILS: Meaning[] = ['organisation', 'detail', 'email', 'phone', 'day'];
/** Of these somebody has one: what a second column says of it is a detail. */
const HAD_ONCE: Meaning[] = ['name', 'first', 'middle', 'last', 'birthday'];

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
  const namesakes = new Namesakes();
  let columns: Column[] | undefined;
  let above = 0;
  for await (const rows of csvRows(whole, delimiter)) {
    for (const { cells, line, isBroken } of rows) {
      if (!columns) {
        if (++above > MOST_ABOVE) throw new UnreadableFile('noHeader');
        if (!areHeadings(cells.map(cleaned))) continue;
        columns = columnsOf(cells.slice(0, MOST_COLUMNS));
        yield whatBecomes(columns);
      } else if (isBroken) yield { found: 'problem', line, why: 'unclosedQuote', detail: (cells[0] ?? '').slice(0, 80) };
      else if (cells.some((cell) => cell.trim() !== '')) yield* person(new Row(columns, cells), line, world, blank, namesakes);
    }
  }
  if (!columns) throw new UnreadableFile('noHeader');
}

type Column = { heading: string; meaning: Meaning };

function columnsOf(headings: readonly string[]): Column[] {
  const meanings = headings.map(meaningOf);
  return headings.map((heading, index) => {
    const meaning = meanings[index] ?? 'unknown';
    const isSecond = HAD_ONCE.includes(meaning) && meanings.indexOf(meaning) < index;
    return { heading: cleaned(heading), meaning: isSecond ? 'detail' : meaning };
  });
}

/** Which separator makes headings of a row near the beginning. */
function delimiterOf(beginning: string): string | undefined {
  const lines = beginning.split('\n', MOST_ABOVE);
  return DELIMITERS.find((delimiter) => lines.some((line) => areHeadings(line.split(delimiter).map((cell) => cleaned(cell.replace(/^\s*"(.*)"\s*$/, '$1'))))));
}

function whatBecomes(columns: readonly Column[]): Found {
  const headings = (...meanings: Meaning[]) =>
    columns.filter(({ heading, meaning }) => heading !== '' && meanings.includes(meaning)).map(({ heading }) => heading);
  return { found: 'columns', asDetails: headings(...DETAILS), leftOut: headings('unknown') };
}

type Cell = Column & { text: string };

/** One row's cells by what they hold. */
class Row {
  readonly #columns: readonly Column[];
  readonly #cells: readonly string[];

  constructor(columns: readonly Column[], cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  all(...meanings: Meaning[]): Cell[] {
    return this.#columns.flatMap(({ heading, meaning }, index) => {
      const text = meanings.includes(meaning) ? unarmed(this.#cells[index] ?? '').trim() : '';
      return text === '' ? [] : [{ heading, meaning, text }];
    });
  }

  first(...meanings: Meaning[]): string {
    return this.all(...meanings)[0]?.text ?? '';
  }
}

function* person(row: Row, line: number, world: World, blank: Contact, namesakes: Namesakes): Generator<Found> {
  const { now, idFor } = world;
  const cells = row.all('address').map((cell) => ({ cell, pieces: piecesOf(cell.text).map((piece) => addressIn(piece, cell.heading, world)) }));
  const addresses = cells.flatMap(({ pieces }) => pieces.filter((piece) => piece !== undefined));
  const keys = [...new Set(addresses.flatMap(({ key }) => key ?? []))];
  const links = addresses.filter(({ key }) => key === undefined).map(({ url }) => ({ url }));
  const name =
    row.first('name') ||
    row
      .all('first', 'middle', 'last')
      .map(({ text }) => text)
      .join(' ') ||
    (keys[0] ?? '').replace(/^.*[:/]/, '');
  const named = Line.safeParse(name);
  if (!named.success) {
    yield { found: 'problem', line, why: 'nameless', detail: row.all(...DETAILS, 'note')[0]?.text.slice(0, 80) ?? '' };
    return;
  }

  // The same row of the same file is the same person, whenever it is read.
  const said = ['person', foldedWords(named.data).join(' '), foldedWords(row.first('organisation')).join(' '), row.first('email').toLowerCase()].join('\n');
  const traits = [...row.all('phone', 'birthday').map(({ text }) => text), ...addresses.map(({ url }) => url)];
  const identity = addresses.find(({ names }) => names)?.key ?? namesakes.identityOf(said, traits);
  const written = row.first('birthday');
  const birthday = written === '' ? undefined : writtenDate(written);
  const unread: { cell: Cell; why: Problem }[] = [
    ...(birthday === undefined ? row.all('birthday').map((cell) => ({ cell, why: 'unreadableDate' as const })) : []),
    ...cells.filter(({ pieces }) => pieces.includes(undefined)).map(({ cell }) => ({ cell, why: 'unreadableAddress' as const })),
  ];
  const details = [...row.all(...DETAILS), ...unread.map(({ cell }) => cell)].map(detail);
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
    customFields: [...new Map(details.map((one) => [`${one.label}\n${one.value}`, one])).values()].slice(0, 100),
    ...(birthday !== undefined && { birthday }),
    ...(howWeMet !== '' && { howWeMet }),
  });
  if (!contact.success) {
    yield { found: 'problem', line, why: 'notARecord', detail: named.data };
    return;
  }
  yield { found: 'item', item: { table: 'contacts', record: contact.data }, line };
  for (const { cell, why } of unread) yield { found: 'problem', line, why, detail: cell.text.slice(0, 80) };
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

/** Rows that say the same of name, work and e-mail are one person, unless each has something that tells people apart and they share none of it. */
class Namesakes {
  readonly #whose = new Map<string, string>();

  /** By what they are known who have these `traits`: the first of them by what is `said` alone. */
  identityOf(said: string, traits: readonly string[]): string {
    const [first] = traits;
    if (first === undefined) return said;
    const names = traits.map((trait) => `${said}\n${trait}`);
    const known = names.map((name) => this.#whose.get(name)).find((identity) => identity !== undefined);
    const identity = known ?? (this.#whose.has(said) ? `${said}\n${first}` : said);
    for (const name of [said, ...names]) this.#whose.set(name, identity);
    return identity;
  }
}

/** What programs and people fill in where there is nothing. */
const NOTHING = /^(?:n\/?a|nan|none|nil|null|undefined|unknown|tbd|yes|no|true|false|x)$/i;

/** What may be one address each, of a cell that may hold several; a word among others is no handle unless it is marked as one. */
function piecesOf(text: string): { text: string; mayBeHandle: boolean }[] {
  return text.split(/;|:::/).flatMap((part) => {
    const words = part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !NOTHING.test(word));
    return words.map((word) => ({ text: word, mayBeHandle: words.length === 1 || word.startsWith('@') }));
  });
}

/** `names` where whoever has it is known by it. */
type Address = { url: string; key?: ProfileKey; names: boolean };

/**
 * Of a column for one site: how handles look there, and the address before them. Whoever has a handle of those that were `always` read is
 * known by it; of the others people have the id that they had while those were not.
 */
const HANDLES = [
  {
    column: /linkedin/i,
    handle: /^(?:@|\/?in\/)?((?!.*linkedin\.com)[\p{L}\p{N}\p{M}._%-]+)$/iu,
    home: 'https://www.linkedin.com/in/',
    always: /^@?[\w-]+$/,
  },
  { column: /github/i, handle: /^@?([\w-]+)$/, home: 'https://github.com/', always: /^@?[\w-]+$/ },
  { column: /^(?:twitter|x)\b/i, handle: /^@?(\w+)$/, home: 'https://x.com/' },
  { column: /mastodon/i, handle: /^@?([\w.-]+@[\w.-]+)$/, home: 'https://mastodon.social/@' },
  { column: /bluesky/i, handle: /^@?([\w-]+(?:\.[\w-]+)+)$/, home: 'https://bsky.app/profile/' },
] satisfies { column: RegExp; handle: RegExp; home: string; always?: RegExp }[];

/** An address of the web, with or without its scheme, or a handle in a column for its site; undefined where it is neither. */
function addressIn({ text, mayBeHandle }: ReturnType<typeof piecesOf>[number], heading: string, { keyOf }: World): Address | undefined {
  const site = mayBeHandle ? HANDLES.find(({ column }) => column.test(heading)) : undefined;
  const handle = site?.handle.exec(text)?.[1];
  const parsed = URL.parse(site && handle ? `${site.home}${handle}` : /^https?:\/\//i.test(text) ? text : `https://${text}`);
  const isAddress = parsed !== null && parsed.hostname.includes('.') && parsed.username === '' && parsed.href.length <= 2000;
  if (!isAddress || !(parsed.protocol === 'https:' || parsed.protocol === 'http:')) return undefined;
  const key = keyOf(parsed.href);
  return { url: parsed.href, ...(key !== undefined && { key }), names: key !== undefined && (handle === undefined || (site?.always?.test(text) ?? false)) };
}

/** Tags as programs join them; Google puts a star before its own. */
function tagsIn(text: string): string[] {
  return text.split(/\s*(?:;|,|\||:::)\s*/).flatMap((tag) => {
    const name = tagName(tag.replace(/^\*\s*/, ''));
    return name === '' || name === 'mycontacts' ? [] : [name];
  });
}

/** What a cell says, a date in the one form in which it sorts. */
function detail({ heading, meaning, text }: Cell): Contact['customFields'][number] {
  return { label: heading, value: meaning === 'day' ? (writtenDate(text) ?? text) : text };
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
