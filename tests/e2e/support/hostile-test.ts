import { test as base, expect, type Page } from '@playwright/test';
import type { AnnotationMode } from '../../../lib/model/settings.ts';
import { annotationOn, type PaintedAnnotation } from './annotation.ts';
import { addressOf, attackerPage, type Parts, subjectOf, type Victim } from './attacker-page.ts';
import { Kith } from './kith.ts';
import { BUILT, launchChromium, newProfile, type Running, removeProfile } from './launch.ts';
import { AT_NOON, minutesFromNow } from './people.ts';
import type { Web } from './web.ts';

type Fixtures = {
  kith: Kith;
  web: Web;
  /** Puts the attacker's page at somebody's address, goes there, and waits until the annotation says what it has to say. */
  visit(victim: Victim, parts?: Parts): Promise<PaintedAnnotation>;
};

/**
 * A test on a page that attacks. The browser is shared by the tests of a worker, so each takes people of its own; after each the
 * extension's surfaces are closed, and Kith must have made no request.
 */
export const test = base.extend<Fixtures, { running: Running; shared: Kith }>({
  running: [
    async ({}, use) => {
      const profile = await newProfile();
      const running = await launchChromium({ profile, extension: BUILT, timeZone: AT_NOON });
      await use(running);
      await running.close();
      await removeProfile(profile);
    },
    { scope: 'worker' },
  ],
  shared: [async ({ running }, use) => use(await (await Kith.in(running)).welcomed()), { scope: 'worker' }],
  context: async ({ running }, use) => use(running.context),
  web: async ({ running }, use) => use(running.web),
  kith: async ({ running, shared }, use) => {
    // The choices of whoever came before are not this test's.
    for (const siteId of ['linkedin', 'github'] as const) await choose(shared, 'hover', siteId);
    await use(shared);
    for (const page of running.context.pages()) if (/^chrome-extension:.*\.html/.test(page.url())) await closeSurface(page);
    expect(running.requestsMade(), 'Kith makes no network request').toEqual([]);
  },
  // After Kith: a tab that it opens as it is installed would be in front.
  page: async ({ context, kith: _ }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
  visit: async ({ web, page }, use) =>
    use(async (victim, parts) => {
      web.serve(addressOf(victim), attackerPage(victim, parts));
      await page.goto(addressOf(victim));
      return settled(page);
    }),
});

export { expect };

/** Closes one of the extension's pages; a side panel closes by its own doing only. */
export async function closeSurface(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const closed = page.waitForEvent('close');
  if (page.url().includes('/sidepanel.html')) await page.evaluate(() => window.close()).catch(() => undefined);
  else await page.close();
  await closed;
}

let victims = 100;

/** Somebody whom no other test knows; all handles of a test are of one length. */
export function somebody(site: Victim['site'] = 'linkedin'): Victim {
  victims += 1;
  return { site, handle: `amara-osei-${victims}`, name: 'Amara Osei' };
}

/** What is to be found by nobody: a name of one's own for them, a note, a follow-up, a contact, in words and letters no page has. */
export const SECRETS = {
  name: 'Zephyrine Quillfeather',
  note: 'Promised **Ǯanuk** the quokka maps; jazz on Wyvern quay at half past six, and her ƶither is on loan until the ferry runs again.',
  followUp: 'Return the kvetchbox',
};

/** Keeps them, with everything that an annotation can show; their contact's id. */
export async function know(kith: Kith, victim: Victim): Promise<string> {
  const { contactId } = await kith.command('addContact', { subject: subjectOf(victim) });
  if (contactId === undefined) throw new Error(`${victim.handle} was not kept`);
  const subject = { contactId };
  await kith.command('editContact', { contactId, changes: { name: SECRETS.name } });
  await kith.command('writeNote', { subject, noteId: crypto.randomUUID(), text: SECRETS.note, draft: false });
  await kith.command('setFollowUp', { subject, reminderId: crypto.randomUUID(), text: SECRETS.followUp, dueAt: minutesFromNow(3 * 24 * 60, AT_NOON) });
  const on = Temporal.Now.plainDateISO(AT_NOON).subtract({ days: 21 }).toString();
  await kith.command('logInteraction', { subject, interactionId: crypto.randomUUID(), content: { on, channel: 'coffee', given: [], received: [] } });
  return contactId;
}

/** Sets how much is shown in the pages of the site. */
export async function choose(kith: Kith, mode: AnnotationMode, siteId: Victim['site'] = 'linkedin'): Promise<void> {
  await kith.command('setAnnotationMode', { siteId, mode });
}

/** The annotation, once the background has answered. */
export async function settled(page: Page): Promise<PaintedAnnotation> {
  await expect.poll(async () => (await annotationOn(page))?.state ?? '').not.toBe('');
  const painted = await annotationOn(page);
  if (!painted) throw new Error('the annotation went again');
  return painted;
}

/** Everything that it shows or says, word by word. */
export function wordsOn({ label, spoken, description, card }: PaintedAnnotation): string[] {
  const texts = [label, spoken, description, card.title, ...card.rows.flatMap((row) => [row.label, row.text])];
  return [...new Set(texts.join(' ').match(/[\p{L}\p{N}↻]+/gu))];
}
