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

export const SAVED_PAGES: readonly SavedPage[] = rows('INDEX.tsv')
  .map(([file = '', kind = '', url = '', name = '', headline = '']) => ({ file, kind, url, name, headline }))
  .filter(({ file }) => /^(?:linkedin|github)\//.test(file));

export const SAVED_URLS: readonly { url: string; key: string | undefined }[] = rows('urls.tsv')
  .map(([url = '', key]) => ({ url: url.startsWith('/') ? `https://www.linkedin.com${url}` : url, key: key === '-' ? undefined : key }))
  .filter(({ url }) => /linkedin\.com|lnkd\.in|github\.com/.test(url));

export function savedPageText({ file }: SavedPage): string {
  return readFileSync(`${FOLDER}/${file}`, 'utf8');
}

function rows(file: string): string[][] {
  if (!SAVED_PAGES_ARE_HERE) return [];
  const [, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}
