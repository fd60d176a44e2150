import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Pages saved from the sites, kept beside the project and not in it: `INDEX.tsv` says what is to be read from each, `urls.tsv` what
 * key each address has. Tests that need them skip, saying so, where they are missing.
 */
const FOLDER = resolve(import.meta.dirname, '../../../shared/pages');

export const SAVED_PAGES_ARE_HERE = existsSync(`${FOLDER}/INDEX.tsv`);
export const IF_HERE = SAVED_PAGES_ARE_HERE ? '' : ' (skipped: the folder of saved pages is not beside the project)';

export type SavedPage = { file: string; kind: string; url: string; name: string; headline: string };

/** The names on two pages for which the index has a remark instead. */
const SHOWN_NAMES: Readonly<Record<string, string>> = {
  'x/profile_og_only_kikobeats__c2025-12.html': '#!/kiko/beats',
  'xing/profile_anon__c2017-04.html': 'John Doe',
};

export const SAVED_PAGES: readonly SavedPage[] = rows('INDEX.tsv').map(([file = '', kind = '', url = '', name = '', headline = '']) => ({
  file,
  kind,
  // Anonymised, down to the address; its own links have what was left of it.
  url: url === 'https://www.xing.com/profile/' ? 'https://www.xing.com/profile/_17' : url,
  name: SHOWN_NAMES[file] ?? name,
  headline: headline.replace(/ …$/, ''),
}));

export const SAVED_URLS: readonly { url: string; key: string | undefined }[] = rows('urls.tsv').map(([url = '', key]) => ({
  url: url.startsWith('/') ? `https://www.linkedin.com${url}` : url,
  key: key === '-' ? undefined : key,
}));

export function savedPageText({ file }: SavedPage): string {
  return readFileSync(`${FOLDER}/${file}`, 'utf8');
}

export /** An address at which the site of a saved page shows people. */
function addressOfSomebody({ file }: SavedPage): string {
  const [site = ''] = file.split('/');
  const addresses: Record<string, string> = {
    github: 'https://github.com/somebody',
    x: 'https://x.com/somebody',
    bluesky: 'https://bsky.app/profile/somebody.example',
    researchgate: 'https://www.researchgate.net/profile/Some-Body',
    hackernews: 'https://news.ycombinator.com/user?id=somebody',
    stackoverflow: 'https://stackoverflow.com/users/1/somebody',
    medium: 'https://medium.com/@somebody',
    substack: 'https://substack.com/@somebody',
    mastodon: 'https://mastodon.example/@somebody',
  };
  return addresses[site] ?? 'https://www.linkedin.com/in/somebody/';
}

function rows(file: string): string[][] {
  if (!SAVED_PAGES_ARE_HERE) return [];
  const [, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}
