/**
 * The database's versions, oldest first. A version once released is never changed, and this file imports nothing, so that
 * what it does to old data cannot change under it. Each has a test in tests/db/migrations.test.ts.
 */
export type Migration = {
  version: number;
  /** Dexie's index notation by table; null removes a table. */
  stores: Record<string, string | null>;
  /** Rewrites records in place. One that is broken stays as it is: a database whose upgrade fails does not open. */
  upgrade?: (records: (table: string) => Records) => Promise<void>;
};

/** All records of a table. */
type Records = {
  each(look: (record: Record<string, unknown>) => void): PromiseLike<void>;
  modify(rewrite: (record: Record<string, unknown>) => void): PromiseLike<unknown>;
};

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // profileKeys: who is this page or link about (one owner per key); nameWords: search by the beginning of any word;
      // updatedAt: the people last worked on, for an empty search; introducedBy: whom to tell when the introducer is merged;
      // tags: which tags are in use; rhythms: who ran over their cadence; monthDays: whose birthday or other day comes.
      contacts: 'id, &*profileKeys, *nameWords, updatedAt, introducedBy, *tags, *rhythms, *monthDays',
      // The notes of one contact, newest first.
      notes: 'id, [contactId+createdAt]',
      // The interactions of one contact.
      interactions: 'id, *contactIds',
      // status+dueAt: what is due, what is next, how many are pending; contactId: the reminders of one contact;
      // encounterKey: what opening a page brings up (only those awaiting an encounter have the property).
      reminders: 'id, [status+dueAt], contactId, encounterKey',
      // The ledger: newest first, and what was decided on lately; unshownSince: decided but not yet confirmed as shown (only those
      // records have the property); notificationId: what a notification speaks for.
      firings: 'id, firedAt, unshownSince, notificationId',
      // The circles of one contact.
      circles: 'id, *memberIds',
      // contactId+seenAt: the newest sighting of a contact; change: news that waits (only those records have the property).
      sightings: 'id, [contactId+seenAt], change',
      // What the page of one profile says of others, and what other pages say of it.
      claims: 'id, from, to',
      tags: 'name',
      deferrals: 'id, contactId',
      // at: whether anything was done since; listedAt: recent changes, newest first (parts of long work do not have the property);
      // recordIds: later commands on the same record; partOf: the slices of long work.
      journal: 'id, at, listedAt, *recordIds, partOf',
      // status: what is to be gone on with.
      longWorks: 'id, status, updatedAt',
      importSlices: '[importId+number]',
      importMerges: '[importId+from]',
      settings: 'id',
      // Search over all text: the words by their beginnings; whose number, and which number is next; who comes first; what is not
      // worked into these yet, oldest first; how far it was made.
      searchPages: 'key',
      searchPlaces: 'contactId, &number',
      searchStandings: 'block',
      searchChanges: '++seq',
      searchState: 'id',
      // What the background has to remember of its own work.
      chores: 'id',
    },
  },
  {
    version: 2,
    stores: {
      // until: which days of people's were put off to about today (what is settled does not have the property).
      deferrals: 'id, contactId, until',
    },
  },
  {
    version: 3,
    stores: {
      // organisations: whom one knows where somebody works.
      contacts: 'id, &*profileKeys, *nameWords, updatedAt, introducedBy, *tags, *rhythms, *monthDays, *organisations',
    },
    async upgrade(records) {
      const saidLast = new Map<unknown, Map<unknown, { seenAt: string; name: unknown }>>();
      await records('sightings').each((sighting) => {
        const { contactId, profileKey } = sighting;
        const seenAt = String(sighting['seenAt']);
        const profiles = saidLast.get(contactId) ?? new Map<unknown, { seenAt: string; name: unknown }>();
        saidLast.set(contactId, profiles);
        if (seenAt >= (profiles.get(profileKey)?.seenAt ?? '')) profiles.set(profileKey, { seenAt, name: at(sighting, 'profile', 'fields', 'organisation') });
      });
      await records('contacts').modify((contact) => {
        const { id, customFields } = contact;
        const said = [...(saidLast.get(id)?.values() ?? [])].map(({ name }) => name);
        const details = (Array.isArray(customFields) ? customFields : []).flatMap((detail) => {
          const value = at(detail, 'value');
          const isShort = typeof value === 'string' && value.length <= 200;
          return isShort && /^(company|companyname|organi[sz]ation|organi[sz]ationname|organi[sz]ation\d+name|employer)$/.test(folded(at(detail, 'label'), ''))
            ? [value]
            : [];
        });
        const organisations = [...said, ...details].map((name) => folded(name, ' '));
        contact['organisations'] = [...new Set(organisations)].filter((name) => name !== '');
      });
    },
  },
  {
    version: 4,
    stores: {
      // name: everybody in the order of their names. Written as the index is made anew.
      searchPlaces: 'contactId, &number, name',
    },
  },
  {
    version: 5,
    stores: {
      // formerIds: whom a file means by an id that is nobody's any more (only those who had another have the property).
      contacts: 'id, &*profileKeys, *nameWords, updatedAt, introducedBy, *tags, *rhythms, *monthDays, *organisations, *formerIds',
    },
    async upgrade(records) {
      // Some pages have another key since: whoever is kept under the former has both, unless somebody else is kept under the new one.
      const kept = new Set<unknown>();
      await records('contacts').each(({ profileKeys }) => {
        for (const key of listed(profileKeys)) kept.add(key);
      });
      await records('contacts').modify((contact) => {
        const keys = listed(contact['profileKeys']);
        const added = new Set(keys.map(keySince).filter((key) => !kept.has(key)));
        // No contact may have more than a hundred.
        if (added.size > 0) contact['profileKeys'] = [...keys, ...added].slice(0, 100);
        for (const key of added) kept.add(key);
      });
    },
  },
];

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/**
 * A key as it is since version 5: the first file of a folder is the folder, ResearchGate's names are joined by hyphens, and where a site of
 * Stack Exchange is talked about everybody is who they are there.
 */
export function keySince(key: string): string {
  return key
    .replace(/^(web:[^?]*?)(?:\/+index\.\w+)+$/i, '$1')
    .replace(/^researchgate:.*_.*/, (name) => name.replace(/_|(?<=_.*[a-z])(?=\d+$)/g, '-'))
    .replace(/^stackexchange:meta\.stackoverflow\.com\//, 'stackoverflow:')
    .replace(/^(stackexchange:(?!meta\.stack)(?:[\w-]+\.)*?)meta\./, '$1');
}

/** What lies at the end of a path; undefined where that breaks off. */
function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined), value);
}

/** The words of a text, each once, without case and accents; GitHub joins those of an organisation. */
function folded(text: unknown, between: string): string {
  const plain =
    typeof text === 'string'
      ? text
          .replace(/[@_-]+/g, ' ')
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLocaleLowerCase('und')
      : '';
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].join(between);
}
