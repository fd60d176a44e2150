import { browser } from 'wxt/browser';
import { ask } from '../../lib/messaging/client';
import type { ToPage } from '../../lib/messaging/protocol';
import type { Annotation } from '../../lib/model/annotation';
import type { ProfileKey } from '../../lib/model/profile';
import { findAnchor } from '../../lib/sites/find-anchor';
import { showsOrganisation } from '../../lib/sites/find-subject';
import { siteAt } from '../../lib/sites/site-at';
import { isOrphaned, send } from './extension';
import { onLookedAt } from './on-looked-at';
import { onceParsed } from './once-parsed';
import { keepPlaced } from './place';
import { createPainting } from './painting';

/** How long the rest of a profile may take to load, and how often that is waited for while no name was read. */
const SETTLED_MILLISECONDS = 1500;
const MOST_WAITS = 6;

/** Stands beside one person's name for as long as their page is in front. */
export function attend(key: ProfileKey, signal: AbortSignal, locate = locateByAddress): void {
  let annotation: Annotation | undefined;
  const painting = createPainting(() => {
    if (isOrphaned()) location.reload();
    else void ask(send, { type: 'openSurface' });
  }, signal);
  const lookAfter = () => {
    painting.followPage();
    if (isOrphaned()) painting.orphan();
  };
  const refresh = async () => {
    const answer = await ask<Annotation>(send, { type: 'annotation', key });
    if (signal.aborted || !answer.ok || answer.value.key !== key) return;
    annotation = answer.value;
    painting.paint(annotation);
  };
  let waits = 0;
  // For strangers too, though nothing is kept of them: reading a page takes time, which the page could measure.
  const report = async () => {
    if (signal.aborted || isOrphaned()) return;
    const answer = annotation && (await ask<boolean>(send, { type: 'settled' }));
    if (++waits < MOST_WAITS && (!answer || (answer.ok && !answer.value))) reportLater();
  };
  const reportLater = () => setTimeout(() => void report(), SETTLED_MILLISECONDS);
  const listen = (message: ToPage) => {
    if (message.type === 'recordsChanged') void refresh();
  };

  browser.runtime.onMessage.addListener(listen);
  onLookedAt(() => void refresh(), signal, 'visibilitychange', 'focus');
  signal.addEventListener('abort', () => {
    if (isOrphaned()) return;
    browser.runtime.onMessage.removeListener(listen);
    void ask(send, { type: 'left' });
  });
  // Asked first: while the background looks, the page is parsed and the place looked for.
  void refresh();
  onceParsed(() => {
    keepPlaced(painting, locate, isOrganisation, lookAfter, signal);
    reportLater();
  }, signal);
}

function locateByAddress(): Element | undefined {
  return findAnchor(document, new URL(location.href));
}

/** Whether the page is an organisation's: its address is as people's are. */
function isOrganisation(): boolean {
  return showsOrganisation(document, siteAt(location));
}
