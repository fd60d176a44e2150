import { expect, test } from 'vitest';
import { findAnchor } from '../../lib/sites/find-anchor';
import { isAtHome, profileKeyOf } from '../../lib/sites/profile-key';
import { readProfile } from '../../lib/sites/read-profile';
import { loadPage } from './load-page';

const shown = (handle: string, head = '') =>
  loadPage(
    `<head><title>Ada Example (${handle}) - Loom</title>${head}</head><body><div class="account__header"><div class="account__header__tabs__name"><h1><span>Ada Example</span> <small><span>${handle}</span></small></h1></div></div></body>`,
  );
const canonical = (address: string) => `<link rel="canonical" href="${address}">`;
const nameAt = (address: string, page: Document) => {
  const name = readProfile(page, new URL(address))?.fields.name;
  expect(findAnchor(page, new URL(address))?.textContent, address).toBe(name);
  return name;
};

test('people of a server whose handles have the domain above it have their name there', () => {
  const page = shown('@Ada@vivaldi.example');
  expect(nameAt('https://social.vivaldi.example/@ada', page)).toBe('Ada Example');
  expect(readProfile(page, new URL('https://social.vivaldi.example/@ada'))?.key).toBe('fedi:ada@social.vivaldi.example');
});

test('where its handles have a domain of their own, the head has to be theirs', () => {
  const [address, handle] = ['https://loom.example/@ada', '@ada@weft.example'];
  expect(nameAt(address, shown(handle, canonical(address)))).toBe('Ada Example');
  expect(nameAt(address, shown(handle, '<meta property="og:url" content="https://loom.example/@ada">'))).toBe('Ada Example');
  expect(nameAt(address, shown(handle, canonical('https://loom.example/@bob')))).toBeUndefined();
});

test('while the page still shows somebody else, here or of the same name elsewhere, it tells nothing', () => {
  expect(nameAt('https://social.vivaldi.example/@bob', shown('@ada@vivaldi.example'))).toBeUndefined();
  expect(nameAt('https://social.vivaldi.example/@ad', shown('@ada@vivaldi.example'))).toBeUndefined();
  expect(nameAt('https://social.vivaldi.example/@ada', shown('@ada@other.example'))).toBeUndefined();
  expect(nameAt('https://social.vivaldi.example/@ada', shown('@ada@aldi.example'))).toBeUndefined();
  expect(nameAt('https://loom.example/@bob', shown('@ada@loom.example', canonical('https://loom.example/@bob')))).toBeUndefined();
});

test('the advanced interface shows the same people', () => {
  expect(profileKeyOf('https://loom.example/deck/@ada')?.key).toBe('fedi:ada@loom.example');
  expect(nameAt('https://loom.example/deck/@ada', shown('@ada@loom.example'))).toBe('Ada Example');
});

test('people are at home on their own server alone, and on a site of its own hosts everybody is', () => {
  const there = (address: string) => isAtHome(new URL(address));
  for (const address of ['https://loom.example/@ada', 'https://loom.example./@Ada@Loom.example', 'https://loom.example/users/ada/'])
    expect(there(address)).toBe(true);
  for (const address of [
    'https://weft.example/@ada@loom.example',
    'https://loom.example.evil.example/@ada@loom.example',
    'https://evil-loom.example/@ada@loom.example',
  ])
    expect(there(address), address).toBe(false);
  for (const address of ['https://mobile.x.com/ada', 'https://ada.medium.com/', 'https://ada.example/', 'https://askubuntu.com/users/1/ada'])
    expect(there(address), address).toBe(true);
});
