import type { Site, View } from './site';

/** The words in which pages are looked at. Their text is compared here and never kept, so nothing cleans it. */

/** The first element of the subject that matches and has any text. */
/* @__NO_SIDE_EFFECTS__ */
export function element(css: string): (view: View) => Element | undefined {
  return ({ subject }) => [...subject.querySelectorAll(css)].find(hasText);
}

/** Whether there is anything to be seen in the text of an element. */
export function hasText({ textContent }: Element): boolean {
  return /[^\s\p{C}]/u.test(textContent);
}

/** The content of a meta element, by its name or property, as it is written. */
export function metaContent(page: Document, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content')?.trim();
}

/** Whether the head of the page says that it is theirs. */
export function isTheirPage(page: Document, isTheirs: (href: string) => boolean): boolean {
  return [page.querySelector('link[rel="canonical"]')?.getAttribute('href'), metaContent(page, 'og:url')].some((href) => href && isTheirs(href));
}

/** Of `createTreeWalker`: text alone. */
const SHOW_TEXT = 4;

/**
 * The page where the "@handle" nearest to the name that `css` finds, not more than six levels out, is this person's: further out they
 * mention others. Where there is no such name, a page whose head is theirs. For in-app sites, whose head stays that of whoever was shown first.
 */
/* @__NO_SIDE_EFFECTS__ */
export function bySight(css: string): NonNullable<Site['subject']> {
  return ({ page, handle, isTheirs }) => {
    let around = page.querySelector(css);
    const isHead = isTheirPage(page, isTheirs);
    if (!around) return isHead ? page : undefined;
    for (let level = 0; around && level < 6; level++, around = around.parentElement) {
      const shown = handleShown(around);
      if (shown) return isOf(handle, shown, isHead) ? page : undefined;
    }
    return undefined;
  };
}

/** The first handle that is, after an at sign, all the text of an element: what somebody says of themselves may have others in it. */
function handleShown(around: Element): string | undefined {
  const texts = around.ownerDocument.createTreeWalker(around, SHOW_TEXT);
  let shown: string | undefined;
  for (let text = texts.nextNode(); text && !shown; text = texts.nextNode()) {
    if (!/^[\s\p{C}]*@/u.test(text.nodeValue ?? '')) continue;
    for (let holder = text.parentElement, held = handleIn(holder); held; holder = holder?.parentElement ?? null, held = handleIn(holder)) shown = held;
  }
  return shown;
}

function handleIn(element: Element | null): string | undefined {
  return /^[\s\p{C}]*@([\w.@-]+)[\s\p{C}]*$/u.exec(element?.textContent ?? '')?.[1]?.toLowerCase();
}

/** Whether it is the handle's own; servers may show the domain above theirs in it and, as far as their head tells, any. */
function isOf(handle: string, shown: string, isHead: boolean): boolean {
  const [user = '', domain] = shown.split('@');
  return shown === handle || (domain !== undefined && handle.startsWith(`${user}@`) && (isHead || handle.endsWith(`.${domain}`)));
}
