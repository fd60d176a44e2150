import { readFileSync } from 'node:fs';
import { PAGES, type TestPage } from '../pages/index';
import { loadPage } from './load-page';

/** The project's own pages, loaded. */
export function ownPage(page: TestPage): Document {
  return loadPage(ownPageText(page));
}

export function ownPageText({ file }: TestPage): string {
  return readFileSync(new URL(`../pages/${file}`, import.meta.url), 'utf8');
}

export const OWN_PROFILES = PAGES.filter((page) => page.kind === 'profile');
