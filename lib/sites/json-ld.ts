import { attempt } from './attempt';

/** All nodes of the page's JSON-LD that stand for themselves. */
export function jsonLdNodes(page: Document): unknown[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    list(attempt((): unknown => JSON.parse(script.textContent ?? ''))).flatMap((root) => [root, ...list(at(root, '@graph'))]),
  );
}

/** Whether a node of JSON-LD is of a type. */
export function isA(node: unknown, type: string): boolean {
  return strings(at(node, '@type')).includes(type);
}

/** The page addresses a node of JSON-LD gives itself. */
export function addresses(node: unknown): string[] {
  return ['url', '@id', 'sameAs', 'mainEntityOfPage']
    .flatMap((name) => list(at(node, name)).flatMap((value) => (name === 'mainEntityOfPage' ? [value, at(value, '@id')] : value)))
    .filter((value) => typeof value === 'string')
    .filter((value) => !value.includes('#'));
}

/** A property's values that are text. */
export function strings(value: unknown): string[] {
  return list(value).filter((one) => typeof one === 'string');
}

/** A property's value. */
export function at(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
}

/** A property's values, be they one or many. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
