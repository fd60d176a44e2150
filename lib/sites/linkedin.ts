import type { ProfileField } from '../model/profile';
import { handlePart } from './handle-part';
import { element, hasText, isTheirPage } from './elements';
import { line, pageTitle, text } from './readers';
import type { Examples, Read, Reading, Site, View } from './site';

const TOP_CARD = '[componentkey$=Topcard]'; // SDUI, seen 2026-05
const TOP_CARD_NAME = `${TOP_CARD} h2`;
const NAME = `h1, ${TOP_CARD_NAME}`;
const CONTACT_LINK = 'a[href*="/overlay/contact-info"]';

/** Links that only the top card of a profile has, to the profile itself: both dialects, every language, seen 2024-07 to 2026-05. */
const OWN_LINK = `${CONTACT_LINK}, a[href*="/overlay/about-this-profile"]`;

/**
 * LinkedIn serves two dialects on the same addresses and swaps them back and forth: Ember (an h1, telling classes) and SDUI (no h1,
 * hashed classes, `componentkey`). Logged out there is a third, the public page. All are read by structure, never by words: the
 * interface comes in many languages.
 */
export const linkedin: Site = {
  id: 'linkedin',
  address: 'https://www.linkedin.com/*',
  hosts: ['*.linkedin.com'],
  handle,
  subject,
  anchor: element(NAME),
  links: {
    // SDUI 2026-03 and 2026-04, Ember 2025-06 to 2026-05.
    card: '[data-chameleon-result-urn], [componentkey^=replaceableComment_], .feed-shared-update-v2, .comments-comment-entity, .mn-connection-card',
    // Links that do something to a person do not read as their name; Ember draws these as buttons ("View profile"), seen 2024-07 to 2024-08.
    ignore: 'header, #global-nav, .update-components-header, .feed-shared-actor-meta, .artdeco-button, [href*="/preload/"], [href*="/messaging/"]',
  },
};

export const linkedinReading: Reading = {
  language,
  bio: '[data-section=websites]',
  organisationNames: (page, { pathname }) =>
    /^\/(?:company|school|showcase)\/[^/]/.test(pathname) ? [[...page.querySelectorAll('h1')].find(hasText)?.textContent ?? nameInTitle(page)] : [],
  showsNobody: (page) => page.querySelector('[name=session_password], [class*=authwall], #main-frame-error') !== null,
  fields: {
    name: [
      ['top card', text(NAME)],
      ['page title', (view) => title(view)?.name],
    ],
    headline: [
      ['top card', (view) => introduction(view).headline],
      ['top card', text('.text-body-medium.break-words')], // Ember, seen 2024-07 to 2026-01
      ['public page', unmasked(text('.top-card-layout__headline, [data-section=headline]'))],
      ['page title', unmasked((view) => title(view)?.headline)],
    ],
    organisation: [
      ['top card', (view) => introduction(view).organisation],
      ['top card', text('li button[aria-label] .hoverable-link-text')], // Ember; the label itself is in the reader's language
    ],
    place: [
      ['top card', (view) => introduction(view).place],
      ['top card', text('span.text-body-small.inline.break-words')], // Ember, seen 2024-07 to 2026-01
      ['public page', text('#demographics .locality')], // 2017
    ],
  },
  aliases({ subject }) {
    // Only what LinkedIn itself writes: the card also shows links its owner chose. Hence no alias where own links disagree.
    const id = memberId(subject);
    const [slug, ...others] = new Set(slugs(subject));
    return [...(id ? [`linkedin:urn/${id}`] : []), ...(slug && others.length === 0 ? [`linkedin:${slug}`] : [])];
  },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-07',
  linksMeasured: true,
  profiles: {
    'https://www.linkedin.com/in/ada-example/': 'in/ada-example',
    'https://de.linkedin.com/in/ada-example-de': 'in/ada-example-de',
    'https://www.linkedin.com./in/alice': 'in/alice',
    'https://m.linkedin.com/mwlite/in/alice': 'in/alice',
    'https://www.linkedin.com/mwlite/profile/in/alice': 'in/alice',
    'https://www.linkedin.com/comm/in/alice?midToken=x': 'in/alice',
    'https://www.linkedin.com/in/omkar--jadhav-/': 'in/omkar--jadhav-',
    'https://www.linkedin.com/in/alice/en/': 'in/alice',
    'https://www.linkedin.com/in/alice/details/experience/': 'in/alice',
    'https://www.linkedin.com/in/alice/overlay/contact-info/': 'in/alice',
    'https://www.linkedin.com/in/alice/recent-activity/all/': 'in/alice',
    'https://www.linkedin.com/in/am%C3%A9lie-doe-b9250721b': 'in/amélie-doe-b9250721b',
    'https://www.linkedin.com/in/ACoAADghxWYBrkS9OlHJsp1kNZP7UUwKTpSJlFM': 'urn/ACoAADghxWYBrkS9OlHJsp1kNZP7UUwKTpSJlFM',
    'https://www.linkedin.com/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3AACoAABh9v68Bm16HDjm0': 'urn/ACoAABh9v68Bm16HDjm0',
    'https://www.linkedin.com/preload/custom-invite/?vanityName=sam-poe': 'in/sam-poe',
    'https://www.linkedin.com/preload/search-custom-invite/?vanityName=sam-poe': 'in/sam-poe',
    'https://www.linkedin.com/pub/bill-gates/1/2a/3b': 'pub/bill-gates/1/2a/3b',
    'https://www.linkedin.com/sales/lead/ACwAAABmE2HYB,NAME_SEARCH,abcd': 'sales/ACwAAABmE2HYB',
    'https://www.linkedin.com/talent/profile/AEMAAABmE2HYB': 'talent/AEMAAABmE2HYB',
  },
  notProfiles: [
    'https://www.linkedin.com/',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/me/',
    'https://www.linkedin.com/in/%252e%252e',
    'https://www.linkedin.com/in/a%2Fb',
    'https://www.linkedin.com/in/a%20b',
    'https://www.linkedin.com/in/%E0%A4%A',
    'https://www.linkedin.com:8443/in/alice',
    'https://www.linkedin.com@evil.example/in/alice',
    'https://user@www.linkedin.com/in/alice',
    'https://www.linkedin.com.evil.example/in/alice',
    'https://evillinkedin.com/in/alice',
    'https://lnkd.in/abc',
    'https://www.linkedin.com/pub/dir/Bill/Gates',
    'https://www.linkedin.com/company/microsoft',
    'https://www.linkedin.com/school/rwth-aachen-university',
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/search/results/people/?keywords=alice',
    'https://www.linkedin.com/messaging/compose/',
    'https://www.linkedin.com/preload/custom-invite/?vanityName=',
    'https://www.linkedin.com/authwall?sessionRedirect=%2Fin%2Falice',
  ],
};

function handle({ hostname, pathname, searchParams }: URL): string | undefined {
  if (!/(?:^|\.)linkedin\.com\.?$/.test(hostname)) return undefined;
  const [, slug] = /^\/(?:(?:mwlite|comm)\/(?:profile\/)?)?in\/([^/]+)/i.exec(pathname) ?? [];
  if (slug) return member(handlePart(slug));
  const [, name, numbers] = /^\/pub\/(?!dir\/)([^/]+)((?:\/[\da-z]{1,4}){3})\/?$/i.exec(pathname) ?? [];
  if (name) return lowerCase('pub/', handlePart(name), numbers);
  const [, product, id] = /^\/(sales|talent)\/(?:lead|people|profile)\/(A[\w-]{9,})/.exec(pathname) ?? [];
  if (id) return `${product}/${id}`;
  // Links of buttons: the person is a parameter, which URL has decoded already.
  if (pathname.startsWith('/messaging/compose')) return member(/^urn:li:fsd_profile:(AC[\w-]+)$/.exec(searchParams.get('profileUrn') ?? '')?.[1]);
  if (/^\/preload\/(?:search-)?custom-invite\b/i.test(pathname)) return member(handlePart(encodeURIComponent(searchParams.get('vanityName') ?? '')));
  return undefined;
}

/** `/in/somebody/de/`; of the public pages each country has its own host. */
function language({ hostname, pathname }: URL): string | undefined {
  return /^\/in\/[^/]+\/([a-z]{2})(?:[-_][a-z]+)?\/?$/i.exec(pathname)?.[1] ?? /^([a-z]{2})\.linkedin\./.exec(hostname)?.[1];
}

/** Opaque ids are case-sensitive, slugs are not; `me` is whoever looks, and people who left or hid share one slug. */
function member(slug: string | undefined): string | undefined {
  if (slug && /^AC[ow]AA[\w-]{6,}$/.test(slug)) return `urn/${slug}`;
  return slug && /^(?:me|unavailable)$/i.test(slug) ? undefined : lowerCase('in/', slug);
}

function lowerCase(prefix: string, part: string | undefined, suffix = ''): string | undefined {
  return part && (prefix + part + suffix).toLowerCase().normalize('NFC');
}

/**
 * The top card, when its own links are this person's, or its id is. Where no top card has own links: a page whose canonical address or
 * structured data are this person's, or, last, the card of a page most of whose people are this person.
 */
function subject({ page, handle, isTheirs }: Omit<View, 'subject'>): ParentNode | undefined {
  const cards = [...page.querySelectorAll(OWN_LINK)].filter(handleOfLink).map((link) => link.closest(`${TOP_CARD}, section`) ?? page);
  const own = cards.find((card) => `urn/${memberId(card)}` === handle || slugs(card).every((slug) => slug === handle));
  if (cards.length > 0) return own;
  if (isTheirPage(page, isTheirs) || isDescribed(page, isTheirs)) return page.querySelector('.top-card-layout, .top-card') ?? page;
  return mostLinked(page) === handle ? (page.querySelector(`${TOP_CARD}, section[data-member-id], #topcard`) ?? undefined) : undefined;
}

/**
 * Whether the structured data have this person's address: only the public page has any, and LinkedIn writes them. Looked for in their text,
 * so that the script that stays in pages need not carry the reading of structured data.
 */
function isDescribed(page: Document, isTheirs: View['isTheirs']): boolean {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) =>
    textContent?.match(/"[^"]*\/in\/[^"]+"/g)?.some((quoted) => isTheirs(quoted.slice(1, -1))),
  );
}

/** The handles of a top card's own links; one that LinkedIn did not write there makes them differ. */
function slugs(card: ParentNode): string[] {
  return [...card.querySelectorAll(OWN_LINK)].flatMap((link) => handleOfLink(link) ?? []);
}

/** The opaque id in the name of an SDUI top card. */
function memberId(card: ParentNode): string | undefined {
  const key = card.querySelector('h2, p')?.closest(TOP_CARD)?.getAttribute('componentkey');
  return /ref(ACoA[\w-]+)Topcard$/.exec(key ?? '')?.[1];
}

/** Whom most profile links of the page are about, sub-pages counted as the person: the owner on every signed-in profile measured. */
function mostLinked(page: Document): string | undefined {
  const people = [...page.querySelectorAll('a[href*="/in/"]')].flatMap((link) => handleOfLink(link) ?? []);
  return [...Map.groupBy(people, (person) => person)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

function handleOfLink(link: Element): string | undefined {
  const url = URL.parse(link.getAttribute('href') ?? '', 'https://www.linkedin.com');
  return url ? handle(url) : undefined;
}

/**
 * SDUI marks no field, but the paragraphs of its top card keep one order (seen 2026-05): beside the name pronouns and degree, then
 * headline, "organisation · school", and on one line place, a dot and the contact link. The organisation may be missing.
 */
function introduction({ subject }: View): Partial<Record<ProfileField, string | undefined>> {
  const contact = subject.querySelector(CONTACT_LINK)?.closest('p');
  const paragraphs = [...subject.querySelectorAll(`${TOP_CARD} p`)];
  // Not by a walk from parent to parent: in a form, a field named parentElement would make it endless.
  const row = (subject.querySelector(TOP_CARD_NAME) ?? paragraphs.find(isDotted))?.parentElement?.closest(':has(p)');
  const besideName = contact && !row?.contains(contact) ? row : undefined;

  const said = (contact ? paragraphs.slice(0, paragraphs.indexOf(contact)) : paragraphs).filter(
    (p) => !besideName?.contains(p) && !isDotted(p) && line(p.textContent),
  );
  const last = said.at(-1);
  const place = said.length > 1 && last?.parentElement === contact?.parentElement ? last : undefined;
  const organisation = contact && said[1] !== place ? said[1] : undefined;
  return {
    headline: line(said[0]?.textContent),
    organisation: line(organisation?.textContent.split(' · ')[0]),
    place: line(place?.textContent),
  };
}

/** "· 1st", or the dot between place and contact link. */
function isDotted(p: Element): boolean {
  return line(p.textContent)?.startsWith('·') ?? false;
}

/**
 * The parts of "(3) Name - Headline | LinkedIn". The title changes before or after what is below it, so it counts only where the person's
 * card has the name too.
 */
function title({ page, subject }: View): { name: string; headline: string | undefined } | undefined {
  const [, name, headline] = /^(?:\(\d+\+?\) )?(.+?)(?: - (.+))? \| LinkedIn$/.exec(pageTitle(page)) ?? [];
  const shown = (subject === page ? page.body : subject).textContent?.replace(/\s+/g, ' ');
  return name && shown?.includes(name) ? { name, headline } : undefined;
}

/** "(3) Name: About | LinkedIn" of an organisation; what follows the colon is in the reader's language. */
function nameInTitle(page: Document): string | undefined {
  return /^(?:\(\d+\+?\) )?(.+?)(?:: [^:]+)? \| LinkedIn$/.exec(pageTitle(page))?.[1];
}

/** Logged-out visitors are shown asterisks in place of some words. */
function unmasked(read: Read): Read {
  return (view) => {
    const found = read(view);
    return found?.includes('***') ? undefined : found;
  };
}
