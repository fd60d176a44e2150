import { defineSite } from './define-site';
import type { Examples } from './site';

export const kaggle = defineSite({
  id: 'kaggle',
  address: 'https://www.kaggle.com/*',
  reserved: ' competitions datasets models code work rankings benchmarks progression writeups game-arena ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://www.kaggle.com/adaexample': 'adaexample', 'https://www.kaggle.com/AdaExample': 'adaexample' },
  notProfiles: [
    'https://www.kaggle.com/',
    'https://www.kaggle.com/datasets',
    'https://www.kaggle.com/datasets/ada/looms',
    'https://www.kaggle.com/code/ada/looms',
  ],
};
