import { attempt } from './attempt';

/** All nodes of the page's JSON-LD that stand for themselves. */
export function jsonLdNodes(page: Document): unknown[] {
  return [...page.querySelectorAll('script[type^="application/ld+json"]')].flatMap((script) =>
    list(attempt((): unknown => JSON.parse(script.textContent ?? ''))).flatMap((root) => [root, ...list(at(root, '@graph'))]),
  );
}

/** Whether a node of JSON-LD is of a type, in short or with its vocabulary before it. */
export function isA(node: unknown, type: string): boolean {
  return strings(at(node, '@type')).some((one) => one.replace(/^.*[/:#]/, '') === type);
}

/** Whether a node of JSON-LD is an organisation, of whatever kind, and no person. */
export function isOrganisation(node: unknown): boolean {
  return !isA(node, 'Person') && strings(at(node, '@type')).some((type) => ORGANISATION.test(type));
}

const ORGANISATION = /(?:Organization|Corporation|LocalBusiness|CollegeOrUniversity|NGO)$/;

/** Where a node of JSON-LD says that it is. */
const PLACES: readonly string[] = ['url', '@id', 'mainEntityOfPage'];

/** The page addresses a node of JSON-LD gives itself; of its other pages too, unless told otherwise. */
export function addresses(node: unknown, names: readonly string[] = [...PLACES, 'sameAs']): string[] {
  return names
    .flatMap((name) => list(at(node, name)).flatMap((value) => (name === 'mainEntityOfPage' ? [value, at(value, '@id')] : value)))
    .filter((value) => typeof value === 'string')
    .filter((value) => !value.includes('#'));
}

/** Where a node of JSON-LD is. */
export function places(node: unknown): string[] {
  return addresses(node, PLACES);
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
