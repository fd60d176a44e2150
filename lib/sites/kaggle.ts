import { defineSite } from './define-site';
import type { Examples } from './site';

export const kaggle = defineSite({
  id: 'kaggle',
  address: 'https://www.kaggle.com/*',
  tabs: 'code|competitions|datasets|discussion|models',
  reserved: ' competitions datasets models code kernels discussion work rankings benchmarks progression writeups game-arena host getting-started ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: {
    'https://www.kaggle.com/adaexample': 'adaexample',
    'https://www.kaggle.com/AdaExample': 'adaexample',
    'https://www.kaggle.com/adaexample/code': 'adaexample',
    'https://www.kaggle.com/adaexample/competitions': 'adaexample',
    'https://www.kaggle.com/adaexample/datasets': 'adaexample',
    'https://www.kaggle.com/adaexample/discussion': 'adaexample',
    'https://www.kaggle.com/adaexample/models': 'adaexample',
  },
  notProfiles: [
    'https://www.kaggle.com/',
    'https://www.kaggle.com/datasets',
    'https://www.kaggle.com/kernels',
    'https://www.kaggle.com/discussion',
    'https://www.kaggle.com/discussions',
    'https://www.kaggle.com/host',
    'https://www.kaggle.com/getting-started',
    'https://www.kaggle.com/datasets/ada/looms',
    'https://www.kaggle.com/code/ada/looms',
    'https://www.kaggle.com/adaexample/looms',
    'https://www.kaggle.com/models/code',
  ],
};
