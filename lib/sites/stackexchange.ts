import type { Examples, Site } from './site';
import { stackoverflow } from './stackoverflow';

/** Everybody has another number on each of these sites. */
export const stackexchange: Site = {
  ...stackoverflow,
  id: 'stackexchange',
  hosts: ['*.stackexchange.com', '*.stackoverflow.com', '*.askubuntu.com', '*.superuser.com', '*.serverfault.com', '*.mathoverflow.net', 'stackapps.com'],
  handle(url) {
    const id = stackoverflow.handle(url);
    return id && `${url.hostname.replace(/^www\.|\.$/g, '')}/${id}`;
  },
};

export const examples: Examples = {
  measured: 'address',
  seen: '2022-11',
  profiles: {
    'https://german.stackexchange.com/users/1/x': 'german.stackexchange.com/1',
    'https://askubuntu.com/users/12/ada': 'askubuntu.com/12',
    'https://pt.stackoverflow.com/users/12': 'pt.stackoverflow.com/12',
  },
  notProfiles: ['https://german.stackexchange.com/users', 'https://superuser.com/questions/1/x', 'https://stackexchange.com/sites'],
};
