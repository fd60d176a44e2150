import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** Teams and people share the first segment, and look the same. */
export const dribbble = defineSite({
  id: 'dribbble',
  address: 'https://dribbble.com/*',
  tabs: 'shots|about|likes|collections|followers|following',
  reserved: ' shots following designers freelance freelance-jobs hiring hire workshops playbook pro talent instantmatch session signups inspiration ',
  name: '.masthead-profile-name h1',
});

export const dribbbleReading: Reading = {
  header: { headline: '.masthead-intro' },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-01',
  profiles: {
    'https://dribbble.com/adaexample': 'adaexample',
    'https://dribbble.com/AdaExample': 'adaexample',
    'https://dribbble.com/adaexample/shots': 'adaexample',
    'https://dribbble.com/adaexample/about': 'adaexample',
    'https://dribbble.com/adaexample/likes': 'adaexample',
    'https://dribbble.com/adaexample/collections': 'adaexample',
    'https://dribbble.com/adaexample/followers': 'adaexample',
    'https://dribbble.com/adaexample/following': 'adaexample',
  },
  notProfiles: [
    'https://dribbble.com/',
    'https://dribbble.com/shots',
    'https://dribbble.com/following',
    'https://dribbble.com/shots/27036298-Looms',
    'https://dribbble.com/jobs',
    'https://dribbble.com/shots/following',
    'https://dribbble.com/adaexample/collections/123-Looms',
  ],
};
