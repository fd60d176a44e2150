import type { TestPage } from '../index.ts';
import { escape, lines } from './html.ts';

/** Small pages of invented people on many sites, each after what was known of the site's markup in the month it names. */
export type SmallPage = TestPage & { html: string };

/** A page of which only the hooks are as on the site. */
function small(title: string, head: readonly string[], body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
${lines(head)}
</head>
<body>
${body.trim()}
</body>
</html>
`;
}

const canonical = (url: string) => `<link rel="canonical" href="${escape(url)}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${escape(content)}">`;
const data = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json).replaceAll('<', '\\u003c')}</script>`;

/** Of these sites only addresses are known. The page says whose it is, and nothing of the person that Kith could be sure of. */
function unmeasured(url: string, file: string, handle: string, seen = '2026-05'): SmallPage {
  return { url, file, kind: 'profile', seen, html: small(handle, [canonical(url)], `<main><h1>${handle}</h1><p>Weaves.</p></main>`) };
}

const tweet = (handle: string, name: string, text: string, context = '') => `
<article data-testid="tweet"><div data-testid="socialContext">${context}</div>
<div data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${handle}"><a href="/${handle}" role="link" aria-hidden="true" tabindex="-1"></a></div></div>
<div data-testid="User-Name"><div><a href="/${handle}" role="link"><div dir="ltr"><span><span>${name}</span></span></div></a></div><div><a href="/${handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${handle}</span></div></a><a href="/${handle}/status/1717"><time datetime="2025-12-01">1 Dec</time></a></div></div>
<div data-testid="tweetText"><span>${text}</span></div></article>`;

const blueskyPost = (handle: string, name: string, text: string, context = '') => `
<div role="link" data-testid="feedItem-by-${handle}">${context}<a href="/profile/${handle}" aria-label="${name}'s avatar"><div data-testid="userAvatarImage"></div></a>
<div><a href="/profile/${handle}" aria-label="View profile">\u202A${name}\u202C</a><a href="/profile/${handle}" aria-label="View profile">\u00A0\u202A@${handle}\u202C</a><a href="/profile/${handle}/post/3mabc">2h</a></div>
<div data-testid="postText">${text}</div></div>`;

const status = (handle: string, name: string, text: string, context = '') => `
${context}<article class="status"><a href="https://tide.example/@${handle}" class="status__display-name"><div class="status__avatar"></div><span class="display-name"><bdi><strong class="display-name__html">${name}</strong></bdi> <span class="display-name__account">@${handle}</span></span></a>
<div class="status__content"><p>${text}</p></div></article>`;

const hackerComment = (name: string, id: number, text: string) => `
<tr class="athing comtr" id="${id}"><td><table><tr><td class="ind"></td><td class="default"><span class="comhead"><a href="user?id=${name}" class="hnuser">${name}</a> <span class="age"><a href="item?id=${id}">1 hour ago</a></span></span><div class="comment"><div class="commtext c00">${text}</div></div></td></tr></table></td></tr>`;

const userCard = (id: number, slug: string, name: string) => `
<div class="post-signature"><div class="user-info"><div class="user-action-time">answered yesterday</div><div class="user-gravatar32"><a href="/users/${id}/${slug}"><div class="gravatar-wrapper-32"></div></a></div><div class="user-details"><a href="/users/${id}/${slug}">${name}</a><span class="reputation-score">1,204</span></div></div></div>`;

const connection = (slug: string, id: string, name: string, headline: string) => `
<div role="listitem" componentkey="connection-${slug}"><a href="https://www.linkedin.com/in/${slug}/" tabindex="-1"><figure><svg width="24" height="24"></svg></figure></a>
<div><a href="https://www.linkedin.com/in/${slug}/"><p>${name}</p><p>${headline}</p></a><p>Connected on November 2</p></div>
<a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${id}" aria-label="Message">Message</a></div>`;

const hovercard = (login: string) => `data-hovercard-type="user" data-hovercard-url="/users/${login}/hovercard" href="/${login}"`;
const githubPicture = (login: string) => `<a ${hovercard(login)}><img class="avatar" width="20" height="20" alt="@${login}"></a>`;

const review = (login: string, did: string, body: string) => `
<div class="js-timeline-item"><div class="TimelineItem">${githubPicture(login)}<div class="TimelineItem-body"><a class="author Link--primary" ${hovercard(login)}>${login}</a> ${did} <a href="#r1">yesterday</a></div>${body}</div></div>`;
const reviewComment = (login: string, text: string) => `
<div class="js-comment-container">${githubPicture(login)}<div class="review-comment"><h4><strong><a class="author" ${hovercard(login)}>${login}</a></strong> <a href="#r2">yesterday</a></h4><p>${text}</p></div></div>`;

const contributor = (login: string, rank: number, commits: number) => `
<li class="contrib-person"><h3>${githubPicture(login)}<span>#${rank}</span> <a class="text-normal" ${hovercard(login)}>${login}</a> <a class="Link--secondary" href="/tarnwick-hydrology/gauge-reader/commits?author=${login}">${commits} commits</a></h3></li>`;

const developer = (login: string, name: string, repository: string) => `
<article class="Box-row d-flex" id="pa-${login}"><a href="#pa-${login}">1</a><div>${githubPicture(login)}</div><div><h1 class="h3"><a href="/${login}">${name}</a></h1><p class="f4"><a class="Link--secondary" href="/${login}">${login}</a></p></div>
<div><article><h1 class="h4"><a href="/${login}/${repository}">${repository}</a></h1></article></div><a class="btn" href="/sponsors/${login}">Sponsor</a><a class="btn" href="/login?return_to=%2F${login}">Follow</a></article>`;

export const SMALL_PAGES: readonly SmallPage[] = [
  {
    url: 'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    file: 'linkedin-connections.html',
    kind: 'list',
    seen: '2026-07',
    people: ['linkedin:in/imani-vestergaard-4b71a9', 'linkedin:in/noor-van-estuary', 'linkedin:in/tomasz-żurawikowski-8c20'],
    html: small(
      '(3) Connections | LinkedIn',
      [],
      `<header><nav><a href="/in/me/">Me</a></nav></header>
<main id="workspace"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.Connections"><h1>3 connections</h1><div componentkey="ConnectionsPage_ConnectionsList">
${connection('imani-vestergaard-4b71a9', 'ACoAAB7kQ2UBn0vXo3fLw1TzYdR5eHc8sJmPqGk', 'Imani Vestergaard', 'Head of field operations at Tarnwick Hydrology')}
${connection('noor-van-estuary', 'ACoAAC1pW9sBd7uNoorNoorNoorNoorNoorNoor0', 'Noor van Estuary', 'Reads tides for a living')}
${connection('tomasz-%C5%BCurawikowski-8c20', 'ACoAAD2qX8tCe6vTomaszTomaszTomaszTomasz0', 'Tomasz Żurawikowski', 'Embedded engineer')}
</div></div></main>`,
    ),
  },
  {
    url: 'https://github.com/tarnwick-hydrology/gauge-reader/pull/13',
    file: 'github-review.html',
    kind: 'list',
    seen: '2026-08',
    people: [
      'github:zurawikowski-t',
      'github:tarnwick-imani',
      'github:tarnwick-imani',
      'github:basalt-otter-9',
      'github:tarnwick-imani',
      'github:tarnwick-imani',
    ],
    html: small(
      'Apply the offset once by Zurawikowski-T · Pull Request #13 · tarnwick-hydrology/gauge-reader · GitHub',
      [property('og:author:username', 'Zurawikowski-T')],
      `<header class="AppHeader"><a href="/viewer-of-it">viewer-of-it</a></header>
<main><div class="js-discussion">${reviewComment('Zurawikowski-T', 'The river did not run uphill.')}
${review('tarnwick-imani', 'requested changes', reviewComment('tarnwick-imani', 'Twice, here.') + reviewComment('basalt-otter-9', `So it is, <a class="user-mention" ${hovercard('tarnwick-imani')}>@tarnwick-imani</a>.`))}
</div><aside><form aria-label="Select reviewers"><p>${githubPicture('tarnwick-imani')}<a class="assignee Link--primary" ${hovercard('tarnwick-imani')}><span>tarnwick-imani</span></a></p></form></aside></main>`,
    ),
  },
  {
    url: 'https://github.com/tarnwick-hydrology/gauge-reader/graphs/contributors',
    file: 'github-contributors.html',
    kind: 'list',
    seen: '2026-08',
    people: ['github:zurawikowski-t', 'github:tarnwick-imani', 'github:basalt-otter-9'],
    html: small(
      'Contributors to tarnwick-hydrology/gauge-reader · GitHub',
      [],
      `<header class="AppHeader"><a href="/viewer-of-it">viewer-of-it</a></header>
<main><ol class="contrib-data">${contributor('Zurawikowski-T', 1, 271)}${contributor('tarnwick-imani', 2, 76)}${contributor('basalt-otter-9', 3, 1)}</ol></main>`,
    ),
  },
  {
    url: 'https://github.com/trending/developers',
    file: 'github-trending-developers.html',
    kind: 'list',
    seen: '2026-08',
    people: ['github:tarnwick-imani', 'github:zurawikowski-t'],
    html: small(
      'Trending developers on GitHub today · GitHub',
      [property('og:url', 'https://github.com')],
      `<header class="AppHeader"><a href="/viewer-of-it">viewer-of-it</a></header>
<main><div class="Box">${developer('tarnwick-imani', 'Imani Vestergaard', 'gauge-notes')}${developer('Zurawikowski-T', 'Tomasz Żurawikowski', 'long-sleep')}</div></main>`,
    ),
  },
  {
    url: 'https://x.com/TideTables',
    file: 'x-noor.html',
    kind: 'profile',
    seen: '2025-12',
    name: 'Noor van Estuary',
    headline: 'Reads tides for a living',
    html: small(
      '(4) Noor van Estuary (@TideTables) / X',
      [
        canonical('https://x.com/tidetables'),
        property('og:title', 'Noor van Estuary (@TideTables) / X'),
        data({
          '@type': 'ProfilePage',
          mainEntity: { '@type': 'Person', additionalName: 'TideTables', name: 'Noor van Estuary', identifier: '70710678', url: 'https://x.com/TideTables' },
        }),
      ],
      `<noscript><h1>JavaScript is not available.</h1></noscript>
<header role="banner"><a href="/viewer_of_it" role="link"><span>Viewer</span></a></header>
<main><div data-testid="UserName"><div><div dir="ltr"><span><span>Noor van Estuary</span></span></div></div><div><div dir="ltr"><span>@TideTables</span></div></div></div>
<div data-testid="UserDescription"><span>Reads tides for a living
Opinions are the moon's</span></div><span data-testid="UserLocation">Harlingen</span>
${tweet('TideTables', 'Noor van Estuary', 'Spring tide on Friday. Tie everything twice.')}</main>`,
    ),
  },
  {
    url: 'https://x.com/i/lists/1618033988',
    file: 'x-timeline.html',
    kind: 'list',
    seen: '2025-12',
    people: ['x:tidetables', 'x:bog_logger', 'x:tidetables', 'github:tarnwick-imani', 'x:tidetables'],
    html: small(
      'Rivers / X',
      [],
      `<header role="banner"><a href="/viewer_of_it" role="link"><span>Viewer</span></a></header><main>
${tweet('TideTables', 'Noor van Estuary', 'Spring tide on Friday.')}
${tweet('bog_logger', 'Tomasz Żurawikowski', 'Nine years on one battery, thanks to <a dir="ltr" href="/TideTables" role="link">@TideTables</a> and <a dir="ltr" href="https://github.com/tarnwick-imani" role="link">github.com/tarnwick-imani</a>', '<a href="/somebody_else" dir="ltr"><span>Somebody reposted</span></a>')}
<div data-testid="UserCell"><div data-testid="UserAvatar-Container-TideTables"><a href="/TideTables" aria-hidden="true"></a></div><a href="/TideTables"><span>Noor van Estuary</span></a><a href="/TideTables"><span>@TideTables</span></a></div></main>`,
    ),
  },
  {
    url: 'https://bsky.app/profile/noor.tide.example',
    file: 'bluesky-noor.html',
    kind: 'profile',
    seen: '2026-01',
    name: 'Noor van Estuary',
    headline: 'Reads tides for a living',
    html: small(
      'Noor van Estuary (@noor.tide.example) — Bluesky',
      [
        canonical('https://bsky.app/profile/noor.tide.example'),
        property('og:type', 'profile'),
        property('profile:username', 'noor.tide.example'),
        property('og:title', 'Noor van Estuary (@noor.tide.example)'),
        '<link rel="alternate" href="at://did:plc:abcdefghijklmnop234567qr/app.bsky.actor.profile/self">',
        data({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Noor van Estuary', alternateName: '@noor.tide.example' } }),
      ],
      `<nav><a href="/profile/viewer.example">Profile</a></nav>
<main><div data-testid="profileView"><div><div dir="auto" data-testid="profileHeaderDisplayName">\u202ANoor van Estuary\u202C</div></div><div><div dir="auto">@noor.tide.example</div></div>
<div data-testid="profileHeaderDescription">Reads tides for a living
<a href="https://github.com/tide-noor">github.com/tide-noor</a> <a href="/profile/rivers.example">@rivers.example</a></div></div>
${blueskyPost('noor.tide.example', 'Noor van Estuary', 'Spring tide on Friday.')}</main>`,
    ),
  },
  {
    url: 'https://bsky.app/feeds',
    file: 'bluesky-feed.html',
    kind: 'list',
    seen: '2026-01',
    people: ['bluesky:noor.tide.example', 'bluesky:imani.example'],
    html: small(
      'Feeds — Bluesky',
      [],
      `<nav><a href="/profile/viewer.example">Profile</a></nav><main>${blueskyPost('noor.tide.example', 'Noor van Estuary', 'Spring tide on Friday.')}
${blueskyPost('imani.example', 'Imani Vestergaard', 'Who calibrates on Sundays?')}</main>`,
    ),
  },
  {
    url: 'https://tide.example/@noor',
    file: 'mastodon-noor.html',
    kind: 'profile',
    seen: '2026-04',
    name: 'Noor van Estuary',
    headline: 'Reads tides for a living.',
    html: small(
      'Noor van Estuary (@noor@tide.example) - Tide',
      [canonical('https://tide.example/@noor'), property('og:type', 'profile'), property('og:title', 'Noor van Estuary (@noor@tide.example)')],
      `<main><div class="account__header"><div class="account__header__tabs__name"><h1><span>Noor van Estuary</span> <small><span>@noor<span class="invisible">@tide.example</span></span></small></h1></div>
<div class="account__header__content"><p>Reads tides for a living.</p><p>More of it below.</p></div>
<div class="account__header__fields"><dl><dt>Code</dt><dd><a href="https://github.com/tide-noor" rel="nofollow noopener me">github.com/tide-noor</a></dd></dl></div></div></main>`,
    ),
  },
  {
    url: 'https://tide.example/@noor/112233445566',
    file: 'mastodon-thread.html',
    kind: 'list',
    seen: '2026-04',
    people: ['fedi:noor@tide.example', 'fedi:imani@rivers.example', 'fedi:noor@tide.example'],
    html: small(
      'Noor van Estuary: "Spring tide on Friday." - Tide',
      [property('og:type', 'article'), property('profile:username', 'noor@tide.example'), property('og:url', 'https://tide.example/@noor/112233445566')],
      `<main>${status('noor', 'Noor van Estuary', 'Spring tide on Friday.')}${status(
        'imani@rivers.example',
        'Imani Vestergaard',
        'Tied twice, as <a href="https://tide.example/@noor" class="u-url mention">@<span>noor</span></a> said.',
        '<div class="status__prepend"><a href="https://tide.example/@lucas" class="status__display-name muted"><bdi><strong>Lucas</strong></bdi></a> boosted</div>',
      )}</main>`,
    ),
  },
  {
    url: 'https://news.ycombinator.com/user?id=bog_logger',
    file: 'hackernews-tomasz.html',
    kind: 'profile',
    seen: '2026-06',
    name: 'bog_logger',
    headline: 'Small things that measure slowly.',
    html: small(
      'Profile: bog_logger | Hacker News',
      [canonical('https://news.ycombinator.com/user?id=bog_logger')],
      `<center><table id="hnmain"><tr><td><span class="pagetop"><a href="user?id=viewer">viewer</a></span></td></tr><tr id="bigbox"><td><table>
<tr class="athing"><td valign="top">user:</td><td timestamp="1160418092"><a href="user?id=bog_logger" class="hnuser">bog_logger</a></td></tr><tr><td valign="top">created:</td><td>October 9, 2016</td></tr><tr><td valign="top">karma:</td><td>271</td></tr><tr><td valign="top">about:</td><td>Small things that measure slowly.</td></tr><tr><td></td><td><a href="submitted?id=bog_logger"><u>submissions</u></a></td></tr></table></td></tr></table></center>`,
    ),
  },
  {
    url: 'https://news.ycombinator.com/item?id=31415926',
    file: 'hackernews-item.html',
    kind: 'list',
    seen: '2026-06',
    people: ['hn:tidenoor', 'hn:bog_logger', 'hn:tidenoor', 'github:tarnwick-imani', 'hn:Bog_Logger', 'hn:bog_logger'],
    html: small(
      'Nine years on one battery | Hacker News',
      [canonical('https://news.ycombinator.com/item?id=31415926')],
      `<center><table id="hnmain"><tr><td><span class="pagetop"><a id="me" href="user?id=viewer">viewer</a> (12)</span></td></tr><tr><td>
<table class="fatitem"><tr class="athing submission" id="31415926"><td class="title"><span class="titleline"><a href="https://bog.example/battery">Nine years on one battery</a></span></td></tr><tr><td class="subtext"><span class="subline">88 points by <a href="user?id=tidenoor" class="hnuser">tidenoor</a> <span class="age"><a href="item?id=31415926">2 hours ago</a></span> | <a href="item?id=31415926">4 comments</a></span></td></tr></table>
<table class="comment-tree">${hackerComment('bog_logger', 31415927, 'Author here. It slept most of the time. See <a href="user?id=tidenoor">tidenoor</a> and <a href="https://github.com/tarnwick-imani">github.com/tarnwick-imani</a>')}${hackerComment('Bog_Logger', 31415928, 'I am somebody else.')}${hackerComment('bog_logger', 31415929, 'So I see.')}</table></td></tr></table></center>`,
    ),
  },
  {
    url: 'https://stackoverflow.com/questions/27182818/how-to-read-a-tide-table',
    file: 'stackoverflow-question.html',
    kind: 'list',
    seen: '2022-11',
    people: ['stackoverflow:2718281', 'stackoverflow:1414213', 'stackoverflow:2718281'],
    html: small(
      'How to read a tide table? - Stack Overflow',
      [canonical('https://stackoverflow.com/questions/27182818/how-to-read-a-tide-table')],
      `<header class="s-topbar"><a href="/users/login">Log in</a><a href="/users/signup">Sign up</a></header><main>
<div class="question"><div class="s-prose"><p>How is it read?</p></div>${userCard(2718281, 'noor-van-estuary', 'Noor van Estuary')}
<div class="user-info"><div class="user-action-time">edited</div><div class="user-details">user99</div></div></div>
<div class="answer"><div class="s-prose"><p>Upside down.</p></div>${userCard(1414213, 'tomasz', 'Tomasz Żurawikowski')}
<ul class="comments-list"><li class="comment"><div class="comment-text"><span class="comment-copy">Thanks!</span> – <a href="/users/2718281/noor-van-estuary" class="comment-user">Noor van Estuary</a></div></li></ul></div></main>`,
    ),
  },
  {
    url: 'https://stackoverflow.com/users/2718281/noor-van-estuary',
    file: 'stackoverflow-noor.html',
    kind: 'profile',
    seen: '2022-11',
    html: small('User Noor - Stack Overflow', [canonical('https://stackoverflow.com/users/2718281/noor-van-estuary')], '<main><h1>2718281</h1></main>'),
  },
  {
    url: 'https://scholar.google.com/citations?user=rIvEr_eCo-Lo&hl=en',
    file: 'scholar-anastasia.html',
    kind: 'profile',
    seen: '2026-02',
    name: 'Anastasía Konstantinopoúlou-Þorvaldsdóttir',
    headline: 'Professor, Institute for Running Waters',
    html: small(
      '\u202AAnastasía Konstantinopoúlou-Þorvaldsdóttir\u202C - \u202AGoogle Scholar\u202C',
      [
        canonical('https://scholar.google.com/citations?user=rIvEr_eCo-Lo&hl=en'),
        property('og:title', 'Anastasía Konstantinopoúlou-Þorvaldsdóttir'),
        property('og:type', 'website'),
      ],
      `<div id="gs_hdr"><a href="/citations?hl=en&amp;user=vIeWeR_00000">My profile</a></div>
<div id="gsc_prf_i"><div id="gsc_prf_inw"><div id="gsc_prf_in">\u202AAnastasía Konstantinopoúlou-Þorvaldsdóttir\u202C</div></div><div class="gsc_prf_il">Professor, Institute for Running Waters</div><div class="gsc_prf_il" id="gsc_prf_ivh">Verified email at waters.example - <a href="https://orcid.org/0000-0002-1825-0097" rel="nofollow">Homepage</a></div></div>`,
    ),
  },
  {
    url: 'https://www.researchgate.net/profile/Anastasia-Konstantinopoulou-2',
    file: 'researchgate-anastasia.html',
    kind: 'profile',
    seen: '2022-06',
    name: 'Anastasía Konstantinopoúlou',
    headline: 'Professor, Institute for Running Waters',
    html: small(
      'Anastasía KONSTANTINOPOÚLOU | Professor, Institute for Running Waters',
      [
        canonical('https://www.researchgate.net/profile/Anastasia-Konstantinopoulou-2'),
        property('og:type', 'profile'),
        property('og:title', 'Anastasía KONSTANTINOPOÚLOU | Professor, Institute for Running Waters'),
        property('profile:username', 'Anastasia-Konstantinopoulou-2'),
      ],
      `<header><a href="/profile/Viewer-Of-It?ev=hdr_xprf&amp;_sg=x">Viewer</a></header>
<main><h1 class="nova-legacy-e-text nova-legacy-e-text--size-m"><div class="nova-legacy-e-text nova-legacy-e-text--size-xxl">Anastasía Konstantinopoúlou</div></h1></main>`,
    ),
  },
  {
    url: 'https://orcid.org/0000-0002-1825-0097',
    file: 'orcid-anastasia.html',
    kind: 'profile',
    seen: '2026-08',
    name: 'Anastasía Konstantinopoúlou',
    html: small(
      'Anastasía Konstantinopoúlou (0000-0002-1825-0097) - ORCID',
      [
        property('og:type', 'profile'),
        property('og:title', 'Anastasía Konstantinopoúlou (0000-0002-1825-0097)'),
        property('profile:first_name', 'Anastasía'),
        property('profile:last_name', 'Konstantinopoúlou'),
        property('profile:username', '0000-0002-1825-0097'),
      ],
      '<orcid-header-banner><h1>Anastasía Konstantinopoúlou</h1></orcid-header-banner>',
    ),
  },
  {
    url: 'https://gitlab.com/tide.noor',
    file: 'gitlab-noor.html',
    kind: 'profile',
    seen: '2026-08',
    name: 'Noor van Estuary',
    html: small(
      'Noor van Estuary · GitLab',
      [property('og:url', 'https://gitlab.com/tide.noor')],
      `<header><a class="js-user-link" data-username="viewer" href="/viewer">Viewer</a></header>
<div itemscope itemtype="http://schema.org/Person"><div class="user-info"><h1 itemprop="name">Noor van Estuary</h1><span>@tide.noor</span></div></div>`,
    ),
  },
  {
    url: 'https://dribbble.com/tidenoor',
    file: 'dribbble-noor.html',
    kind: 'profile',
    seen: '2026-01',
    name: 'Noor van Estuary',
    headline: 'Charts that stay legible when wet',
    html: small(
      'Noor van Estuary | Dribbble',
      [canonical('https://dribbble.com/tidenoor'), property('og:type', 'video.other'), property('og:url', 'https://dribbble.com/tidenoor')],
      '<div class="masthead-profile-name"><h1>Noor van Estuary</h1></div><div class="masthead-intro"><h2>Charts that stay legible when wet</h2></div>',
    ),
  },
  {
    url: 'https://www.xing.com/profile/Lucas_FerreiraAmado',
    file: 'xing-lucas.html',
    kind: 'profile',
    seen: '2017-04',
    name: 'Lucas Ferreira Amado',
    headline: 'Leiter Bestandskunden',
    html: small(
      'XING',
      [],
      `<section class="profile-vcard"><div class="component-user-name"><p class="user-name">Lucas Ferreira Amado</p></div><div class="job-detail"><strong itemprop="jobTitle">Leiter Bestandskunden</strong><strong itemprop="worksFor"><a class="company-name">Weidengrund Messtechnik</a></strong></div><ul><li><a href="/profile/Lucas_FerreiraAmado/contacts">73 Kontakte</a></li></ul></section>`,
    ),
  },
  {
    url: 'https://dev.to/tidenoor',
    file: 'devto-noor.html',
    kind: 'profile',
    seen: '2026-08',
    name: 'Noor van Estuary',
    headline: 'Charts, tides, and the code between them.',
    html: small(
      'Noor van Estuary - DEV Community',
      [
        canonical('https://dev.to/tidenoor'),
        data({ '@type': 'Person', name: 'Noor van Estuary', url: 'https://dev.to/tidenoor', sameAs: ['https://github.com/tide-noor'] }),
      ],
      '<div class="profile-header"><h1 class="crayons-title">Noor van Estuary</h1><p class="profile-header__bio">Charts, tides, and the code between them.</p></div>',
    ),
  },
  {
    url: 'https://substack.com/@tidenoor',
    file: 'substack-noor.html',
    kind: 'profile',
    seen: '2026-03',
    name: 'Noor van Estuary',
    html: small('Noor van Estuary (@tidenoor)', [canonical('https://substack.com/@tidenoor')], '<main><h1>Noor van Estuary</h1></main>'),
  },
  unmeasured('https://www.reddit.com/user/tidenoor', 'reddit-noor.html', 'tidenoor', '2026-04'),
  unmeasured('https://medium.com/@tidenoor', 'medium-noor.html', '@tidenoor', '2022-02'),
  unmeasured('https://german.stackexchange.com/users/31415', 'stackexchange-noor.html', '31415', '2022-11'),
  unmeasured('https://www.behance.net/tidenoor', 'behance-noor.html', 'tidenoor'),
  unmeasured('https://wellfound.com/u/tidenoor', 'wellfound-noor.html', 'tidenoor'),
  unmeasured('https://www.crunchbase.com/person/noor-van-estuary', 'crunchbase-noor.html', 'noor-van-estuary'),
  unmeasured('https://www.producthunt.com/@tidenoor', 'producthunt-noor.html', 'tidenoor'),
  unmeasured('https://www.kaggle.com/tidenoor', 'kaggle-noor.html', 'tidenoor'),
  unmeasured('https://huggingface.co/tidenoor', 'huggingface-noor.html', 'tidenoor'),
  unmeasured('https://www.npmjs.com/~tidenoor', 'npm-noor.html', 'tidenoor'),
  unmeasured('https://pypi.org/user/tidenoor/', 'pypi-noor.html', 'tidenoor'),
  unmeasured('https://keybase.io/tidenoor', 'keybase-noor.html', 'tidenoor'),
  unmeasured('https://lobste.rs/u/tidenoor', 'lobsters-noor.html', 'tidenoor'),
];
