import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitesTable, withTable } from '../../scripts/sites-table';
import { READINGS } from '../../lib/sites/readings';
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

test('the table says that names are read where a rule says how, and nowhere else', () => {
  const readsNames = SITES.filter(({ id, name }) => name ?? READINGS[id]?.title ?? READINGS[id]?.fields?.name);
  expect(SITES.filter(({ id }) => EXAMPLES[id]?.measured !== 'address').map(({ id }) => id)).toEqual(readsNames.map(({ id }) => id));
});
