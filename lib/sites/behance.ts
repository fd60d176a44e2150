import { defineSite } from './define-site';
import type { Examples } from './site';

export const behance = defineSite({
  id: 'behance',
  address: 'https://www.behance.net/*',
  tabs: 'projects|appreciated|moodboards|info',
  reserved: ' assets gallery galleries joblist hire live adobe onboarding isfeed misc for_you ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: {
    'https://www.behance.net/johndoe': 'johndoe',
    'https://www.behance.net/AdaExample': 'adaexample',
    'https://www.behance.net/adaexample/projects': 'adaexample',
    'https://www.behance.net/adaexample/appreciated': 'adaexample',
    'https://www.behance.net/adaexample/moodboards': 'adaexample',
    'https://www.behance.net/adaexample/info': 'adaexample',
  },
  notProfiles: [
    'https://www.behance.net/',
    'https://www.behance.net/gallery/123/Looms',
    'https://www.behance.net/collection/12',
    'https://www.behance.net/search',
    'https://www.behance.net/assets',
  ],
};
