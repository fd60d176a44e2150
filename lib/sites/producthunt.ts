import { defineSite } from './define-site';
import type { Examples } from './site';

export const producthunt = defineSite({
  id: 'producthunt',
  label: 'Product Hunt',
  address: 'https://www.producthunt.com/@*',
  readable: (handle) => `@${handle}`,
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://www.producthunt.com/@ada-example': 'ada-example', 'https://www.producthunt.com/@Ada_Example': 'ada_example' },
  notProfiles: ['https://www.producthunt.com/', 'https://www.producthunt.com/posts/loom', 'https://www.producthunt.com/products/loom'],
};
