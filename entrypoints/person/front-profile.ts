import { type Browser, browser } from 'wxt/browser';
import type { Profile } from '../../lib/model/profile';
import { bareProfile } from '../../lib/sites/bare-profile';
import { momentAt, thisMinute } from './current-moment';
import { findPerson, type FoundPerson } from './find-person';
import { readOnce } from './read-once';
import { readAhead, type ReadAhead } from './use-records';

/** Whom the page in front is about: not known yet, nobody, or what it says, with what is kept of them as it is being read. */
export type Front = 'looking' | 'nobody' | FrontPerson;
export type FrontPerson = { profile: Profile; begun: ReadAhead<FoundPerson> };

/** How long a name is waited for before the handle stands in for it, and when a page that was not ready is asked again. */
const PATIENCE = 150;
const ASK_AGAIN_AFTER = [400, 1000, 2500, 5000];

/** Says to whoever follows the page in front that it now reads otherwise. */
const readings = new EventTarget();

export function readAgain(): void {
  readings.dispatchEvent(new Event('changed'));
}

/** Follows the active tab of this window and says whom it is about, until `signal` aborts; each page that comes to the front begins with 'looking'. */
export function watchFront(show: (front: Front) => void, signal: AbortSignal): void {
  let turn = 0;
  let place: string | undefined;
  let named = false;
  let begun: ReadAhead<FoundPerson> | undefined;

  const look = async (changed?: Browser.tabs.Tab) => {
    const mine = ++turn;
    const isOver = () => signal.aborted || mine !== turn;
    const [tab] = changed ? [changed] : await browser.tabs.query({ active: true, currentWindow: true });
    if (isOver()) return;
    const bare = tab?.url === undefined ? undefined : bareProfile(tab.url);
    const next = `${tab?.id} ${bare?.key ?? tab?.url?.replace(/[?#].*/, '')}`;
    if (next !== place) {
      place = next;
      named = false;
      begun = bare && readPerson(bare.key);
      show('looking');
    }
    if (!bare || !begun || tab?.id === undefined) {
      show('nobody');
      return;
    }
    // Of somebody who is kept everything is here already; what their page says comes after.
    const isKept = (await begun.first()).view !== undefined;
    if (isOver()) return;
    if (isKept && !named) show({ profile: bare, begun });
    for (const wait of [0, ...ASK_AGAIN_AFTER]) {
      await pause(wait);
      if (isOver()) return;
      const asked = ask(tab.id, bare.key);
      const read = await Promise.race([asked, pause(PATIENCE)]);
      if (isOver()) return;
      if (!read && !named && !isKept) show({ profile: bare, begun });
      const late = read ?? (await asked);
      if (isOver()) return;
      if (!late) continue;
      named ||= late.fields.name !== undefined;
      if (late.fields.name !== undefined || !named) show({ profile: late, begun });
      if (late.fields.name !== undefined) return;
    }
  };

  const onActivated = () => void look();
  let ownWindow: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    ownWindow = id;
  });
  const onUpdated = (_: number, change: { url?: string; title?: string; status?: string }, tab: Browser.tabs.Tab) => {
    const isNew = change.url !== undefined || change.title !== undefined || change.status === 'complete';
    if (isNew && tab.active && (tab.windowId === ownWindow || ownWindow === undefined)) void look(ownWindow === undefined ? undefined : tab);
  };
  readings.addEventListener(
    'changed',
    () => {
      named = false;
      void look();
    },
    { signal },
  );
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onAttached.addListener(onActivated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onAttached.removeListener(onActivated);
  });
  void look();
}

function readPerson(key: string): ReadAhead<FoundPerson> {
  const { now, zone } = momentAt(thisMinute());
  return readAhead((records) => findPerson(records, [key], now, zone));
}

/** What the page says, unless it says so of somebody else: then it is still changing. */
async function ask(tabId: number, key: string): Promise<Profile | undefined> {
  const read = await readOnce(tabId);
  return read?.profile.key === key ? read.profile : undefined;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
