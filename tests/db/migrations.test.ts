import 'fake-indexeddb/auto';
import type { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { KithDatabase } from '../../lib/db/database';
import { MIGRATIONS, type Migration } from '../../lib/db/migrations';

const NOTHING: Record<string, object[]> = {
  contacts: [],
  notes: [],
  interactions: [],
  reminders: [],
  circles: [],
  sightings: [],
  claims: [],
  tags: [],
  deferrals: [],
  firings: [],
  chores: [],
  journal: [],
  longWorks: [],
  importSlices: [],
  importMerges: [],
  settings: [],
  searchChanges: [],
  searchPages: [],
  searchPlaces: [],
  searchStandings: [],
  searchState: [],
};

const PUT_OFF = { id: 'date:a:birthday:2026-11-22', contactId: 'a', until: '2026-12-01', createdAt: '', updatedAt: '' };

const PLACE = { contactId: 'a', number: 7 };

const MIRA = {
  id: 'a',
  profileKeys: ['linkedin:in/mira', 'github:mira'],
  customFields: [
    { label: 'Company', value: 'Fjordlys AS' },
    { label: 'Position', value: 'Globex' },
  ],
};
const ODA = { id: 'b', profileKeys: ['web:odalind.example'], customFields: [{ label: 'Employer', value: 'x'.repeat(201) }] };
const owner = (id: string, ...profileKeys: string[]) => ({ id, profileKeys });
/** Their pages have another key since, but for the last two; one of them is kept under that already. */
const KEPT_BEFORE = [
  owner('a', 'web:ada.example/~ada/index.html', 'github:ada'),
  owner('b', 'researchgate:ada_b_example2', 'stackexchange:meta.askubuntu.com/12', 'stackexchange:pt.meta.stackoverflow.com/3'),
  owner('c', 'stackexchange:meta.stackoverflow.com/7', 'researchgate:oda_lind'),
  owner('d', 'researchgate:oda-lind'),
  owner('e', 'stackexchange:meta.stackexchange.com/7', 'researchgate:oda-lind2', 'web:uni.example/index.php?title=Ada'),
  { id: 'f' },
];
const KEPT_SINCE = [
  owner('a', 'web:ada.example/~ada/index.html', 'github:ada', 'web:ada.example/~ada'),
  {
    id: 'b',
    profileKeys: [
      'researchgate:ada_b_example2',
      'stackexchange:meta.askubuntu.com/12',
      'stackexchange:pt.meta.stackoverflow.com/3',
      'researchgate:ada-b-example-2',
      'stackexchange:askubuntu.com/12',
      'stackexchange:pt.stackoverflow.com/3',
    ],
  },
  owner('c', 'stackexchange:meta.stackoverflow.com/7', 'researchgate:oda_lind', 'stackoverflow:7'),
  ...KEPT_BEFORE.slice(3),
];
const BROKEN = { id: 'c', profileKeys: [], customFields: 'none' };
const seen = (number: number, profileKey: string, seenAt: string, organisation?: string) => ({
  id: `${number}`,
  contactId: 'a',
  profileKey,
  seenAt,
  profile: { fields: { ...(organisation && { organisation }) } },
});
/** In the order of their ids, which is not that of their times. */
const SEEN = [
  seen(1, 'linkedin:in/mira', '2026-03-01T00:00:00.000Z', 'Tarnwick Hydrology'),
  seen(2, 'linkedin:in/mira', '2025-03-01T00:00:00.000Z', 'Acme Labs'),
  seen(3, 'github:mira', '2026-02-01T00:00:00.000Z', '@globex'),
  { id: '4', contactId: 'b', profileKey: 'web:odalind.example', seenAt: '2026-02-01T00:00:00.000Z' },
];

/** Literal records as the version before left them, and as this version must leave them. A version without a case fails below. */
const CASES: Record<number, { before: Record<string, object[]>; after: Record<string, object[]> }> = {
  1: { before: {}, after: NOTHING },
  2: { before: { deferrals: [PUT_OFF] }, after: { ...NOTHING, deferrals: [PUT_OFF] } },
  3: {
    before: { contacts: [MIRA, ODA, BROKEN], sightings: SEEN },
    after: {
      ...NOTHING,
      contacts: [
        { ...MIRA, organisations: ['tarnwick hydrology', 'globex', 'fjordlys as'] },
        { ...ODA, organisations: [] },
        { ...BROKEN, organisations: [] },
      ],
      sightings: SEEN,
    },
  },
  4: { before: { searchPlaces: [PLACE] }, after: { ...NOTHING, searchPlaces: [PLACE] } },
  5: { before: { contacts: KEPT_BEFORE }, after: { ...NOTHING, contacts: KEPT_SINCE } },
};

async function migrate(name: string, migrations: readonly Migration[], before: Record<string, object[]>): Promise<Dexie> {
  const older = migrations.slice(0, -1);
  if (older.length > 0) {
    const old = new KithDatabase(name, older);
    for (const [table, records] of Object.entries(before)) await old.table(table).bulkPut(records);
    old.close();
  }
  return new KithDatabase(name, migrations).open();
}

const contents = async (db: Dexie) => Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));

describe.each(MIGRATIONS.map((_, index) => MIGRATIONS.slice(0, index + 1)))('Version %#', (...migrations) => {
  const { version } = migrations.at(-1)!;

  test('has a case, and turns the version before into itself', async () => {
    const { before, after } = CASES[version]!;
    expect(await contents(await migrate(`migration-${version}`, migrations, before))).toEqual(after);
  });
});

test('an upgrade rewrites old records in place', async () => {
  const versions: Migration[] = [
    { version: 1, stores: { people: 'id' } },
    {
      version: 2,
      stores: { people: 'id, name' },
      upgrade: async (records) => void (await records('people').modify((one) => void (one.name = `${one.first} ${one.last}`))),
    },
  ];
  const db = await migrate('upgrade', versions, { people: [{ id: 'a', first: 'Mira', last: 'Santos' }] });
  expect(await db.table('people').where('name').equals('Mira Santos').count()).toBe(1);
});
