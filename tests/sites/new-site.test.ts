import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'kith-new-site-'));
for (const part of ['scripts', 'lib/sites', 'lib/model', 'tests/pages', 'tests/sites', 'package.json', 'README.md'])
  cpSync(join(project, part), join(copy, part), { recursive: true });
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
const newSite = (...args: string[]) => run('scripts/new-site.ts', ...args);
const read = (file: string) => readFileSync(join(copy, file), 'utf8');

afterEach(() => rmSync(copy, { recursive: true, force: true }));

test('a new site is one short record, listed, with a page of an invented person, and passes what every record has to', () => {
  expect(newSite('loom', 'https://looms.example', 'Loom').stderr).toBe('');
  expect(read('lib/sites/loom.ts').split('\n').length).toBeLessThan(25);
  expect(read('lib/sites/loom.ts')).toContain("address: 'https://looms.example/*'");
  expect(read('lib/sites/all.ts')).toMatch(/import \{ loom \} from '\.\/loom';\nimport \{ mastodon \}[^]*\n {2}loom,\n\];\n$/);
  expect(read('tests/pages/source/small-pages.ts')).toMatch(/unmeasured\('https:\/\/looms\.example\/tidenoor', 'loom-noor\.html', 'tidenoor'\),\n\];\n$/);

  // Once is enough, and nonsense is refused with a sentence.
  expect(newSite('loom', 'https://looms.example').stderr).toContain('There is lib/sites/loom.ts already.');
  expect(newSite('Loom 2', 'https://looms.example').stderr).toContain('cannot prefix a key');
  expect(newSite('loom2', 'ftp://looms.example/').stderr).toContain('is no address');

  // What it prints to do next.
  expect(run('tests/pages/write.ts').stderr).toBe('');
  expect(run('scripts/sites-table.ts').stderr).toBe('');
  const tested = run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=verbose',
    ...['examples', 'own-pages', 'sites-table'].map((name) => `tests/sites/${name}.test.ts`),
  );
  expect(tested.stderr).toBe('');
  expect(tested.status).toBe(0);
  expect(tested.stdout).toContain('https://looms.example/ada-example is Loom');
});
