import { defineSite } from './define-site';
import type { Examples } from './site';

export const npm = defineSite({
  id: 'npm',
  address: 'https://www.npmjs.com/~*',
  handles: '\\w[\\w.-]{0,80}',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://www.npmjs.com/~ada.example': 'ada.example', 'https://www.npmjs.com/%7Eada.example': 'ada.example' },
  notProfiles: ['https://www.npmjs.com/', 'https://www.npmjs.com/package/loom', 'https://www.npmjs.com/org/loom', 'https://docs.npmjs.com/~ada'],
};
