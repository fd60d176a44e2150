import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKUP, backupEnd, backupHead, backupLine, backupName } from '../../../lib/formats/backup';
import { newContact } from '../../../lib/model/contact';
import { type ImportItem, IMPORTED_TABLES } from '../../../lib/model/import-item';
import { cleanLine, cleanText } from '../../../lib/model/text';
import { BERLIN, NOW } from '../../support/builders';
import { found, itemsIn } from './support/reading';

const uuid = fc.nat(1e9).map((number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const text = fc.string({ unit: 'grapheme' }).map((raw) => cleanText(raw));
const line = fc.string({ unit: 'grapheme', minLength: 1 }).map((raw) => cleanLine(`n${raw}`));
const instant = fc.constant(NOW);
const item: fc.Arbitrary<ImportItem> = fc.oneof(
  fc.record({ id: uuid, name: line, tags: fc.array(line), howWeMet: text, starred: fc.boolean() }).map(({ id, name, ...rest }) => ({
    table: 'contacts' as const,
    record: { ...newContact(id, name, [], NOW, BERLIN), ...rest },
  })),
  fc
    .record({ id: uuid, contactId: uuid, text, draft: fc.boolean(), createdAt: instant, updatedAt: instant })
    .map((record) => ({ table: 'notes' as const, record })),
  fc.record({ name: line, label: line, createdAt: instant, updatedAt: instant }).map((record) => ({ table: 'tags' as const, record })),
);

function written(items: readonly ImportItem[]): string {
  const counts = Object.fromEntries(IMPORTED_TABLES.map((table) => [table, items.filter((one) => one.table === table).length]));
  return backupHead(NOW) + items.map(({ table, record }, index) => backupLine(table, record, index === 0)).join('') + backupEnd(counts);
}

const NOTE: ImportItem = {
  table: 'notes',
  record: {
    id: '01900000-0000-7000-8000-000000000001',
    contactId: '01900000-0000-7000-8000-000000000002',
    text: 'At the lake',
    draft: false,
    createdAt: NOW,
    updatedAt: NOW,
  },
};

describe('A backup', () => {
  test('is JSON, and read back is what was written, wherever its pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 20 }), fc.integer({ min: 1, max: 200 }), async (items, pieceLength) => {
        const file = written(items);
        expect(JSON.parse(file)).toMatchObject({
          kith: 'backup',
          version: 2,
          records: items.map(({ table, record }) => [table, JSON.parse(JSON.stringify(record))]),
        });
        expect(BACKUP.recognises(file.slice(0, 100))).toBe(true);
        expect(await itemsIn(BACKUP, file, pieceLength)).toEqual(items);
      }),
    );
  });

  test('of the first version is read whatever it said at its beginning, as long as it has its end', async () => {
    const first = `{"kith":"backup","version":1,"at":"${NOW}","counts":{"notes":2},"records":[\n${backupLine('notes', NOTE.record, true)}\n]}\n`;
    expect(await itemsIn(BACKUP, first)).toEqual([NOTE]);
    await expect(found(BACKUP, first.replace('\n]}\n', ''))).rejects.toThrow('truncated');
  });

  test('has a fixed name with the day', () => expect(backupName('2026-11-24')).toBe('kith-2026-11-24.json.gz'));

  test.each<[string, (file: string) => string, string]>([
    ['cut off within a line', (file) => file.slice(0, -20), 'truncated'],
    ['cut off after a line', (file) => file.replace(/\n\].*\n$/, ''), 'truncated'],
    ['cut off in the last line', (file) => file.slice(0, -3), 'truncated'],
    ['from which a record was taken', (file) => file.replace(/\["notes".*\n/, ''), 'truncated'],
    ['of a later version', (file) => file.replace('"version":2', '"version":3,"more":{}'), 'newerVersion 3'],
    ['with a head of another kind', (file) => file.replace('"version":2', '"version":"two"'), 'noHeader 1'],
    ['with nothing in it', () => '', 'empty'],
  ])('%s is refused whole', async (_, damage, why) => {
    await expect(found(BACKUP, damage(written([NOTE])))).rejects.toThrow(why);
  });

  test.each<[string, (file: string) => string]>([
    ['is no JSON', (file) => file.replace('{"id"', '{id')],
    ['has a field of its own', (file) => file.replace('"draft":false', '"draft":false,"__proto__":{"evil":1},"x":1')],
    ['is nested beyond all measure', (file) => file.replace('"At the lake"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['is of a table that is none', (file) => file.replace('"notes",', '"journal",')],
    ['is of a date that is none', (file) => file.replace(`"createdAt":"${NOW}"`, '"createdAt":"2024-02-30T00:00:00.000Z"')],
  ])('names the line of a record that %s, and reads the others', async (_, damage) => {
    const other = { ...NOTE, record: { ...NOTE.record, id: '01900000-0000-7000-8000-000000000003', text: 'Of the other' } } as ImportItem;
    const read = await found(BACKUP, damage(written([NOTE, other])), 5000);
    expect(read).toMatchObject([
      { found: 'problem', line: 2, why: 'notARecord' },
      { found: 'item', item: other, line: 3 },
    ]);
    expect(({} as { evil?: number }).evil).toBeUndefined();
  });
});
