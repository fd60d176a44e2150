import { field, firstLineOf, type Notation } from './describe-person';
import { line } from './readers';

/** Notations woven into the markup, which people use on pages of their own. */

/** After the algorithm of microformats.org: by its own address; by rel=me, or as the only one, on a home. */
export const hCard: Notation = (page, isTheirs, isHome) => {
  const cards = [...page.querySelectorAll('.h-card')];
  const has = (card: Element, fits: (href: string) => boolean) =>
    [...(card.matches('a[href]') ? [card] : []), ...own(card, '.u-url[href], .u-uid[href]')].some((link) => fits(link.getAttribute('href') ?? ''));
  const mine = new Set([...page.querySelectorAll('[rel~="me"]')].map((link) => link.getAttribute('href')));
  const card =
    cards.find((one) => has(one, isTheirs)) ??
    (isHome ? (cards.find((one) => has(one, (href) => mine.has(href))) ?? (cards.length === 1 ? cards[0] : undefined)) : undefined);
  if (!card) return undefined;
  const said = (css: string) => line(own(card, css)[0]?.textContent);
  return {
    source: 'h-card',
    // A card may be the whole page, with everything its owner ever wrote.
    ...(card.querySelector('.h-entry, .h-feed') ? {} : { element: card }),
    fields: {
      ...field('name', said('.p-name') ?? (card.matches('a') ? line(card.textContent) : undefined)),
      ...field('headline', said('.p-job-title') ?? said('.p-role') ?? firstLineOf(own(card, '.p-note')[0]?.textContent)),
      ...field('organisation', said('.p-org')),
      ...field('place', said('.p-locality')),
    },
    sameAs: [],
  };
};

/** schema.org's Person in the markup, unless as somebody's property: an author, a commenter. */
export const microdata: Notation = (page, isTheirs, isHome) => {
  const persons = [...page.querySelectorAll('[itemtype$="schema.org/Person"]:not([itemprop])')];
  const property = (person: Element, name: string) => [...person.querySelectorAll(`[itemprop~="${name}"]`)].filter((one) => scopeOf(one) === person);
  const person =
    persons.find((one) => property(one, 'url').some((link) => isTheirs(link.getAttribute('href') ?? ''))) ??
    (isHome && persons.length === 1 ? persons[0] : undefined);
  if (!person) return undefined;
  const said = (name: string) => {
    const [found] = property(person, name);
    return line(found?.getAttribute('content') ?? (found?.querySelector('[itemprop="name"], [itemprop="addressLocality"]') ?? found)?.textContent);
  };
  return {
    source: 'microdata',
    element: person,
    fields: {
      ...field('name', said('name')),
      ...field('headline', said('jobTitle')),
      ...field('organisation', said('worksFor')),
      ...field('place', said('address') ?? said('homeLocation')),
    },
    sameAs: property(person, 'sameAs').map((link) => link.getAttribute('href') ?? ''),
  };
};

/** Parts of a card that belong to no other microformat inside it. */
function own(card: Element, css: string): Element[] {
  return [...card.querySelectorAll(css)].filter((one) => one.parentElement?.closest('.h-card, .h-entry, .h-cite, .h-event, .h-feed') === card);
}

function scopeOf(property: Element): Element | null | undefined {
  return property.parentElement?.closest('[itemscope], [itemtype]');
}
