import { defineSite } from './define-site';
import type { Examples } from './site';

export const producthunt = defineSite({
  id: 'producthunt',
  address: 'https://www.producthunt.com/@*',
  tabs: 'upvotes|made|submitted|collections|reviews|activity|followers|following',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: {
    'https://www.producthunt.com/@ada-example': 'ada-example',
    'https://www.producthunt.com/@Ada_Example': 'ada_example',
    'https://www.producthunt.com/@ada-example/upvotes': 'ada-example',
    'https://www.producthunt.com/@ada-example/made': 'ada-example',
    'https://www.producthunt.com/@ada-example/submitted': 'ada-example',
    'https://www.producthunt.com/@ada-example/collections': 'ada-example',
    'https://www.producthunt.com/@ada-example/reviews': 'ada-example',
    'https://www.producthunt.com/@ada-example/activity': 'ada-example',
    'https://www.producthunt.com/@ada-example/followers': 'ada-example',
    'https://www.producthunt.com/@ada-example/following': 'ada-example',
  },
  notProfiles: [
    'https://www.producthunt.com/',
    'https://www.producthunt.com/posts/loom',
    'https://www.producthunt.com/products/loom',
    'https://www.producthunt.com/@ada-example/collections/looms',
  ],
};
