import { expect, test } from 'vitest';
import { findAnchor } from '../../lib/sites/find-anchor';
import { readProfile } from '../../lib/sites/read-profile';
import { loadPage } from './load-page';

const ada = new URL('https://www.linkedin.com/in/ada-example/');

const sdui = (card: string, title = 'LinkedIn', id = 'ACoAAB7kQ2UBn0vX') =>
  loadPage(
    `<html><head><title>${title}</title></head><body><main><div componentkey="com.linkedin.sdui.profile.card.ref${id}Topcard"><section componentkey="com.linkedin.sdui.profile.card.ref${id}Topcard">${card}</section></div></main></body></html>`,
  );
const contact = (slug: string) => `<p><a href="/in/${slug}/overlay/contact-info/">.</a></p>`;
const placeRow = (slug: string) => `<div><p>Turin, Italy</p><p>·</p>${contact(slug)}</div>`;

test('pronouns and degree beside the name are no headline', () => {
  const page = sdui(
    `<div><div><h2>Ada Example</h2></div><p>She/Her</p><p>· 1st</p><p>· 2nd</p></div><p>Weaver</p><p>Loom · Weaving School</p>${placeRow('ada-example')}`,
  );
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaver', organisation: 'Loom', place: 'Turin, Italy' });
});

test('without a degree, as on one’s own profile, the headline is still the headline', () => {
  const page = sdui(`<div><div><h2>Ada Example</h2></div></div><p>Weaver</p><p>Loom</p>${placeRow('ada-example')}<p>500+ connections</p>`);
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaver', organisation: 'Loom', place: 'Turin, Italy' });
});

test('who names no organisation has none', () => {
  const page = sdui(`<div><h2>Ada Example</h2><p>· 3rd</p></div><p>Weaver</p>${placeRow('ada-example')}<p>500+ connections</p>`);
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaver', place: 'Turin, Italy' });
});

test('in which language a profile is its address says before the page, whose interface may be in another', () => {
  const page = sdui(`<h2>Ada Example</h2><p>Weberin</p>${placeRow('ada-example')}`);
  const languagesAt = (address: string) => readProfile(page, new URL(address))?.languages;
  expect(languagesAt(ada.href)).toBeUndefined();
  page.documentElement.lang = 'en-US';
  expect(languagesAt(ada.href)).toEqual({ name: 'en', headline: 'en', place: 'en' });
  expect(languagesAt('https://www.linkedin.com/in/ada-example/de/')?.headline).toBe('de');
  expect(languagesAt('https://www.linkedin.com/in/ada-example/zh-cn')?.headline).toBe('zh');
  expect(languagesAt('https://de.linkedin.com/in/ada-example')?.headline).toBe('de');
  expect(languagesAt('https://www.linkedin.com/in/ada-example/details/experience/')?.headline).toBe('en');
  page.documentElement.lang = 'x"><script>';
  expect(languagesAt(ada.href)).toBeUndefined();
});

test('while two top cards are in the page, the one of the address is read', () => {
  const page = sdui(`<h2>Bob Example</h2><p>Miller</p>${placeRow('bob-example')}`);
  const second = sdui(`<h2>Ada Example</h2><p>Weaver</p>${placeRow('ada-example')}`, '', 'ACoAAC1pW9sBd7uN');
  page.querySelector('main')?.append(...(second.querySelector('main')?.children ?? []));
  expect(readProfile(page, ada)).toMatchObject({ aliases: ['linkedin:urn/ACoAAC1pW9sBd7uN'], fields: { name: 'Ada Example', headline: 'Weaver' } });
  expect(findAnchor(page, ada)?.textContent).toBe('Ada Example');
});

test('at the address of an opaque id, the card with that id is read, and tells the readable address', () => {
  const page = sdui(`<h2>Ada Example</h2><p>Weaver</p>${placeRow('ada-example')}`);
  const profile = readProfile(page, new URL('https://www.linkedin.com/in/ACoAAB7kQ2UBn0vX/'));
  expect(profile).toMatchObject({ key: 'linkedin:urn/ACoAAB7kQ2UBn0vX', aliases: ['linkedin:in/ada-example'], fields: { name: 'Ada Example' } });
});

test('a link that somebody put on their card to pass for another makes no alias, and no other’s page', () => {
  const forged =
    '<a href="https://www.linkedin.com/in/victim/overlay/contact-info/">my site</a><a href="/messaging/compose/?profileUrn=urn:li:fsd_profile:ACoAAVICTIM000">x</a>';
  const page = sdui(`<h2>Mallory Example</h2><p>Miller</p>${placeRow('mallory')}${forged}`);
  const victim = readProfile(page, new URL('https://www.linkedin.com/in/victim/'));
  expect(victim).toMatchObject({ aliases: [], fields: {} });
  const atId = readProfile(page, new URL('https://www.linkedin.com/in/ACoAAB7kQ2UBn0vX/'));
  expect(atId?.aliases).toEqual([]);
});

test('an address may claim anything about aliases; it is not believed', () => {
  const page = sdui(`<h2>Ada Example</h2><p>Weaver</p>${placeRow('ada-example')}`);
  const profile = readProfile(page, new URL('https://www.linkedin.com/in/ada-example?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAAVICTIM000'));
  expect(profile?.aliases).toEqual(['linkedin:urn/ACoAAB7kQ2UBn0vX']);
});

test('own links that name nobody prove nothing: then the links of the whole page decide', () => {
  const page = sdui(`<h2>Ada Example</h2><p>Weaver</p>${placeRow('me')}<a href="/in/ada-example/details/skills/">1</a>`);
  expect(readProfile(page, ada)?.fields.name).toBe('Ada Example');
  expect(readProfile(page, new URL('https://www.linkedin.com/in/bob-example/'))?.fields).toEqual({});
});

test('a redesign that leaves only the contact link costs all but the name', () => {
  const page = loadPage(
    `<html><head><title>(12) Ada Example | LinkedIn</title></head><body><main><article><b>Ada Example</b>${contact('ada-example')}</article></main></body></html>`,
  );
  expect(readProfile(page, ada)).toMatchObject({ fields: { name: 'Ada Example' }, sources: { name: 'page title' } });
  expect(findAnchor(page, ada)).toBeUndefined();
});

test('a card without own links is read where most links of the page are this person’s', () => {
  const links = '<a href="/in/ada-example/details/skills/">1</a><a href="/in/ada-example/details/interests/">2</a><a href="/in/bob-example/">3</a>';
  expect(readProfile(sdui(`<h2>Ada Example</h2><p>Weaver</p>${links}`), ada)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaver' });
  expect(readProfile(sdui(`<h2>Ada Example</h2><p>Weaver</p>${links}`), new URL('https://www.linkedin.com/in/bob-example/'))?.fields).toEqual({});
});

test('a title longer than any name still tells the name, and its headline is cut', () => {
  const page = loadPage(
    `<html><head><title>Ada Example - ${'weaver '.repeat(60)}| LinkedIn</title><link rel="canonical" href="https://www.linkedin.com/in/ada-example"></head><body><b>Ada  Example</b></body></html>`,
  );
  const fields = readProfile(page, ada)?.fields;
  expect(fields?.name).toBe('Ada Example');
  expect(fields?.headline).toHaveLength(200);
});

test('what LinkedIn masks with asterisks is not taken for words', () => {
  const person = {
    '@type': 'Person',
    url: 'https://www.linkedin.com/in/ada-example',
    name: 'Ada Example',
    worksFor: [{ name: '**** ********' }],
    address: { addressLocality: 'Turin' },
  };
  const page = loadPage(
    `<html><head><title>Ada Example - ****** | LinkedIn</title><script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'Article', author: { '@type': 'Person', name: 'Bob' } }, person] })}</script></head><body></body></html>`,
  );
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada Example', place: 'Turin' });
});

test('structured data of somebody else is not read', () => {
  const person = { '@type': 'Person', url: 'https://www.linkedin.com/in/bob-example', name: 'Bob Example' };
  const page = loadPage(
    `<html><head><title>Bob Example | LinkedIn</title><script type="application/ld+json">${JSON.stringify(person)}</script></head><body></body></html>`,
  );
  expect(readProfile(page, ada)?.fields).toEqual({});
});

test('a sign-in wall or an error at a person’s address is nobody', () => {
  const wall = '<form class="join-form"><h1 class="authwall-join-form__title">Join</h1></form>';
  const login = '<form><input name="session_key"><input name="session_password" type="password"></form>';
  const broken = '<div id="main-frame-error"><h1>This page isn’t working</h1></div>';
  for (const body of [wall, login, broken]) expect(readProfile(loadPage(`<html><head></head><body>${body}</body></html>`), ada), body).toBeUndefined();
});

test('a profile shown together with a sign-in form is somebody', () => {
  const page = loadPage(
    '<html><head><title>Ada Example - Weaver | LinkedIn</title><link rel="canonical" href="https://it.linkedin.com/in/ada-example"></head><body><section class="top-card-layout"><h1>Ada Example</h1><h2 class="top-card-layout__headline">Weaver of things</h2></section><form><input name="session_password"></form></body></html>',
  );
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada Example', headline: 'Weaver of things' });
});
