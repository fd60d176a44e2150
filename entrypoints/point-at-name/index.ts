import { finder } from '@medv/finder';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PointedAt } from '../../lib/messaging/protocol';
import { isLasting } from './lasting';

const FRAME = `:host{all:initial!important;position:fixed!important;z-index:2147483647!important;pointer-events:none!important;
box-sizing:border-box!important;border:2px solid #0b6a63!important;border-radius:4px!important;background:rgba(11,106,99,.12)!important}`;

/**
 * Lets the user point at the name in this page: what the pointer is over is framed, a click chooses it and does nothing else,
 * Escape thinks better of it. Answers CSS for the element and its text, and leaves nothing behind.
 */
// oxlint-disable-next-line typescript/no-misused-promises -- what the promise brings is what the background gets
export default defineUnlistedScript(async (): Promise<PointedAt | null> => {
  const chosen = await new Promise<Element | undefined>((choose) => {
    const frame = frameElement();
    const done = new AbortController();
    const end = (element?: Element) => {
      done.abort();
      frame.remove();
      choose(element);
    };
    const options = { capture: true, signal: done.signal };
    window.addEventListener('pointermove', (event) => surround(frame, elementAt(event)), options);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted) end();
      },
      options,
    );
    // The whole click belongs to the choice: a name is often a link.
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup'] as const) window.addEventListener(type, swallow, options);
    window.addEventListener(
      'click',
      (event) => {
        swallow(event);
        if (event.isTrusted) end(elementAt(event));
      },
      options,
    );
    window.addEventListener('pagehide', () => end(), options);
  });
  const text = chosen?.textContent?.trim() ?? '';
  if (!chosen || text === '') return null;
  const lasting = (name: string) => isLasting(name, `${text} ${location.pathname}`);
  return { selector: finder(chosen, { root: document.documentElement, className: lasting, idName: lasting }).slice(0, 500), text: text.slice(0, 1000) };
});

function frameElement(): HTMLElement {
  const frame = document.createElement('div');
  const styles = new CSSStyleSheet();
  styles.replaceSync(FRAME);
  frame.attachShadow({ mode: 'closed' }).adoptedStyleSheets = [styles];
  document.documentElement.append(frame);
  return frame;
}

function surround(frame: HTMLElement, element: Element | undefined): void {
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  Object.assign(frame.style, { left: `${left - 3}px`, top: `${top - 3}px`, width: `${width + 6}px`, height: `${height + 6}px` });
}

function elementAt({ clientX, clientY }: MouseEvent): Element | undefined {
  return document.elementFromPoint(clientX, clientY) ?? undefined;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
