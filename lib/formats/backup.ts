import { type ImportedTable, IMPORTED_TABLES, ImportItem } from '../model/import-item';
import { Instant } from '../model/temporal';
import { z } from '../model/zod';
import { type FileFormat, type Found, UnreadableFile } from './file-format';

/**
 * Everything kept, in one file: JSON, gzipped or not, that is also readable line by line, so that a hundred thousand people need not be
 * in memory at once.
 *
 *     {"kith":"backup","version":2,"at":"2026-11-24T08:00:00.000Z","records":[
 *     ["contacts",{…}],
 *     …
 *     ["deferrals",{…}]
 *     ],"counts":{"contacts":2,…}}
 *
 * The first line says what it is, and when it was begun; then each record stands on a line of its own as it is in lib/model, people
 * before what is about them. The last line says how many of each kind there are, so that it is known whether all are there: they are
 * counted as they are written, because others are kept and deleted meanwhile. Version 1 said at its beginning how many there were then.
 * Not in it are the journal of changes, which is the way back on one device and not what is kept, and the search index, which is made
 * from the records.
 */
export const BACKUP_VERSION = 2;

/** Of one record: far above the longest note. */
const MOST_IN_LINE = 4_000_000;

const Counts = z.partialRecord(z.enum(IMPORTED_TABLES), z.int().check(z.minimum(0)));
type Counts = z.infer<typeof Counts>;
const Head = z.strictObject({ kith: z.literal('backup'), version: z.int(), at: Instant, counts: z.optional(Counts) });
const End = z.strictObject({ records: z.tuple([]), counts: z.optional(Counts) });
const Line = z.tuple([z.enum(IMPORTED_TABLES), z.unknown()]);

export const BACKUP: FileFormat = {
  id: 'backup',
  source: 'backup',
  most: 2_000_000_000,
  recognises: (beginning) => /^\s*\{\s*"kith"\s*:\s*"backup"/.test(beginning),
  read,
};

/** The first line. */
export function backupHead(at: Instant): string {
  return `${JSON.stringify({ kith: 'backup', version: BACKUP_VERSION, at }).slice(0, -1)},"records":[\n`;
}

/** A line with a record; `isFirst` of all. */
export function backupLine(table: ImportedTable, record: object, isFirst: boolean): string {
  return `${isFirst ? '' : ',\n'}${JSON.stringify([table, record])}`;
}

/** The last line: how many records were written. */
export function backupEnd(counts: Counts): string {
  return `\n],${JSON.stringify({ counts }).slice(1)}\n`;
}

/** The file's name: fixed, and the day. */
export function backupName(day: string): string {
  return `kith-${day}.json.gz`;
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let items = 0;
  let expected: number | undefined;
  for await (const written of linesOf(text)) {
    line++;
    if (line === 1) {
      readHead(written);
      continue;
    }
    const plain = written.trim().replace(/,$/, '');
    if (plain.startsWith(']')) expected = readEnd(plain);
    else if (plain !== '') {
      const item = readItem(plain);
      items++;
      yield item ? { found: 'item', item, line } : { found: 'problem', why: 'notARecord', line, detail: plain.slice(0, 80) };
    }
  }
  if (line === 0) throw new UnreadableFile('empty');
  if (expected === undefined || items < expected) throw new UnreadableFile('truncated', line);
}

function readHead(written: string): void {
  const head = parsed(written.replace(/,\s*"records"\s*:\s*\[\s*$/, '}'));
  const version = z.looseObject({ version: z.number() }).safeParse(head).data?.version;
  if (version !== undefined && version > BACKUP_VERSION) throw new UnreadableFile('newerVersion', version);
  if (!Head.safeParse(head).success) throw new UnreadableFile('noHeader', 1);
}

/** How many records there are at least; undefined where this is no last line. */
function readEnd(written: string): number | undefined {
  const end = End.safeParse(parsed(`{"records":[${written}`)).data;
  return end && Object.values(end.counts ?? {}).reduce((sum, count) => sum + count, 0);
}

function readItem(written: string): ImportItem | undefined {
  const [table, record] = Line.safeParse(parsed(written)).data ?? [];
  return table === undefined ? undefined : ImportItem.safeParse({ table, record }).data;
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    // Undefined is no record: whoever asked says where.
    return undefined;
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const piece of text) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    if (begun.length > MOST_IN_LINE) throw new UnreadableFile('lineTooLong');
    yield* lines;
  }
  if (begun !== '') yield begun;
}
