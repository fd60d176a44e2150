import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** The number is the person; the name after it follows whatever they call themselves. */
export const stackoverflow = defineSite({
  id: 'stackoverflow',
  address: 'https://stackoverflow.com/users/*',
  hosts: ['stackoverflow.com', 'meta.stackoverflow.com'],
  handles: '\\d{1,12}',
  tabs: '[^/]*',
  links: { card: '.comment, .post-signature, .s-user-card' },
});

export const stackoverflowReading: Reading = {
  bio: '.js-about-me-content',
};

export const examples: Examples = {
  measured: 'address',
  seen: '2022-11',
  linksMeasured: true,
  profiles: {
    'https://stackoverflow.com/users/1234567/ada-example': '1234567',
    'https://stackoverflow.com/users/1234567': '1234567',
    'https://stackoverflow.com/users/1234567/new-name?tab=profile': '1234567',
    'https://meta.stackoverflow.com/users/1234567/ada-example': '1234567',
  },
  notProfiles: [
    'https://stackoverflow.com/users/signup?ssrc=site_switcher',
    'https://stackoverflow.com/users/login',
    'https://stackoverflow.com/users',
    'https://stackoverflow.com/questions/231767/',
    'https://stackoverflow.com/a/231855/1234567',
  ],
};
