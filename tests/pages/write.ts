import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { coderProfile, githubFile, issuePage, organisationPage, peoplePage } from './source/github.ts';
import { authwallFile, emberFile } from './source/linkedin-ember.ts';
import { sduiFeed, sduiFile, sduiProfile, sduiSearch } from './source/linkedin-sdui.ts';
import { anastasia, basaltOtter, imani, lucas, priya, tarnwickImani, tomasz, zurawikowski } from './source/people.ts';
import { SMALL_PAGES } from './source/small-pages.ts';

/** The content of every page, by the name of its file. */
export const FILES: Readonly<Record<string, () => string>> = {
  'linkedin-imani.html': () => sduiFile(sduiProfile(imani)),
  'linkedin-tomasz.html': () => sduiFile(sduiProfile(tomasz)),
  'linkedin-anastasia.html': () => sduiFile(sduiProfile(anastasia)),
  'linkedin-priya.html': () => emberFile(priya),
  'linkedin-lucas.html': () => emberFile(lucas),
  'linkedin-feed.html': () => sduiFile(sduiFeed()),
  'linkedin-search.html': () => sduiFile(sduiSearch()),
  'linkedin-authwall.html': authwallFile,
  'github-imani.html': () => githubFile(coderProfile(tarnwickImani), false),
  'github-tomasz.html': () => githubFile(coderProfile(zurawikowski), true),
  'github-otter.html': () => githubFile(coderProfile(basaltOtter), true),
  'github-organisation.html': () => githubFile(organisationPage(), false),
  'github-issue.html': () => githubFile(issuePage(), true),
  'github-people.html': () => githubFile(peoplePage(), true),
  ...Object.fromEntries(SMALL_PAGES.map(({ file, html }) => [file, () => html])),
};

// `node tests/pages/write.ts` writes the pages anew after a change in source/.
if (import.meta.main) {
  for (const file of readdirSync(import.meta.dirname)) if (file.endsWith('.html')) rmSync(`${import.meta.dirname}/${file}`);
  for (const [file, content] of Object.entries(FILES)) writeFileSync(`${import.meta.dirname}/${file}`, content());
}
