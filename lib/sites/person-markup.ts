import { field, firstLineOf, isOrganisationsHome, type Notation, onlyPerson } from './describe-person';
import { isTheirPage } from './elements';
import { line } from './readers';

const PERSON = '[itemtype$="schema.org/Person"]';
/** Longer texts of a card are no names. */
const MOST_LETTERS = 100;

/** Notations woven into the markup, which people use on pages of their own. */

/** After the algorithm of microformats.org: by its own address; by rel=me, or as the only one, on a home. */
export const hCard: Notation = (page, isTheirs, isHome) => {
  const cards = [...page.querySelectorAll('.h-card')];
  const has = (card: Element, fits: (href: string) => boolean) =>
    [...(card.matches('a[href]') ? [card] : []), ...own(card, '.u-url[href], .u-uid[href]')].some((link) => fits(link.getAttribute('href') ?? ''));
  const mine = new Set([...page.querySelectorAll('[rel~="me"]')].map((link) => link.getAttribute('href')));
  const having = (fits: (href: string) => boolean) => {
    const some = cards.filter((one) => has(one, fits));
    return some.length > 0 ? some : undefined;
  };
  const alone = () => (cards.length === 1 && !isOrganisationsHome(page, isTheirs) ? cards : []);
  const card = onlyPerson(having(isTheirs) ?? (isHome ? (having((href) => mine.has(href)) ?? alone()) : []), nameOf);
  if (!card) return undefined;
  const said = (css: string) => words(card, css);
  return {
    source: 'h-card',
    // A card may be the whole page, with everything its owner ever wrote.
    ...(card.querySelector('.h-entry, .h-feed') ? {} : { element: card }),
    fields: {
      ...field('name', nameOf(card)),
      ...field('headline', said('.p-job-title') ?? said('.p-role') ?? firstLineOf(own(card, '.p-note')[0]?.textContent)),
      ...field('organisation', said('.p-org')),
      ...field('place', said('.p-locality')),
    },
    sameAs: [],
  };
};

function nameOf(card: Element): string | undefined {
  const parts = line(['.p-given-name', '.p-family-name'].flatMap((css) => words(card, css) ?? []).join(' '));
  return words(card, '.p-name') ?? parts ?? (card.matches('a') || isPlain(card) ? impliedName(card) : undefined);
}

/** Whether a card has no words or posts in it that are marked as something else. */
function isPlain(card: Element): boolean {
  return [...card.querySelectorAll('[class]')].every((one) => !/(?:^|\s)[peh]-/.test(one.getAttribute('class') ?? ''));
}

/** All of its text, where that may be a name, or that of its picture. */
function impliedName(card: Element): string | undefined {
  const text = line(card.textContent) ?? line(card.querySelector('img')?.getAttribute('alt'));
  return text && text.length <= MOST_LETTERS ? text : undefined;
}

function words(card: Element, css: string): string | undefined {
  return line(own(card, css)[0]?.textContent);
}

/** schema.org's Person in the markup, unless as somebody's property: an author, a commenter. What a ProfilePage is about is none. */
export const microdata: Notation = (page, isTheirs, isHome) => {
  const places = (item: Element) => property(item, 'url').map((link) => link.getAttribute('href') ?? link.getAttribute('content') ?? '');
  const isHere = (item: Element) => places(item).some(isTheirs);
  const mains = [...page.querySelectorAll('[itemtype$="schema.org/ProfilePage"]')].flatMap((profile) =>
    property(profile, 'mainEntity')
      .filter((one) => one.matches(PERSON))
      .map((one) => ({ one, isAbout: places(one).length === 0 && (isHere(profile) || isTheirPage(page, isTheirs)) })),
  );
  const persons = [...page.querySelectorAll(`${PERSON}:not([itemprop])`), ...mains.map(({ one }) => one)];
  const theirs = persons.filter((person) => isHere(person) || mains.some(({ one, isAbout }) => isAbout && one === person));
  const only = isHome && persons.length === 1 && !isOrganisationsHome(page, isTheirs) ? persons : [];
  const saidOf = (one: Element, name: string) => {
    const [found] = property(one, name);
    return line(found?.getAttribute('content') ?? (found?.querySelector('[itemprop="name"], [itemprop="addressLocality"]') ?? found)?.textContent);
  };
  const person = onlyPerson(theirs.length > 0 ? theirs : only, (one) => saidOf(one, 'name'));
  if (!person) return undefined;
  const said = (name: string) => saidOf(person, name);
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

/** The properties of an item that belong to no other item inside it. */
function property(item: Element, name: string): Element[] {
  return [...item.querySelectorAll(`[itemprop~="${name}"]`)].filter((one) => scopeOf(one) === item);
}

/** Parts of a card that belong to no other microformat inside it. */
function own(card: Element, css: string): Element[] {
  return [...card.querySelectorAll(css)].filter((one) => one.parentElement?.closest('.h-card, .h-entry, .h-cite, .h-event, .h-feed') === card);
}

function scopeOf(property: Element): Element | null | undefined {
  return property.parentElement?.closest('[itemscope], [itemtype]');
}
