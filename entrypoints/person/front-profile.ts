import { type Browser, browser } from 'wxt/browser';
import type { PageRead } from '../../lib/messaging/protocol';
import type { Profile, ProfileKey } from '../../lib/model/profile';
import { bareProfile, barePage } from '../../lib/sites/bare-profile';
import { webKey } from '../../lib/sites/profile-key';
import { siteAt } from '../../lib/sites/site-at';
import { momentAt, thisMinute } from './current-moment';
import { findPerson, type FoundPerson } from './find-person';
import { readOnce } from './read-once';
import { readAhead, type ReadAhead } from './use-records';

/** The page in front; while it is not known yet whom it is about, 'looking'. */
export type Front = 'looking' | FrontPage;

export type FrontPage = {
  /** Its address, where Kith may know it. */
  address: string | undefined;
  /** Whom it is about: what it says of them, with what is kept of them as it is being read. Absent where that is nobody. */
  person?: { profile: Profile; begun: ReadAhead<FoundPerson> };
  /** Whom a page of no known site that describes nobody could be kept as. */
  couldBe?: Profile;
};

/** What is kept of somebody is there sooner than anybody sees that what was shown before is not gone yet; then the panel is drawn once, not twice. */
const AT_ONCE = 50;
/** How long a name is waited for before the handle stands in for it, and when a page that was not ready is asked again. */
const PATIENCE = 150;
const ASK_AGAIN_AFTER = [400, 1000, 2500, 5000];
/** Whoever is kept is drawn before their page is asked, which has enough to do while it is opened. */
const DRAWN_AFTER = 100;

/** Says to whoever follows the page in front that it now reads otherwise. */
const readings = new EventTarget();

/** Has the page in front read anew: how it is read has changed. */
export function readAgain(): void {
  readings.dispatchEvent(new Event('changed'));
}

/**
 * Follows the active tab of this window and says whom it is about, until `signal` aborts; each page that comes to the front begins with
 * 'looking'. Its address tells that on a known site, unless it evidently shows nobody there (an organisation, an error); on any
 * other page what it says itself does. Whoever is kept is shown in any case.
 */
export function watchFront(show: (front: Front) => void, signal: AbortSignal): void {
  let turn = 0;
  let place: string | undefined;
  let isPlaceTold = false;
  let said: 'name' | 'nobody' | undefined;
  let begun: ReadAhead<FoundPerson> | undefined;

  const look = async (changed?: Browser.tabs.Tab) => {
    const mine = ++turn;
    const isOver = () => signal.aborted || mine !== turn;
    const [tab] = changed ? [changed] : await browser.tabs.query({ active: true, currentWindow: true });
    if (isOver()) return;
    const address = tab?.url;
    const url = address === undefined ? null : URL.parse(address);
    const theirs = url && bareProfile(url.href);
    const bare = theirs ?? (url && barePage(url));
    const next = `${tab?.id} ${bare?.key ?? address?.replace(/[?#].*/, '')}`;
    if (next !== place) {
      // A panel that has just been opened says at once that it looks, before it is asked for anybody else.
      isPlaceTold = place === undefined;
      if (isPlaceTold) show('looking');
      place = next;
      said = undefined;
      begun = bare ? readPerson(bare.key) : undefined;
    }
    if (!isPlaceTold) {
      if (begun) await Promise.race([begun.first().catch(isToldLater), pause(AT_ONCE)]);
      if (isOver()) return;
      isPlaceTold = true;
      show('looking');
    }
    if (!url || !bare || !begun || tab?.id === undefined) {
      show({ address });
      return;
    }
    const showPerson = (profile: Profile) => begun && show({ address, person: { profile, begun } });
    // Of somebody who is kept everything is here already; what their page says comes after.
    const isKept = (await begun.first()).view !== undefined;
    if (isOver()) return;
    if (isKept && !said) showPerson(bare);
    if (!theirs) {
      // Where people of a known site are, their addresses say.
      const read = siteAt(url) && !isKept ? undefined : await readOnce(tab.id);
      if (isOver()) return;
      const profile = read?.profile.key === bare.key ? read.profile : undefined;
      if (profile && (isKept || read?.describesPerson)) showPerson(profile);
      else if (!isKept) show({ address, ...(profile && { couldBe: profile }) });
      return;
    }
    for (const wait of [isKept ? DRAWN_AFTER : 0, ...ASK_AGAIN_AFTER]) {
      await pause(wait);
      if (isOver()) return;
      const asked = ask(tab.id, theirs.key, url);
      const read = await Promise.race([asked, pause(PATIENCE)]);
      if (isOver()) return;
      if (!read && !said && !isKept) showPerson(theirs);
      const late = read ?? (await asked);
      if (isOver()) return;
      if (!late) continue;
      if (!late.describesPerson) {
        if (said === 'name' || isKept) continue;
        said = 'nobody';
        show({ address });
        continue;
      }
      const { profile } = late;
      const isNamed = profile.fields.name !== undefined;
      if (isNamed || said !== 'name') showPerson(profile);
      if (isNamed) {
        said = 'name';
        return;
      }
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
      said = undefined;
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

/** What the page at `url` says of its person, or that it shows nobody; undefined where it speaks of another address: then it is still changing. */
async function ask(tabId: number, key: ProfileKey, url: URL): Promise<PageRead | undefined> {
  const read = await readOnce(tabId);
  return read?.profile.key === (read?.describesPerson ? key : webKey(url)) ? read : undefined;
}

/** Whoever shows the person asks for the same, and hears why that cannot be read. */
function isToldLater(): void {}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
