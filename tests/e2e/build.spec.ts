import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const MOST_PAGE_SCRIPT_BYTES = 15_000;

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  const folder = resolve('.output', build);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const manifest = () => JSON.parse(read('manifest.json'));

  test.describe(`what is shipped in ${build}`, () => {
    test('the page script is small, gzipped', () => {
      expect(gzipSync(read('page.js')).length).toBeLessThanOrEqual(MOST_PAGE_SCRIPT_BYTES);
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
