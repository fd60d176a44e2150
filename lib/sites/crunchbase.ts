import { defineSite } from './define-site';
import type { Examples } from './site';

export const crunchbase = defineSite({
  id: 'crunchbase',
  address: 'https://www.crunchbase.com/person/*',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://www.crunchbase.com/person/ada-example': 'ada-example' },
  notProfiles: ['https://www.crunchbase.com/organization/loom', 'https://www.crunchbase.com/person/'],
};
