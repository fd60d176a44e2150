/** In front of a page script: promises, as `kithPainted`, the moment at which a button with a label was painted in one of its closed roots. */
export const WATCH_PAINTING = `
globalThis.kithPainted = new Promise((painted) => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    const look = () => {
      if (!root.querySelector('button')?.dataset.label) return;
      observer.disconnect();
      const shown = () => {
        if (!this.isConnected) return requestAnimationFrame(shown);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(performance.now());
        port2.postMessage(0);
      };
      requestAnimationFrame(shown);
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    return root;
  };
});`;

/** The annotation by hand: the key from the address, one question before the page is there, one badge beside the name as soon as both are. */
export const IDEAL_PAGE = `
const handle = /^\\/in\\/([^/]+)/.exec(location.pathname)?.[1];
if (handle) {
  const parsed = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  const asked = chrome.runtime.sendMessage({ type: 'annotation', key: 'linkedin:in/' + handle });
  Promise.all([asked, parsed]).then(([{ label }]) => {
    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('button{all:unset;font:12px system-ui;padding:1px 6px;border-radius:8px;background:#1a7f37;color:#fff}button::after{content:attr(data-label)}');
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.dataset.label = label;
    root.append(button);
    document.querySelector('h1, [componentkey$="Topcard"] h2').append(host);
  });
}`;

/** Answers it from the same database: the contact and their interactions, by their indexes. */
export const IDEAL_WORKER = `
const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const opened = settled(indexedDB.open('kith'));
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message.type !== 'annotation') return;
  opened.then(async (db) => {
    const records = db.transaction(['contacts', 'interactions']);
    const contact = await settled(records.objectStore('contacts').index('profileKeys').get(message.key));
    const interactions = await settled(records.objectStore('interactions').index('contactIds').getAll(contact.id));
    respond({ label: interactions.map(({ on }) => on).sort().at(-1) });
  });
  return true;
});`;
