import { defineSite } from './define-site';
import type { Examples } from './site';

export const pypi = defineSite({
  id: 'pypi',
  address: 'https://pypi.org/user/*',
  handles: '\\w[\\w.-]{0,80}',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://pypi.org/user/pypa': 'pypa', 'https://pypi.org/user/Ada.Example/': 'ada.example' },
  notProfiles: ['https://pypi.org/', 'https://pypi.org/project/loom/', 'https://pypi.org/org/loom/', 'https://test.pypi.org/user/ada/'],
};
