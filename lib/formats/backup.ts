import { type ImportedTable, IMPORTED_TABLES, ImportItem } from '../model/import-item';
import { Instant } from '../model/temporal';
import { z } from '../model/zod';
import { type FileFormat, type Found, UnreadableFile } from './file-format';

/**
 * Everything kept, in one file: JSON, gzipped or not, that is also readable line by line, so that a hundred thousand people need not be
 * in memory at once.
 *
 *     {"kith":"backup","version":1,"at":"2026-11-24T08:00:00.000Z","counts":{"contacts":2,…},"records":[
 *     ["contacts",{…}],
 *     …
 *     ["deferrals",{…}]
 *     ]}
 *
 * The first line says what it is, when it was made, and how many records of each kind follow; then each record stands on a line of its
 * own as it is in lib/model, people before what is about them. Not in it are the journal of changes, which is the way back on one
 * device and not what is kept, and the search index, which is made from the records.
 */
export const BACKUP_VERSION = 1;

/** Of one record: far above the longest note. */
const MOST_IN_LINE = 4_000_000;

const Head = z.strictObject({
  kith: z.literal('backup'),
  version: z.int(),
  at: Instant,
  counts: z.partialRecord(z.enum(IMPORTED_TABLES), z.int().check(z.minimum(0))),
});
const Line = z.tuple([z.enum(IMPORTED_TABLES), z.unknown()]);

export const BACKUP: FileFormat = {
  id: 'backup',
  source: 'backup',
  most: 2_000_000_000,
  recognises: (beginning) => /^\s*\{\s*"kith"\s*:\s*"backup"/.test(beginning),
  read,
};

/** The first line. */
export function backupHead(at: Instant, counts: Partial<Record<ImportedTable, number>>): string {
  return `${JSON.stringify({ kith: 'backup', version: BACKUP_VERSION, at, counts }).slice(0, -1)},"records":[\n`;
}

/** A line with a record; `isFirst` of all. */
export function backupLine(table: ImportedTable, record: object, isFirst: boolean): string {
  return `${isFirst ? '' : ',\n'}${JSON.stringify([table, record])}`;
}

/** The last line. */
export const BACKUP_END = '\n]}\n';

/** The file's name: fixed, and the day. */
export function backupName(day: string): string {
  return `kith-${day}.json.gz`;
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let items = 0;
  let expected = 0;
  let isWhole = false;
  for await (const written of linesOf(text)) {
    line++;
    if (line === 1) {
      expected = readHead(written);
      yield { found: 'count', items: expected };
      continue;
    }
    const plain = written.trim().replace(/,$/, '');
    if (plain === ']}') isWhole = true;
    else if (plain !== '') {
      const item = readItem(plain);
      items++;
      yield item ? { found: 'item', item, line } : { found: 'problem', why: 'notARecord', line, detail: plain.slice(0, 80) };
    }
  }
  if (line === 0) throw new UnreadableFile('empty');
  if (!isWhole || items < expected) throw new UnreadableFile('truncated', line);
}

function readHead(written: string): number {
  const head = parsed(written.replace(/,\s*"records"\s*:\s*\[\s*$/, '}'));
  const version = z.looseObject({ version: z.number() }).safeParse(head).data?.version;
  if (version !== undefined && version > BACKUP_VERSION) throw new UnreadableFile('newerVersion', version);
  const read = Head.safeParse(head);
  if (!read.success) throw new UnreadableFile('noHeader', 1);
  return Object.values(read.data.counts).reduce((sum, count) => sum + count, 0);
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
