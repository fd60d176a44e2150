/**
 * Runs in the attacker's page before anything else: keeps everything that a page can notice by itself, and looks at everything
 * it can look at when asked to. Plain functions of the page: nothing from outside them.
 */

/** What the spy saw at one moment, in words; times left out. */
export type Look = Record<string, unknown>;

declare global {
  var spy: { log: string[]; calls: string[]; entries: string[]; paints: number[]; look(): Promise<Look>; reset(): Promise<string[]> };
}

/** The script, for a page that somebody with this handle is on. */
export function spyScript(handle: string): string {
  return `(${installSpy})(${JSON.stringify(handle)})`;
}

function installSpy(handle: string): void {
  const log: string[] = [];
  const calls: string[] = [];
  const entries: string[] = [];
  const paints: number[] = [];
  const plain = (text: unknown) => String(text).replaceAll(handle, 'HANDLE');
  const named = (target: unknown): string => {
    if (target === window) return 'window';
    if (target instanceof Element) return `${target.localName}${target.id && `#${target.id}`}`;
    return target instanceof Node ? target.nodeName : String(target);
  };

  const every = (start: number, end: number, step: number) => Array.from({ length: Math.ceil((end - start) / step) }, (_, index) => start + index * step);

  // Every event there is, first and last of all listeners, and what became of it.
  const types = new Set([
    'beforetoggle',
    'toggle',
    'focusin',
    'focusout',
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'textInput',
    'DOMActivate',
  ]);
  for (const owner of [window, document, document.createElement('div')])
    for (const name in owner)
      if (name.startsWith('on') && !/^on(device|load$|pageshow|pagereveal|readystate|selectionchange)|rawupdate/.test(name)) types.add(name.slice(2));
  const remember = (where: string) => (event: Event) => {
    const { offsetX, offsetY, pageX, pageY, detail, button, relatedTarget, key, data } = event as any;
    const carried = (event as any).clipboardData ?? (event as any).dataTransfer;
    const path = event.composedPath().map(named).join('<');
    const texts = [key, data, carried?.getData('text/plain'), carried?.getData('text/html')];
    const line = [
      event.type,
      where,
      event.isTrusted,
      path,
      offsetX,
      offsetY,
      pageX,
      pageY,
      detail,
      button,
      relatedTarget && named(relatedTarget),
      ...texts,
    ].map(plain);
    const at = log.push(line.join(' ')) - 1;
    setTimeout(() => (log[at] += ` prevented=${event.defaultPrevented}`));
  };
  for (const type of types) {
    window.addEventListener(type, remember('first'), { capture: true, passive: true });
    window.addEventListener(type, remember('last'), { passive: true });
  }

  // Every change of the document.
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records)
      if (addedNodes[0]?.nodeName !== 'I')
        log.push(plain(['mutation', type, named(target), [...addedNodes].map(named), [...removedNodes].map(named), attributeName].join(' ')));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // Every call that could carry something past the page.
  for (const [owner, names] of [
    [Element.prototype, ['attachShadow', 'append', 'setAttribute', 'replaceChildren', 'after', 'insertAdjacentHTML']],
    [Node.prototype, ['appendChild', 'insertBefore', 'cloneNode']],
    [Document.prototype, ['createElement', 'createTextNode', 'createElementNS', 'adoptNode']],
    [HTMLElement.prototype, ['showPopover', 'hidePopover', 'attachInternals', 'focus', 'click']],
    [CSSStyleSheet.prototype, ['replaceSync', 'insertRule']],
    [JSON, ['parse', 'stringify']],
    [window, ['postMessage', 'fetch']],
    [history, ['pushState', 'replaceState']],
    [EventTarget.prototype, ['dispatchEvent']],
  ] as [any, string[]][]) {
    for (const name of names) {
      const real = owner[name];
      owner[name] = function (...given: unknown[]) {
        calls.push(plain(`${name}(${given.map((each) => (each instanceof Node ? named(each) : String(each))).join(', ')})`));
        return real.apply(this, given);
      };
    }
  }
  for (const name of ['key', 'note', 'text', 'card', 'annotation', 'label', 'title'])
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set(value) {
        calls.push(plain(`${name} = ${value}`));
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
    });

  // What the browser reports of painting and timing: all of it but the times.
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) {
        if (type === 'largest-contentful-paint') paints.push(entry.size);
        // How often a frame or an event took long is no matter of who is known, but of how busy the machine is.
        else if (!/long|event|first-input|navigation|paint/.test(type)) {
          const moved = entry.sources?.map((source: any) => [
            named(source.node),
            ...[source.previousRect, source.currentRect].map((rect) => JSON.stringify(rect)),
          ]);
          entries.push(plain(`${type} ${entry.name} ${entry.value ?? ''} ${entry.size ?? ''} ${moved ?? ''}`));
        }
      }
    }).observe({ type, buffered: true });

  const host = () => [...document.querySelectorAll('div')].find((div) => div.attributes.length === 0 && div.childNodes.length === 0);

  globalThis.spy = {
    log,
    calls,
    entries,
    paints,
    reset: async () => {
      // What became of the last events is written down a task later.
      await new Promise((done) => setTimeout(done));
      return [...log.splice(0), ...calls.splice(0).map((call) => `call ${call}`)];
    },
    look: async () => {
      // The browser tells of the first paint some frames after it.
      while (paints.length === 0) await new Promise(requestAnimationFrame);
      const div = host();
      const styles = (pseudo?: string) =>
        div && [...getComputedStyle(div, pseudo)].map((name) => `${name}:${getComputedStyle(div, pseudo).getPropertyValue(name)}`);
      const box = (element?: Element | null) => {
        const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
        return [x, y, width, height].join(' ');
      };
      const sizes = (element?: any) =>
        ['client', 'offset', 'scroll'].flatMap((kind) => ['Width', 'Height', 'Left', 'Top'].map((side) => `${kind}${side} ${element?.[kind + side]}`));
      const hits = [
        ...every(10, 800, 12).flatMap((y) => [60, 250].map((x) => [x, y])),
        ...every(10, 800, 80).flatMap((y) => every(10, 1280, 140).map((x) => [x, y])),
      ].map(([x = 0, y = 0]) => {
        const caret = document.caretPositionFromPoint(x, y);
        const range = document.caretRangeFromPoint(x, y);
        const stack = document.elementsFromPoint(x, y).map(named).join('<');
        return `${stack} ${caret && named(caret.offsetNode)}${caret?.offset} ${range && named(range.startContainer)}`;
      });
      return {
        html: plain(document.documentElement.outerHTML.replace(/<i .*?<\/i>/g, '')),
        host: [
          box(div),
          [...(div?.getClientRects() ?? [])].length,
          ...sizes(div),
          ...['hover', 'focus', 'focus-within', 'active', 'popover-open', 'modal'].map((state) => div?.matches(`:${state}`)),
        ],
        around: [box(document.querySelector('h1')), ...sizes(document.documentElement), ...sizes(document.body), innerWidth, innerHeight, scrollX, scrollY],
        computed: [styles(), styles('::before'), styles('::after')].map((all) => all?.join(';')),
        active: [named(document.activeElement), document.querySelectorAll(':popover-open, :focus, :modal, dialog').length, document.getAnimations().length],
        hits,
        occluded: await occlusion(),
        entries: entries.toSorted(),
        largestPaint: Math.max(0, ...paints),
        marks: performance.getEntriesByType('mark').length + performance.getEntriesByType('measure').length,
        selected: `${getSelection()}`,
        left: [
          document.cookie,
          localStorage.length,
          sessionStorage.length,
          window.length,
          document.fonts.size,
          document.styleSheets.length,
          plain(document.title),
          JSON.stringify(history.state),
        ],
      };
    },
  };

  // Which spots of the window have something painted over them: IntersectionObserver v2 tells it though nothing there can be clicked.
  const spots: Element[] = [];
  const spread = (into: Element, layer: string, points: [x: number, y: number][]) => {
    const spot = ([x, y]: [number, number]) => `<i style="left:${x}px;top:${y}px;width:2px;height:2px;pointer-events:none;${layer}"></i>`;
    into.insertAdjacentHTML('afterbegin', points.map(spot).join(''));
    spots.push(...[...into.children].slice(0, points.length));
  };
  addEventListener('DOMContentLoaded', () => {
    const frame = document.querySelector('#spots') as Element;
    // A spot that nothing covers, fine lines through every place where the card can be, and a coarse grid over the window.
    const lines = [
      ...every(0, 800, 3).map((y) => [200, y]),
      ...every(0, 700, 3).flatMap((x) => [
        [x, 140],
        [x, 700],
      ]),
    ];
    const grid = every(10, 800, 60).flatMap((y) => every(10, 1280, 90).map((x) => [x, y]));
    spread(frame, 'position:fixed;z-index:5', [[1230, 770], ...lines, ...grid] as [number, number][]);
    // Behind the annotation, as far as it may reach beside the name.
    const beside = every(0, 32, 8).flatMap((y) => every(60, 400, 5).map((x) => [x, y]));
    spread(document.querySelector('h1') as Element, 'position:absolute;z-index:-1', beside as [number, number][]);
    calls.length = 0;
  });
  const occlusion = () =>
    new Promise<string>((done) => {
      let attempts = 0;
      const observer = new IntersectionObserver(
        (changes: (IntersectionObserverEntry & { isVisible?: boolean })[]) => {
          observer.disconnect();
          const clear = new Set(changes.filter(({ isVisible }) => isVisible).map(({ target }) => target));
          // Soon after a change the browser answers that it cannot tell. The first spot is where nothing should ever cover it.
          attempts += 1;
          if (attempts < 20 && !clear.has(spots[0] as Element)) setTimeout(observe, 100);
          else done(spots.map((each) => (clear.has(each) ? '.' : '#')).join(''));
        },
        { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
      );
      const observe = () => {
        for (const each of spots) observer.observe(each);
      };
      observe();
    });
}
