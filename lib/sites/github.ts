import { isReserved } from './github-reserved';
import { element, hasText, metaContent } from './elements';
import { line, pageTitle, text } from './readers';
import type { Examples, Reading, Site, View } from './site';

const NAME = '.vcard-fullname, [itemtype$="/Person"] [itemprop=name]';
const ORGANISATION = 'meta[name=hovercard-subject-tag][content^=organization], [itemtype$="schema.org/Organization"]';
const LOGIN = '.vcard-username, [itemtype$="/Person"] [itemprop=additionalName]';

/** Logins share their namespace with GitHub's own pages, which the URL tells, and with organisations, which only the page tells. */
export const github: Site = {
  id: 'github',
  address: 'https://github.com/*',
  hosts: ['github.com', 'gist.github.com'],
  handle({ hostname, pathname }) {
    const login = /^\/([a-z\d][a-z\d_-]{0,38})\/?$/i.exec(pathname)?.[1]?.toLowerCase();
    if (!login || isReserved(login)) return undefined;
    // Gists without an owner lie where the owners do, under a number or 20 to 32 hexadecimal digits.
    return hostname.includes('gist') && /^(?:\d+|[\da-f]{20,})$/.test(login) ? undefined : login;
  },
  subject({ page, handle: login }) {
    // Pronouns may follow the login. Where the card is gone, the head still says whose page it is.
    const written = [...page.querySelectorAll(LOGIN)].find(hasText)?.textContent.trim().split(/\s/)[0];
    const shown = written ?? metaContent(page, 'profile:username') ?? metaContent(page, 'octolytics-dimension-user_login');
    return shown?.toLowerCase() === login && !page.querySelector(ORGANISATION) && !isNotFound(page) ? page : undefined;
  },
  organisation: ORGANISATION,
  anchor: (view) => element(NAME)(view) ?? element(LOGIN)(view),
  links: {
    card: '.react-issue-comment, [data-testid=issue-body], .TimelineItem, .js-comment-container, .Box-row',
    ignore: '.AppHeader',
  },
};

export const githubReading: Reading = {
  bio: '.user-profile-bio, .vcard-details',
  // As it is shown, and as people write where they work.
  organisationNames: (page, { pathname }) => [
    page.querySelector('[itemtype$="schema.org/Organization"] :is([itemprop=name], h1)')?.textContent ?? lastInTitle(page),
    /^\/(?:orgs\/)?([^/]+)/.exec(pathname)?.[1],
  ],
  showsNobody: isNotFound,
  fields: {
    name: [
      ['profile card', text(NAME)],
      ['page title', nameInTitle],
    ],
    // The first line of the bio: GitHub draws its line breaks as two spaces.
    headline: [
      [
        'profile card',
        (view) =>
          line(
            element('.user-profile-bio, [data-bio-text]')(view)
              ?.textContent.trim()
              .split(/\s{2,}/)[0],
          ),
      ],
    ],
    organisation: [['profile card', text('[itemprop=worksFor]')]],
    place: [['profile card', text('[itemprop=homeLocation] .p-label, [itemprop=homeLocation]')]],
  },
  aliases({ page, handle }) {
    const [login, id] = ['login', 'id'].map((name) => page.querySelector(`meta[name="octolytics-dimension-user_${name}"]`)?.getAttribute('content'));
    return login?.toLowerCase() === handle && /^\d{1,15}$/.test(id ?? '') ? [`github:id/${id}`] : [];
  },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-08',
  linksMeasured: true,
  profiles: {
    'https://github.com/Ada-Example': 'ada-example',
    'https://github.com/ada-example?tab=repositories&q=&type=source': 'ada-example',
    'https://gist.github.com/ada-example': 'ada-example',
    'https://www.github.com/ada-example': 'ada-example',
    'https://github.com/pullsuser': 'pullsuser',
    'https://github.com/issuesuser': 'issuesuser',
    'https://github.com/octo-cat_corp': 'octo-cat_corp',
    'https://github.com/1234567': '1234567',
  },
  notProfiles: [
    'https://github.com/',
    'https://github.com/pulls',
    'https://github.com/ghost',
    'https://github.com/404',
    'https://github.com/www3',
    'https://github.com/robots.txt',
    'https://github.com/-dash',
    'https://github.com/apps/dependabot',
    'https://github.com/orgs/babel/people',
    'https://github.com/microlinkhq/mql',
    'https://github.com/kepano/defuddle/issues/56',
    'https://github.com/trending/rust',
    'https://github.com/search?q=author%3Aada-example',
    'https://github.com:8443/ada-example',
    'https://user@github.com/ada-example',
    'https://github.com.evil.example/ada-example',
    'https://notgithub.com/ada-example',
    'https://api.github.com/ada-example',
    'https://gist.github.com/discover',
    'https://gist.github.com/1234567',
    'https://gist.github.com/2205329b71218fa2c1d3',
    'https://gist.github.com/ada-example/2205329b71218fa2c1d3',
  ],
};

function isNotFound(page: Document): boolean {
  return /^\s*Page not found/.test(page.querySelector('head title')?.textContent ?? '');
}

/** "Name · GitHub", or "People · Name · GitHub". */
function lastInTitle(page: Document): string | undefined {
  return /^(?:.+ · )?(.+?) · GitHub$/.exec(pageTitle(page))?.[1];
}

/** "login (Name) · GitHub"; the title changes apart from the card, hence the login is compared. */
function nameInTitle({ page, handle }: View): string | undefined {
  const [, login, name] = /^([\w-]+) \((.+)\)(?: · .*)?$/.exec(pageTitle(page)) ?? [];
  return login?.toLowerCase() === handle ? line(name) : undefined;
}
