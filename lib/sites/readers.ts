import { cleanLine } from '../model/text';
import type { Read, Site, View } from './site';

/** The words in which sites are written. */

/** The first element of the subject that matches and has any text. */
export function element(css: string): (view: View) => Element | undefined {
  return ({ subject }) => [...subject.querySelectorAll(css)].find((found) => line(found.textContent));
}

/** The text of that element. */
export function text(css: string): Read {
  const find = element(css);
  return (view) => line(find(view)?.textContent);
}

/** The first line of it, for people who write several about themselves. */
export function firstLine(css: string): Read {
  const find = element(css);
  return (view) => line(find(view)?.textContent.trim().split('\n')[0]);
}

/** The content of a meta element, by its name or property. */
export function meta(name: string): (view: Pick<View, 'page'>) => string | undefined {
  return ({ page }) => line(page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content'));
}

/** The first group of `pattern` in the title of the page. */
export function titled(pattern: RegExp): Read {
  return ({ page }) => pattern.exec(pageTitle(page))?.[1];
}

/** The title of the page, one line of it; empty where there is none. */
export function pageTitle(page: Document): string {
  return cleanLine(page.querySelector('head title')?.textContent ?? '', 1000);
}

/**
 * The page where "@handle" stands near the name that `css` finds, not more than six levels out; where there is no such name, a page
 * whose head is theirs. For in-app sites, whose head stays that of whoever was shown first.
 */
export function bySight(css: string): NonNullable<Site['subject']> {
  return ({ page, handle, isTheirs }) => {
    let around = page.querySelector(css);
    if (!around) return isTheirPage(page, isTheirs) ? page : undefined;
    for (let level = 0; around && level < 6; level++, around = around.parentElement) if (mentions(around).includes(`@${handle}`)) return page;
    return undefined;
  };
}

/** Whether the head of the page says that it is theirs. */
export function isTheirPage(page: Document, isTheirs: (href: string) => boolean): boolean {
  return [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"], meta[name="og:url"]')?.getAttribute('content'),
  ].some((href) => href && isTheirs(href));
}

/** One line of clean text; undefined where nothing readable is left. */
export function line(raw: string | null | undefined): string | undefined {
  return (raw && cleanLine(raw)) || undefined;
}

/** The handles in a text, as people write them. */
function mentions({ textContent }: Element): string[] {
  return (
    cleanLine(textContent ?? '', 2000)
      .toLowerCase()
      .match(/@[\w.-]+(?:@[\w.-]+)?/g) ?? []
  );
}
