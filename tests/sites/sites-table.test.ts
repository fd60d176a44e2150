import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitesTable, withTable } from '../../scripts/sites-table';
import { EXAMPLES, SITES } from './evidence';

test('the README’s table of sites is as the records have it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(withTable(readme, sitesTable(SITES, EXAMPLES)) === readme, 'run node scripts/sites-table.ts').toBe(true);
});

test('the table says of each site whether it was ever measured', () => {
  const table = sitesTable(SITES, EXAMPLES);
  expect(table.split('\n')).toHaveLength(SITES.length + 2);
  expect(table).toMatch(/\| LinkedIn \|.*\| measured on a real page \|.*\| from the start \|/);
  expect(table).toMatch(/\| Keybase \|.*never measured.*\| when switched on \|/);
});
