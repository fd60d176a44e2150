import { browser } from 'wxt/browser';
import type { Page } from '../../lib/messaging/server';
import { ProfileKey } from '../../lib/model/profile';
import { z } from '../../lib/model/zod';
import { siteAtHome } from '../../lib/sites/profile-key';
import { run } from './run';

/**
 * As many people as one document may ask about: of its own site, more than anybody scrolls past; of other sites, more than anybody
 * links. Somebody who has taken over a page of one site cannot have everybody on another looked up.
 */
const MOST_OF_SITE = 5000;
const MOST_OF_OTHERS = 300;
/** A tab goes back to documents that it was on before. */
const MOST_DOCUMENTS = 5;

/** By document, the one first asked for last. */
type Asked = Map<string, Set<ProfileKey>>;

const Kept = z.array(z.tuple([z.string(), z.array(ProfileKey)]));

/** Whom the documents of each tab asked about. Beyond the life of the worker it is kept until the browser is closed, and never on the disk. */
const tabs = new Map<number, Promise<Asked>>();

/** Whom of `keys` the document may hear of, and everybody it has asked about by now. */
export async function admit(page: Page, keys: readonly ProfileKey[]): Promise<{ admitted: ProfileKey[]; asked: ReadonlySet<ProfileKey> }> {
  const documents = await askedIn(page.tabId);
  const asked = documents.get(page.documentId) ?? new Set();
  const before = asked.size;
  const isAtHome = (key: ProfileKey) => key.startsWith(`${siteAtHome(new URL(page.url))?.id}:`);
  let others = [...asked].filter((key) => !isAtHome(key)).length;
  for (const key of keys) {
    const isOther = !isAtHome(key);
    if (asked.has(key) || (isOther ? others >= MOST_OF_OTHERS : asked.size - others >= MOST_OF_SITE)) continue;
    asked.add(key);
    if (isOther) others++;
  }
  documents.set(page.documentId, asked);
  for (const old of [...documents.keys()].slice(0, -MOST_DOCUMENTS)) documents.delete(old);
  if (asked.size > before) run(browser.storage.session.set({ [itemOf(page.tabId)]: [...documents].map(([id, all]) => [id, [...all]]) }));
  return { admitted: keys.filter((key) => asked.has(key)), asked };
}

/** Whether the document has asked about them, and was let. */
export async function wasAskedAbout(page: Page, key: ProfileKey): Promise<boolean> {
  return (await askedIn(page.tabId)).get(page.documentId)?.has(key) ?? false;
}

/** The tab was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  tabs.delete(tabId);
  await browser.storage.session.remove(itemOf(tabId));
}

function askedIn(tabId: number): Promise<Asked> {
  const documents = tabs.get(tabId) ?? recall(tabId);
  tabs.set(tabId, documents);
  return documents;
}

async function recall(tabId: number): Promise<Asked> {
  const item = itemOf(tabId);
  const kept = Kept.safeParse((await browser.storage.session.get(item))[item]);
  return new Map((kept.data ?? []).map(([id, keys]) => [id, new Set(keys)]));
}

function itemOf(tabId: number): string {
  return `asked about in ${tabId}`;
}
