import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** People only: `name.substack.com` is a publication. */
export const substack = defineSite({
  id: 'substack',
  address: 'https://substack.com/@*',
  hosts: ['*.substack.com'],
  tabs: 'posts|notes|reads',
  links: { card: '[role=article], .feedItem, .post-preview' },
});

export const substackReading: Reading = {
  title: /^(.+?) (?:\(@[\w-]+\)|\| Substack$)/,
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-03',
  linksMeasured: true,
  profiles: {
    'https://substack.com/@adaexample': 'adaexample',
    'https://substack.com/@AdaExample': 'adaexample',
    'https://substack.com/@adaexample/posts': 'adaexample',
    'https://substack.com/@adaexample/notes': 'adaexample',
    'https://substack.com/@adaexample/reads': 'adaexample',
  },
  notProfiles: ['https://substack.com/@adaexample/note/c-202380205', 'https://adaexample.substack.com/', 'https://substack.com/home'],
};
