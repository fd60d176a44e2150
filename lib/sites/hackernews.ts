import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** Names are case-sensitive, and the only names there are. */
export const hackernews = defineSite({
  id: 'hn',
  address: 'https://news.ycombinator.com/user?id=*',
  handle(url) {
    const name = url.pathname === '/user' && url.searchParams.get('id');
    return name && /^[\w-]{2,15}$/.test(name) ? name : undefined;
  },
  // Rows of a table without any marks; what is said about oneself is the fourth, and absent from most.
  name: '#bigbox a.hnuser',
  links: { ignore: '#me' },
});

export const hackernewsReading: Reading = {
  header: { headline: '#bigbox tr:nth-child(4) td:nth-child(2):not(:has(a[href^="submitted"]))' },
  bio: '#bigbox',
};

export const examples: Examples = {
  measured: 'page',
  seen: '2026-06',
  linksMeasured: true,
  profiles: { 'https://news.ycombinator.com/user?id=adaexample': 'adaexample', 'https://news.ycombinator.com/user?id=Ada_Example': 'Ada_Example' },
  notProfiles: [
    'https://news.ycombinator.com/news',
    'https://news.ycombinator.com/user',
    'https://news.ycombinator.com/item?id=1',
    'https://news.ycombinator.com/submitted?id=pg',
  ],
};
