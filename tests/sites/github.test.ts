import { expect, test } from 'vitest';
import { findAnchor } from '../../lib/sites/find-anchor';
import { readProfile } from '../../lib/sites/read-profile';
import { loadPage } from './load-page';

const ada = new URL('https://github.com/Ada-Example');
const card = (inside: string, head = '') =>
  loadPage(`<html><head>${head}</head><body><div itemscope itemtype="http://schema.org/Person">${inside}</div></body></html>`);

test('pronouns beside the login are no part of it', () => {
  const page = card(
    '<h1 class="vcard-names"><span class="vcard-fullname">Ada</span><span class="vcard-username">Ada-Example <span>·</span> <span itemprop="pronouns">she/her</span></span></h1>',
  );
  expect(readProfile(page, ada)?.fields).toEqual({ name: 'Ada' });
});

test('who gives no name is anchored at the login', () => {
  const page = card('<span class="vcard-fullname"> </span><span class="vcard-username">Ada-Example</span>');
  expect(readProfile(page, ada)).toMatchObject({ handle: 'ada-example', fields: {} });
  expect(findAnchor(page, ada)?.textContent).toBe('Ada-Example');
});

test('where the card is gone, the title tells the name and the head whose it is', () => {
  const head = '<title>Ada-Example (Ada (the first) Example) · GitHub</title><meta property="profile:username" content="Ada-Example">';
  expect(readProfile(loadPage(`<html><head>${head}</head><body></body></html>`), ada)).toMatchObject({
    fields: { name: 'Ada (the first) Example' },
    sources: { name: 'page title' },
  });
});

test('the number of somebody else, left over from the page before, is no alias', () => {
  const head = '<meta name="octolytics-dimension-user_id" content="7"><meta name="octolytics-dimension-user_login" content="bob">';
  expect(readProfile(card('<span class="vcard-username">Ada-Example</span>', head), ada)?.aliases).toEqual([]);
});

test('organisations and missing pages are nobody', () => {
  for (const head of [
    '<meta name="hovercard-subject-tag" content="organization:1"><meta property="profile:username" content="Ada-Example">',
    '<title>Page not found · GitHub</title>',
  ]) {
    expect(readProfile(loadPage(`<html><head>${head}</head><body><h1>Ada</h1></body></html>`), ada), head).toBeUndefined();
  }
});
