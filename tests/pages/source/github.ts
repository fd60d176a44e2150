import { avatar, escape, lines, type Page, wholePage } from './html.ts';
import { basaltOtter, CODERS, type Coder, tarnwickImani, zurawikowski } from './people.ts';

const STYLE = `
:root { color-scheme: light dark; --back: #fff; --soft: #f5f7f9; --line: #d5dae0; --text: #1e242b; --dim: #59636e; --link: #0b5cad; --button: #eef1f4; }
@media (prefers-color-scheme: dark) { :root { --back: #0e1217; --soft: #151a21; --line: #2f3740; --text: #e7ecf1; --dim: #97a2ae; --link: #6aa9f5; --button: #20272f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1, h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
.bar { background: var(--soft); border-bottom: 1px solid var(--line); padding: 12px 24px; display: flex; gap: 16px; align-items: center; }
.bar a { color: var(--text); font-weight: 600; }
.mark { width: 28px; height: 28px; border-radius: 50%; background: var(--text); opacity: .8; }
.push { margin-left: auto; }
.tabs { border-bottom: 1px solid var(--line); padding: 0 24px; display: flex; gap: 20px; justify-content: center; }
.tabs a { color: var(--text); padding: 12px 4px; }
.tabs a[aria-current] { border-bottom: 2px solid #d0703f; font-weight: 600; }
.columns { max-width: 1120px; margin: 24px auto 60px; padding: 0 24px; display: grid; grid-template-columns: 264px minmax(0, 1fr); gap: 32px; align-items: start; }
.avatar { display: block; border: 1px solid var(--line); border-radius: 50%; overflow: hidden; }
.avatar svg { display: block; width: 100%; height: 100%; }
.vcard-names { padding: 14px 0; font-weight: 400; }
.vcard-fullname { display: block; font-size: 24px; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
.vcard-username { display: block; font-size: 19px; font-weight: 300; color: var(--dim); }
.user-profile-bio { margin-bottom: 14px; font-size: 16px; }
.button { display: block; width: 100%; text-align: center; font: 500 14px/1 system-ui, sans-serif; padding: 9px; margin-bottom: 14px; border-radius: 6px; border: 1px solid var(--line); background: var(--button); color: var(--text); cursor: pointer; }
.dim, .dim a { color: var(--dim); }
.vcard-details { margin-top: 12px; display: grid; gap: 4px; }
.box { border: 1px solid var(--line); border-radius: 6px; padding: 16px; }
h2 { font-size: 16px; font-weight: 500; margin-bottom: 8px; }
.pinned { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 16px; margin: 0 0 24px; }
.pinned p { color: var(--dim); font-size: 12px; margin: 8px 0 12px; }
.dot { display: inline-block; width: 11px; height: 11px; border-radius: 50%; margin-right: 5px; vertical-align: -1px; }
.people { display: grid; gap: 10px; }
.people li { display: flex; gap: 10px; align-items: center; }
.tiny { width: 32px; height: 32px; border-radius: 50%; overflow: hidden; flex: none; display: block; }
.tiny svg { display: block; width: 100%; height: 100%; }
.issue { max-width: 900px; margin: 24px auto 60px; padding: 0 24px; }
.issue h1 { font-size: 28px; font-weight: 400; margin-bottom: 8px; }
.comment { display: flex; gap: 14px; margin-top: 18px; }
.comment > div { flex: 1; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.issue > .comment { margin-bottom: 18px; }
.comment header { background: var(--soft); border-bottom: 1px solid var(--line); padding: 8px 14px; color: var(--dim); }
.comment header a { color: var(--text); font-weight: 600; }
.comment .text { padding: 14px; }
.square { width: 96px; height: 96px; border-radius: 8px; overflow: hidden; flex: none; }
.square svg { display: block; width: 100%; height: 100%; }
@media (max-width: 800px) { .columns { grid-template-columns: minmax(0, 1fr); } .avatar { max-width: 160px; } }
`;

const ORGANISATION = 'tarnwick-hydrology';
const REPOSITORY = `${ORGANISATION}/gauge-reader`;

export function coderProfile(coder: Coder): Page {
  const bio = coder.bio.join('  ');
  const others = CODERS.filter((other) => other !== coder);
  return {
    path: `/${coder.login}`,
    title: `${coder.login}${coder.name ? ` (${coder.name})` : ''} · GitHub`,
    head: lines([
      '<meta property="og:type" content="profile">',
      `<meta property="profile:username" content="${coder.login}">`,
      `<meta name="octolytics-dimension-user_id" content="${coder.number}">`,
      `<meta name="octolytics-dimension-user_login" content="${coder.login}">`,
    ]),
    main: `<nav class="tabs"><a href="/${coder.login}" aria-current="page">Overview</a><a href="/${coder.login}?tab=repositories">Repositories</a><a href="/${coder.login}?tab=stars">Stars</a></nav>
<div class="columns"><div class="h-card" itemscope itemtype="http://schema.org/Person">
<a itemprop="image" class="avatar" href="#avatar">${avatar(coder.initials, coder.hue, 260)}</a>
<div class="vcard-names-container js-profile-editable-names"><h1 class="vcard-names">
<span class="p-name vcard-fullname d-block overflow-hidden" itemprop="name">
  ${escape(coder.name ?? '')}
</span>
<span class="p-nickname vcard-username d-block" itemprop="additionalName">
  ${coder.login}${coder.pronouns ? `\n  <span>·</span> <span itemprop="pronouns">${coder.pronouns}</span>` : ''}
</span></h1></div>
<div class="js-profile-editable-area">
${bio ? `<div class="p-note user-profile-bio js-user-profile-bio" data-bio-text="${escape(bio)}"><div>${escape(bio)}</div></div>` : ''}
<button type="button" class="button">Follow</button>
<p class="dim"><a href="/${coder.login}?tab=followers"><b>${coder.followers}</b> followers</a> · <a href="/${coder.login}?tab=following"><b>${coder.following}</b> following</a></p>
<ul class="vcard-details">
${coder.organisation ? `<li class="vcard-detail" itemprop="worksFor"><span class="p-org"><div>${coder.organisation.startsWith('@') ? `<a class="user-mention notranslate" data-hovercard-type="organization" data-hovercard-url="/orgs/${coder.organisation.slice(1)}/hovercard" href="/${coder.organisation.slice(1)}">${escape(coder.organisation)}</a>` : escape(coder.organisation)}</div></span></li>` : ''}
${coder.place ? `<li class="vcard-detail" itemprop="homeLocation"><span class="p-label">${escape(coder.place)}</span></li>` : ''}
</ul></div></div>
<div>
<h2>Pinned</h2>
<div class="pinned">${lines(coder.pinned.map((one) => `<div class="box"><a href="/${coder.login}/${one.name}"><b>${escape(one.name)}</b></a><p>${escape(one.text)}</p><span class="dim"><span class="dot" style="background:hsl(${one.hue} 60% 50%)"></span>${one.language}</span></div>`))}</div>
<h2>People</h2>
<ul class="people box">${lines(
      others.map(
        (other) =>
          `<li><a class="tiny" data-hovercard-type="user" data-hovercard-url="/users/${other.login}/hovercard" href="/${other.login}" tabindex="-1">${avatar(other.initials, other.hue, 32)}</a><a data-hovercard-type="user" data-hovercard-url="/users/${other.login}/hovercard" href="/${other.login}">${other.login}</a> <span class="dim">${escape(other.name ?? '')}</span></li>`,
      ),
    )}</ul></div></div>`,
  };
}

export function organisationPage(): Page {
  return {
    path: `/${ORGANISATION}`,
    title: 'Tarnwick Hydrology · GitHub',
    head: lines([
      `<meta name="hovercard-subject-tag" content="organization:77001122">`,
      `<meta name="octolytics-dimension-user_id" content="77001122">`,
      `<meta name="octolytics-dimension-user_login" content="${ORGANISATION}">`,
    ]),
    main: `<div class="issue" itemscope itemtype="http://schema.org/Organization"><div class="comment"><span class="square">${avatar('TH', 190, 96)}</span><section><h1 itemprop="name">Tarnwick Hydrology</h1><p class="dim">Gauges, read honestly.</p></section></div>
<div class="pinned"><div class="box"><a href="/${REPOSITORY}"><b>gauge-reader</b></a><p>Reads river gauges of eleven makers and says when they lie.</p></div></div>
<h2>People</h2><ul class="people box">${lines([tarnwickImani, zurawikowski].map((one) => `<li><a class="tiny" data-hovercard-url="/users/${one.login}/hovercard" href="/${one.login}">${avatar(one.initials, one.hue, 32)}</a></li>`))}</ul></div>`,
  };
}

export function peoplePage(): Page {
  const member = (coder: Coder) =>
    `<li class="Box-row"><a class="d-inline-block" data-hovercard-type="user" data-hovercard-url="/users/${coder.login}/hovercard" href="/${coder.login}">${avatar(coder.initials, coder.hue, 48)}</a><div><a id="member-${coder.login}" class="f4 d-block" data-hovercard-type="user" data-hovercard-url="/users/${coder.login}/hovercard" href="/${coder.login}">${escape(coder.name ?? coder.login)}</a><span class="dim">${coder.login}</span></div></li>`;
  return {
    path: `/orgs/${ORGANISATION}/people`,
    title: 'People · Tarnwick Hydrology · GitHub',
    head: `<meta name="hovercard-subject-tag" content="organization:77001122">`,
    main: `<div class="issue"><h1>People</h1><ul class="people box">${lines([tarnwickImani, zurawikowski].map(member))}</ul></div>`,
  };
}

export function issuePage(): Page {
  const comment = (coder: Coder, base: string, text: string) =>
    `<div class="comment react-issue-comment"><a class="tiny" data-testid="avatar-link" href="${base}/${coder.login}" data-hovercard-url="/users/${coder.login}/hovercard" aria-label="@${coder.login}'s profile">${avatar(coder.initials, coder.hue, 32)}</a><div><header data-testid="comment-header"><a href="${base}/${coder.login}" data-hovercard-url="/users/${coder.login}/hovercard">${coder.login}</a> commented last week</header><div class="text"><p>${text}</p></div></div></div>`;
  return {
    path: `/${REPOSITORY}/issues/12`,
    title: `Negative water levels after a firmware update · Issue #12 · ${REPOSITORY}`,
    head: lines([
      '<meta property="og:type" content="object">',
      '<meta property="og:author:username" content="Zurawikowski-T">',
      `<meta name="octolytics-dimension-user_login" content="${ORGANISATION}">`,
    ]),
    main: `<div class="issue" data-testid="issue-viewer-container"><p class="dim"><a href="/${ORGANISATION}">${ORGANISATION}</a> / <a href="/${REPOSITORY}">gauge-reader</a></p>
<h1><bdi data-testid="issue-title">Negative water levels after a firmware update</bdi> <span class="dim">#12</span></h1>
${comment(zurawikowski, 'https://github.com', 'Since version 4.2 of the logger the offset is applied twice. The river did not run uphill, I checked.')}
${comment(tarnwickImani, '', `Same at two of our depots. <a class="user-mention notranslate" data-hovercard-type="user" data-hovercard-url="/users/${basaltOtter.login}/hovercard" href="/${basaltOtter.login}">@${basaltOtter.login}</a>, could it be the tide table?`)}
${comment(basaltOtter, '', 'It could. Fix in the evening.')}
</div>`,
  };
}

/** A page of this site; signed in, its bar shows the viewer. */
export function githubFile(page: Page, signedIn: boolean): string {
  const elsewhere = [...CODERS.map(coderProfile), organisationPage(), issuePage()].filter((other) => other.path !== page.path);
  const viewer = signedIn ? '<a href="/settings/profile">Settings</a>' : '<a href="/login">Sign in</a>';
  return wholePage(
    page,
    {
      language: 'en',
      style: STYLE,
      bodyAttributes: signedIn ? ' class="logged-in env-production page-responsive"' : ' class="logged-out env-production page-responsive"',
      header: `<header class="bar"><span class="mark"></span><a href="/${REPOSITORY}/issues/12">Issues</a><a href="/explore">Explore</a><span class="push">${viewer}</span></header>`,
      mainAttributes: '',
    },
    elsewhere,
  );
}
