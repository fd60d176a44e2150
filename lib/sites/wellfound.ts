import { defineSite } from './define-site';
import type { Examples } from './site';

export const wellfound = defineSite({
  id: 'wellfound',
  address: 'https://wellfound.com/u/*',
  hosts: ['wellfound.com', 'angel.co'],
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://wellfound.com/u/john-doe': 'john-doe', 'https://angel.co/u/John-Doe': 'john-doe' },
  notProfiles: ['https://wellfound.com/company/loom', 'https://wellfound.com/jobs', 'https://wellfound.com/u/'],
};
