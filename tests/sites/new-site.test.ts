import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'kith-new-site-'));
for (const part of ['scripts/new-site.ts', 'lib/sites', 'tests/pages/source']) cpSync(join(project, part), join(copy, part), { recursive: true });
const newSite = (...args: string[]) => spawnSync(process.execPath, [join(copy, 'scripts/new-site.ts'), ...args], { encoding: 'utf8' });
const read = (file: string) => readFileSync(join(copy, file), 'utf8');

afterEach(() => rmSync(copy, { recursive: true, force: true }));

test('a new site is one short record, listed, with a page of an invented person', () => {
  expect(newSite('loom', 'https://loom.example', 'Loom').stderr).toBe('');
  expect(read('lib/sites/loom.ts').split('\n').length).toBeLessThan(25);
  expect(read('lib/sites/loom.ts')).toContain("address: 'https://loom.example/*'");
  expect(read('lib/sites/all.ts')).toMatch(/import \{ loom \} from '\.\/loom';\nimport \{ mastodon \}[^]*\n {2}loom,\n\];\n$/);
  expect(read('tests/pages/source/small-pages.ts')).toMatch(/unmeasured\('https:\/\/loom\.example\/tidenoor', 'loom-noor\.html', 'tidenoor'\),\n\];\n$/);

  // Once is enough, and nonsense is refused with a sentence.
  expect(newSite('loom', 'https://loom.example').stderr).toContain('There is lib/sites/loom.ts already.');
  expect(newSite('Loom 2', 'https://loom.example').stderr).toContain('cannot prefix a key');
  expect(newSite('loom2', 'ftp://loom.example/').stderr).toContain('is no address');
});
