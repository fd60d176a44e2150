import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addContact, deleteContact, editContact } from '../../lib/db/commands/contacts';
import { attachProfile, detachProfile, mergeContacts } from '../../lib/db/commands/identity';
import { deleteInteraction, editInteraction, logInteraction } from '../../lib/db/commands/interactions';
import { deleteNote, writeNote } from '../../lib/db/commands/notes';
import { claimDue } from '../../lib/db/commands/notify';
import { awaitEncounter, completeReminder, dismissReminder, editFollowUp, encounter, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import { carryOut, type Context } from '../../lib/db/journal';
import { doSlice } from '../../lib/db/long-work';
import { rebuildSearch } from '../../lib/db/rebuild-search';
import { searchPeople } from '../../lib/db/queries/search';
import { workInSearchChanges } from '../../lib/db/search-changes';
import { forgetSearchIndex } from '../../lib/db/search-index';
import { contactRow } from '../../lib/db/rows';
import { newContact } from '../../lib/model/contact';
import { DEFAULT_NOTIFYING } from '../../lib/model/notifying';
import { Refused } from '../../lib/model/refusal';
import { firingRules } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { eachEntry } from '../../lib/search/index-page';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(async () => {
  db = emptyDatabase();
  next = clockwork(db);
  await rebuildSearch(db);
});

/** What the index says, by word: whom it is found at, and how often. Numbers are of no account. */
async function index() {
  await workInSearchChanges(db);
  const ids = new Map((await db.searchPlaces.toArray()).map(({ contactId, number }) => [number, contactId]));
  const standings = new Map((await db.searchStandings.toArray()).map(({ block, values }) => [block, values]));
  const words: string[] = [];
  for (const page of await db.searchPages.toArray()) {
    const kind = page.key.slice(0, page.key.indexOf('/'));
    eachEntry(
      page,
      () => true,
      (number, word, near, far) => words.push(`${kind} ${word} ${ids.get(number)} ${near} ${far}`),
    );
  }
  const flags = [...ids].map(([number, contactId]) => `${contactId} ${(standings.get(Math.floor(number / 8192))?.[number % 8192] ?? 0) >>> 30}`);
  return { words: words.sort(), flags: flags.sort() };
}

async function rebuilt() {
  await forgetSearchIndex(db);
  await rebuildSearch(db);
  return index();
}

describe('The index after any commands', () => {
  const text = fc
    .array(fc.constantFrom('river', 'Łódź', 'talk', '王小明', "O'Brien", 'weaver', 'the', 'สมชาย', 'ai'), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  const pick = fc.nat();
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), text, pick }),
    fc.record({ do: fc.constant('rename' as const), text, pick }),
    fc.record({ do: fc.constant('detail' as const), text, pick }),
    fc.record({ do: fc.constant('note' as const), text, pick }),
    fc.record({ do: fc.constant('rewrite' as const), text, pick }),
    fc.record({ do: fc.constant('unnote' as const), text, pick }),
    fc.record({ do: fc.constant('log' as const), text, pick }),
    fc.record({ do: fc.constant('relog' as const), text, pick }),
    fc.record({ do: fc.constant('unlog' as const), text, pick }),
    fc.record({ do: fc.constant('remind' as const), text, pick }),
    fc.record({ do: fc.constant('remind' as const), text, pick }),
    fc.record({ do: fc.constant('reword' as const), text, pick }),
    fc.record({ do: fc.constant('snooze' as const), text, pick }),
    fc.record({ do: fc.constant('finish' as const), text, pick }),
    fc.record({ do: fc.constant('dismiss' as const), text, pick }),
    fc.record({ do: fc.constant('come due' as const), text, pick }),
    fc.record({ do: fc.constant('meet' as const), text, pick }),
    fc.record({ do: fc.constant('see' as const), text, pick }),
    fc.record({ do: fc.constant('merge' as const), text, pick }),
    fc.record({ do: fc.constant('attach' as const), text, pick }),
    fc.record({ do: fc.constant('detach' as const), text, pick }),
    fc.record({ do: fc.constant('delete' as const), text, pick }),
    fc.record({ do: fc.constant('work in' as const), text, pick }),
    fc.record({ do: fc.constant('undo' as const), text, pick }),
    fc.record({ do: fc.constant('undo' as const), text, pick }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function take({ do: verb, text, pick }: Step): Promise<unknown> {
    const some = async (table: 'contacts' | 'notes' | 'interactions' | 'reminders' | 'journal', shift = 0) => {
      const keys = await db[table].toCollection().primaryKeys();
      return keys[(pick + shift) % keys.length] ?? id();
    };
    const commandId = id();
    const contactId = await some('contacts');
    const content = { on: '2026-11-20', channel: 'call' as const, text, given: [{ benefit: 'knowledge' as const, text: 'maps' }], received: [] };
    switch (verb) {
      case 'add':
        return addContact(next(), { commandId, subject: { profile: profile(`person-${pick % 6}`, { name: text, headline: `Head of ${text}` }) } });
      case 'rename':
        return editContact(next(), { commandId, contactId, changes: { name: text } });
      case 'detail':
        return editContact(next(), {
          commandId,
          contactId,
          changes: { howWeMet: text, tags: text.split(' '), starred: pick % 2 === 0, archived: pick % 3 === 0 },
        });
      case 'note':
        return writeNote(next(), { commandId, subject: { contactId }, noteId: id(), text, draft: false });
      case 'rewrite':
        return writeNote(next(), { commandId, subject: { contactId }, noteId: await some('notes'), text, draft: false });
      case 'unnote':
        return deleteNote(next(), { commandId, noteId: await some('notes') });
      case 'log':
        return logInteraction(next(), { commandId, subject: { contactId }, interactionId: id(), content });
      case 'relog':
        return editInteraction(next(), { commandId, interactionId: await some('interactions'), content: { ...content, learned: text } });
      case 'unlog':
        return deleteInteraction(next(), { commandId, interactionId: await some('interactions') });
      case 'remind':
        return setFollowUp(next(), {
          commandId,
          subject: { contactId },
          reminderId: id(),
          text: pick % 5 === 0 ? '' : text,
          dueAt: '2026-11-21T09:00',
          ...(pick % 3 === 0 && { encounter: { kind: 'organisation', name: 'Tarnwick' } }),
          ...(pick % 3 === 1 && { recurrence: { rule: 'FREQ=DAILY', from: '2026-11-21T09:00' } }),
        });
      case 'reword':
        return editFollowUp(next(), { commandId, reminderId: await some('reminders'), text, dueAt: '2026-11-21T10:00' });
      case 'snooze':
        return snoozeReminder(next(), { commandId, reminderId: await some('reminders'), until: '2026-11-22T08:30' });
      case 'finish':
        return completeReminder(next(), { commandId, reminderId: await some('reminders') }, nextOccurrence);
      case 'dismiss':
        return dismissReminder(next(), { commandId, reminderId: await some('reminders'), last: pick % 2 === 0 }, nextOccurrence);
      case 'come due': {
        const context = next();
        return claimDue(context, firingRules(context.now, context.zone, DEFAULT_NOTIFYING, id));
      }
      case 'meet':
        return encounter(next(), ['organisation:tarnwick']);
      case 'see':
        return recordSighting(next(), profile(`person-${pick % 6}`, { name: text, organisation: text }));
      case 'merge':
        return mergeContacts(next(), { commandId, intoId: contactId, fromId: await some('contacts', 1) });
      case 'attach':
        return attachProfile(next(), { commandId, contactId, key: `github:person-${pick % 6}` });
      case 'detach':
        return detachProfile(next(), { commandId, contactId, key: `github:person-${pick % 6}` });
      case 'delete':
        return deleteContact(next(), { commandId, contactId });
      case 'work in':
        return workInSearchChanges(db);
      case 'undo':
        return undo(next(), { commandId, entryId: await some('journal') });
    }
  }

  const refusedAtMost = (error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  };

  test('is the one that would be made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        db = emptyDatabase();
        next = clockwork(db);
        await rebuildSearch(db);
        for (const one of steps) await take(one).catch(refusedAtMost);
        const kept = await index();
        expect(await db.searchState.get('index')).toMatchObject({ complete: true });
        expect(kept).toEqual(await rebuilt());
      }),
      { numRuns: 40 },
    );
  });

  test('is searched alike before and after they are worked in', async () => {
    const asked = ['r', 'river', 'rievr', 'lodz', '王小', "o'brien talk", 'weaver', 'ไทย'];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
        db = emptyDatabase();
        next = clockwork(db);
        await rebuildSearch(db);
        for (const one of steps) await take(one).catch(refusedAtMost);
        const found = () => Promise.all(asked.map((text) => searchPeople(db, text, 5)));
        const noted = await found();
        await workInSearchChanges(db);
        expect(await db.searchChanges.count()).toBe(0);
        expect(await found()).toEqual(noted);
      }),
      { numRuns: 40 },
    );
  });

  test('is the one that would be made anew, even where it was made while they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), fc.array(step, { minLength: 3, maxLength: 10 }), async (earlier, meanwhile) => {
        db = emptyDatabase();
        next = clockwork(db);
        for (const one of earlier) await take(one).catch(refusedAtMost);
        const rebuilding = rebuildSearch(db);
        for (const one of meanwhile) await take(one).catch(refusedAtMost);
        await rebuilding;
        expect(await index()).toEqual(await rebuilt());
      }),
      { numRuns: 40 },
    );
  });
});

describe('The index of the words of a follow-up', () => {
  const dueAt = '2026-11-22T08:30';
  let reminderId: string;
  beforeEach(async () => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile('mira') } });
    reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Send the xylophone', dueAt });
    await workInSearchChanges(db);
  });
  const noted = () => db.searchChanges.count();

  test('has nothing to take in when it comes due, is put off or waits for somebody', async () => {
    const context = next();
    await claimDue(context, firingRules(context.now, context.zone, DEFAULT_NOTIFYING, id));
    expect(await db.reminders.get(reminderId)).toMatchObject({ status: 'notified' });
    await snoozeReminder(next(), { commandId: id(), reminderId, until: '2027-01-05T09:00' });
    await awaitEncounter(next(), { commandId: id(), reminderId, encounter: { kind: 'person' } });
    expect(await noted()).toBe(0);
    expect(await index()).toEqual(await rebuilt());
  });

  test('does not say that its person was in touch or written about', async () => {
    const before = await db.searchStandings.toArray();
    await editFollowUp(next(), { commandId: id(), reminderId, text: 'Send the glockenspiel', dueAt });
    await workInSearchChanges(db);
    expect(await db.searchStandings.toArray()).toEqual(before);
  });
});

test('the index after a merge of much, and after its undo, is the one that would be made anew', async () => {
  const keep = async (handle: string) => (await addContact(next(), { commandId: id(), subject: { profile: profile(handle) } })).contactId ?? '';
  const [intoId, fromId] = [await keep('mira'), await keep('santos')];
  const notes = Array.from({ length: 600 }, (_, number) => ({
    id: id(),
    contactId: fromId,
    text: `river ${number % 7}`,
    draft: false,
    createdAt: NOW,
    updatedAt: NOW,
  }));
  await carryOut(next(), { id: id(), name: 'writeNote' }, (changes) => changes.makeAll(notes.map((after) => ({ table: 'notes', id: after.id, after }))));
  await setFollowUp(next(), { commandId: id(), subject: { contactId: fromId }, reminderId: id(), text: 'Send the xylophone', dueAt: '2027-01-05T09:00' });
  const expectFollowed = async () => {
    while (await doSlice(next()));
    const kept = await index();
    expect(await db.searchState.get('index')).toMatchObject({ complete: true });
    expect(kept).toEqual(await rebuilt());
  };
  const { entryId } = await mergeContacts(next(), { commandId: id(), intoId, fromId });
  await expectFollowed();
  await undo(next(), { commandId: id(), entryId });
  await expectFollowed();
});

/** How much is done at most, counted in what is put into maps, before whatever else waits in the worker has its turn. */
async function mostBetweenTurns(work: () => Promise<void>): Promise<number> {
  let done = 0;
  let most = 0;
  const turn = () => {
    most = Math.max(most, done);
    done = 0;
    waiting = setImmediate(turn);
  };
  let waiting = setImmediate(turn);
  const { set } = Map.prototype;
  Map.prototype.set = function <K, V>(this: Map<K, V>, key: K, value: V) {
    done++;
    return set.call(this, key, value);
  };
  await work().finally(() => {
    Map.prototype.set = set;
    clearImmediate(waiting);
  });
  return most;
}

describe('The index', () => {
  const keep = async (name: string) =>
    (await addContact(next(), { commandId: id(), subject: { profile: profile(name.replace(/\W/g, '-'), { name }) } })).contactId ?? '';

  test('is made in blocks, and a making that was stopped goes on where it was', async () => {
    await db.searchState.clear();
    for (const name of ['Mira Santos', 'Oda Lind', 'Tomas Berg']) await keep(name);
    const fails = { armed: true };
    db.searchPlaces.hook('creating', () => {
      if (fails.armed) throw new Error('the worker was stopped');
    });
    await expect(rebuildSearch(db)).rejects.toThrow('stopped');
    expect(await searchPeople(db, 'oda', 5)).toMatchObject({ indexed: 0, people: [{ name: 'Oda Lind' }] });
    fails.armed = false;
    await rebuildSearch(db);
    expect(await searchPeople(db, 'oda', 5)).toMatchObject({ indexed: 1, people: [{ name: 'Oda Lind' }] });
    expect(await index()).toEqual(await rebuilt());
  });

  test('is made in small steps, between which the worker answers whoever asks', async () => {
    // Two thousand people of whom the same was written, all of which stands on one page.
    const text = Array.from({ length: 40 }, (_, word) => `common${word}`).join(' ');
    const people = Array.from({ length: 2000 }, (_, number) => newContact(id(), `Person ${number}`, [], NOW, BERLIN));
    await db.contacts.bulkPut(people.map((contact) => contactRow({ ...contact, howWeMet: text }, undefined, [])));
    await forgetSearchIndex(db);
    expect(await mostBetweenTurns(() => rebuildSearch(db))).toBeLessThan(20_000);
    expect((await searchPeople(db, 'common39', 5)).count).toEqual({ found: 2000, by: 'all' });
  });

  test('of another version is made again', async () => {
    await keep('Mira Santos');
    await db.searchState.put({ id: 'index', version: 0, complete: true, after: '', first: 0 });
    await rebuildSearch(db);
    expect((await searchPeople(db, 'santos', 5)).people).toHaveLength(1);
  });

  test('that lost a page is noticed at the next change, and made again', async () => {
    const contactId = await keep('Mira Santos');
    await workInSearchChanges(db);
    await db.searchPages.clear();
    await editContact(next(), { commandId: id(), contactId, changes: { name: 'Mira Aalto' } });
    await workInSearchChanges(db);
    expect(await db.searchState.get('index')).toBeUndefined();
    await rebuildSearch(db);
    expect((await searchPeople(db, 'aalto', 5)).people).toHaveLength(1);
  });
});
