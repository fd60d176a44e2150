import type { ProfileField } from '../model/profile';
import { foldedWords } from '../model/text';
import { attempt } from './attempt';
import { addresses, at, isA, isOrganisation, jsonLdNodes, list, places, strings } from './json-ld';
import { isTheirPage } from './elements';
import { line, pageTitle } from './readers';

/** In the markup, unless as somebody's property: an employer, a publisher. */
const ORGANISATION = ':is([itemtype$="Organization"], [itemtype$="Corporation"], [itemtype$="LocalBusiness"]):not([itemprop])';

/** What one of a page's own descriptions of a person says. */
export type Described = {
  source: string;
  fields: Partial<Record<ProfileField, string>>;
  /** Addresses that it says are the same person's. */
  sameAs: string[];
  /** Its element, where it is one. */
  element?: Element;
};

/**
 * How a page describes its person in `notations`, best first. A description counts where an address in it `isTheirs`, or where it has
 * none and the page `isHome`: its owner's, as a whole.
 */
export function describePerson(page: Document, isTheirs: (href: string) => boolean, isHome: boolean, notations: readonly Notation[]): Described[] {
  return notations.flatMap((read) => {
    const found = attempt(() => read(page, isTheirs, isHome));
    return found?.fields.name ? [found] : [];
  });
}

/** One notation. */
export type Notation = (page: Document, isTheirs: (href: string) => boolean, isHome: boolean) => Described | undefined;

/** JSON-LD: what a ProfilePage is about, else who says to be here, else whose other page this is, else who is alone on a home. */
export const jsonLd: Notation = (page, isTheirs, isHome) => {
  const nodes = jsonLdNodes(page);
  const theirs = (node: unknown) => addresses(node).some(isTheirs);
  const mains = nodes
    .filter((node) => isA(node, 'ProfilePage'))
    .flatMap((profile) => list(at(profile, 'mainEntity')).map((entity) => ({ profile, entity: inFull(entity, nodes) })))
    .filter(
      ({ profile, entity }) =>
        isA(entity, 'Person') && (theirs(entity) || (places(entity).length === 0 && (theirs(profile) || isHome || isTheirPage(page, isTheirs)))),
    )
    .map(({ entity }) => entity);
  const people = nodes.filter((node) => isA(node, 'Person'));
  const placed = people.filter((node) => places(node).some(isTheirs));
  const others = people.filter(theirs);
  const isAlone = isHome && people.every((node) => places(node).length === 0) && !isOrganisationsHome(page, isTheirs);
  const described = [mains, placed, others].find((some) => some.length > 0) ?? (isAlone ? people : []);
  const person = onlyPerson(described, (node) => words(node, 'name'));
  if (!person) return undefined;
  return {
    source: 'structured data',
    fields: {
      ...field('name', words(person, 'name')),
      ...field('headline', words(person, 'jobTitle') ?? firstLineOf(words(person, 'description'))),
      ...field('organisation', words(person, 'worksFor') ?? words(person, 'affiliation')),
      ...field('place', words(person, 'address') ?? words(person, 'homeLocation')),
    },
    sameAs: strings(at(person, 'sameAs')),
  };
};

/** Open Graph of type profile. */
export const openGraph: Notation = (page, isTheirs, isHome) => {
  const said = (name: string) => line(page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content'));
  if (said('og:type') !== 'profile' || !(isHome || isTheirPage(page, isTheirs))) return undefined;
  const [first, last] = [said('profile:first_name'), said('profile:last_name')];
  // "Name (@handle)", "Name | Site"
  const name = first && last ? `${first} ${last}` : (said('og:title') ?? pageTitle(page)).split(/ (?:\(|[|·•–—-] )/)[0];
  return { source: 'profile tags', fields: field('name', line(name)), sameAs: [] };
};

/** Whom these descriptions are of. Undefined for none, and for several people: they are of one where all names are in the longest. */
export function onlyPerson<T>(descriptions: readonly T[], nameOf: (description: T) => string | undefined): T | undefined {
  const named = descriptions.flatMap((description) => {
    const name = nameOf(description);
    return name ? [{ description, words: foldedWords(name) }] : [];
  });
  const longest = named.toSorted((one, other) => other.words.length - one.words.length)[0]?.words;
  return named.every(({ words }) => words.every((word) => longest?.includes(word))) ? named[0]?.description : undefined;
}

/** Whether the page describes an organisation that is at home there. */
export function isOrganisationsHome(page: Document, isTheirs: (href: string) => boolean): boolean {
  const isHere = (node: unknown) => places(node).length === 0 || places(node).some(isTheirs);
  return jsonLdNodes(page).some((node) => isOrganisation(node) && isHere(node)) || page.querySelector(ORGANISATION) !== null;
}

/** The first words a property has, its own or those of the node it leads to. */
function words(node: unknown, name: string): string | undefined {
  const [value] = list(at(node, name));
  return line(typeof value === 'string' ? value : strings(at(value, 'addressLocality') ?? at(value, 'name'))[0]);
}

/** The node itself, or where it has no name the one of the same id that has. */
function inFull(entity: unknown, nodes: readonly unknown[]): unknown {
  const id = at(entity, '@id');
  if (id === undefined || words(entity, 'name')) return entity;
  return nodes.find((node) => at(node, '@id') === id && words(node, 'name')) ?? entity;
}

/** The first of several lines, as people write about themselves. */
export function firstLineOf(text: string | null | undefined): string | undefined {
  return line(text?.trim().split(/\n/)[0]);
}

/** A field, where there is one. Logged-out visitors are shown asterisks in place of some words. */
export function field(name: ProfileField, text: string | undefined): Described['fields'] {
  return text && !text.includes('***') ? { [name]: text } : {};
}
