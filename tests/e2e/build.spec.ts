import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const MOST_PAGE_SCRIPT_BYTES = 15_000;
/** React, and what draws a list of what is pending. */
const MOST_POPUP_BYTES = 105_000;

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  const folder = resolve('.output', build);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const manifest = () => JSON.parse(read('manifest.json'));

  test.describe(`what is shipped in ${build}`, () => {
    test('the page script is small, gzipped', () => {
      expect(gzipSync(read('page.js')).length).toBeLessThanOrEqual(MOST_PAGE_SCRIPT_BYTES);
    });

    test('what reads a page is compiled as a whole where the browser can be told to', () => {
      expect(read('read-page.js').startsWith('//# allFunctionsCalledOnLoad\n(function()')).toBe(build.startsWith('chrome'));
    });

    test('the popup begins with what it shows, and the side panel without what only the dashboard needs', () => {
      const popup = startOf(read, 'popup.html');
      expect(popup.map(nameOf).toSorted()).toEqual(['popup', 'rolldown-runtime', 'surface']);
      expect(popup.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)).toBeLessThanOrEqual(MOST_POPUP_BYTES);
      const loadedWhenUsed = ['dashboard', 'markdown', 'plain-words'];
      expect(globSync('chunks/*.js', { cwd: folder }).map(nameOf)).toEqual(expect.arrayContaining(loadedWhenUsed));
      expect(
        startOf(read, 'sidepanel.html')
          .map(nameOf)
          .filter((name) => loadedWhenUsed.includes(name)),
      ).toEqual([]);
    });

    test('the page script announces itself to no page, and hears no page', () => {
      expect(read('page.js')).not.toMatch(/wxt:content-script|postMessage\(|["']message["']\s*,/);
    });

    test('no page can reach, detect or embed any part of it', () => {
      expect(manifest()).not.toHaveProperty('web_accessible_resources');
      expect(manifest()).not.toHaveProperty('externally_connectable');
      expect(
        manifest().content_scripts.map((script: { world?: string; css?: string[]; all_frames?: boolean }) => [script.world, script.css, script.all_frames]),
      ).toEqual(manifest().content_scripts.map(() => [undefined, undefined, undefined]));
    });

    test('it asks for no permission but those that a feature needs', () => {
      expect(manifest().permissions.toSorted()).toEqual([
        'activeTab',
        'alarms',
        'contextMenus',
        'notifications',
        'scripting',
        ...(build.startsWith('chrome') ? ['sidePanel'] : []),
        'storage',
        'unlimitedStorage',
      ]);
      expect(manifest().host_permissions.toSorted()).toEqual(
        manifest()
          .content_scripts.flatMap((script: { matches: string[] }) => script.matches)
          .toSorted(),
      );
      expect(
        manifest().host_permissions.filter(
          (pattern: string) => !/^https:\/\/(\*\.)?(linkedin|github)\.com\/\*$|^https:\/\/(www|gist)\.(linkedin|github)\.com\/\*$/.test(pattern),
        ),
      ).toEqual([]);
    });

    test('its pages may load nothing but its own files, and connect to nothing', () => {
      const policy: string = manifest().content_security_policy.extension_pages;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    });

    test('nothing in it comes from elsewhere, and nothing tells where it was built', () => {
      for (const file of globSync('**/*.{js,html,css,json}', { cwd: folder })) {
        expect(read(file), file).not.toContain(process.cwd());
        expect(read(file), file).not.toMatch(/sourceMappingURL|<(script|link|img)[^>]+(src|href)=["']?https?:|@import\s+["'(]*https?:|url\(["']?https?:/);
      }
    });
  });
}

/** The files that a page loads before it can begin, and those that they load in turn. */
function startOf(read: (file: string) => string, page: string): string[] {
  const files = new Set([...read(page).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, file = '']) => file));
  for (const file of files) for (const [, name = ''] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) files.add(`chunks/${name}`);
  return [...files];
}

/** Of a file of the build, without the mark of its version. */
function nameOf(file: string): string {
  return file.replace(/^.*[/\\]|-.{8}\.js$/g, '');
}
