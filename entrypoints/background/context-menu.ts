import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { addContact } from '../../lib/db/commands/contacts';
import type { KithDatabase } from '../../lib/db/database';
import { contactIdOf } from '../../lib/db/queries/people';
import { Profile } from '../../lib/model/profile';
import { bareProfile } from '../../lib/sites/bare-profile';
import { context } from './clock';
import { explain } from './explain';
import { LINK_PATTERNS } from './link-patterns';
import { run } from './run';
import { type Asked, openFromMenu, showIn } from './surface';

const KEEP = 'keep-person';
const OPEN = 'open-person';

/** *Keep this person* on links to profiles, and *Open Kith at this person* on profiles. What was done is seen in the side panel. */
export function watchContextMenu(db: KithDatabase, afterChange: () => void): void {
  browser.runtime.onInstalled.addListener(() => run(makeItems()));
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl = '' }, tab) => {
    if (tab?.id === undefined) return;
    // In the click's own task: the right to open a surface does not survive an await.
    const opening = openFromMenu(tab.id);
    run(showIn(tab.id, opening, menuItemId === KEEP ? keepLinked(db, linkUrl, afterChange) : Promise.resolve({})));
  });
}

/** Made anew with each version: the browser keeps them in between. */
async function makeItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  // Not in Kith's own pages, whose links are to people kept already.
  const documentUrlPatterns = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create({ id: KEEP, title: i18n.t('menu.keep'), contexts: ['link'], targetUrlPatterns: LINK_PATTERNS, documentUrlPatterns });
  browser.contextMenus.create({ id: OPEN, title: i18n.t('menu.open'), contexts: ['page'], documentUrlPatterns: LINK_PATTERNS });
}

/** Keeps whom a link leads to, unless they are kept; from the address alone, because their page is not there to be read. */
async function keepLinked(db: KithDatabase, linkUrl: string, afterChange: () => void): Promise<Asked> {
  const { data: profile } = Profile.safeParse(bareProfile(linkUrl));
  if (!profile) return { problem: i18n.t('menu.nobody') };
  const { key } = profile;
  try {
    if ((await contactIdOf(db, [key])) !== undefined) return { key };
    const { entryId } = await addContact(context(db), { commandId: v7(), subject: { profile } });
    afterChange();
    return { key, kept: entryId };
  } catch (failure) {
    return { problem: explain(failure).message };
  }
}
