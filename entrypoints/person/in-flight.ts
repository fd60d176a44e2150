import { v7 } from 'uuid';
import { Id } from '../../lib/model/id';
import { z } from '../../lib/model/zod';

/**
 * What this page asked for and was not answered yet. A popup is gone milliseconds after it loses the focus, and a message on its way
 * goes with it (seen in Chromium 156): so each is written down first, at once, and asked again by whichever page comes next.
 * Asking twice does the work once.
 */
export type Message = { type: string; commandId: string } & { [field: string]: unknown };

const InFlight = z.strictObject({ page: Id, message: z.looseObject({ type: z.string(), commandId: Id }) });

// oxlint-disable-next-line no-restricted-globals -- The one storage that takes words from a page with milliseconds to live; they move on to the database.
const slate = localStorage;
const PREFIX = 'in-flight:';
const PAGE = v7();
const lockOf = (page: string) => `page:${page}`;

// Held as long as this page lives: whoever gets it knows that the page is gone.
void navigator.locks.request(lockOf(PAGE), () => new Promise<never>(() => {}));

/** Writes down what is about to be asked. */
export function remember(message: Message): void {
  try {
    slate.setItem(PREFIX + message.commandId, written(message));
  } catch (failure) {
    console.warn('Kith could not write down what it is about to ask; it asks all the same.', failure);
  }
}

/** Strikes out what was answered, unless something newer was asked under the same id. */
export function forget(message: Message): void {
  const name = PREFIX + message.commandId;
  if (slate.getItem(name) === written(message)) slate.removeItem(name);
}

/** Whether a page that has gone may have left something behind. */
export function isAnythingLeft(): boolean {
  return Object.keys(slate).some((name) => name.startsWith(PREFIX));
}

/** Hands everything that pages left behind to `ask`, now and whenever another page goes; each thing to one page only. */
export async function watchLeftBehind(ask: (message: Message) => Promise<void>): Promise<void> {
  const watched = new Set([PAGE]);
  const take = (page: string, options: LockOptions) =>
    navigator.locks.request(lockOf(page), options, async (lock) => {
      if (lock) for (const { message } of entries().filter((entry) => entry.page === page)) await ask(message);
    });
  addEventListener('storage', () => {
    for (const { page } of entries()) {
      if (watched.has(page)) continue;
      watched.add(page);
      void take(page, {});
    }
  });
  await Promise.all([...new Set(entries().map(({ page }) => page))].map((page) => take(page, { ifAvailable: true })));
}

function written(message: Message): string {
  return JSON.stringify({ page: PAGE, message });
}

/** What is written down, oldest first: command ids sort by the time they were made. */
function entries() {
  return Object.keys(slate)
    .filter((name) => name.startsWith(PREFIX))
    .toSorted()
    .flatMap((name) => InFlight.safeParse(read(name)).data ?? []);
}

function read(name: string): unknown {
  try {
    return JSON.parse(slate.getItem(name) ?? '');
  } catch {
    // Damaged, or struck out by another page just now: as if it had not been written.
    return undefined;
  }
}
