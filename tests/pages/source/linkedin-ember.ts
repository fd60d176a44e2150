import { avatar, escape, lines, type Page, wholePage } from './html.ts';
import { address } from './linkedin-sdui.ts';
import { cover, LINKEDIN_STYLE } from './linkedin-style.ts';
import { EMBER_MEMBERS, type Member, SDUI_MEMBERS } from './people.ts';

type Words = Record<
  'contact' | 'connections' | 'message' | 'follow' | 'more' | 'about' | 'experience' | 'others' | 'company' | 'home' | 'people' | 'me' | 'search',
  string
>;

const ENGLISH: Words = {
  contact: 'Contact info',
  connections: 'connections',
  message: 'Message',
  follow: 'Follow',
  more: 'More',
  about: 'About',
  experience: 'Experience',
  others: 'More people',
  company: 'Current company',
  home: 'Home',
  people: 'People',
  me: 'Me',
  search: 'Search',
};

const GERMAN: Words = {
  contact: 'Kontaktinfo',
  connections: 'Kontakte',
  message: 'Nachricht',
  follow: 'Folgen',
  more: 'Mehr',
  about: 'Info',
  experience: 'Berufserfahrung',
  others: 'Weitere Personen',
  company: 'Aktuelles Unternehmen',
  home: 'Start',
  people: 'Personen',
  me: 'Sie',
  search: 'Suche',
};

const wordsFor = (member: Member) => (member.place.endsWith('Deutschland') ? GERMAN : ENGLISH);

/** The older dialect: an h1, telling classes beside hashed ones. */
export function emberProfile(member: Member): Page {
  const words = wordsFor(member);
  const own = `/in/${encodeURIComponent(member.slug)}/`;
  const others = [...EMBER_MEMBERS, ...SDUI_MEMBERS].filter((other) => other !== member);
  return {
    path: own,
    title: `${words === GERMAN ? '(3) ' : ''}${member.name} | LinkedIn`,
    head: '',
    main: `<div class="columns"><div>
<section class="artdeco-card card" data-member-id="${member.number}">
<div class="cover profile-background-image">${cover(member.hue)}<button class="face pv-top-card-profile-picture__container" type="button" aria-label="${escape(member.name)}">${avatar(member.initials, member.hue, 120)}</button></div>
<div class="top"><div class="words">
<div class="row"><span class="artdeco-hoverable-trigger ember-view"><a href="${own}overlay/about-this-profile/" class="ember-view" aria-label="${escape(member.name)}"><h1 class="name inline t-24 v-align-middle break-words">${escape(member.name)}</h1></a></span>
<span class="distance-badge text-body-small soft"><span class="visually-hidden hidden">${member.degree}</span><span class="dist-value" aria-hidden="true">· ${member.degree}</span></span></div>
<div class="text-body-medium break-words headline" data-generated-suggestion-target="urn:li:fsu_profileActionDelegate:${member.number}">
  ${escape(member.headline)}
</div>
<div class="placeRow mt2"><span class="text-body-small inline t-black--light break-words">
  ${escape(member.place)}
</span><span class="soft">·</span><span class="t-black--light"><a href="${own}overlay/contact-info/" id="top-card-text-details-contact-info" class="ember-view">${words.contact}</a></span></div>
<p class="count">500+ ${words.connections}</p>
</div><ul class="chips">${lines(
      [member.organisation, member.school].flatMap((name) =>
        name
          ? [
              `<li><button class="chip text-align-left" aria-label="${words.company}: ${escape(name)}" type="button"><span class="glyph"></span><span class="hoverable-link-text break-words text-body-small"><div class="inline-show-more-text--is-collapsed" dir="ltr">${escape(name)}</div></span></button></li>`,
            ]
          : [],
      ),
    )}</ul></div>
<div class="buttons"><button type="button" class="artdeco-button artdeco-button--primary button primary" aria-label="${words.message}: ${escape(member.name)}"><span class="artdeco-button__text">${words.message}</span></button><button type="button" class="artdeco-button button">${words.follow}</button><button type="button" class="artdeco-dropdown__trigger button" aria-expanded="false">${words.more}</button></div>
</section>
<section class="artdeco-card card"><div id="about"></div><div class="body"><h2>${words.about}</h2>${lines(member.about.map((text) => `<p class="inline-show-more-text--is-collapsed">${escape(text)}</p>`))}</div></section>
<section class="artdeco-card card"><div id="experience"></div><div class="body"><h2>${words.experience}</h2>${lines(
      member.experience.map(
        (job) =>
          `<div class="item"><span class="glyph"></span><div><strong>${escape(job.role)}</strong><p>${escape(job.at)}</p><p class="soft">${escape(job.years)}</p><p>${escape(job.text)}</p></div></div>`,
      ),
    )}<p class="count"><a href="${own}details/experience?profileUrn=${encodeURIComponent(`urn:li:fsd_profile:${member.id}`)}">${words.experience}</a></p></div></section>
</div><aside class="scaffold-layout__aside"><section class="artdeco-card card"><div class="body"><h2>${words.others}</h2>${lines(
      others.map(
        (other) =>
          `<div class="person"><a href="${address(other)}" class="small" tabindex="-1">${avatar(other.initials, other.hue, 44)}</a><a href="${address(other)}" class="optional-action-target-wrapper"><strong>${escape(other.name)}</strong><span class="soft brief">${escape(other.headline)}</span></a></div>`,
      ),
    )}</div></section></aside></div>`,
  };
}

/** A page of this dialect, from which the other profiles of the dialect are reached without loading. */
export function emberFile(member: Member): string {
  const words = wordsFor(member);
  const elsewhere = EMBER_MEMBERS.filter((other) => other !== member).map(emberProfile);
  return wholePage(
    emberProfile(member),
    {
      language: words === GERMAN ? 'de' : 'en',
      style: LINKEDIN_STYLE,
      bodyAttributes: ' class="render-mode-BIGPIPE nav-v2 ember-application"',
      header: `<header id="global-nav" class="bar"><div class="barInner"><span class="mark"></span><span class="field">${words.search}</span><nav class="navigation"><a href="/feed/">${words.home}</a><a href="/search/results/people/">${words.people}</a><a href="/in/me/">${words.me}</a></nav></div></header>`,
      mainAttributes: '',
    },
    elsewhere,
  );
}

/** What a visitor who is not signed in is given at a profile's address. */
export function authwallFile(): string {
  const page = {
    path: '/in/behind-the-wall/',
    title: 'Sign Up | LinkedIn',
    head: '<meta name="pageKey" content="auth_wall_desktop_profile">\n<link rel="canonical" href="/authwall">',
    main: `<form class="join-form form" action="/signup/api/cors/createAccount" method="post" onsubmit="return false">
<h1 class="authwall-join-form__title">Join to see this profile</h1>
<label for="session_key">E-mail</label><input id="session_key" name="session_key" autocomplete="username">
<label for="session_password">Password</label><input id="session_password" name="session_password" type="password" autocomplete="off">
<p class="line"><button type="submit" class="button primary">Agree &amp; join</button></p>
<p class="authwall-join-form__swap-cta line soft">Already a member? <a href="/login">Sign in</a></p>
</form>`,
  };
  return wholePage(
    page,
    {
      language: 'en',
      style: LINKEDIN_STYLE,
      bodyAttributes: '',
      header: '<header class="bar"><div class="barInner"><span class="mark"></span></div></header>',
      mainAttributes: ' id="main-content" class="focus-page__core-rail"',
    },
    [],
  );
}
