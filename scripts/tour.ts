import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { annotationOn, clickAnnotation, hoverAnnotation, type PaintedAnnotation } from '../tests/e2e/support/annotation.ts';
import { Kith } from '../tests/e2e/support/kith.ts';
import { BUILT, launchChromium, newProfile, type Running, removeProfile } from '../tests/e2e/support/launch.ts';
import { withProbe } from '../tests/e2e/support/with-probe.ts';

type Options = {
  /** Where the pictures go. */
  folder: string;
  /** Where those for the README are copied. */
  keepIn?: string;
};

const IMANI = 'https://www.linkedin.com/in/imani-vestergaard-4b71a9/';
const PRIYA = 'https://www.linkedin.com/in/priya-raghunathan-mbeki/';
const TOMASZ = 'https://github.com/Zurawikowski-T';
/** The page of somebody where Imani works. */
const COLLEAGUE = 'https://github.com/tarnwick-imani';
const IN_THREE_DAYS = Temporal.Now.plainDateISO().add({ days: 3 });
/** The pictures that the README shows. */
const FOR_THE_README = ['hero', 'popup', 'dashboard-person'].flatMap((name) => [`${name}-light.png`, `${name}-dark.png`]);
const PANEL = { width: 380, height: 800 };
/** How long a follow-up "in 1 minute" may take to fire: due times are whole minutes. */
const UNTIL_DUE_MILLISECONDS = 130_000;

/** Does the main job step by step as a person would, says each step, and takes pictures in light and dark. @throws at the first step that fails. */
export async function takeTour({ folder, keepIn }: Options): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const profile = await newProfile();
  const start = async () => {
    const extension = await withProbe(BUILT, profile);
    return launchChromium({ profile, extension, deviceScaleFactor: 2, environment: await fonts(profile) });
  };
  const tour = new Tour(folder, await start());
  try {
    await tour.take();
    const asked = tour.running.requestsMade();
    await tour.running.close();
    if (asked.length > 0) throw new Error(`Kith asked the network:\n${asked.join('\n')}`);
    await tour.afterRestart(await start());
    await tour.composePictures();
    if (keepIn) for (const name of FOR_THE_README) await cp(join(folder, name), join(keepIn, name));
  } catch (error) {
    throw new Error(`The tour stopped at step ${tour.steps}.\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await tour.running.close();
    await removeProfile(profile);
  }
  process.stdout.write(`\nThe tour is complete. Pictures: ${folder}\n`);
}

class Tour {
  readonly #folder: string;
  running: Running;
  steps = 0;

  constructor(folder: string, running: Running) {
    this.#folder = folder;
    this.running = running;
  }

  async take(): Promise<void> {
    const kith = await (await Kith.in(this.running)).welcomed();
    const page = await kith.context.newPage();

    this.#say('Somebody new: beside the name on her profile stands "Add to Kith"');
    await page.goto(IMANI);
    await annotation(page, ({ state }) => state === 'new');
    await this.#picture('new-person', page);

    this.#say('The welcome: whoever has their profile open can be written about there');
    const welcome = await kith.open('dashboard.html#/welcome');
    await expect(welcome.getByRole('button', { name: /^Imani Vestergaard/ })).toBeVisible();
    await this.#picture('welcome', welcome);
    await welcome.close();

    this.#say('A click on it opens the side panel at her, the cursor in the note');
    await clickAnnotation(page);
    const panel = await kith.panel();
    await panel.setViewportSize(PANEL);
    const note = panel.getByRole('textbox', { name: /^Note about/ });
    await expect(note).toBeFocused();
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Imani Vestergaard');

    this.#say('A note, kept while it is typed');
    await note.pressSequentially(
      'Met at the gauge workshop in Aarhus. Runs **four hundred** river stations with nine people; wants our calibration sheet. Daughter starts school in August.',
    );
    await expect(panel.getByText('Saved', { exact: true })).toBeVisible();
    await this.#picture('panel-writing', panel);
    await note.press('Control+Enter');
    await expect(notice(panel)).toContainText('Note added.');

    this.#say('Contact logged in two clicks: coffee, today');
    await panel.getByRole('button', { name: 'Log contact' }).click();
    await panel.getByRole('button', { name: 'Coffee' }).click();
    await expect(notice(panel)).toContainText('Coffee logged, today.');

    this.#say('A follow-up in plain words; what was understood is shown before it is kept');
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByRole('textbox', { name: 'What to do' }).fill('Send the calibration sheet');
    const when = panel.getByRole('textbox', { name: 'When' });
    await when.fill('after the summer');
    await expect(panel.getByText('is not a date Kith can read')).toBeVisible();
    await when.fill('next Tuesday 9am');
    await expect(panel.locator('.understood')).toContainText('Tuesday');
    await this.#picture('panel-follow-up', panel);
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(notice(panel)).toContainText('Follow-up set:');

    this.#say('The mark beside her name has changed at once; the card says what was last written');
    await annotation(page, ({ state, label }) => state === 'fresh' && label.includes('↻'));
    await hoverAnnotation(page);
    await annotation(page, ({ card }) => card.isOpen && card.rows.some(({ text }) => text.includes('gauge workshop')));
    await this.#picture('known-person', page);
    await panel.mouse.move(0, 0);
    await this.#picture('panel-person', panel);

    this.#say('A link to somebody else: page, mark and panel follow; nothing of Imani stays');
    await page.mouse.move(0, 0);
    await page.goto(TOMASZ);
    await annotation(page, ({ state }) => state === 'new');
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Tomasz');
    await expect(panel.getByText('gauge workshop')).toBeHidden();

    this.#say('Tomasz, on GitHub: a note, and a follow-up in one minute');
    await panel.getByRole('textbox', { name: /^Note about/ }).pressSequentially('Patched our battery logger over a weekend. Ask how the mentoring group goes.');
    await panel.getByRole('textbox', { name: /^Note about/ }).press('Control+Enter');
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByRole('textbox', { name: 'What to do' }).fill('Thank him for the patch');
    await panel.getByRole('textbox', { name: 'When' }).fill('in 1 minute');
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(notice(panel)).toContainText('Follow-up set:');

    this.#say('Logged by mistake, and taken back where it happened');
    await panel.getByRole('button', { name: 'Log contact' }).click();
    await panel.getByRole('button', { name: 'Call' }).click();
    await expect(notice(panel)).toContainText('Call logged, today.');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(notice(panel)).toContainText('Taken back.');
    await annotation(page, ({ state }) => state === 'never');
    await hoverAnnotation(page);
    await annotation(page, ({ card }) => card.isOpen);
    await this.#picture('known-on-github', page);
    await panel.mouse.move(0, 0);
    await this.#picture('panel-on-github', panel);

    this.#say('Priya, last met five weeks ago, with what was given, received and learned: the mark says that it fades');
    await page.mouse.move(0, 0);
    await page.goto(PRIYA);
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Priya');
    await panel.getByRole('button', { name: 'Log contact' }).click();
    await panel.getByRole('button', { name: 'Another day, or more to say' }).click();
    await panel.getByRole('combobox', { name: 'How', exact: true }).selectOption('Event');
    await panel.getByLabel('When').fill(daysAgo(35));
    await panel.getByLabel('What it was about').fill('Open Gauges working group, autumn meeting');
    await panel.getByRole('button', { name: 'Add: Received' }).click();
    await panel.getByLabel('Received: what', { exact: true }).fill('Her list of towns that publish their levels');
    await panel.getByRole('button', { name: 'Add: Given' }).click();
    await panel.getByLabel('Given: what', { exact: true }).fill('Review of the data licence');
    await panel.getByLabel('Learned').fill('Ask the librarian of a town first: they know who keeps the numbers.');
    await this.#picture('panel-log', panel);
    await panel.getByRole('button', { name: 'Log contact' }).last().click();
    await annotation(page, ({ state }) => state === 'fading');
    await this.#picture('panel-fading', panel);

    this.#say('The minute is over: a notification, and a number on the toolbar icon');
    await expect.poll(() => kith.notifications(), { timeout: UNTIL_DUE_MILLISECONDS }).toHaveLength(1);
    const [shown] = await kith.shownNotifications();
    process.stdout.write(`      ${shown?.options.title}: ${shown?.options.message} [${shown?.options.buttons?.map(({ title }) => title).join('] [')}]\n`);
    await expect.poll(() => kith.badgeText()).toBe('1');

    this.#say('A click on the notification opens his profile');
    const [id = ''] = await kith.notifications();
    const opening = kith.context.waitForEvent('page');
    await kith.clickNotification(id);
    const opened = await opening;
    await opened.waitForURL(/^https:\/\/github\.com\/zurawikowski-t$/i);
    await annotation(opened, ({ state }) => state === 'never');

    this.#say('The popup lists it; one key does it, one key takes that back');
    const popup = await kith.openPopup();
    const row = popup.getByRole('row').filter({ hasText: 'Thank him for the patch' });
    await expect(row).toBeVisible();
    await this.#picture('popup', popup);
    await row.press('d');
    await expect(row).toBeHidden();
    await expect.poll(() => kith.badgeText()).toBe('');
    await popup.keyboard.press('u');
    await expect(row).toBeVisible();
    await expect.poll(() => kith.badgeText()).toBe('1');

    this.#say('Priya every four weeks, and her birthday: from now on she comes up by herself');
    await popup.close();
    await page.bringToFront();
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Priya');
    await panel.getByRole('heading', { name: 'Details' }).click();
    const often = panel.getByRole('group', { name: 'How often to be in touch' });
    await often.getByLabel('How often').selectOption('week');
    await often.getByLabel('Every').fill('4');
    await often.getByLabel('Every').press('Enter');
    await expect(notice(panel)).toContainText('Details saved.');
    const birthday = panel.getByRole('group', { name: 'Birthday' });
    await birthday.getByLabel('Day').fill(String(IN_THREE_DAYS.day));
    await birthday.getByLabel('Month').selectOption({ index: IN_THREE_DAYS.month });
    await birthday.getByLabel('Year').fill('1987');
    await birthday.getByLabel('Year').press('Enter');
    await this.#picture('panel-rhythm', panel);

    this.#say('A follow-up for when one next sees anyone where Imani works, and the page of somebody there');
    await page.goto(IMANI);
    await expect(panel.getByRole('heading', { level: 1 })).toContainText('Imani');
    await panel.getByRole('button', { name: 'Follow up', exact: true }).click();
    await panel.getByRole('textbox', { name: 'What to do' }).fill('Ask how the move to the new mast goes');
    await this.#picture('panel-encounters', panel);
    await panel.getByRole('button', { name: /^When I next see anyone at / }).click();
    await expect(notice(panel)).toContainText('Follow-up set: when you next see anyone at');
    await this.#picture('panel-awaiting', panel);
    await page.goto(COLLEAGUE);
    await expect.poll(() => kith.badgeText(), { timeout: 20_000 }).toBe('2');
    await page.goto('about:blank');

    this.#say('The list: what is due, a birthday, somebody one drifts apart from; several are dealt with at once, and taken back at once');
    const list = await kith.openPopup();
    const rows = list.getByRole('row');
    for (const what of ['Thank him for the patch', 'the new mast', 'Birthday', 'every 4 weeks']) await expect(rows.filter({ hasText: what })).toBeVisible();
    const waiting = await rows.count();
    await this.#picture('popup-list', list);
    await rows.first().press('Control+a');
    await list.keyboard.press('s');
    await this.#picture('popup-selected', list);
    await list.keyboard.press('Escape');
    await list.keyboard.press('d');
    await list.keyboard.press('4');
    await expect(notice(list)).toContainText(`${waiting} done.`);
    await this.#picture('popup-undo', list);
    await list.keyboard.press('u');
    await expect(rows).toHaveCount(waiting);
    await list.close();

    this.#say('The dashboard: everybody kept, and every change, each to be taken back');
    const dashboard = await kith.open('dashboard.html');
    await dashboard
      .getByRole('link', { name: /Imani/ })
      .or(dashboard.getByRole('button', { name: /Imani/ }))
      .first()
      .click();
    await expect(dashboard.locator('strong', { hasText: 'four hundred' })).toBeVisible();
    await this.#picture('dashboard-person', dashboard);
    await dashboard.goto(`${kith.address('dashboard.html')}#/changes`);
    await expect(dashboard.getByText('Took back').first()).toBeVisible();
    await this.#picture('dashboard-changes', dashboard);
    await dashboard.goto(`${kith.address('dashboard.html')}#/settings`);
    await expect(dashboard.getByText('Settings').first()).toBeVisible();
    await this.#picture('dashboard-settings', dashboard);

    this.#say('A test notification, and the ledger of those that came');
    await dashboard.getByRole('button', { name: 'Show me a test notification' }).click();
    await dashboard.getByRole('button', { name: 'I saw it' }).click();
    await expect(dashboard.getByText('You saw it.')).toBeVisible();
    await this.#picture('dashboard-self-test', dashboard);
    await dashboard.goto(`${kith.address('dashboard.html')}#/ledger`);
    await expect(dashboard.getByText('Thank him for the patch')).toBeVisible();
    await this.#picture('dashboard-ledger', dashboard);
  }

  async afterRestart(running: Running): Promise<void> {
    this.running = running;
    const kith = await Kith.in(running);
    this.#say('The browser was closed and started again: all of it is there');
    const page = await kith.context.newPage();
    await page.goto(IMANI);
    await annotation(page, ({ state }) => state === 'fresh');
    const asked = running.requestsMade();
    if (asked.length > 0) throw new Error(`Kith asked the network:\n${asked.join('\n')}`);
    this.#say('Not one network request was made');
  }

  /** One picture of page and panel side by side, as the window looks; a headless browser pictures each alone. */
  async composePictures(): Promise<void> {
    for (const scheme of SCHEMES) {
      await compose(this.running.context, join(this.#folder, `hero-${scheme}.png`), [
        join(this.#folder, `${scheme === 'dark' ? 'known-on-github' : 'known-person'}-${scheme}.png`),
        join(this.#folder, `${scheme === 'dark' ? 'panel-on-github' : 'panel-person'}-${scheme}.png`),
      ]);
    }
  }

  #say(step: string): void {
    process.stdout.write(`${String(++this.steps).padStart(4)}  ${step}\n`);
  }

  async #picture(name: string, page: Page): Promise<void> {
    const hasAnnotation = (await annotationIfAny(page)) !== undefined;
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      // The annotation follows the page, which follows the system only where the site does.
      const dark = await page.evaluate(
        () => matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark'),
      );
      if (hasAnnotation) await annotation(page, (painted) => painted.scheme === (dark ? 'dark' : 'light'));
      await page.screenshot({ path: join(this.#folder, `${name}-${scheme}.png`), animations: 'disabled', ...(await extent(page)) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

function daysAgo(days: number): string {
  return Temporal.Now.plainDateISO().subtract({ days }).toString();
}

/** Of a page that takes as much room as it has, that room; of a popup, which the browser fits to its content as far as popups go, its content. */
async function extent(page: Page): Promise<{ clip?: { x: number; y: number; width: number; height: number } }> {
  if (!page.url().endsWith('/popup.html')) return {};
  const { width, height } = await page.evaluate(() => {
    const body = document.body.getBoundingClientRect();
    return { width: body.width, height: Math.min(body.height, innerHeight) };
  });
  return { clip: { x: 0, y: 0, width, height } };
}

/** What was just done, said where it was done. */
function notice(page: Page): Locator {
  return page.locator('.notice-text:visible');
}

const SCHEMES = ['light', 'dark'] as const;

/** The annotation on `page` once it is as it should be. */
async function annotation(page: Page, isRight: (painted: PaintedAnnotation) => boolean): Promise<void> {
  let last: PaintedAnnotation | undefined;
  const check = async () => {
    last = await annotationOn(page);
    return last !== undefined && isRight(last);
  };
  await expect
    .poll(check, { timeout: 10_000 })
    .toBe(true)
    .catch(() => {
      throw new Error(`The annotation on ${page.url()} is not as it should be: ${JSON.stringify(last)}`);
    });
}

function annotationIfAny(page: Page): Promise<PaintedAnnotation | undefined> {
  return /^https?:/.test(page.url()) ? annotationOn(page) : Promise.resolve(undefined);
}

async function compose(context: BrowserContext, file: string, parts: readonly string[]): Promise<void> {
  const page = await context.newPage();
  const images = await Promise.all(parts.map(async (part) => `<img src="data:image/png;base64,${(await readFile(part)).toString('base64')}">`));
  await page.setViewportSize({ width: 1280 + PANEL.width + 1, height: PANEL.height });
  await page.setContent(`<style>body{margin:0;display:flex;gap:1px;background:#8888}img{height:${PANEL.height}px;display:block}</style>${images.join('')}`);
  await page.screenshot({ path: file });
  await page.close();
}

/** Makes Chromium draw in the best of the sans-serif fonts that are there: what Linux takes first is made for terminals. */
async function fonts(folder: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const better = ['Inter', 'Noto Sans', 'Liberation Sans'].map((family) => `<string>${family}</string>`).join('');
  const instead = (family: string) =>
    `<match target="pattern"><test qual="any" name="family"><string>${family}</string></test><edit name="family" mode="prepend_first" binding="strong">${better}</edit></match>`;
  const file = join(folder, 'fonts.conf');
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${system}${instead('sans-serif')}${instead('system-ui')}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}
