import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editContact } from '../../lib/db/commands/contacts';
import { addContact } from '../../lib/db/commands/contacts';
import { attachProfile, detachProfile, mergeContacts } from '../../lib/db/commands/identity';
import { deferAction } from '../../lib/db/commands/deferrals';
import { deleteInteraction, logInteraction } from '../../lib/db/commands/interactions';
import { claimDue, confirmShown, firingsOf, outlook, unshown } from '../../lib/db/commands/notify';
import { awaitEncounter, completeReminder, dismissReminder, editFollowUp, encounter, setFollowUp, snoozeReminder } from '../../lib/db/commands/reminders';
import { writeNote } from '../../lib/db/commands/notes';
import { setNotifying } from '../../lib/db/commands/settings';
import { recordSighting } from '../../lib/db/commands/sightings';
import { setTagCadence } from '../../lib/db/commands/tags';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase, ReminderRow } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { followerDueAt } from '../../lib/db/queries/followers';
import { ledgerLines } from '../../lib/db/queries/ledger';
import { countLapses, lapses } from '../../lib/db/queries/lapses';
import { pendingActions, pendingDates, reasonsFor } from '../../lib/db/queries/pending-actions';
import { personView } from '../../lib/db/queries/people';
import { whatWaits } from '../../lib/db/queries/what-waits';
import { contactRow } from '../../lib/db/rows';
import { lapsesOn } from '../../lib/model/cadence';
import { type ContactChanges, newContact } from '../../lib/model/contact';
import { encounterKeys } from '../../lib/model/encounter';
import { DEFAULT_NOTIFYING, type Notifying } from '../../lib/model/notifying';
import { listOf } from '../../lib/model/prepared-list';
import { addDays, addTo, instantFromMilliseconds, instantOf, millisecondsOf, today } from '../../lib/model/temporal';
import { firingRules, nextWake } from '../../lib/reminders/plan';
import { nextOccurrence } from '../../lib/reminders/recurrence';
import { BERLIN, emptyDatabase, id, NOW, profile } from '../support/builders';

const TODAY = '2026-11-22';
const EVERY_6_WEEKS = { every: 6, unit: 'week' as const };

/** A database in which time moves by itself, a second for each command, and wherever it is told to. */
function world(start = NOW) {
  const db = emptyDatabase();
  let clock = millisecondsOf(start);
  const at = (now: string): Context => ({ db, now, zone: BERLIN, newId: id });
  const next = () => at(instantFromMilliseconds((clock += 1000)));
  const keep = async (name: string, changes: ContactChanges = {}) => {
    const { contactId = '' } = await addContact(next(), { commandId: id(), subject: { profile: profile(name.toLowerCase(), { name }) } });
    await editContact(next(), { commandId: id(), contactId, changes });
    return contactId;
  };
  const meet = async (contactId: string, on: string) => {
    const interactionId = id();
    await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId, content: { on, channel: 'coffee', given: [], received: [] } });
    return interactionId;
  };
  const notify = (now: string, notifying: Partial<Notifying> = {}) =>
    claimDue(at(now), firingRules(now, BERLIN, { ...DEFAULT_NOTIFYING, workingDays: [1, 2, 3, 4, 5, 6, 7], ...notifying }, id));
  const show = async (now: string) => {
    const decided = await unshown(db);
    for (const notificationId of new Set(decided.map((firing) => firing.notificationId))) await confirmShown(at(now), notificationId);
    return decided;
  };
  const drifting = async (date = TODAY) => (await lapses(db, date, 10)).map(({ contact, lapsedOn }) => [contact.name, lapsedOn]);
  return { db, at, next, keep, meet, notify, show, drifting };
}

const morning = (date: string, time = '09:00') => instantOf(`${date}T${time}`, BERLIN);

describe('A cadence', () => {
  test('runs out so long after the last contact, and a new contact restarts it', async () => {
    const { keep, meet, drifting } = world();
    const contactId = await keep('Mira', { cadence: EVERY_6_WEEKS });
    expect(await drifting()).toEqual([]);
    const meeting = await meet(contactId, '2026-10-10');
    expect(meeting).toBeTruthy();
    expect(await drifting('2026-11-20')).toEqual([]);
    expect(await drifting('2026-11-21')).toEqual([['Mira', '2026-11-21']]);
    await meet(contactId, '2026-11-22');
    expect(await drifting('2026-11-22')).toEqual([]);
  });

  test('of somebody never contacted runs out so long after the day it was where they were kept, to the day, wherever one is then', async () => {
    const zones = fc.constantFrom('Pacific/Kiritimati', 'Asia/Kathmandu', BERLIN, 'America/New_York', 'Pacific/Pago_Pago');
    const cadences = fc.record({ every: fc.integer({ min: 1, max: 14 }), unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 24 * 400 }), zones, zones, cadences, fc.boolean(), async (hours, zone, elsewhere, cadence, byTag) => {
        const { db } = world();
        const now = instantFromMilliseconds(millisecondsOf('2026-01-01T00:00:00.000Z') + hours * 3_600_000);
        const there: Context = { db, now, zone, newId: id };
        const { contactId = '' } = await addContact(there, { commandId: id(), subject: { profile: profile() } });
        await setTagCadence(there, { commandId: id(), label: 'mentor', cadence });
        // The row is written anew where one has travelled to.
        await editContact({ ...there, zone: elsewhere }, { commandId: id(), contactId, changes: byTag ? { tags: ['mentor'] } : { cadence } });
        const day = lapsesOn(today(now, zone), cadence);
        expect(await lapses(db, addDays(day, -1), 1)).toEqual([]);
        expect(await lapses(db, day, 1)).toMatchObject([{ lapsedOn: day }]);
      }),
      { numRuns: 200 },
    );
  });

  test('counts from the day somebody was kept while no contact is recorded', async () => {
    const { keep, drifting } = world();
    await keep('Mira', { cadence: { every: 1, unit: 'month' } });
    expect(await drifting('2026-12-21')).toEqual([]);
    expect(await drifting('2026-12-22')).toEqual([['Mira', '2026-12-22']]);
  });

  test('of two who turn out to be one counts from the day on which the first of them was kept', async () => {
    const { db, at, next, keep, drifting } = world();
    const inPagoPago = { ...at('2026-11-20T08:00:00.000Z'), zone: 'Pacific/Pago_Pago' };
    const { contactId: fromId = '' } = await addContact(inPagoPago, { commandId: id(), subject: { profile: profile('earlier') } });
    const intoId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await mergeContacts(next(), { commandId: id(), intoId, fromId });
    expect(await drifting('2026-11-25')).toEqual([]);
    expect(await drifting('2026-11-26')).toEqual([['Mira', '2026-11-26']]);
    expect(await db.contacts.get(intoId)).toMatchObject({ keptOn: '2026-11-19' });
  });

  test('a plan to meet does not count as contact until its day has come', async () => {
    const { keep, meet, drifting } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await meet(contactId, '2026-11-01');
    await meet(contactId, '2026-12-10');
    expect(await drifting('2026-12-09')).toEqual([['Mira', '2026-11-08']]);
    expect(await drifting('2026-12-10')).toEqual([]);
  });

  test('taking the contact back brings the lapse back', async () => {
    const { keep, meet, drifting, next } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await meet(contactId, '2026-11-01');
    const interactionId = await meet(contactId, TODAY);
    expect(await drifting()).toEqual([]);
    const { entryId } = await deleteInteraction(next(), { commandId: id(), interactionId });
    expect(await drifting()).toEqual([['Mira', '2026-11-08']]);
    await undo(next(), { commandId: id(), entryId });
    expect(await drifting()).toEqual([]);
  });

  test('comes from a tag, the shortest of several, and gives way to the contact’s own', async () => {
    const { db, keep, meet, drifting, next } = world();
    const mira = await keep('Mira', { tags: ['mentors', 'board'] });
    const ada = await keep('Ada', { tags: ['mentors'], cadence: { every: 1, unit: 'year' } });
    for (const contactId of [mira, ada]) await meet(contactId, '2026-10-01');
    expect(await drifting()).toEqual([]);
    await setTagCadence(next(), { commandId: id(), label: 'Mentors', cadence: { every: 3, unit: 'week' } });
    expect(await drifting()).toEqual([['Mira', '2026-10-22']]);
    await setTagCadence(next(), { commandId: id(), label: 'Board', cadence: { every: 1, unit: 'week' } });
    expect(await drifting()).toEqual([['Mira', '2026-10-08']]);
    expect((await personView(db, mira, NOW, BERLIN))?.rhythm).toMatchObject({
      cadence: { every: 1, unit: 'week' },
      tag: { label: 'Board' },
      lapsesOn: '2026-10-08',
    });
    const { entryId } = await setTagCadence(next(), { commandId: id(), label: 'Board', cadence: null });
    expect(await drifting()).toEqual([['Mira', '2026-10-22']]);
    await undo(next(), { commandId: id(), entryId });
    expect(await drifting()).toEqual([['Mira', '2026-10-08']]);
  });

  test.each(['archived', 'neverRemind'] as const)('says nothing of somebody %s', async (state) => {
    const { keep, meet, drifting, next } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await meet(contactId, '2026-11-01');
    expect(await drifting()).toHaveLength(1);
    await editContact(next(), { commandId: id(), contactId, changes: { [state]: true } });
    expect(await drifting()).toEqual([]);
    await editContact(next(), { commandId: id(), contactId, changes: { [state]: false } });
    expect(await drifting()).toEqual([['Mira', '2026-11-08']]);
  });

  test('put off, it comes back on the day', async () => {
    const { keep, meet, drifting, next } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await meet(contactId, '2026-11-01');
    await deferAction(next(), { commandId: id(), actionId: `cadence:${contactId}`, contactId, until: '2026-11-25' });
    expect(await drifting('2026-11-24')).toEqual([]);
    expect(await drifting('2026-11-25')).toEqual([['Mira', '2026-11-08']]);
  });

  test.each([TODAY, '2026-11-23'])('put off on 22 November, it starts anew with a contact on %s', async (met) => {
    const { keep, meet, drifting, next } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'week' } });
    await meet(contactId, '2026-11-01');
    await deferAction(next(), { commandId: id(), actionId: `cadence:${contactId}`, contactId, until: '2026-12-25' });
    await meet(contactId, met);
    expect(await drifting(addDays(met, 6))).toEqual([]);
    expect(await drifting(addDays(met, 7))).toEqual([['Mira', addDays(met, 7)]]);
  });

  test('put off in the morning of the other side of the world, it stays so', async () => {
    const { db, keep, meet, drifting } = world();
    const contactId = await keep('Mira', { cadence: { every: 1, unit: 'day' } });
    await meet(contactId, '2026-11-23');
    const morningInAuckland: Context = { db, now: '2026-11-23T20:00:00.000Z', zone: 'Pacific/Auckland', newId: id };
    await deferAction(morningInAuckland, { commandId: id(), actionId: `cadence:${contactId}`, contactId, until: '2026-12-25' });
    expect(await drifting('2026-11-25')).toEqual([]);
  });

  test('whatever is logged, planned, deleted and undone, the people listed are those whose cadence ran out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.integer({ min: 0, max: 2 }),
            what: fc.constantFrom('meet', 'plan', 'delete', 'undo', 'never', 'again'),
            days: fc.integer({ min: 0, max: 60 }),
          }),
          { maxLength: 14 },
        ),
        fc.integer({ min: 0, max: 70 }),
        async (deeds, later) => {
          const { db, keep, meet, next, drifting } = world();
          await setTagCadence(next(), { commandId: id(), label: 'often', cadence: { every: 2, unit: 'week' } });
          const people = [
            { contactId: await keep('Own', { cadence: { every: 3, unit: 'week' } }), days: 21 },
            { contactId: await keep('Tag', { tags: ['often'] }), days: 14 },
            { contactId: await keep('None', { tags: ['seldom'] }), days: Number.POSITIVE_INFINITY },
          ];
          const made: string[] = [];
          let entryId: string | undefined;
          for (const { who, what, days } of deeds) {
            const { contactId } = people[who]!;
            if (what === 'meet') made.push(await meet(contactId, addDays(TODAY, -days)));
            if (what === 'plan') made.push(await meet(contactId, addDays(TODAY, days)));
            const interactionId = made.at(-1);
            if (what === 'delete' && interactionId) {
              made.pop();
              ({ entryId } = await deleteInteraction(next(), { commandId: id(), interactionId }));
            }
            if (what === 'undo' && entryId) await undo(next(), { commandId: id(), entryId });
            if (what === 'never') await editContact(next(), { commandId: id(), contactId, changes: { neverRemind: true } });
            if (what === 'again') await editContact(next(), { commandId: id(), contactId, changes: { neverRemind: false } });
          }
          const date = addDays(TODAY, later);
          const expected = [];
          for (const { contactId, days } of people) {
            const view = (await personView(db, contactId, instantOf(`${date}T12:00`, BERLIN), BERLIN))!;
            const since = view.lastContact?.on ?? TODAY;
            if (!view.contact.neverRemind && Number.isFinite(days) && addDays(since, days) <= date) expected.push(view.contact.name);
          }
          expect((await drifting(date)).map(([name]) => name).sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('A nudge', () => {
  test('comes once for each lapse, at most so many a day, those first who are most over for their cadence', async () => {
    const { keep, meet, notify, show, db } = world();
    for (const [name, every, on] of [
      ['Yearly', 52, '2025-11-01'],
      ['Weekly', 1, '2026-10-01'],
      ['Monthly', 4, '2026-10-20'],
    ] as const) {
      await meet(await keep(name, { cadence: { every, unit: 'week' } }), on);
    }
    const names = async (now: string) => {
      await notify(now, { nudgesPerDay: 2 });
      const decided = await show(now);
      return Promise.all(decided.map(async ({ contactId }) => ((await db.contacts.get(contactId)) as { name: string }).name));
    };
    expect(await names(morning(TODAY, '08:59'))).toEqual([]);
    expect((await names(morning(TODAY))).sort()).toEqual(['Monthly', 'Weekly']);
    expect(await names(morning(TODAY, '15:00'))).toEqual([]);
    expect(await names(morning('2026-11-23'))).toEqual(['Yearly']);
    expect(await names(morning('2026-11-24'))).toEqual([]);
  });

  test('stays away on days off, and all of them together are one notification', async () => {
    const { keep, meet, notify, show } = world();
    for (const name of ['Ada', 'Mira']) await meet(await keep(name, { cadence: { every: 1, unit: 'week' } }), '2026-10-01');
    await notify(morning('2026-11-22'), { workingDays: [1, 2, 3, 4, 5] });
    expect(await show(morning('2026-11-22'))).toEqual([]);
    await notify(morning('2026-11-23'), { workingDays: [1, 2, 3, 4, 5] });
    const decided = await show(morning('2026-11-23'));
    expect(decided).toHaveLength(2);
    expect(new Set(decided.map(({ notificationId }) => notificationId)).size).toBe(1);
  });

  test('comes to everybody in the end, once for each lapse and never to more in a day than asked for, whatever days Kith sleeps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ weeks: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 0, max: 80 }) }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 15, maxLength: 15 }),
        async (people, perDay, sleeps) => {
          const { keep, meet, notify, show, drifting } = world();
          for (const [index, { weeks, days }] of people.entries()) {
            await meet(await keep(`Person${index}`, { cadence: { every: weeks, unit: 'week' } }), addDays(TODAY, -days));
          }
          const told: string[] = [];
          let date = TODAY;
          // Two months on every cadence has run out; from then on there is a day for each.
          for (const sleep of [...sleeps, 63, ...people.map(() => 0)]) {
            const ofDay = [];
            for (const time of ['08:00', '09:00', '17:00']) {
              await notify(morning(date, time), { nudgesPerDay: perDay });
              ofDay.push(...(await show(morning(date, time))).map(({ subjectId }) => subjectId));
            }
            expect(ofDay.length).toBeLessThanOrEqual(perDay);
            told.push(...ofDay);
            date = addDays(date, 1 + sleep);
          }
          expect(new Set(told).size, 'nobody twice').toBe(told.length);
          expect(told).toHaveLength(people.length);
          expect(await drifting(date)).toHaveLength(Math.min(people.length, 10));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('Two who turn out to be one', () => {
  const merge = async () => {
    const there = world('2026-11-20T08:00:00.000Z');
    const { keep, next, notify, show } = there;
    const often = { every: 1, unit: 'week' as const };
    const work = { label: 'At Globex', date: '--11-22' };
    const intoId = await keep('Mira', { dates: [{ id: 'theirs', ...work }] });
    const fromId = await keep('Santos', { birthday: '--11-22', cadence: often, dates: [{ id: 'others', ...work }] });
    await there.meet(fromId, '2026-11-01');
    const reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId: fromId }, reminderId, text: 'Call', dueAt: '2026-11-22T09:00' });
    await notify(morning(TODAY));
    await show(morning(TODAY));
    const tell = async (date: string) => {
      await notify(morning(date));
      return (await show(morning(date))).map(({ kind }) => kind);
    };
    const commandId = id();
    const merged = () => mergeContacts(next(), { commandId, intoId, fromId });
    const everything = async () => Promise.all([there.db.firings, there.db.deferrals].map((table) => table.toCollection().sortBy('id')));
    return { ...there, intoId, fromId, reminderId, tell, commandId, merged, everything };
  };

  test('are told of nothing again that either was told of, and the ledger says what became of it', async () => {
    const { db, merged, tell } = await merge();
    await merged();
    expect(await tell('2026-11-23')).toEqual([]);
    const lines = await ledgerLines(db, morning('2026-11-23'), BERLIN, 10);
    expect(lines.map(({ kind, name, outcome }) => [kind, name, outcome.is]).sort()).toEqual([
      ['cadence', 'Mira', 'waits'],
      ['date', 'Mira', 'waits'],
      ['date', 'Mira', 'waits'],
      ['date', 'Mira', 'waits'],
      ['reminder', 'Mira', 'waits'],
    ]);
  });

  test('have settled what was settled of either, and put off what was put off last', async () => {
    const { db, next, intoId, fromId, merged, tell } = await merge();
    const defer = (contactId: string, action: string, until: string | null) =>
      deferAction(next(), { commandId: id(), actionId: action.replace('*', contactId), contactId, until });
    await defer(fromId, 'date:*:birthday:2026-11-22', null);
    await defer(intoId, 'date:*:theirs:2026-11-22', '2026-11-24');
    await defer(fromId, 'date:*:others:2026-11-22', null);
    await defer(fromId, 'cadence:*', '2026-11-25');
    await defer(intoId, 'cadence:*', '2026-11-27');
    await merged();
    expect((await pendingActions(db, morning('2026-11-23'), BERLIN, 10)).actions.map(({ kind }) => kind)).toEqual(['reminder']);
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) expect(await tell(date)).toEqual([]);
    expect(await tell('2026-11-27')).toEqual(['cadence']);
  });

  test('have their news put off as it was', async () => {
    const { db, next, fromId, merged } = await merge();
    for (const organisation of ['Acme', 'Globex']) await recordSighting(next(), profile('santos', { name: 'Santos', organisation }));
    const news = async () => (await pendingActions(db, morning(TODAY), BERLIN, 10)).actions.filter(({ kind }) => kind === 'change');
    const [change] = await news();
    await deferAction(next(), { commandId: id(), actionId: change?.id ?? '', contactId: fromId, until: '2026-12-24' });
    await merged();
    expect(await news()).toEqual([]);
  });

  test('are two again with all that was told of each and put off, once that is undone', async () => {
    const { next, intoId, fromId, commandId, merged, everything } = await merge();
    for (const [contactId, dateId] of [
      [intoId, 'theirs'],
      [fromId, 'others'],
      [fromId, 'birthday'],
    ] as const)
      await deferAction(next(), { commandId: id(), actionId: `date:${contactId}:${dateId}:2026-11-22`, contactId, until: '2026-11-29' });
    const before = await everything();
    await merged();
    const after = await everything();
    expect(after.flat()).toHaveLength(before.flat().length - 1);
    await undo(next(), { commandId: id(), entryId: commandId });
    expect(await everything()).toEqual(before);
  });

  test('keep what stands notified: its notification speaks of somebody who is there', async () => {
    const { db, merged, intoId } = await merge();
    const standing = ((await db.firings.toArray()) as { notificationId: string }[]).map(({ notificationId }) => notificationId);
    await merged();
    expect((await firingsOf(db, standing)).map(({ contactId }) => contactId)).toEqual(Array(5).fill(intoId));
  });
});

describe('A day that comes every year', () => {
  const named = async (db: KithDatabase, date: string) => {
    const { actions } = await pendingActions(db, instantOf(`${date}T12:00`, BERLIN), BERLIN, 10);
    return actions.flatMap((action) => (action.kind === 'date' ? [[action.label ?? 'birthday', action.on, action.urgency, action.years]] : []));
  };

  test('is listed a week ahead and a week after, with the years where they are known', async () => {
    const { db, keep } = world();
    await keep('Mira', { birthday: '1986-11-29', dates: [{ id: 'work', label: 'At Globex', date: '--12-02' }] });
    expect(await named(db, '2026-11-21')).toEqual([]);
    expect(await named(db, '2026-11-22')).toEqual([['birthday', '2026-11-29', 'week', 40]]);
    expect(await named(db, '2026-11-29')).toEqual([
      ['birthday', '2026-11-29', 'today', 40],
      ['At Globex', '2026-12-02', 'week', undefined],
    ]);
    expect((await named(db, '2026-12-06'))[0]).toEqual(['birthday', '2026-11-29', 'overdue', 40]);
    expect((await named(db, '2026-12-07'))[0]?.[0]).toBe('At Globex');
  });

  test('is of one person what it is in the list of all that waits: coming, missed, put off, settled or not to be told', async () => {
    const { db, keep, next } = world();
    const mira = await keep('Mira', { birthday: '1986-11-29', dates: [{ id: 'work', label: 'At Globex', date: '--12-02' }] });
    const rune = await keep('Rune', { birthday: '--12-05' });
    const away = await keep('Away', { birthday: '--11-29', archived: true });
    await setNotifying(next(), { commandId: id(), changes: { datesDaysAhead: 14 } });
    const listed = async (date: string) => {
      const { actions } = await pendingActions(db, instantOf(`${date}T12:00`, BERLIN), BERLIN, 10);
      const ofEach = await Promise.all([mira, rune, away].map((contactId) => pendingDates(db, contactId, date)));
      expect(
        ofEach.flat().toSorted((a, b) => (a.on < b.on ? -1 : 1)),
        date,
      ).toEqual(actions);
      return actions.length;
    };
    expect(await listed('2026-11-22')).toBe(3);
    await deferAction(next(), { commandId: id(), actionId: `date:${rune}:birthday:2026-12-05`, contactId: rune, until: null });
    await deferAction(next(), { commandId: id(), actionId: `date:${mira}:work:2026-12-02`, contactId: mira, until: '2026-12-01' });
    await deferAction(next(), { commandId: id(), actionId: `date:${mira}:birthday:2026-11-29`, contactId: mira, until: '2027-01-15' });
    for (const [date, count] of [
      ['2026-11-22', 0],
      ['2026-12-01', 1],
      ['2026-12-10', 0],
      ['2027-01-14', 0],
      ['2027-01-15', 1],
      ['2027-01-22', 1],
      ['2027-01-23', 0],
    ] as const)
      expect(await listed(date), date).toBe(count);
  });

  test('of 29 February comes on the 28th in a common year, and over New Year', async () => {
    const { db, keep } = world();
    await keep('Leap', { birthday: '--02-29' });
    await keep('Eve', { birthday: '--12-31' });
    expect(await named(db, '2027-02-28')).toEqual([['birthday', '2027-02-28', 'today', undefined]]);
    expect(await named(db, '2028-02-28')).toEqual([['birthday', '2028-02-29', 'week', undefined]]);
    expect(await named(db, '2027-01-02')).toEqual([['birthday', '2026-12-31', 'overdue', undefined]]);
  });

  test('entered, or to be told of again, after the look of the day is told that same day where it is time, and once', async () => {
    const { keep, notify, show, next } = world();
    await keep('Told', { birthday: '--11-22' });
    const archived = await keep('Archived', { birthday: '--11-23', archived: true });
    const told = async (now: string) => {
      await notify(now, { datesDaysAhead: 1 });
      return (await show(now)).map(({ subjectId, dueAt }) => [subjectId.slice(-10), dueAt]);
    };
    expect(await told(morning(TODAY))).toHaveLength(1);
    await keep('Today', { birthday: '--11-22' });
    await keep('Yesterday', { dates: [{ id: 'work', label: 'At Globex', date: '--11-21' }] });
    await keep('Later', { birthday: '--11-24' });
    await editContact(next(), { commandId: id(), contactId: archived, changes: { archived: false } });
    expect((await told(morning(TODAY, '09:30'))).toSorted()).toEqual([
      ['2026-11-21', '2026-11-22T09:00'],
      ['2026-11-22', '2026-11-22T09:00'],
      ['2026-11-23', '2026-11-22T09:00'],
    ]);
    expect(await told(morning(TODAY, '10:00'))).toEqual([]);
    expect(await told(morning('2026-11-23'))).toEqual([['2026-11-24', '2026-11-23T09:00']]);
  });

  test('entered after the look of the day, and settled or put off before the next, is not told', async () => {
    const { keep, notify, show, next } = world();
    await notify(morning(TODAY));
    for (const until of [null, '2026-11-25']) {
      const contactId = await keep(`Mira${until}`, { birthday: '--11-22' });
      await deferAction(next(), { commandId: id(), actionId: `date:${contactId}:birthday:2026-11-22`, contactId, until });
    }
    await notify(morning(TODAY, '10:00'));
    expect(await show(morning(TODAY, '10:00'))).toEqual([]);
  });

  test('is notified once, so many days ahead, also after days away; settled it is gone', async () => {
    const { db, keep, notify, show, next } = world();
    const contactId = await keep('Mira', { birthday: '--11-25' });
    const count = async (now: string) => {
      await notify(now, { datesDaysAhead: 2 });
      return (await show(now)).length;
    };
    expect(await count(morning('2026-11-22'))).toBe(0);
    expect(await count(morning('2026-11-26', '14:00'))).toBe(1);
    expect(await count(morning('2026-11-27'))).toBe(0);
    expect(await named(db, '2026-11-27')).toHaveLength(1);
    await deferAction(next(), { commandId: id(), actionId: `date:${contactId}:birthday:2026-11-25`, contactId, until: null });
    expect(await named(db, '2026-11-27')).toEqual([]);
    expect(await count(morning('2027-11-24'))).toBe(1);
  });
});

describe('A day that comes every year, put off or missed', () => {
  const listed = async (db: KithDatabase, date: string) => {
    const { actions } = await pendingActions(db, morning(date, '12:00'), BERLIN, 10);
    return actions.flatMap((action) => (action.kind === 'date' ? action.on : []));
  };

  test('for longer is told and listed when that is over, and for a week after it', async () => {
    const { db, keep, notify, show, next, at } = world();
    const contactId = await keep('Mira', { birthday: '--11-22' });
    await notify(morning('2026-11-22'));
    expect(await show(morning('2026-11-22'))).toHaveLength(1);
    const actionId = `date:${contactId}:birthday:2026-11-22`;
    await deferAction(next(), { commandId: id(), actionId, contactId, until: '2027-01-15' });
    for (const [date, told] of [
      ['2026-12-20', 0],
      ['2027-01-14', 0],
      ['2027-01-15', 1],
      ['2027-01-16', 0],
    ] as const) {
      await notify(morning(date));
      expect(await show(morning(date)), date).toHaveLength(told);
      expect(await listed(db, date), date).toEqual(date < '2027-01-15' ? [] : ['2026-11-22']);
    }
    expect(await outlook(at(morning('2027-01-16')), 0)).toMatchObject({ due: 1 });
    expect(await listed(db, '2027-01-22')).toEqual(['2026-11-22']);
    expect(await listed(db, '2027-01-23')).toEqual([]);
  });

  test('because the browser was closed for weeks is told once on return and listed for a week, unless it was told or settled before', async () => {
    const { db, keep, notify, show, next } = world();
    const missed = await keep('Missed', { birthday: '--11-29' });
    await keep('Told', { birthday: '--11-24' });
    const settled = await keep('Settled', { birthday: '--11-30' });
    await keep('Before', { birthday: '--11-10' });
    await notify(morning('2026-11-22'), { datesDaysAhead: 2 });
    expect(await show(morning('2026-11-22'))).toHaveLength(1);
    await deferAction(next(), { commandId: id(), actionId: `date:${settled}:birthday:2026-11-30`, contactId: settled, until: null });
    await notify(morning('2026-12-20', '11:00'), { datesDaysAhead: 2 });
    expect(await show(morning('2026-12-20', '11:00'))).toMatchObject([{ contactId: missed, dueAt: '2026-11-27T09:00' }]);
    expect((await ledgerLines(db, morning('2026-12-20', '12:00'), BERLIN, 1)).map(({ outcome }) => outcome)).toEqual([{ is: 'waits' }]);
    expect(await listed(db, '2026-12-20')).toEqual(['2026-11-29']);
    await notify(morning('2026-12-21'), { datesDaysAhead: 2 });
    expect(await show(morning('2026-12-21'))).toEqual([]);
    expect(await listed(db, '2026-12-27')).toEqual(['2026-11-29']);
    expect(await listed(db, '2026-12-28')).toEqual([]);
  });

  test('put off into the weeks the browser was closed for is told once on return', async () => {
    const { keep, notify, show, next } = world();
    const contactId = await keep('Mira', { birthday: '--11-22' });
    await notify(morning('2026-11-22'));
    await show(morning('2026-11-22'));
    await deferAction(next(), { commandId: id(), actionId: `date:${contactId}:birthday:2026-11-22`, contactId, until: '2026-12-01' });
    await notify(morning('2026-12-20'));
    expect(await show(morning('2026-12-20'))).toHaveLength(1);
    await notify(morning('2026-12-21'));
    expect(await show(morning('2026-12-21'))).toEqual([]);
  });

  test('more than two months ago is told no more', async () => {
    const { keep, notify, show } = world();
    await keep('Mira', { birthday: '--11-29' });
    await notify(morning('2026-11-22'));
    await notify(morning('2027-03-01'));
    expect(await show(morning('2027-03-01'))).toEqual([]);
  });
});

describe('The days of very many people', () => {
  async function many(counts: Record<string, number>) {
    const there = world();
    const stored = (birthday: string, count: number) =>
      Array.from({ length: count }, () => contactRow({ ...newContact(id(), 'Somebody', [], NOW, BERLIN), birthday }, undefined, []));
    await there.db.contacts.bulkPut(Object.entries(counts).flatMap(([birthday, count]) => stored(birthday, count)));
    const told = async (date: string) => {
      await there.notify(morning(date));
      return (await there.show(morning(date))).map(({ subjectId }) => subjectId);
    };
    return { ...there, told };
  }

  test('missed lately keep nobody’s from being told on its day', async () => {
    const { told } = await many({ '--11-19': 450, '--11-22': 120 });
    expect((await told(TODAY)).filter((subject) => subject.endsWith(TODAY))).toHaveLength(120);
  });

  test('are all told, once each, be it a day or two late', async () => {
    const { told } = await many({ '--11-22': 1100 });
    const all = [await told(TODAY), await told('2026-11-23'), await told('2026-11-24'), await told('2026-11-25')].flat();
    expect(all).toHaveLength(1100);
    expect(new Set(all).size).toBe(1100);
  });

  test('are counted and listed past those that are settled', async () => {
    const { db, at, told } = await many({ '--11-19': 250, '--11-20': 3 });
    for (const row of (await told(TODAY)).filter((subject) => subject.endsWith('11-19')))
      await db.deferrals.put({ id: row, contactId: row.split(':')[1] ?? '', createdAt: NOW, updatedAt: NOW });
    expect(await outlook(at(NOW), 0)).toMatchObject({ due: 3 });
    expect((await pendingActions(db, NOW, BERLIN, 2)).actions).toHaveLength(2);
  });
});

describe('A reminder that recurs', () => {
  const monthly = { rule: 'FREQ=MONTHLY;BYDAY=2TU', from: '2026-10-13T09:00' };

  test('is followed by its next when it is done or skipped, never by one that is past, and undo takes that back', async () => {
    const { db, keep, next } = world();
    const contactId = await keep('Mira');
    const reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Write', dueAt: monthly.from, recurrence: monthly });
    const waiting = async () => (await personView(db, contactId, NOW, BERLIN))!.reminders;
    const { entryId } = await completeReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
    const [second, ...others] = await waiting();
    expect(second).toMatchObject({ text: 'Write', dueAt: '2026-12-08T09:00', status: 'open', recurrence: monthly });
    expect(others).toEqual([]);
    await undo(next(), { commandId: id(), entryId });
    expect(await waiting()).toMatchObject([{ id: reminderId, dueAt: monthly.from }]);
    await dismissReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
    expect(await waiting()).toMatchObject([{ dueAt: '2026-12-08T09:00' }]);
  });

  describe('and was put off', () => {
    const dealings = { done: completeReminder, skipped: dismissReminder };
    async function putOff(rule: string, from: string) {
      const { db, at, keep } = world('2026-11-01T08:00:00.000Z');
      const reminderId = id();
      const recurrence = { rule, from };
      const contactId = await keep('Mira');
      await setFollowUp(at(NOW), { commandId: id(), subject: { contactId }, reminderId, text: 'Call', dueAt: from, recurrence });
      const clock = (local: string) => at(instantOf(local, BERLIN));
      const snooze = (now: string, until: string) => snoozeReminder(clock(now), { commandId: id(), reminderId, until });
      const end = (now: string, how: keyof typeof dealings = 'done') => dealings[how](clock(now), { commandId: id(), reminderId }, nextOccurrence);
      const follower = async () => ((await db.reminders.where('status').equals('open').toArray()) as ReminderRow[])[0]?.dueAt;
      return { clock, reminderId, recurrence, snooze, end, follower };
    }

    test.each(['done', 'skipped'] as const)('is followed by the next of its series when it is %s before the time it was put off to', async (how) => {
      const { snooze, end, follower } = await putOff('FREQ=WEEKLY', '2026-12-14T09:00');
      await snooze('2026-12-14T09:05', '2026-12-18T09:00');
      await snooze('2026-12-14T09:06', '2026-12-23T09:00');
      await end('2026-12-14T09:07', how);
      expect(await follower()).toBe('2026-12-21T09:00');
    });

    test('does not end its series though that is over by then', async () => {
      const { snooze, end, follower } = await putOff('FREQ=DAILY;COUNT=3', '2026-12-14T09:00');
      await snooze('2026-12-14T09:05', '2026-12-17T09:00');
      await end('2026-12-14T09:06');
      expect(await follower()).toBe('2026-12-15T09:00');
    });

    test('and awaits somebody instead is followed by the next of its series, too', async () => {
      const { clock, reminderId, end, follower } = await putOff('FREQ=WEEKLY', '2026-12-14T09:00');
      await awaitEncounter(clock('2026-12-10T09:00'), { commandId: id(), reminderId, encounter: { kind: 'person' } });
      await end('2026-12-11T09:00');
      expect(await follower()).toBe('2026-12-21T09:00');
    });

    test('which was taken back, is followed by what comes after its own time', async () => {
      const { clock, snooze, end, follower } = await putOff('FREQ=WEEKLY', '2026-12-21T09:00');
      const { entryId } = await snooze('2026-12-14T09:00', '2026-12-16T09:00');
      await undo(clock('2026-12-14T09:01'), { commandId: id(), entryId });
      await end('2026-12-14T09:02');
      expect(await follower()).toBe('2026-12-28T09:00');
    });

    test('and begins another series then is followed by the next of that', async () => {
      const { clock, reminderId, snooze, end, follower } = await putOff('FREQ=WEEKLY', '2026-12-14T09:00');
      await snooze('2026-12-14T09:05', '2026-12-23T09:00');
      const recurrence = { rule: 'FREQ=DAILY', from: '2026-12-23T09:00' };
      await editFollowUp(clock('2026-12-14T09:06'), { commandId: id(), reminderId, text: 'Call', dueAt: recurrence.from, recurrence });
      await end('2026-12-14T09:07');
      expect(await follower()).toBe('2026-12-24T09:00');
    });

    test('is followed by the first of its series after its own time and after it was dealt with, however often it was put off and to when', async () => {
      const hours = fc.integer({ min: -200, max: 900 }).map((count) => addTo('2026-12-14T09:00', { hours: count }));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('FREQ=DAILY', 'FREQ=DAILY;COUNT=9', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY'),
          fc.array(fc.tuple(hours, hours), { maxLength: 4 }),
          hours,
          fc.constantFrom('done' as const, 'skipped' as const),
          async (rule, snoozes, now, how) => {
            const { recurrence, snooze, end, follower } = await putOff(rule, '2026-12-14T09:00');
            for (const [when, until] of snoozes.toSorted(([a], [b]) => (a < b ? -1 : 1))) if (when <= now) await snooze(when, until);
            await end(now, how);
            expect(await follower()).toBe(nextOccurrence(recurrence, now > recurrence.from ? now : recurrence.from));
          },
        ),
        { numRuns: 100 },
      );
    });
  });

  test('ends when its rule does', async () => {
    const { db, keep, next } = world();
    const contactId = await keep('Mira');
    const recurrence = { rule: 'FREQ=WEEKLY;COUNT=2', from: '2026-11-20T09:00' };
    let reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: '', dueAt: recurrence.from, recurrence });
    for (const left of [1, 0]) {
      await completeReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
      const { reminders } = (await personView(db, contactId, NOW, BERLIN))!;
      expect(reminders).toHaveLength(left);
      reminderId = reminders[0]?.id ?? '';
    }
  });
});

describe('A reminder that recurs and is not dealt with', () => {
  const weekly = { rule: 'FREQ=WEEKLY;COUNT=4', from: '2026-11-24T10:00' };

  async function weeklyCall() {
    const there = world();
    const contactId = await there.keep('Mira');
    const reminderId = id();
    await setFollowUp(there.next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Call', dueAt: weekly.from, recurrence: weekly });
    const told = async (now: string) => {
      await there.notify(now);
      return (await there.show(now)).map(({ dueAt }) => dueAt);
    };
    const stored = async () => (await there.db.reminders.toArray()) as ReminderRow[];
    return { ...there, reminderId, told, stored };
  }

  test('comes again each time, once, until it has come as often as it was to, and only the last of it stands', async () => {
    const { db, told, stored } = await weeklyCall();
    expect(await told(morning('2026-11-24', '10:00'))).toEqual(['2026-11-24T10:00']);
    expect(await told(morning('2026-12-01', '09:59'))).toEqual([]);
    expect(await told(morning('2026-12-01', '10:00'))).toEqual(['2026-12-01T10:00']);
    expect(await told(morning('2026-12-01', '10:01'))).toEqual([]);
    expect(await told(morning('2027-03-01'))).toEqual(['2026-12-15T10:00']);
    expect(await told(morning('2027-04-01'))).toEqual([]);
    expect(await stored()).toMatchObject([{ status: 'notified', dueAt: '2026-12-15T10:00' }]);
    const lines = await ledgerLines(db, morning('2027-04-01'), BERLIN, 10);
    expect(lines.map(({ dueAt, outcome }) => [dueAt.slice(0, 10), outcome.is])).toEqual([
      ['2026-12-15', 'waits'],
      ['2026-12-01', 'passed'],
      ['2026-11-24', 'passed'],
    ]);
  });

  test('comes once after a long sleep, for the last time that has come', async () => {
    const { told, stored } = await weeklyCall();
    expect(await told(morning('2026-12-09'))).toEqual(['2026-12-08T10:00']);
    expect(await told(morning('2026-12-09', '09:01'))).toEqual([]);
    expect(await stored()).toMatchObject([{ status: 'notified', dueAt: '2026-12-08T10:00' }]);
  });

  test('is what the user does with it: done it is followed by the next, snoozed it comes then and goes on as before, undone it comes again', async () => {
    const { at, reminderId, told, stored } = await weeklyCall();
    await told(morning('2026-11-24', '10:00'));
    await snoozeReminder(at(morning('2026-11-24', '10:05')), { commandId: id(), reminderId, until: '2026-12-02T09:00' });
    expect(await told(morning('2026-12-01', '10:00'))).toEqual([]);
    expect(await told(morning('2026-12-02'))).toEqual(['2026-12-02T09:00']);
    expect(await told(morning('2026-12-08', '10:00'))).toEqual(['2026-12-08T10:00']);
    const { entryId } = await completeReminder(at(morning('2026-12-08', '10:05')), { commandId: id(), reminderId }, nextOccurrence);
    expect((await stored()).map(({ status, dueAt }) => [status, dueAt])).toEqual([
      ['done', '2026-12-08T10:00'],
      ['open', '2026-12-15T10:00'],
    ]);
    await undo(at(morning('2026-12-08', '10:06')), { commandId: id(), entryId });
    expect((await stored()).map(({ status, dueAt }) => [status, dueAt])).toEqual([['notified', '2026-12-08T10:00']]);
    expect(await told(morning('2026-12-08', '10:07'))).toEqual([]);
    expect(await told(morning('2026-12-15', '10:00'))).toEqual(['2026-12-15T10:00']);
  });

  test('is woken for, and for nothing when it has come for the last time', async () => {
    const { at, told } = await weeklyCall();
    await told(morning('2026-12-08', '10:00'));
    const wake = async (now: string) => nextWake((await outlook(at(now), 0)).next, now, BERLIN, DEFAULT_NOTIFYING);
    expect(await wake(morning('2026-12-15', '09:30'))).toBe(morning('2026-12-15', '10:00'));
    await told(morning('2026-12-15', '10:00'));
    expect(await wake(morning('2026-12-15', '10:00'))).toBeUndefined();
  });
});

describe('A reminder that awaits an encounter', () => {
  test.each([
    ['the person', { kind: 'person' as const }],
    ['anybody where they work', { kind: 'organisation' as const, name: 'Globex GmbH' }],
    ['a page', { kind: 'page' as const, url: 'https://conference.example/programme/' }],
  ])('comes up on opening %s, at once, and only then', async (_, awaited) => {
    const { db, at, keep, next, notify, show } = world();
    const contactId = await keep('Mira');
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Ask', dueAt: '2026-11-22T09:00', encounter: awaited });
    await notify(morning('2026-11-30'));
    expect(await show(morning('2026-11-30'))).toEqual([]);
    expect(await encounter(at(NOW), encounterKeys({ url: 'https://elsewhere.example/', contactId: id(), organisations: ['Initech'] }))).toBe(false);
    const opened = { url: 'https://conference.example/programme#top', contactId, organisations: ['GLOBEX  gmbh'] };
    expect(await encounter(at(morning('2026-11-30', '23:00')), encounterKeys(opened))).toBe(true);
    await notify(morning('2026-11-30', '23:00'), { quietHours: { from: '20:00', to: '08:00' }, delivery: 'digest' });
    expect(await show(morning('2026-11-30', '23:00'))).toHaveLength(1);
    expect(await encounter(at(NOW), encounterKeys(opened))).toBe(false);
    expect((await pendingActions(db, morning('2026-11-30', '23:00'), BERLIN, 5)).actions).toMatchObject([
      { kind: 'reminder', urgency: 'today', encounter: awaited },
    ]);
  });

  test('is how a notified one is put off until one sees them', async () => {
    const { db, at, keep, next, notify } = world();
    const contactId = await keep('Mira');
    const reminderId = id();
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Ask', dueAt: '2026-11-21T09:00' });
    await notify(NOW);
    await awaitEncounter(next(), { commandId: id(), reminderId, encounter: { kind: 'person' } });
    expect(await outlook(at(NOW), 0)).toEqual({ due: 0, next: [] });
    expect((await personView(db, contactId, NOW, BERLIN))!.reminders).toMatchObject([{ status: 'awaiting', text: 'Ask' }]);
    expect(await encounter(at(NOW), encounterKeys({ url: 'https://x.example/', contactId }))).toBe(true);
    expect(await outlook(at(NOW), 0)).toMatchObject({ due: 1 });
  });

  test('comes due when the last profile on which one could see them is taken away, and waits again when that is undone', async () => {
    const { db, at, keep, next, notify, show } = world();
    const contactId = await keep('Mira');
    await attachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    for (const [text, awaited] of [
      ['Ask', { kind: 'person' } as const],
      ['Say', { kind: 'organisation', name: 'Globex' } as const],
    ] as const)
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text, dueAt: '2026-11-22T09:00', encounter: awaited });
    const reminders = async () => (await personView(db, contactId, NOW, BERLIN))!.reminders.map(({ text, status }) => [text, status]);
    await detachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    expect(await reminders(), 'one is left').toEqual([
      ['Ask', 'awaiting'],
      ['Say', 'awaiting'],
    ]);

    const { entryId } = await detachProfile(at('2026-11-23T10:00:00.000Z'), { commandId: id(), contactId, key: 'linkedin:in/mira' });
    await notify('2026-11-23T10:00:00.000Z');
    expect(await show('2026-11-23T10:00:00.000Z'), 'it is told where the profile was taken away').toEqual([]);
    expect((await pendingActions(db, '2026-11-23T10:00:00.000Z', BERLIN, 5)).actions).toMatchObject([{ text: 'Ask', dueAt: '2026-11-23T11:00' }]);
    expect(await outlook(at('2026-11-23T10:00:00.000Z'), 0)).toMatchObject({ due: 1 });
    await undo(next(), { commandId: id(), entryId });
    expect(await reminders()).toEqual([
      ['Ask', 'awaiting'],
      ['Say', 'awaiting'],
    ]);
    expect(await encounter(at(NOW), encounterKeys({ url: 'https://x.example/', contactId }))).toBe(true);
  });

  test('is refused of somebody without a profile to be seen on, and the follow-up stays as it was', async () => {
    const { db, keep, next } = world();
    const contactId = await keep('Mira');
    await detachProfile(next(), { commandId: id(), contactId, key: 'linkedin:in/mira' });
    const person = { kind: 'person' } as const;
    const followUp = { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Ask', dueAt: '2026-11-23T09:00' };
    await expect(setFollowUp(next(), { ...followUp, commandId: id(), encounter: person })).rejects.toMatchObject({ code: 'profileMissing' });
    await setFollowUp(next(), followUp);
    const about = { reminderId: followUp.reminderId, encounter: person };
    await expect(awaitEncounter(next(), { commandId: id(), ...about })).rejects.toMatchObject({ code: 'profileMissing' });
    await expect(editFollowUp(next(), { commandId: id(), text: 'Ask', dueAt: followUp.dueAt, ...about })).rejects.toMatchObject({ code: 'profileMissing' });
    expect((await personView(db, contactId, NOW, BERLIN))!.reminders).toMatchObject([{ status: 'open', dueAt: '2026-11-23T09:00' }]);
    await awaitEncounter(next(), { commandId: id(), ...about, encounter: { kind: 'organisation', name: 'Globex' } });
    expect((await personView(db, contactId, NOW, BERLIN))!.reminders).toMatchObject([{ status: 'awaiting' }]);
  });
});

test('the reasons beside what is pending are the last contact, the newest note and how one met', async () => {
  const { db, keep, next } = world();
  const contactId = await keep('Mira', { howWeMet: 'Met at PyCon' });
  const other = await keep('Ada');
  const content = { on: '2026-11-01', channel: 'call' as const, text: 'Promised the paper', given: [], received: [] };
  await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content });
  await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content: { ...content, on: '2027-01-01', text: 'A plan' } });
  for (const text of ['An older note', 'Reads on trains'])
    await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text, draft: false });
  expect(await reasonsFor(db, [contactId, other, contactId, id()], TODAY)).toEqual(
    new Map([
      [
        contactId,
        { howWeMet: 'Met at PyCon', note: 'Reads on trains', lastContact: expect.objectContaining({ on: '2026-11-01', text: 'Promised the paper' }) },
      ],
      [other, {}],
    ]),
  );
});

describe('A long list', () => {
  test('says how many more are drifting than it lists', async () => {
    const { db, keep, meet } = world();
    for (const name of ['Ada', 'Mira', 'Tomasz']) await meet(await keep(name, { cadence: { every: 1, unit: 'week' } }), '2026-10-01');
    expect(await countLapses(db, TODAY)).toBe(3);
    expect(await pendingActions(db, NOW, BERLIN, 2)).toMatchObject({ more: 1, actions: [{ kind: 'cadence' }, { kind: 'cadence' }] });
    expect(await pendingActions(db, NOW, BERLIN, 3)).toMatchObject({ more: 0 });
  });

  test('says of each urgency how much of it is not listed, and of whom one drifts from only that there are more', async () => {
    const { db, keep, meet, next, notify } = world();
    const contactId = await keep('Mira');
    for (const day of ['18', '19', '20', '21', '22', '23', '24']) {
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: day, dueAt: `2026-11-${day}T09:00` });
    }
    await notify('2026-11-21T12:00:00.000Z');
    for (const name of ['Ada', 'Tomasz', 'Uma']) await meet(await keep(name, { cadence: { every: 1, unit: 'week' } }), '2026-10-01');
    const cut = async (limit: number) => (await pendingActions(db, NOW, BERLIN, limit)).cut;
    expect(await cut(2)).toEqual({ overdue: 2, today: 1, week: 2, drifting: null });
    expect(await cut(4)).toEqual({ today: 1, week: 2 });
    expect(await cut(6)).toEqual({ week: 1 });
    expect(await cut(7)).toEqual({});
  });

  test('lists the soonest follow-ups, and says how many more there are', async () => {
    const { db, keep, next, notify } = world();
    const contactId = await keep('Mira');
    for (const day of [3, 1, 2, 6, 4, 5]) {
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: `${day}`, dueAt: `2026-11-${18 + day}T09:00` });
    }
    await notify('2026-11-20T12:00:00.000Z');
    const listed = async (limit: number) => {
      const { actions, more } = await pendingActions(db, NOW, BERLIN, limit);
      return [actions.flatMap((action) => (action.kind === 'reminder' ? action.text : [])).join(''), more];
    };
    expect(await listed(2)).toEqual(['12', 4]);
    expect(await listed(4)).toEqual(['1234', 2]);
    expect(await listed(6)).toEqual(['123456', 0]);
  });

  test('of birthdays that were missed crowds out neither follow-ups nor the birthdays still to come', async () => {
    const { db, keep, next } = world();
    for (const day of [16, 17, 18]) await keep(`Past${day}`, { birthday: `--11-${day}` });
    const contactId = await keep('Today', { birthday: '--11-22' });
    await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Write', dueAt: '2026-11-22T08:00' });
    const { actions, more, cut } = await pendingActions(db, NOW, BERLIN, 2);
    expect(actions.map(({ kind, name, urgency }) => [kind, name, urgency])).toEqual([
      ['date', 'Past16', 'overdue'],
      ['date', 'Past17', 'overdue'],
      ['date', 'Today', 'today'],
      ['reminder', 'Today', 'today'],
    ]);
    expect(more).toBe(1);
    expect(cut).toEqual({ overdue: null });
  });

  test('shows a birthday that is to be told of long ahead as later than this week', async () => {
    const { db, keep, next } = world();
    await keep('Mira', { birthday: '--12-06' });
    expect((await pendingActions(db, NOW, BERLIN, 5)).actions).toEqual([]);
    await setNotifying(next(), { commandId: id(), changes: { datesDaysAhead: 14 } });
    expect((await pendingActions(db, NOW, BERLIN, 5)).actions).toMatchObject([{ kind: 'date', on: '2026-12-06', urgency: 'later' }]);
  });
});

test('news put off to a day comes back on it', async () => {
  const { db, at, keep, next } = world();
  const contactId = await keep('Mira');
  const says = (organisation: string) => recordSighting(next(), profile('mira', { name: 'Mira', organisation }));
  await says('Acme');
  await says('Globex');
  const { actions } = await pendingActions(db, NOW, BERLIN, 5);
  expect(actions).toMatchObject([{ kind: 'change' }]);
  const actionId = actions[0]?.id ?? '';
  await deferAction(next(), { commandId: id(), actionId, contactId, until: '2026-11-24' });
  const listedOn = async (date: string) => (await pendingActions(at(morning(date)).db, morning(date), BERLIN, 5)).actions.length;
  expect(await listedOn('2026-11-23')).toBe(0);
  expect(await listedOn('2026-11-24')).toBe(1);
  expect((await personView(db, contactId, NOW, BERLIN))?.changes).toMatchObject([{ dismissed: false }]);
});

test.each(['archived', 'neverRemind'] as const)(
  'there is no news of somebody %s, neither in the list nor in the count of what is not listed',
  async (state) => {
    const { db, keep, next } = world();
    const change = async (name: string) => {
      const contactId = await keep(name);
      for (const organisation of ['Acme', 'Globex']) await recordSighting(next(), profile(name.toLowerCase(), { name, organisation }));
      return contactId;
    };
    const listed = async (limit: number) => {
      const { actions, more } = await pendingActions(db, NOW, BERLIN, limit);
      return [...actions.map(({ name }) => name), more];
    };
    for (const name of ['Ada', 'Mira', 'Tomasz']) await change(name);
    const quiet = [await change('Uma'), await change('Vito')];
    expect(await listed(2)).toEqual(['Vito', 'Uma', 3]);
    for (const contactId of quiet) await editContact(next(), { commandId: id(), contactId, changes: { [state]: true } });
    expect(await listed(2)).toEqual(['Tomasz', 'Mira', 1]);
    expect(await listed(5)).toEqual(['Tomasz', 'Mira', 'Ada', 0]);
    for (const contactId of quiet) await editContact(next(), { commandId: id(), contactId, changes: { [state]: false } });
    expect(await listed(5)).toEqual(['Vito', 'Uma', 'Tomasz', 'Mira', 'Ada', 0]);
  },
);

test('news put off to a day makes room in the list for other news', async () => {
  const { db, keep, next } = world();
  const ids: string[] = [];
  for (const name of ['Ada', 'Mira']) {
    ids.push(await keep(name));
    for (const organisation of ['Acme', 'Globex']) await recordSighting(next(), profile(name.toLowerCase(), { name, organisation }));
  }
  const listed = async () => await pendingActions(db, NOW, BERLIN, 1);
  const [newest] = (await listed()).actions;
  expect([newest?.name, (await listed()).more]).toEqual(['Mira', 1]);
  await deferAction(next(), { commandId: id(), actionId: newest?.id ?? '', contactId: ids[1] ?? '', until: '2026-11-24' });
  expect(await listed()).toMatchObject({ actions: [{ name: 'Ada' }], more: 0 });
});

describe('A follow-up that is changed', () => {
  const DAILY = { rule: 'FREQ=DAILY', from: '2026-11-23T09:00' };
  async function set(rest: Partial<Parameters<typeof setFollowUp>[1]> = {}) {
    const there = world();
    const contactId = await there.keep('Mira');
    const reminderId = id();
    await setFollowUp(there.next(), { commandId: id(), subject: { contactId }, reminderId, text: 'Call', dueAt: '2026-11-23T09:00', ...rest });
    const all = async () => (await there.db.reminders.toArray()) as ReminderRow[];
    return { ...there, reminderId, all, stored: async () => (await all()).find((each) => each.id === reminderId) };
  }

  test('waits for an encounter from now on, and comes back to a time', async () => {
    const { next, reminderId, stored } = await set({ recurrence: DAILY });
    const { entryId } = await editFollowUp(next(), {
      commandId: id(),
      reminderId,
      text: 'Call',
      dueAt: '2026-11-23T09:00',
      encounter: { kind: 'organisation', name: 'Acme' },
    });
    expect(await stored()).toMatchObject({ status: 'awaiting', encounterKey: 'organisation:acme', recurrence: DAILY });
    await undo(next(), { commandId: id(), entryId });
    expect(await stored()).toMatchObject({ status: 'open', dueAt: '2026-11-23T09:00' });
    await awaitEncounter(next(), { commandId: id(), reminderId, encounter: { kind: 'person' } });
    await editFollowUp(next(), { commandId: id(), reminderId, text: 'Call', dueAt: '2026-12-01T09:00', encounter: null });
    expect(await stored()).toMatchObject({ status: 'open', dueAt: '2026-12-01T09:00' });
    expect(await stored()).not.toHaveProperty('encounterKey');
  });

  test('and notified at its new time comes again at the old one, where that is taken back before it', async () => {
    const { next, notify, show, reminderId, stored } = await set({ dueAt: '2026-11-27T09:00' });
    const { entryId } = await editFollowUp(next(), { commandId: id(), reminderId, text: 'Call', dueAt: '2026-11-23T09:00' });
    await notify(morning('2026-11-23'));
    expect(await show(morning('2026-11-23'))).toHaveLength(1);
    await undo({ ...next(), now: morning('2026-11-23', '09:01') }, { commandId: id(), entryId });
    expect(await stored()).toMatchObject({ status: 'open', dueAt: '2026-11-27T09:00' });
    expect(await stored()).not.toHaveProperty('notificationId');
    expect(await stored()).not.toHaveProperty('notifiedAt');
    await notify(morning('2026-11-27'));
    expect(await show(morning('2026-11-27'))).toHaveLength(1);
  });

  test('and notified stays so where the time it gets back is past, or only its words do', async () => {
    const { next, notify, show, reminderId, stored } = await set({ dueAt: '2026-11-22T23:00' });
    const digest = { delivery: 'digest' as const };
    const { entryId } = await editFollowUp(next(), { commandId: id(), reminderId, text: 'Call', dueAt: '2026-11-23T20:00' });
    const words = await editFollowUp(next(), { commandId: id(), reminderId, text: 'Write', dueAt: '2026-11-23T20:00' });
    await notify(morning('2026-11-23'), digest);
    expect(await show(morning('2026-11-23'))).toHaveLength(1);
    for (const taken of [words.entryId, entryId]) {
      await undo({ ...next(), now: morning('2026-11-23', '09:01') }, { commandId: id(), entryId: taken });
      expect(await stored()).toMatchObject({ status: 'notified', text: 'Call' });
    }
    await notify(morning('2026-11-23', '20:00'), digest);
    expect(await show(morning('2026-11-23', '20:00'))).toEqual([]);
  });

  test('goes on waiting where only its words change', async () => {
    const { next, reminderId, stored } = await set({ encounter: { kind: 'person' } });
    const before = await stored();
    await editFollowUp(next(), { commandId: id(), reminderId, text: 'Ask', dueAt: before?.dueAt ?? '', encounter: { kind: 'person' } });
    expect(await stored()).toMatchObject({ text: 'Ask', status: 'awaiting', dueAt: before?.dueAt, encounterKey: before?.encounterKey });
  });

  test('is not met by a page that was opened before it began to wait', async () => {
    const { next, db, stored } = await set({ encounter: { kind: 'person' } });
    const { contactId = '', updatedAt = '' } = (await stored()) ?? {};
    const keys = encounterKeys({ url: 'https://a.example/', contactId });
    expect(await encounter(next(), keys, instantFromMilliseconds(millisecondsOf(updatedAt) - 1))).toBe(false);
    expect(await encounter({ ...next(), db }, keys, updatedAt)).toBe(true);
    expect(await stored()).toMatchObject({ status: 'open' });
  });

  test('skipped is followed by the next, which the journal knows; ended by none', async () => {
    const { db, next, reminderId, all } = await set({ recurrence: DAILY });
    const skipped = await dismissReminder(next(), { commandId: id(), reminderId }, nextOccurrence);
    expect(await followerDueAt(db, skipped.entryId)).toBe('2026-11-24T09:00');
    const follower = (await all()).find(({ status }) => status === 'open');
    const ended = await dismissReminder(next(), { commandId: id(), reminderId: follower?.id ?? '', last: true }, nextOccurrence);
    expect(await followerDueAt(db, ended.entryId)).toBeUndefined();
    expect((await all()).filter(({ status }) => status === 'open')).toEqual([]);
    await undo(next(), { commandId: id(), entryId: ended.entryId });
    expect((await all()).filter(({ status }) => status === 'open')).toHaveLength(1);
  });
});

describe('A prepared list', () => {
  test('is what waits, every kind of it with all that is known, on the day and in the place it was made for', async () => {
    const { db, keep, meet, next } = world();
    const often = { every: 1, unit: 'week' as const };
    const contactId = await keep('Mira', { cadence: often, birthday: '1990-11-24', dates: [{ id: 'joined', label: 'Joined', date: '--11-25' }] });
    await meet(contactId, '2026-10-01');
    await setTagCadence(next(), { commandId: id(), label: 'mentor', cadence: often });
    await keep('Nameless', { tags: ['mentor'] });
    for (const rest of [
      { recurrence: { rule: 'FREQ=DAILY', from: '2026-11-23T09:00' } },
      { encounter: { kind: 'organisation' as const, name: 'Globex' } },
      { encounter: { kind: 'page' as const, url: 'https://conference.example/' } },
    ])
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: 'Ask', dueAt: '2026-11-23T09:00', ...rest });
    await encounter(next(), encounterKeys({ url: 'https://conference.example/', organisations: ['Globex'] }));
    for (const organisation of ['Acme', 'Globex']) await recordSighting(next(), profile('mira', { name: 'Mira', organisation }));

    const list = await whatWaits(db, NOW, BERLIN, 50);
    expect(new Set(list.actions.map(({ kind }) => kind))).toEqual(new Set(['reminder', 'date', 'cadence', 'change']));
    expect(list.actions.flatMap((action) => ('encounter' in action ? [action.encounter?.kind] : [])).sort()).toEqual(['organisation', 'page']);
    const prepared: unknown = JSON.parse(JSON.stringify({ date: TODAY, zone: BERLIN, list }));
    expect(listOf(prepared, TODAY, BERLIN)).toEqual(list);
    expect(listOf(prepared, addDays(TODAY, 1), BERLIN)).toBeUndefined();
    expect(listOf(prepared, TODAY, 'Asia/Tokyo')).toBeUndefined();
    expect(listOf({ ...list, date: TODAY, zone: BERLIN }, TODAY, BERLIN)).toBeUndefined();
  });
});
