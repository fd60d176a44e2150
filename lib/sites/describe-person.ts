import type { ProfileField } from '../model/profile';
import { attempt } from './attempt';
import { addresses, at, isA, jsonLdNodes, list, strings } from './json-ld';
import { isTheirPage } from './elements';
import { line, pageTitle } from './readers';

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

/** JSON-LD of type Person, or what a ProfilePage is about. */
export const jsonLd: Notation = (page, isTheirs, isHome) => {
  const nodes = jsonLdNodes(page);
  const theirs = (node: unknown) => addresses(node).some(isTheirs);
  const main = nodes
    .filter((node) => isA(node, 'ProfilePage'))
    .flatMap((profile) => list(at(profile, 'mainEntity')).map((entity) => ({ profile, entity: nodes.find((node) => refersTo(entity, node)) ?? entity })))
    .find(
      ({ profile, entity }) =>
        isA(entity, 'Person') && (theirs(entity) || (addresses(entity).length === 0 && (theirs(profile) || isHome || isTheirPage(page, isTheirs)))),
    );
  const person = main?.entity ?? nodes.find((node) => isA(node, 'Person') && theirs(node));
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

/** The first words a property has, its own or those of the node it leads to. */
function words(node: unknown, name: string): string | undefined {
  const [value] = list(at(node, name));
  return line(typeof value === 'string' ? value : strings(at(value, 'addressLocality') ?? at(value, 'name'))[0]);
}

function refersTo(entity: unknown, node: unknown): boolean {
  return at(entity, '@type') === undefined && at(entity, '@id') !== undefined && at(entity, '@id') === at(node, '@id') && at(node, '@type') !== undefined;
}

/** The first of several lines, as people write about themselves. */
export function firstLineOf(text: string | null | undefined): string | undefined {
  return line(text?.trim().split(/\n/)[0]);
}

/** A field, where there is one. Logged-out visitors are shown asterisks in place of some words. */
export function field(name: ProfileField, text: string | undefined): Described['fields'] {
  return text && !text.includes('***') ? { [name]: text } : {};
}
