import { COMMANDS, QUESTIONS } from '../../lib/messaging/protocol.ts';
import type { Answer } from '../../lib/messaging/protocol.ts';
import { filterTest, type KeyFilter } from '../../lib/model/key-filter.ts';
import { addressOf, keyOf, subjectOf } from './support/attacker-page.ts';
import { type ExtensionWorld, extensionWorld } from './support/extension-world.ts';
import { choose, expect, know, SECRETS, somebody, test } from './support/hostile-test.ts';
import { EXTENSION_ID } from './support/launch.ts';

/** What somebody can say to the background who has taken over the whole process of a page, Kith's script included. */
function speaker(world: ExtensionWorld) {
  return (message: object) => world.evaluate<Answer<unknown>>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
}

const TABLES = ['contacts', 'notes', 'interactions', 'reminders', 'sightings', 'journal', 'settings'];

test('no command and no question of an extension page is taken from a page, in whatever words', async ({ kith, page, visit }) => {
  const victim = somebody();
  const contactId = await know(kith, victim);
  await visit(victim);
  const say = speaker(await extensionWorld(page));
  // Reading the page once it has settled may leave a sighting: that is let happen first.
  await expect.poll(async () => (await say({ type: 'settled' })).ok).toBe(true);
  const records = () => Promise.all(TABLES.map((table) => kith.records(table)));
  const before = await records();

  const id = crypto.randomUUID();
  const subject = { contactId };
  const ids = { commandId: id, contactId, noteId: id, reminderId: id, interactionId: id, entryId: id, claimIds: [id], tabId: 1 };
  const payload = {
    ...ids,
    subject,
    text: 'forged',
    draft: false,
    dueAt: '2199-01-01T09:00',
    until: '2199-01-01T09:00',
    siteId: 'linkedin',
    mode: 'always',
    time: '09:00',
  };
  const names = [...Object.keys(COMMANDS), ...Object.keys(QUESTIONS)];
  for (const type of names) {
    for (const message of [{ type }, { type, ...payload }, { type, commandId: id, subject: subjectOf(victim), noteId: id, text: 'forged', draft: false }])
      expect(await say(message), type).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
  for (const type of ['', 'commands', 'page', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'notified', 'wake'])
    expect(await say({ type }), type).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  for (const message of [{}, { type: 1 }, { type: ['deleteContact'] }, [], null, 'deleteContact', { type: { toString: 'annotation' } }])
    expect((await say(message as object)).ok, JSON.stringify(message)).toBe(false);
  expect(names.length).toBeGreaterThan(15);
  expect(await records()).toEqual(before);
});

test('a page is told of nobody but whom its address is about', async ({ kith, page, visit }) => {
  const [here, other] = [somebody(), somebody()];
  const elsewhere = somebody('github');
  for (const victim of [here, other, elsewhere]) await know(kith, victim);
  await choose(kith, 'hover');
  await visit(here);
  const say = speaker(await extensionWorld(page));
  expect(JSON.stringify(await say({ type: 'annotation', key: keyOf(here) }))).toContain('quokka');
  for (const victim of [other, elsewhere]) {
    expect(await say({ type: 'annotation', key: keyOf(victim) })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    // Neither by saying so itself, nor by adding to the message.
    expect((await say({ type: 'annotation', key: keyOf(victim), url: addressOf(victim), page: { url: addressOf(victim) } })).ok).toBe(false);
  }
  for (const key of [
    'linkedin:in/../in/x',
    'linkedin:',
    '__proto__',
    `${keyOf(here)}\u200B`,
    `${keyOf(here)} `,
    keyOf(here).toUpperCase(),
    7,
    null,
    [keyOf(here)],
  ])
    expect((await say({ type: 'annotation', key })).ok, String(key)).toBe(false);
});

test('of people who are linked a page is told no more than stands there; what they said, only of one whom it asked about, and is pointed at', async ({
  kith,
  page,
  context,
  visit,
}) => {
  const [here, linked, other] = [somebody(), somebody(), somebody('github')];
  for (const victim of [linked, other]) await know(kith, victim);
  await choose(kith, 'hover');
  await visit(here);
  const say = speaker(await extensionWorld(page));
  const card = { type: 'badgeCard', key: keyOf(linked) };
  expect(await say(card)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const told = await say({ type: 'badges', keys: [keyOf(linked), keyOf(here)] });
  expect(told).toMatchObject({ ok: true, value: [{ keys: [keyOf(linked)], state: 'fresh', label: '3 wks' }] });
  for (const word of [SECRETS.note, SECRETS.followUp].flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])) expect(JSON.stringify(told)).not.toContain(word);
  expect(JSON.stringify(await say(card))).toContain('quokka');
  expect(await say({ type: 'badgeCard', key: keyOf(other) })).toMatchObject({ ok: false, error: { code: 'forbidden' } });

  // Whom a page asked about is known to a worker that is started anew, and not held for another page's question.
  await kith.killWorker();
  expect(JSON.stringify(await say(card))).toContain('quokka');
  const elsewhere = await context.newPage();
  await elsewhere.goto(addressOf(here));
  expect(await speaker(await extensionWorld(elsewhere))(card)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await elsewhere.close();
  await page.reload();
  const sayAfterwards = speaker(await extensionWorld(page));
  expect(await sayAfterwards(card)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('a page of one site cannot have everybody on another looked up', async ({ kith, page, visit }) => {
  const [here, linked, other] = [somebody(), somebody(), somebody('github')];
  for (const victim of [linked, other]) await know(kith, victim);
  await visit(here);
  const say = speaker(await extensionWorld(page));
  const { value } = (await say({ type: 'knownPeople' })) as { value: { prefix: string; filter: KeyFilter } };
  expect(value.prefix).toBe('linkedin:');
  expect([linked, other].map((victim) => filterTest(value.filter)(keyOf(victim)))).toEqual([true, false]);

  const guesses = (site: string, count: number) => Array.from({ length: count }, (_, index) => `${site}:guess-${index}`);
  for (const from of [0, 100, 200, 300]) await say({ type: 'badges', keys: guesses('github', 400).slice(from, from + 100) });
  expect(await say({ type: 'badges', keys: [keyOf(other)] })).toEqual({ ok: true, value: [] });
  expect(await say({ type: 'badgeCard', key: keyOf(other) })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await say({ type: 'badges', keys: [keyOf(linked)] })).toMatchObject({ ok: true, value: [{ state: 'fresh' }] });
  // Of its own site, as many as anybody scrolls past.
  expect(await say({ type: 'badges', keys: guesses('linkedin', 5000) })).toEqual({ ok: true, value: [] });
  const late = somebody();
  await know(kith, late);
  expect(await say({ type: 'badges', keys: [keyOf(late)] })).toEqual({ ok: true, value: [] });
});

for (const mode of ['badge', 'off'] as const) {
  test(`shown ${mode}, no word of a note enters the page’s process, whatever it asks`, async ({ kith, page, visit }) => {
    const victim = somebody();
    await know(kith, victim);
    await choose(kith, mode);
    await visit(victim);
    const say = speaker(await extensionWorld(page));
    const answers = [];
    for (const message of [
      { type: 'annotation', key: keyOf(victim) },
      { type: 'badges', keys: [keyOf(victim)] },
      { type: 'badgeCard', key: keyOf(victim) },
      { type: 'knownPeople' },
      { type: 'whoIsThis' },
      { type: 'settled' },
    ])
      answers.push(await say(message));
    expect(answers[0]).toMatchObject({ ok: true });
    const said = JSON.stringify(answers);
    for (const word of [SECRETS.note, SECRETS.followUp].flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])) expect(said).not.toContain(word);
  });
}

test('nothing personal lies where a page or its script can reach it', async ({ kith, page, visit }) => {
  const victim = somebody();
  await know(kith, victim);
  await choose(kith, 'always');
  await visit(victim);
  const world = await extensionWorld(page);
  // Whom the panel was asked for is remembered somewhere.
  await speaker(world)({ type: 'openPerson', key: keyOf(victim) });
  const reach = `(async () => {
    const areas = {};
    for (const area of ['local', 'session', 'sync', 'managed']) areas[area] = await globalThis.chrome?.storage?.[area]?.get().catch((error) => String(error));
    return JSON.stringify([areas, await indexedDB.databases(), await caches.keys(), Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state,
      await navigator.storage.getDirectory().then(async (folder) => (await Array.fromAsync(folder.keys())))]);
  })()`;
  const [ofScript, ofPage] = [await world.evaluate<string>(reach), await page.evaluate<string>(reach)];
  for (const found of [ofScript, ofPage]) {
    for (const word of Object.values(SECRETS).flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])) expect(found).not.toContain(word);
    expect(found).not.toMatch(new RegExp(`kith|${victim.handle}`, 'i'));
    expect(JSON.parse(found).slice(1)).toEqual([[], [], [], [], '', null, []]);
  }
});

test('no file of Kith can be loaded, framed or opened by a page, nor told from one of an extension that is not there', async ({
  kith,
  page,
  context,
  visit,
}) => {
  const victim = somebody();
  expect(await kith.workerIsRunning()).toBe(true);
  await visit(victim, { mayAsk: /^chrome-extension:/ });
  expect(await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(performance.getEntries()))).not.toMatch(/chrome-extension:/);
  const outcomes = await page.evaluate(async (id) => {
    const files = [
      'manifest.json',
      'sidepanel.html',
      'popup.html',
      'dashboard.html',
      'page.js',
      'icons/icon-16.png',
      'icons/known-16.png',
      '_locales/en/messages.json',
      'background.js',
      '_generated_background_page.html',
    ];
    const load = (tag: string, name: string, address: string) =>
      new Promise<string>((done) => {
        const element = document.createElement(tag);
        element.onload = () => done('loaded');
        element.onerror = () => done('refused');
        if (tag === 'link') Object.assign(element, { rel: 'stylesheet' });
        Reflect.set(element, name, address);
        document.body.append(element);
        setTimeout(() => done('nothing'), 30_000);
      });
    const probe = async (extension: string) => {
      const all: Record<string, string[]> = {};
      await Promise.all(
        files.map(async (file) => {
          const address = `chrome-extension://${extension}/${file}`;
          const asked = [fetch(address), fetch(address, { mode: 'no-cors' })].map((answer) =>
            answer.then(
              ({ status, type }) => `${type} ${status}`,
              (error) => error.message,
            ),
          );
          const loaded = [load('img', 'src', address), load('script', 'src', address), load('link', 'href', address), load('object', 'data', address)];
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
          await new Promise((done) => (frame.onload = done));
          let inside = 'out of reach';
          try {
            inside = frame.contentDocument?.body.innerText ?? 'out of reach';
          } catch {
            inside = 'another origin';
          }
          all[file] = [...(await Promise.all([...asked, ...loaded])), `frame ${inside} ${frame.contentWindow?.length}`].map((outcome) =>
            outcome.replaceAll(extension, 'ID'),
          );
        }),
      );
      return all;
    };
    return { kith: await probe(id), nobody: await probe(id.replaceAll('j', 'a')) };
  }, EXTENSION_ID);
  expect(outcomes.kith).toEqual(outcomes.nobody);
  for (const results of Object.values(outcomes.kith)) expect(results.join()).not.toMatch(/loaded|200|basic/);

  const opened = context.waitForEvent('page');
  await page.evaluate((id) => void window.open(`chrome-extension://${id}/sidepanel.html`), EXTENSION_ID);
  const tab = await opened;
  await tab.waitForLoadState();
  expect(tab.url()).not.toContain(EXTENSION_ID);
  await tab.close();
});
