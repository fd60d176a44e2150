import type { Site, View } from './site';

/** The words in which pages are looked at. Their text is compared here and never kept, so nothing cleans it. */

/** The first element of the subject that matches and has any text. */
/* @__NO_SIDE_EFFECTS__ */
export function element(css: string): (view: View) => Element | undefined {
  return ({ subject }) => [...subject.querySelectorAll(css)].find(hasText);
}

/** Whether there is anything to be seen in the text of an element. */
export function hasText({ textContent }: Element): boolean {
  return /[^\s\p{C}]/u.test(textContent ?? '');
}

/** The content of a meta element, by its name or property, as it is written. */
export function metaContent(page: Document, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content')?.trim();
}

/** Whether the head of the page says that it is theirs. */
export function isTheirPage(page: Document, isTheirs: (href: string) => boolean): boolean {
  return [page.querySelector('link[rel="canonical"]')?.getAttribute('href'), metaContent(page, 'og:url')].some((href) => href && isTheirs(href));
}

/**
 * The page where "@handle" stands near the name that `css` finds, not more than six levels out; where there is no such name, a page
 * whose head is theirs. For in-app sites, whose head stays that of whoever was shown first.
 */
/* @__NO_SIDE_EFFECTS__ */
export function bySight(css: string): NonNullable<Site['subject']> {
  return ({ page, handle, isTheirs }) => {
    let around = page.querySelector(css);
    if (!around) return isTheirPage(page, isTheirs) ? page : undefined;
    for (let level = 0; around && level < 6; level++, around = around.parentElement) if (mentions(around, handle)) return page;
    return undefined;
  };
}

/** Whether "@handle" is a word of an element's text, the first lines of it. */
function mentions({ textContent }: Element, handle: string): boolean {
  const handles =
    textContent
      ?.slice(0, 5000)
      .toLowerCase()
      .match(/@[\w.-]+(?:@[\w.-]+)?/g) ?? [];
  return handles.some((one) => one === `@${handle}`);
}
