import { defineSite } from './define-site';
import type { Examples } from './site';

export const keybase = defineSite({
  id: 'keybase',
  address: 'https://keybase.io/*',
  handles: '[a-z\\d]\\w{1,15}',
  reserved: ' app get install _ ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://keybase.io/adaexample': 'adaexample' },
  notProfiles: [
    'https://keybase.io/',
    'https://keybase.io/download',
    'https://keybase.io/docs',
    'https://keybase.io/team/loom',
    'https://keybase.io/adaexample/sigs',
  ],
};
