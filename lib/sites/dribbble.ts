import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** Teams and people share the first segment, and look the same. */
export const dribbble = defineSite({
  id: 'dribbble',
  address: 'https://dribbble.com/*',
  reserved: ' shots designers freelance freelance-jobs hiring hire workshops playbook pro talent instantmatch session signups inspiration ',
  name: '.masthead-profile-name h1',
});

export const dribbbleReading: Reading = {
  header: { headline: '.masthead-intro' },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-01',
  profiles: { 'https://dribbble.com/adaexample': 'adaexample', 'https://dribbble.com/AdaExample': 'adaexample' },
  notProfiles: ['https://dribbble.com/', 'https://dribbble.com/shots', 'https://dribbble.com/shots/27036298-Looms', 'https://dribbble.com/jobs'],
};
