import 'fake-indexeddb/auto';
import { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import type { Profile } from '../../lib/model/profile';
import { instantFromMilliseconds, millisecondsOf } from '../../lib/model/temporal';

let databases = 0;
let ids = 0;

/** A fresh database of its own. */
export function emptyDatabase(): KithDatabase {
  return new KithDatabase(`test-${++databases}`);
}

/** A UUIDv7 unlike any other of this run. */
export function id(): string {
  return `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
}

/** Sunday, 22 November 2026, nine in the morning in Berlin. */
export const NOW = '2026-11-22T08:00:00.000Z';
export const BERLIN = 'Europe/Berlin';

/** A command's surroundings; each call is a second later than the one before, as commands are. */
export function clockwork(db: KithDatabase, start = NOW): () => Context {
  let clock = millisecondsOf(start);
  return () => {
    clock += 1000;
    return { db, now: instantFromMilliseconds(clock), zone: BERLIN, newId: id };
  };
}

/** What a page said about an invented person. */
export function profile(handle = 'mira-santos', fields: Profile['fields'] = { name: 'Mira Santos', headline: 'Head of Research' }): Profile {
  return {
    key: `linkedin:in/${handle}`,
    url: `https://www.linkedin.com/in/${handle}/`,
    handle,
    aliases: [],
    fields,
    sources: Object.fromEntries(Object.keys(fields).map((field) => [field, 'test'])),
  };
}
