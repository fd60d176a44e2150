import { all } from 'github-reserved-names';
import { expect, test } from 'vitest';
import { isReserved } from '../../lib/sites/github-reserved';

test('no address of GitHub itself is taken for a person', () => {
  expect(all.map(String).filter((name) => !isReserved(name))).toEqual([]);
});

test('a login that resembles one is a person', () => {
  for (const login of ['pullsuser', 'issuesuser', 'setting', 'www10', '299', '432', '600', 'a']) expect(isReserved(login), login).toBe(false);
});
