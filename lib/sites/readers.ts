import { cleanLine } from '../model/text';
import { element } from './elements';
import type { Read, View } from './site';

/** The words in which sites are written. Each says that making it has no side effects, so that bundles can leave out readings they do not use. */

/** The text of the first element that matches and has any. */
/* @__NO_SIDE_EFFECTS__ */
export function text(css: string): Read {
  const find = element(css);
  return (view) => line(find(view)?.textContent);
}

/** The first line of it, for people who write several about themselves. */
/* @__NO_SIDE_EFFECTS__ */
export function firstLine(css: string): Read {
  const find = element(css);
  return (view) => line(find(view)?.textContent.trim().split('\n')[0]);
}

/** The content of a meta element, by its name or property. */
/* @__NO_SIDE_EFFECTS__ */
export function meta(name: string): (view: Pick<View, 'page'>) => string | undefined {
  return ({ page }) => line(page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content'));
}

/** The first group of `pattern` in the title of the page. */
/* @__NO_SIDE_EFFECTS__ */
export function titled(pattern: RegExp): Read {
  return ({ page }) => pattern.exec(pageTitle(page))?.[1];
}

/** The title of the page, one line of it; empty where there is none. */
export function pageTitle(page: Document): string {
  return cleanLine(page.querySelector('head title')?.textContent ?? '', 1000);
}

/** One line of clean text; undefined where nothing readable is left. */
export function line(raw: string | null | undefined): string | undefined {
  return (raw && cleanLine(raw)) || undefined;
}
