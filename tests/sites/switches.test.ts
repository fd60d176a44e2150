import { expect, test } from 'vitest';
import { siteIdAt } from '../../lib/sites/site-at';
import { allSwitches, switchAt } from '../../lib/sites/switches';
import { EXAMPLES, SITES } from './evidence';

test.each([
  ['https://x.com/home', 'X', 'https://x.com/*'],
  ['https://askubuntu.com/questions/1', 'askubuntu.com', 'https://askubuntu.com/*'],
  ['https://german.stackexchange.com/users/1', 'Stack Exchange', 'https://*.stackexchange.com/*'],
  ['https://pt.stackoverflow.com/users/12', 'pt.stackoverflow.com', 'https://pt.stackoverflow.com/*'],
  ['https://meta.askubuntu.com/users/12', 'meta.askubuntu.com', 'https://meta.askubuntu.com/*'],
  ['https://stackapps.com/users/12', 'stackapps.com', 'https://stackapps.com/*'],
  ['https://scholar.google.de/citations?user=ExampleXAAAJ', 'scholar.google.de', 'https://scholar.google.de/*'],
  ['https://loom.example:8443/@alice@tide.example', 'loom.example', 'https://loom.example/*'],
])('on %s one is asked for %s, which is %s and no other', (url, label, origin) => {
  expect(switchAt(new URL(url))).toEqual({ label, origin });
});

test('what is asked for at an address of any site covers that address', () => {
  for (const address of SITES.flatMap(({ id }) => Object.keys(EXAMPLES[id]?.profiles ?? {}))) {
    const url = new URL(address);
    const pattern = switchAt(url)?.origin ?? '';
    expect(new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*\\.', '(?:[^/]+\\.)?').replace('/*', '/')}`).test(url.href), `${address}: ${pattern}`).toBe(
      true,
    );
  }
});

test('there is nothing to switch on a page of the browser, or one that is not encrypted', () => {
  expect(switchAt(new URL('chrome://extensions/'))).toBeUndefined();
  expect(switchAt(new URL('http://odalind.example/'))).toBeUndefined();
});

test('each host is switched by itself, those that are on come first, and what is there from the start has no switch', () => {
  const granted = ['https://github.com/*', 'https://*.linkedin.com/*', 'https://superuser.com/*', 'https://odalind.example/*'];
  const switches = allSwitches(granted);
  expect(switches.filter(({ on }) => on)).toEqual([
    { label: 'odalind.example', origin: 'https://odalind.example/*', on: true },
    { label: 'superuser.com', origin: 'https://superuser.com/*', on: true },
  ]);
  const off = switches.map(({ label }) => label);
  expect(off).toEqual(expect.arrayContaining(['GitLab', 'Stack Exchange', 'askubuntu.com', 'X']));
  expect(off).not.toEqual(expect.arrayContaining(['GitHub']));
  expect(new Set(switches.map(({ origin }) => origin)).size).toBe(switches.length);
});

test('what is chosen for a known site holds on all its hosts, and elsewhere for the host alone', () => {
  expect(siteIdAt(new URL('https://de.linkedin.com/in/ada'))).toBe('linkedin');
  expect(siteIdAt(new URL('https://meta.askubuntu.com/'))).toBe('stackexchange');
  expect(siteIdAt(new URL('https://tide.example/@noor'))).toBe('https://tide.example');
});
