import type { Examples, Site } from './site';
import { stackoverflow } from './stackoverflow';

/** Everybody has another number on each of these sites, and the same where it is talked about; the one about all of them is a site of its own. */
export const stackexchange: Site = {
  ...stackoverflow,
  id: 'stackexchange',
  hosts: ['*.stackexchange.com', '*.stackoverflow.com', '*.askubuntu.com', '*.superuser.com', '*.serverfault.com', '*.mathoverflow.net', 'stackapps.com'],
  handle(url) {
    const id = stackoverflow.handle(url);
    return id && `${url.hostname.replace(/^www\.|(?!^meta\.stack)\bmeta\.|\.$/g, '')}/${id}`;
  },
};

export const examples: Examples = {
  measured: 'address',
  seen: '2022-11',
  profiles: {
    'https://german.stackexchange.com/users/1/x': 'german.stackexchange.com/1',
    'https://askubuntu.com/users/12/ada': 'askubuntu.com/12',
    'https://pt.stackoverflow.com/users/12': 'pt.stackoverflow.com/12',
    'https://pt.meta.stackoverflow.com/users/12/ada': 'pt.stackoverflow.com/12',
    'https://german.meta.stackexchange.com/users/1/x': 'german.stackexchange.com/1',
    'https://meta.askubuntu.com/users/12/ada': 'askubuntu.com/12',
    'https://meta.stackexchange.com/users/12/ada': 'meta.stackexchange.com/12',
  },
  notProfiles: ['https://german.stackexchange.com/users', 'https://superuser.com/questions/1/x', 'https://stackexchange.com/sites'],
};
