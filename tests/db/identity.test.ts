import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addContact, editContact } from '../../lib/db/commands/contacts';
import {
  attachProfile,
  declineSuggestion,
  detachProfile,
  followStableId,
  type LinkedProfile,
  mergeContacts,
  recordClaims,
} from '../../lib/db/commands/identity';
import { logInteraction } from '../../lib/db/commands/interactions';
import { writeNote } from '../../lib/db/commands/notes';
import { setFollowUp } from '../../lib/db/commands/reminders';
import { dismissChange, recordSighting } from '../../lib/db/commands/sightings';
import { undo } from '../../lib/db/commands/undo';
import type { KithDatabase } from '../../lib/db/database';
import type { Context } from '../../lib/db/journal';
import { pendingActions } from '../../lib/db/queries/pending-actions';
import { annotationFacts, claimsAbout, contactIdOf, personView, recentChanges } from '../../lib/db/queries/people';
import { suggestions } from '../../lib/identity/suggestions';
import type { Profile } from '../../lib/model/profile';
import { BERLIN, clockwork, emptyDatabase, id, NOW, profile } from '../support/builders';

let db: KithDatabase;
let next: () => Context;

beforeEach(() => {
  db = emptyDatabase();
  next = clockwork(db);
});

const github = (handle: string, aliases: string[] = []): Profile => ({
  ...profile(handle),
  key: `github:${handle}`,
  url: `https://github.com/${handle}`,
  aliases,
});
const keep = async (of: Profile) => (await addContact(next(), { commandId: id(), subject: { profile: of } })).contactId!;
const keysOf = async (contactId: string) => (await personView(db, contactId, NOW, BERLIN))?.contact.profileKeys;
/** What the background does once a page has settled. */
const visit = async (of: Profile, linked: LinkedProfile[] = []) => {
  await followStableId(next(), of);
  await recordSighting(next(), of);
  await recordClaims(next(), of.key, linked);
};
const newest = async () => (await recentChanges(db, 1))[0]!.entry;
const undoNewest = async () => undo(next(), { commandId: id(), entryId: (await newest()).id });
const suggested = async (contactId: string) => {
  const keys = (await keysOf(contactId)) ?? [];
  const { claims, owners } = await claimsAbout(db, keys);
  return suggestions(keys, claims, (key) => owners.get(key)?.id);
};

describe('One person, many profiles', () => {
  test('a page that names another profile makes a suggestion, with the evidence', async () => {
    const contactId = await keep(profile());
    await recordClaims(next(), 'linkedin:in/mira-santos', [{ key: 'github:mira', evidence: 'rel=me' }]);
    expect(await suggested(contactId)).toMatchObject([{ key: 'github:mira', evidence: ['rel=me'], mutual: false }]);
  });

  test('so does a stranger’s page that names a profile of somebody kept', async () => {
    const contactId = await keep(profile());
    await recordClaims(next(), 'github:mira', [{ key: 'linkedin:in/mira-santos', evidence: 'link' }]);
    expect(await suggested(contactId)).toMatchObject([{ key: 'github:mira', evidence: ['link'] }]);
  });

  test('pages of strangers that name strangers leave no trace', async () => {
    expect(await recordClaims(next(), 'github:mira', [{ key: 'x:mira', evidence: 'rel=me' }])).toBe(false);
    expect(await db.claims.count()).toBe(0);
  });

  test('two pages that name each other are proof, and the profile is joined as a change that can be undone', async () => {
    const contactId = await keep(profile());
    await recordClaims(next(), 'linkedin:in/mira-santos', [{ key: 'github:mira', evidence: 'sameAs' }]);
    await recordClaims(next(), 'github:mira', [{ key: 'linkedin:in/mira-santos', evidence: 'rel=me' }]);
    expect(await contactIdOf(db, ['github:mira'])).toBe(contactId);
    const [entry] = (await db.journal.orderBy('at').reverse().limit(1).toArray()) as { id: string; command: string }[];
    expect(entry?.command).toBe('attachProfile');
    await undo(next(), { commandId: id(), entryId: entry!.id });
    expect(await contactIdOf(db, ['github:mira'])).toBeUndefined();
  });

  describe('that link to each other in what is written there, and say no more,', () => {
    const LINKEDIN = 'linkedin:in/mira-santos';
    const visits = async (names: { linkedin?: string; github?: string }, evidence: LinkedProfile['evidence'] = 'link') => {
      await recordClaims(next(), LINKEDIN, [{ key: 'github:mira', evidence: 'link' }], names.linkedin);
      await recordClaims(next(), 'github:mira', [{ key: LINKEDIN, evidence }], names.github);
    };

    test('stay two people where they are called otherwise, and are suggested with the evidence', async () => {
      const contactId = await keep(profile());
      for (const names of [{ linkedin: 'Mira Santos', github: 'Bob Weber' }, { linkedin: 'Mira Santos' }, {}]) await visits(names);
      expect(await keysOf(contactId)).toEqual([LINKEDIN]);
      expect(await suggested(contactId)).toMatchObject([{ key: 'github:mira', evidence: ['link'], mutual: true }]);
    });

    test('are one where both call them alike, whatever the case, accents and order, and whichever page is seen last', async () => {
      const contactId = await keep(profile());
      await recordClaims(next(), 'github:mira', [{ key: LINKEDIN, evidence: 'link' }], 'SANTOS, Míra');
      await recordClaims(next(), LINKEDIN, [{ key: 'github:mira', evidence: 'link' }], 'Mira Santos');
      expect(await keysOf(contactId)).toEqual([LINKEDIN, 'github:mira']);
    });

    test('are one as soon as both call them alike, though the claims were kept before that', async () => {
      const contactId = await keep(profile());
      await visits({});
      await visits({ linkedin: 'Mira Santos', github: 'mira santos' });
      expect(await keysOf(contactId)).toEqual([LINKEDIN, 'github:mira']);
    });

    test('are one whatever they are called where either says that both are the same person’s', async () => {
      const contactId = await keep(profile());
      await visits({ linkedin: 'Mira Santos', github: 'mira' }, 'rel=me');
      expect(await keysOf(contactId)).toEqual([LINKEDIN, 'github:mira']);
    });
  });

  test('what the user says is somebody else is not suggested again, and not joined by proof', async () => {
    const contactId = await keep(profile());
    await recordClaims(next(), 'linkedin:in/mira-santos', [{ key: 'github:mira', evidence: 'link' }]);
    const [suggestion] = await suggested(contactId);
    await declineSuggestion(next(), { commandId: id(), claimIds: suggestion!.claimIds });
    await recordClaims(next(), 'github:mira', [{ key: 'linkedin:in/mira-santos', evidence: 'link' }]);
    await recordClaims(next(), 'linkedin:in/mira-santos', [{ key: 'github:mira', evidence: 'link' }]);
    expect(await suggested(contactId)).toEqual([]);
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos']);
  });

  test('a profile that another contact has is suggested with its owner, and cannot simply be taken', async () => {
    const contactId = await keep(profile());
    const other = await keep(github('mira'));
    await recordClaims(next(), 'linkedin:in/mira-santos', [{ key: 'github:mira', evidence: 'link' }]);
    expect(await suggested(contactId)).toMatchObject([{ key: 'github:mira', ownerId: other }]);
    await expect(attachProfile(next(), { commandId: id(), contactId, key: 'github:mira' })).rejects.toMatchObject({ code: 'profileTaken' });
  });

  test('a profile can be given and taken away', async () => {
    const contactId = await keep(profile());
    await attachProfile(next(), { commandId: id(), contactId, key: 'x:mira' });
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos', 'x:mira']);
    await detachProfile(next(), { commandId: id(), contactId, key: 'linkedin:in/mira-santos' });
    expect(await keysOf(contactId)).toEqual(['x:mira']);
  });
});

describe('A profile that is not theirs', () => {
  const MUTUAL: { [key: string]: LinkedProfile[] } = {
    'linkedin:in/mira-santos': [{ key: 'github:mira', evidence: 'link' }],
    'github:mira': [{ key: 'linkedin:in/mira-santos', evidence: 'rel=me' }],
  };
  const visitBoth = async () => {
    for (const page of [profile(), github('mira', ['github:id/7']), profile()]) await visit(page, MUTUAL[page.key]);
  };

  test('goes with the id by which it would come back, and what pages say does not bring it back', async () => {
    const contactId = await keep(profile());
    await visitBoth();
    await visitBoth();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos', 'github:mira', 'github:id/7']);
    await detachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    await visitBoth();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos']);
    expect(await suggested(contactId)).toEqual([]);

    await undo(next(), { commandId: id(), entryId: (await newest()).id });
    await visitBoth();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos', 'github:mira', 'github:id/7']);
  });

  test('nor does it come back once its joining was undone, which can be done again', async () => {
    const contactId = await keep(profile());
    await visitBoth();
    await visitBoth();
    const joined = (await recentChanges(db, 10)).find(({ entry }) => entry.command === 'attachProfile')!;
    await undo(next(), { commandId: id(), entryId: joined.entry.id });
    await visitBoth();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos']);
    await undoNewest();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos', 'github:mira', 'github:id/7']);
    await expect(undo(next(), { commandId: id(), entryId: (await newest()).id })).resolves.toBeDefined();
    await visitBoth();
    expect(await keysOf(contactId)).toEqual(['linkedin:in/mira-santos']);
  });

  test('an old name goes alone: the id stays with the name it was last seen beside', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    await visit(github('mira-santos', ['github:id/7']));
    await detachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    expect(await keysOf(contactId)).toEqual(['github:id/7', 'github:mira-santos']);
  });

  test('of two accounts on one site each goes with its own id', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    await attachProfile(next(), { commandId: id(), contactId, key: 'github:mira-at-work' });
    await visit(github('mira-at-work', ['github:id/9']));
    await visit(github('mira', ['github:id/7']));
    await detachProfile(next(), { commandId: id(), contactId, key: 'github:mira' });
    expect(await keysOf(contactId)).toEqual(['github:mira-at-work', 'github:id/9']);
  });
});

describe('Renamed people', () => {
  test('are followed where the page shows an id they keep', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    expect(await followStableId(next(), github('mira-santos', ['github:id/7']))).toBe(true);
    expect(await contactIdOf(db, ['github:mira-santos'])).toBe(contactId);
  });

  test('an id shown for the first time is kept', async () => {
    const contactId = await keep(github('mira'));
    await followStableId(next(), github('mira', ['github:id/7']));
    expect(await keysOf(contactId)).toEqual(['github:mira', 'github:id/7']);
    expect(await followStableId(next(), github('mira', ['github:id/7']))).toBe(false);
  });

  test('are followed no further once following them was undone', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    await visit(github('mira-santos', ['github:id/7']));
    await undoNewest();
    await visit(github('mira-santos', ['github:id/7']));
    expect(await keysOf(contactId)).toEqual(['github:mira']);
  });

  test('an id that was taken from them is not given to them again', async () => {
    const contactId = await keep(github('mira'));
    await visit(github('mira', ['github:id/7']));
    await undoNewest();
    await visit(github('mira', ['github:id/7']));
    expect(await keysOf(contactId)).toEqual(['github:mira']);
  });
});

describe('A handle that changed hands', () => {
  const stranger: Profile = { ...github('mira', ['github:id/8']), fields: { name: 'Mira Kovač', headline: 'Baker' } };

  test('is the contact’s no more: they keep their id, are followed by it, and nothing of the stranger is kept', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    await visit(stranger, [{ key: 'x:mira-kovac', evidence: 'rel=me' }]);
    expect(await annotationFacts(db, 'github:mira', NOW, BERLIN)).toBeUndefined();
    expect(await keysOf(contactId)).toEqual(['github:id/7']);
    expect((await personView(db, contactId, NOW, BERLIN))?.changes).toEqual([]);
    expect(await suggested(contactId)).toEqual([]);
    expect(await newest()).toMatchObject({ command: 'releaseProfile', contactIds: [contactId] });

    await visit(github('mira-santos', ['github:id/7']));
    expect(await keysOf(contactId)).toEqual(['github:id/7', 'github:mira-santos']);
  });

  test('stays with the contact once that was undone', async () => {
    const contactId = await keep(github('mira', ['github:id/7']));
    await visit(stranger);
    await undoNewest();
    await visit(stranger);
    await visit(stranger);
    expect(await keysOf(contactId)).toEqual(['github:mira', 'github:id/7', 'github:id/8']);
  });

  test('is not given back where the stranger was kept since', async () => {
    await keep(github('mira', ['github:id/7']));
    await visit(stranger);
    const { id: entryId } = await newest();
    await keep(stranger);
    await expect(undo(next(), { commandId: id(), entryId })).rejects.toMatchObject({ code: 'profileTaken' });
  });

  test('goes to the contact who has it now', async () => {
    const [before, now] = [await keep(github('mira', ['github:id/7'])), await keep(github('kovac', ['github:id/8']))];
    await visit(stranger);
    expect([await keysOf(before), await keysOf(now)]).toEqual([['github:id/7'], ['github:kovac', 'github:id/8', 'github:mira']]);
  });

  test('is noticed where the page showed its id only after the person was kept', async () => {
    const contactId = await keep(github('mira'));
    await visit(github('mira', ['github:id/7']));
    await visit(github('mira-santos', ['github:id/7']));
    await visit(stranger);
    expect(await keysOf(contactId)).toEqual(['github:id/7', 'github:mira-santos']);
  });
});

describe('One person kept twice', () => {
  test('by an id and by a name is suggested as one, where a page shows both', async () => {
    const byId = await keep({ ...profile(), key: 'linkedin:urn/ACoAAmira' });
    const byName = await keep(profile());
    await visit({ ...profile(), aliases: ['linkedin:urn/ACoAAmira'] });
    expect(await suggested(byName)).toMatchObject([{ key: 'linkedin:urn/ACoAAmira', ownerId: byId, evidence: ['alias'] }]);
    expect(await suggested(byId)).toMatchObject([{ key: 'linkedin:in/mira-santos', ownerId: byName }]);
  });
});

describe('Merging', () => {
  test('makes one person of two with all that was recorded, and undoing makes two again', async () => {
    const into = await keep(profile());
    const from = await keep(github('mira'));
    await editContact(next(), { commandId: id(), contactId: into, changes: { tags: ['rivers'], howWeMet: 'At the river' } });
    await editContact(next(), { commandId: id(), contactId: from, changes: { tags: ['code', 'rivers'], birthday: '--02-29', howWeMet: 'In an issue' } });
    for (const contactId of [into, from]) {
      await writeNote(next(), { commandId: id(), subject: { contactId }, noteId: id(), text: `about ${contactId}`, draft: false });
      await logInteraction(next(), {
        commandId: id(),
        subject: { contactId },
        interactionId: id(),
        content: { on: '2026-11-01', channel: 'call', given: [], received: [] },
      });
      await setFollowUp(next(), { commandId: id(), subject: { contactId }, reminderId: id(), text: '', dueAt: '2026-12-01T09:00' });
    }
    const everything = async () =>
      Promise.all([db.contacts, db.notes, db.interactions, db.reminders, db.sightings].map((table) => table.toCollection().sortBy('id')));
    const before = await everything();

    const commandId = id();
    await mergeContacts(next(), { commandId, intoId: into, fromId: from });
    expect(await personView(db, from, NOW, BERLIN)).toBeUndefined();
    const merged = (await personView(db, into, NOW, BERLIN))!;
    expect(merged.contact).toMatchObject({
      name: 'Mira Santos',
      profileKeys: ['linkedin:in/mira-santos', 'github:mira'],
      tags: ['rivers', 'code'],
      birthday: '--02-29',
      howWeMet: 'At the river\nIn an issue',
    });
    expect([merged.notes, merged.interactions, merged.reminders].map(({ length }) => length)).toEqual([2, 2, 2]);

    await undo(next(), { commandId: id(), entryId: commandId });
    expect(await everything()).toEqual(before);
  });

  test('reads what was recorded a few times, however much it is, and so does undoing it', async () => {
    const into = await keep(profile());
    const from = await keep(github('mira'));
    for (const contactId of [into, from]) {
      await editContact(next(), { commandId: id(), contactId, changes: { cadence: { every: 6, unit: 'week' } } });
      for (let turn = 0; turn < 30; turn++) {
        const content = { on: `2026-10-${String(turn + 1).padStart(2, '0')}`, channel: 'call' as const, given: [], received: [] };
        await logInteraction(next(), { commandId: id(), subject: { contactId }, interactionId: id(), content });
      }
    }
    const rhythmsOf = async (contactId: string) => (await db.contacts.get(contactId)) as { rhythms: string[] };
    const before = await rhythmsOf(into);
    const reading = vi.spyOn(db.interactions, 'where');
    const commandId = id();
    await mergeContacts(next(), { commandId, intoId: into, fromId: from });
    expect((await rhythmsOf(into)).rhythms).toEqual(['own|2026-12-11']);
    await undo(next(), { commandId: id(), entryId: commandId });
    expect(reading.mock.calls.length).toBeLessThan(10);
    expect((await rhythmsOf(into)).rhythms).toEqual(before.rhythms);
  });
});

describe('What changed', () => {
  const says = (fields: Profile['fields']) => profile('mira-santos', { name: 'Mira Santos', ...fields });

  test('a new organisation is news once, on the annotation, in the panel and among what is pending', async () => {
    const contactId = await keep(says({ organisation: 'Acme' }));
    await recordSighting(next(), says({ organisation: 'Globex' }));
    await recordSighting(next(), says({ organisation: 'Globex' }));
    const fields = [{ field: 'organisation', from: 'Acme', to: 'Globex' }];
    expect((await annotationFacts(db, 'linkedin:in/mira-santos', NOW, BERLIN))?.change).toMatchObject({ fields });
    expect((await personView(db, contactId, NOW, BERLIN))?.changes).toMatchObject([{ fields, dismissed: false }]);
    const { actions } = await pendingActions(db, NOW, BERLIN, 10);
    expect(actions).toMatchObject([{ kind: 'change', name: 'Mira Santos', fields }]);
  });

  test('a field read for the first time, or lacking today, is no news', async () => {
    await keep(says({}));
    await recordSighting(next(), says({ headline: 'Head of Research' }));
    await recordSighting(next(), says({}));
    expect((await pendingActions(db, NOW, BERLIN, 10)).actions).toEqual([]);
  });

  describe('read in two ways', () => {
    type Reading = { source: string; language?: string };
    const IN: Reading = { source: 'top card', language: 'en' };
    const OUT: Reading = { source: 'structured data', language: 'en' };
    const GERMAN: Reading = { source: 'top card', language: 'de' };
    const read = ({ source, language }: Reading, fields: Profile['fields']): Profile => {
      const each = (text: string) => Object.fromEntries(Object.keys(fields).map((field) => [field, text]));
      return { ...profile('mira-santos', fields), sources: each(source), ...(language && { languages: each(language) }) };
    };
    const sees = (reading: Reading, fields: Profile['fields']) => recordSighting(next(), read(reading, fields));
    const news = async () =>
      (await pendingActions(db, NOW, BERLIN, 10)).actions.map((action) =>
        action.kind === 'change' ? action.fields.map(({ from, to }) => `${from} → ${to}`).join(' · ') : action.kind,
      );

    test('signed in, out and in again is no news, and a change that is one is held against the last time it was read in the same way', async () => {
      await keep(read(IN, { organisation: 'Acme', place: 'Oslo, Norway' }));
      for (let turn = 0; turn < 2; turn++) {
        await sees(OUT, { organisation: 'Acme Norway AS', place: 'Oslo, Oslo, Norway' });
        await sees(IN, { organisation: 'Acme', place: 'Oslo, Norway' });
      }
      expect(await news()).toEqual([]);
      await sees(OUT, { organisation: 'Acme Norway AS', place: 'Oslo, Oslo, Norway' });
      await sees(IN, { organisation: 'Globex', place: 'Oslo, Norway' });
      expect(await news()).toEqual(['Acme → Globex']);
    });

    test('a profile in another language is no news, and what changes in either language is', async () => {
      await keep(read(IN, { headline: 'Head of rivers at Acme' }));
      await sees(GERMAN, { headline: 'Leiterin Flüsse bei Acme' });
      await sees(IN, { headline: 'Head of rivers at Acme' });
      expect(await news()).toEqual([]);
      await sees(GERMAN, { headline: 'Direktorin bei Globex' });
      expect(await news()).toEqual(['Leiterin Flüsse bei Acme → Direktorin bei Globex']);
    });

    test('a page half loaded in another language does not lend it what was said in the first', async () => {
      await keep(read(IN, { name: 'Mira Santos', headline: 'Head of rivers' }));
      await sees(GERMAN, { name: 'Mira Santos' });
      await sees(GERMAN, { name: 'Mira Santos', headline: 'Leiterin Flüsse' });
      expect(await news()).toEqual([]);
    });

    test('what both ways said alike is held against the same way, too', async () => {
      await keep(read(IN, { organisation: 'Acme' }));
      await sees(OUT, { organisation: 'Acme' });
      await sees(OUT, { organisation: 'Globex' });
      expect(await news()).toEqual(['Acme → Globex']);
    });

    test('one change that both ways tell is one piece of news', async () => {
      await keep(read(IN, { organisation: 'Acme' }));
      await sees(OUT, { organisation: 'Acme' });
      await sees(IN, { organisation: 'Globex' });
      await sees(OUT, { organisation: 'Globex' });
      expect(await news()).toEqual(['Acme → Globex']);
    });

    test('what was kept before anything said so is held against any way and language', async () => {
      await keep({ ...read(IN, { organisation: 'Acme' }), sources: {}, languages: {} });
      await sees(GERMAN, { organisation: 'Globex' });
      expect(await news()).toEqual(['Acme → Globex']);
    });
  });

  describe('that is as it was before', () => {
    const changes = async (contactId: string) => (await personView(db, contactId, NOW, BERLIN))!.changes;

    test('no longer waits, and is no news itself; that can be undone, and is not done again by itself', async () => {
      const contactId = await keep(says({ organisation: 'Acme' }));
      for (const organisation of ['Globex', 'Acme']) await recordSighting(next(), says({ organisation }));
      expect((await pendingActions(db, NOW, BERLIN, 10)).actions).toEqual([]);
      expect(await changes(contactId)).toMatchObject([{ dismissed: true, fields: [{ from: 'Acme', to: 'Globex' }] }]);
      expect(await newest()).toMatchObject({ command: 'settleChange', contactIds: [contactId] });

      await undoNewest();
      for (const place of ['Oslo', 'Bergen']) await recordSighting(next(), says({ organisation: 'Acme', place }));
      expect(await changes(contactId)).toMatchObject([{ fields: [{ to: 'Bergen' }] }, { dismissed: false, fields: [{ to: 'Globex' }] }]);
    });

    test('no longer waits after any number of steps', async () => {
      await keep(says({ organisation: 'Acme' }));
      for (const organisation of ['Globex', 'Initech', 'Acme']) await recordSighting(next(), says({ organisation }));
      expect((await pendingActions(db, NOW, BERLIN, 10)).actions).toEqual([]);
    });

    test('waits on where something else of it stands', async () => {
      const contactId = await keep(says({ organisation: 'Acme', place: 'Oslo' }));
      await recordSighting(next(), says({ organisation: 'Globex', place: 'Lisbon' }));
      await recordSighting(next(), says({ organisation: 'Acme', place: 'Lisbon' }));
      expect(await changes(contactId)).toMatchObject([
        { dismissed: false, fields: [{ from: 'Globex', to: 'Acme' }] },
        { dismissed: false, fields: [{ to: 'Globex' }, { to: 'Lisbon' }] },
      ]);
    });

    test('is news where the user has seen that it was otherwise', async () => {
      const contactId = await keep(says({ organisation: 'Acme' }));
      await recordSighting(next(), says({ organisation: 'Globex' }));
      await dismissChange(next(), { commandId: id(), sightingId: (await changes(contactId))[0]!.sightingId });
      await recordSighting(next(), says({ organisation: 'Acme' }));
      expect(await changes(contactId)).toMatchObject([{ dismissed: false, fields: [{ from: 'Globex', to: 'Acme' }] }, { dismissed: true }]);
    });
  });

  test('what was dismissed stays known and no longer waits', async () => {
    const contactId = await keep(says({ place: 'Lisbon' }));
    await recordSighting(next(), says({ place: 'Oslo' }));
    const [change] = (await personView(db, contactId, NOW, BERLIN))!.changes;
    await dismissChange(next(), { commandId: id(), sightingId: change!.sightingId });
    expect((await pendingActions(db, NOW, BERLIN, 10)).actions).toEqual([]);
    expect((await personView(db, contactId, NOW, BERLIN))?.changes).toMatchObject([{ dismissed: true }]);
  });
});
