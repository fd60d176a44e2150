import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** People and organisations share the first segment. */
export const devto = defineSite({
  id: 'devto',
  address: 'https://dev.to/*',
  tabs: 'comments',
  reserved: ' t top latest pod videos enter code-of-conduct readinglist faq challenges connect ',
  name: 'h1.crayons-title',
  links: { card: '.crayons-story, .comment' },
});

export const devtoReading: Reading = {
  header: { headline: '.profile-header__bio' },
  bio: '.profile-header',
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-08',
  profiles: { 'https://dev.to/adaexample': 'adaexample', 'https://dev.to/Ada_Example': 'ada_example', 'https://dev.to/adaexample/comments': 'adaexample' },
  notProfiles: [
    'https://dev.to/',
    'https://dev.to/t/webdev',
    'https://dev.to/adaexample/a-post-1abc',
    'https://dev.to/adaexample/comment/1abc',
    'https://dev.to/enter',
    'https://dev.to/settings',
    'https://dev.to/faq',
    'https://dev.to/challenges',
    'https://dev.to/connect',
  ],
};
