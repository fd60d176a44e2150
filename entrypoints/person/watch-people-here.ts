import { browser } from 'wxt/browser';
import type { PageSays } from '../../lib/db/queries/people-here';
import { linkedOnce, readOnce } from './read-once';

/** Pages go on loading: they are asked again after so many milliseconds. */
const ASK_AGAIN_AFTER = [500, 1500, 4000, 8000];
/** … and then, for as long as they are looked at, once in so many: scrolling brings more people. */
const KEEP_UP_EVERY = 10_000;
/** Of another page first after this: where that is somebody's, they are what is read and drawn. */
const ANOTHER_PAGE = 200;

/** Says who is linked on the page in front, and which organisation's page it is, now and whenever that changes, until the signal ends. */
export function watchPeopleHere(show: (page: PageSays) => void, signal: AbortSignal): void {
  let turn = 0;
  const look = async (first: number) => {
    const mine = ++turn;
    let said: PageSays | undefined;
    for (const wait of waits(first)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted || mine !== turn) return;
      if (document.hidden) continue;
      // By then the page has loaded, and whose it is does not change any more: only whom it links does.
      said = await pageInFront(wait === KEEP_UP_EVERY ? said?.organisations : undefined);
      if (signal.aborted || mine !== turn) return;
      show(said);
    }
  };
  const lookAgain = () => void look(ANOTHER_PAGE);
  const updated = (_: number, change: { url?: string; status?: string }, { active }: { active: boolean }) => {
    if (active && (change.url !== undefined || change.status === 'complete')) lookAgain();
  };
  browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onUpdated.addListener(updated);
  addEventListener('focus', lookAgain, { signal });
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(lookAgain);
    browser.tabs.onUpdated.removeListener(updated);
  });
  void look(0);
}

function* waits(first: number) {
  yield first;
  yield* ASK_AGAIN_AFTER;
  for (;;) yield KEEP_UP_EVERY;
}

async function pageInFront(organisations?: PageSays['organisations']): Promise<PageSays> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { keys: [], organisations: [] };
  const [keys, read] = await Promise.all([linkedOnce(tab.id), organisations ? undefined : readOnce(tab.id)]);
  return { keys, organisations: organisations ?? read?.organisations ?? [] };
}
