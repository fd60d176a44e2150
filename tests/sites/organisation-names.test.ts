import { describe, expect, test } from 'vitest';
import { organisationNames } from '../../lib/sites/organisation-names';
import { PAGES } from '../pages/index';
import { loadPage } from './load-page';
import { IF_HERE, SAVED_PAGES_ARE_HERE, SAVED_PAGES, savedPageText } from './saved-pages';
import { ownPage } from './test-pages';

const titled = (title: string, body = '') => `<head><title>${title}</title></head><body>${body}</body>`;
const named = (url: string, html: string) => organisationNames(loadPage(`<!doctype html><html>${html}</html>`), new URL(url));
const data = (...nodes: object[]) => nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('');

test('GitHub names an organisation as it is shown and as people write it, on each of its own pages', () => {
  const names = ['Tarnwick Hydrology', 'tarnwick-hydrology'];
  for (const url of ['https://github.com/tarnwick-hydrology', 'https://github.com/orgs/tarnwick-hydrology/people']) {
    const page = PAGES.find((one) => one.url === url);
    expect(page && organisationNames(ownPage(page), new URL(url)), url).toEqual(names);
  }
});

test('no other page of the project is an organisation’s', () => {
  const others = PAGES.filter(({ file }) => !/^github-(organisation|people)/.test(file));
  for (const page of others) expect(organisationNames(ownPage(page), new URL(page.url)), page.url).toEqual([]);
});

describe('LinkedIn names a company, a school or a showcase', () => {
  test.each([
    ['https://www.linkedin.com/company/loom-weavers/people/', titled('(3) Loom: Weavers | LinkedIn', '<h1> Loom\n Weavers </h1>'), 'Loom Weavers'],
    ['https://www.linkedin.com/company/loom/about/', titled('(12+) Loom Weavers: Über uns | LinkedIn'), 'Loom Weavers'],
    ['https://de.linkedin.com/school/loom/', titled('Loom: School of Weaving: People | LinkedIn', '<h1></h1>'), 'Loom: School of Weaving'],
    ['https://www.linkedin.com/showcase/loom/', titled('Loom Weavers | LinkedIn'), 'Loom Weavers'],
  ])('at %s', (url, html, name) => {
    expect(named(url, html)).toEqual([name]);
  });

  test('and nothing else', () => {
    for (const path of ['feed/', 'company/', 'jobs/view/loom', 'in/ada-example/']) {
      expect(named(`https://www.linkedin.com/${path}`, titled('Loom | LinkedIn', '<h1>Loom</h1>')), path).toEqual([]);
    }
  });

  test.skipIf(!SAVED_PAGES_ARE_HERE)(`on a page that was saved${IF_HERE}`, () => {
    const saved = SAVED_PAGES.find(({ file }) => file.includes('neg_company'));
    if (!saved) throw new Error('the page is gone');
    expect(organisationNames(loadPage(savedPageText(saved)), new URL(saved.url))).toEqual(['Umirabor']);
  });
});

test('GitLab names a group, and no person', () => {
  const page = (title: string, of: string) => titled(title).replace('<body>', `<body data-page="${of}">`);
  expect(named('https://gitlab.com/loom', page('Members · Loom Weavers · GitLab', 'groups:group_members:index'))).toEqual(['Loom Weavers']);
  expect(named('https://gitlab.com/ada', page('Ada · GitLab', 'users:show'))).toEqual([]);
});

test('any page that says so is an organisation’s, unless it only names who publishes it', () => {
  const loom = { '@type': ['Thing', 'NewsMediaOrganization'], name: 'Loom Weavers', url: 'https://loom.example/' };
  expect(named('https://www.loom.example/?from=mail', data({ '@graph': [loom] }))).toEqual(['Loom Weavers']);
  expect(named('https://loom.example/article', data(loom, { '@type': 'Article', publisher: loom }))).toEqual([]);
  expect(named('https://loom.example/', data({ ...loom, '@type': 'Person' }))).toEqual([]);
});

test('what a page says is cut, cleaned and counted, and one that throws says nothing', () => {
  const url = 'https://loom.example/';
  const loom = (name: unknown) => ({ '@type': 'Organization', url, name });
  const names = named(
    url,
    data(loom('x'.repeat(5000)), loom('a\u202Eb\u0000\nc'), loom(' '), ...Array.from({ length: 50 }, (_, index) => loom([`Loom ${index}`, 7, null]))),
  );
  expect(names).toEqual(['x'.repeat(200), 'ab c', 'Loom 0', 'Loom 1', 'Loom 2']);
  expect(named(url, '<script type="application/ld+json">{"@type":</script>')).toEqual([]);
  const hostile = new Proxy(loadPage(''), {
    get() {
      throw new Error('do not touch');
    },
  });
  for (const address of [url, 'https://github.com/loom', 'https://www.linkedin.com/company/loom']) {
    expect(organisationNames(hostile, new URL(address)), address).toEqual([]);
  }
});
