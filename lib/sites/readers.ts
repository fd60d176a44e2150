import { cleanLine } from '../model/text';
import { attempt } from './attempt';
import type { Read, View } from './site';

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

/** The content of a meta element, by its name or property. */
export function meta(name: string): Read {
  return ({ page }) => line(page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content'));
}

/** The title of the page, one line of it; empty where there is none. */
export function pageTitle(page: Document): string {
  return cleanLine(page.querySelector('head title')?.textContent ?? '', 1000);
}

/**
 * What `path` leads to in the page's JSON-LD node of type Person whose `url` or `sameAs` is the person's by `isTheirs`. Of a list its
 * first entry is taken.
 */
export function jsonLdPerson(isTheirs: (url: string, view: View) => boolean, path: string): Read {
  return (view) => {
    const person = jsonLdNodes(view.page).find(
      (node) => at(node, '@type') === 'Person' && [at(node, 'url'), at(node, 'sameAs')].some((url) => typeof url === 'string' && isTheirs(url, view)),
    );
    const found = path.split('.').reduce(at, person);
    return typeof found === 'string' ? line(found) : undefined;
  };
}

/** One line of clean text; undefined where nothing readable is left. */
export function line(raw: string | null | undefined): string | undefined {
  return (raw && cleanLine(raw)) || undefined;
}

function jsonLdNodes(page: Document): unknown[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    const root: unknown = attempt(() => JSON.parse(script.textContent ?? ''));
    const graph = Array.isArray(root) ? root : property(root, '@graph');
    return Array.isArray(graph) ? graph : [property(root, 'mainEntity'), root];
  });
}

function at(node: unknown, name: string): unknown {
  const value = property(node, name);
  return Array.isArray(value) ? value[0] : value;
}

function property(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
}
