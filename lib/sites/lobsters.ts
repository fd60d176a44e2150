import { defineSite } from './define-site';
import type { Examples } from './site';

export const lobsters = defineSite({
  id: 'lobsters',
  address: 'https://lobste.rs/u/*',
  // How it was written before.
  also: '/~',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://lobste.rs/u/adaexample': 'adaexample', 'https://lobste.rs/~Ada_Example': 'ada_example' },
  notProfiles: [
    'https://lobste.rs/',
    'https://lobste.rs/u',
    'https://lobste.rs/u/ada/threads',
    'https://lobste.rs/s/abc123/looms',
    'https://lobste.rs/t/weaving',
  ],
};
