import { avatar, escape, hashed, hashedStyle, lines, type Page, wholePage } from './html.ts';
import { cover, LINKEDIN_STYLE } from './linkedin-style.ts';
import { EMBER_MEMBERS, type Member, SDUI_MEMBERS } from './people.ts';

/** The newer dialect: no h1, hashed classes, `componentkey`, `data-sdui-screen`. */
const SCREEN = 'com.linkedin.sdui.flagshipnav';

/** Class names, meaningless as on the site. */
const c = (names: string) => names.split(' ').map(hashed).join(' ');

export const address = (member: Member) => `https://www.linkedin.com/in/${encodeURIComponent(member.slug)}/`;
const path = (member: Member) => new URL(address(member)).pathname;

export function sduiProfile(member: Member): Page {
  const link = address(member);
  const card = (name: string) => `com.linkedin.sdui.profile.card.ref${member.id}${name}`;
  const compose = `/messaging/compose/?profileUrn=${encodeURIComponent(`urn:li:fsd_profile:${member.id}`)}&amp;recipient=${member.id}&amp;screenContext=NON_SELF_PROFILE_VIEW`;
  const others = [...SDUI_MEMBERS, ...EMBER_MEMBERS].filter((other) => other !== member);
  return {
    path: path(member),
    title: `${member.name} | LinkedIn`,
    head: '',
    main: `<div class="${c('columns')}" data-sdui-screen="${SCREEN}.profile.Profile"><div>
<div class="${c('holder')}" componentkey="${card('Topcard')}"><section class="${c('card')}" componentkey="${card('Topcard')}">
<div class="${c('cover')}">${cover(member.hue)}<a href="${link}" class="${c('face')}" aria-label="Profile photo">${avatar(member.initials, member.hue, 120)}</a></div>
<div class="${c('top')}"><div class="${c('words')}">
<div class="${c('row')}"><div aria-expanded="false" aria-haspopup="dialog"><div data-display-contents="true"><a tabindex="0" href="${link}"><div><h2 class="${c('name')}">${escape(member.name)}</h2></div></a></div></div>${
      member.pronouns ? `<p class="${c('soft')}">${member.pronouns}</p>` : ''
    }<p class="${c('soft')}${member.degree === '1st' ? '' : ` ${c('hidden')}`}">· 1st</p>${member.degree === '1st' ? '' : `<p class="${c('soft')}">· ${member.degree}</p>`}</div>
<p class="${c('headline')}">${escape(member.headline)}</p>
<p class="${c('line')}">${escape([member.organisation, member.school].filter(Boolean).join(' · '))}</p>
<div class="${c('placeRow')}"><p>${escape(member.place)}</p><p>·</p><p><a href="${link}overlay/contact-info/">Contact info</a></p></div>
<p class="${c('count')}">500+ connections</p>
</div><div class="${c('chips')}">${lines(
      [member.organisation, member.school].flatMap((name) =>
        name
          ? [
              `<div role="button" tabindex="0" class="${c('chip')}"><figure class="${c('glyph')}" aria-hidden="true"></figure><p><span>${escape(name)}</span></p></div>`,
            ]
          : [],
      ),
    )}</div></div>
<div class="${c('buttons')}"><a class="${c('button primary')}" href="${compose}">Message</a><button type="button" class="${c('button')}">Follow</button><button type="button" class="${c('button')}" aria-expanded="false">More</button></div>
</section></div>
<section class="${c('card')}" componentkey="${card('About')}"><div class="${c('body')}"><h2>About</h2>${lines(member.about.map((text) => `<p><span data-testid="expandable-text-box">${escape(text)}</span></p>`))}</div></section>
<section class="${c('card')}" componentkey="com.linkedin.sdui.profile.card.ref${member.slug}Activity"><div class="${c('body')}"><h2>Activity</h2><p>${escape(member.post)}</p><p class="${c('count')}"><a href="${link}recent-activity/all/">Show all posts</a></p></div></section>
<section class="${c('card')}" componentkey="${card('Experience')}"><div class="${c('body')}"><h2>Experience</h2>${lines(
      member.experience.map(
        (job) =>
          `<div class="${c('item')}"><figure class="${c('glyph')}" aria-hidden="true"></figure><div><p><strong>${escape(job.role)}</strong></p><p>${escape(job.at)}</p><p class="${c('soft')}">${escape(job.years)}</p><p>${escape(job.text)}</p></div></div>`,
      ),
    )}<p class="${c('count')}"><a href="${link}details/experience/">Show all</a></p></div></section>
</div><aside componentkey="profileAsideBrowsemap${member.slug}"><section class="${c('card')}"><div class="${c('body')}"><h3>More people</h3>${lines(
      others.map(
        (other) =>
          `<div class="${c('person')}"><a href="${address(other)}" class="${c('small')}" tabindex="-1" aria-hidden="true">${avatar(other.initials, other.hue, 44)}</a><a href="${address(other)}"><p><strong>${escape(other.name)}</strong></p><p class="${c('soft brief')}">${escape(other.headline)}</p></a></div>`,
      ),
    )}</div></section></aside></div>`,
  };
}

export function sduiSearch(): Page {
  return {
    path: '/search/results/people/',
    title: 'Search | LinkedIn',
    head: '',
    main: `<div class="${c('narrow')}" data-sdui-screen="${SCREEN}.search.SearchResultsPeople"><section class="${c('card')}"><div class="${c('body')}"><p class="${c('soft')}">5 results</p></div><div role="list">
${lines(
  [...SDUI_MEMBERS, ...EMBER_MEMBERS].map(
    (
      member,
      index,
      all,
    ) => `<div role="listitem"><div data-card-link="${address(member)}" class="${c('result')}"><figure class="${c('small')}">${avatar(member.initials, member.hue, 44)}</figure><div>
<p><a href="${address(member)}"><strong>${escape(member.name)}</strong></a> <span class="${c('soft')}">• ${member.degree}</span></p>
<p>${escape(member.headline)}</p><p class="${c('soft')}">${escape(member.place)}</p>
<p class="${c('soft mutual')}"><a href="${address(all[(index + 1) % all.length] ?? member)}"><strong>${escape(all[(index + 1) % all.length]?.name ?? '')}</strong></a> and 8 other mutual connections</p>
<div class="${c('invite')}" componentkey="SearchResults${member.id}"><a class="${c('button')}" href="/preload/search-custom-invite/?vanityName=${encodeURIComponent(member.slug)}">Connect</a></div>
</div></div></div>`,
  ),
)}
</div></section></div>`,
  };
}

export function sduiFeed(): Page {
  const members = [...SDUI_MEMBERS, ...EMBER_MEMBERS];
  return {
    path: '/feed/',
    title: '(2) Feed | LinkedIn',
    head: '',
    main: `<div class="${c('narrow')}" data-sdui-screen="${SCREEN}.feed.MainFeed"><h2 class="${c('hidden')}">Feed</h2><div role="list" data-testid="mainFeed">
${lines(
  members.map((member, index) => {
    const other = members[(index + 2) % members.length] ?? member;
    const face = (one: Member) => `<a href="${address(one)}" class="${c('small')}" tabindex="-1"><figure>${avatar(one.initials, one.hue, 44)}</figure></a>`;
    return `<div role="listitem" class="${c('card')}" componentkey="expanded${hashed(member.id)}FeedType_MAIN_FEED"><div class="${c('post')}">${
      index % 2 ? `<p class="${c('reposted')}"><a href="${address(other)}">${escape(other.name)}</a> reposted this</p>` : ''
    }<div class="${c('person')}">${face(member)}<a href="${address(member)}"><div><p><strong>${escape(member.name)}</strong></p></div><p class="${c('soft')}">${escape(member.headline)}</p></a></div>
<p class="${c('text')}"><span data-testid="expandable-text-box">${escape(member.post)}</span></p>
<p class="${c('soft')}">${12 + index * 7} reactions</p>${
      index % 2
        ? ''
        : `<div class="${c('comment')}" componentkey="replaceableComment_urn:li:comment:(activity:${member.number},${other.number})">${face(other)}<div><a href="${address(other)}"><strong>${escape(other.name)}</strong></a><p>Count me in.</p></div></div>`
    }</div></div>`;
  }),
)}
</div></div>`,
  };
}

/** A page of this dialect, from which the profiles of the dialect are reached without loading. */
export function sduiFile(page: Page): string {
  const elsewhere = [...SDUI_MEMBERS.map(sduiProfile), sduiSearch(), sduiFeed()].filter((other) => other.path !== page.path);
  return wholePage(
    page,
    {
      language: 'en',
      style: hashedStyle(LINKEDIN_STYLE),
      bodyAttributes: '',
      header: `<div id="root"><header class="${c('bar')}"><div class="${c('barInner')}" data-testid="primary-nav"><span class="${c('mark')}"></span><span class="${c('field')}">Search</span><nav class="${c('navigation')}"><a href="/feed/">Home</a><a href="/search/results/people/">People</a><a href="/in/me/">Me</a></nav></div></header></div>`,
      mainAttributes: ' id="workspace" tabindex="-1"',
    },
    elsewhere,
  );
}
