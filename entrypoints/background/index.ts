import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { openDatabase } from '../../lib/db/database';
import { answer, identifySender } from '../../lib/messaging/server';
import { announceChange } from './announce';
import { forgetTab } from './asked-about';
import { watchContextMenu } from './context-menu';
import { endpoints } from './endpoints';
import { meetAtLast, watchPages } from './encounters';
import { explain } from './explain';
import { toggleHidden, watchHidden } from './hidden';
import { longWork } from './long-work';
import { closed, opened, pressed } from './notifications';
import { watchOmnibox } from './omnibox';
import { reconciler } from './reconcile';
import { run } from './run';
import { searchUpkeep } from './search-upkeep';
import { openPanel } from './surface';
import { welcome } from './welcome';
import { isTrial, openTrial } from './trial';
import { takeUnseen, watchUnseen } from './unseen-profiles';
import { grantedOrigins, runOnOpenPages, syncScripts } from './switched-sites';

/** The background worker: every listener is registered before anything is awaited, or the event that woke the worker is missed. */
export default defineBackground(() => {
  const db = openDatabase();
  const reconcile = reconciler(db);
  const afterChange = () => {
    run(reconcile());
    run(announceChange());
    keepSearchUp();
    lookForPages();
  };
  const lookForPages = watchPages(db, () => afterChange());
  const work = longWork(db, afterChange);
  const goOn = () => run(work());
  const keepSearchUp = searchUpkeep(goOn);
  const answers = endpoints(db, afterChange, reconcile, goOn);

  browser.runtime.onMessage.addListener((message: unknown, browserSender, respond) => {
    const sender = identifySender(browserSender, browser.runtime.id, browser.runtime.getURL('/'));
    void answer(message, sender, answers, explain).then(respond);
    return true;
  });

  browser.permissions.onAdded.addListener(({ origins = [] }) => run(runOnOpenPages(origins)));
  browser.permissions.onRemoved.addListener(() => {
    run(syncScripts());
    run(announceChange({ everywhere: true }));
  });

  watchUnseen(async (tabId, unseen) => {
    if (await meetAtLast(db, tabId, unseen)) afterChange();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    run(forgetTab(tabId));
    run(takeUnseen(tabId));
  });

  watchHidden(() => run(announceChange()));

  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(reconcile());
    if (reason !== 'install') return;
    run(welcome(db));
    run(grantedOrigins().then(runOnOpenPages));
  });
  browser.runtime.onStartup.addListener(() => run(reconcile()));
  browser.alarms.onAlarm.addListener(() => run(reconcile()));

  browser.notifications.onClicked.addListener((id) => run(isTrial(id) ? openTrial(id) : opened(db, id).then(afterChange)));
  browser.notifications.onButtonClicked?.addListener((id, button) => run(pressed(db, id, button).finally(afterChange)));
  // Closed means shown, even if the worker was stopped before it could confirm that.
  browser.notifications.onClosed.addListener((id, byUser) => run(closed(db, id, byUser)));
  browser.notifications.onPermissionLevelChanged?.addListener(() => run(reconcile()));

  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'open-panel' && tab) run(openPanel(tab.windowId));
    if (name === 'hide-badges') run(toggleHidden());
  });

  watchOmnibox(db);
  watchContextMenu(db, afterChange);

  run(reconcile());
  run(syncScripts());
  goOn();
});
