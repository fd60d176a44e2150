import { expect, test } from 'vitest';
import { personAddress } from '../../entrypoints/background/person-address';

const id = '0199d000-0000-7000-8000-000000000001';

test('somebody is seen on the first of their profiles that has an address', () => {
  expect(personAddress({ id, profileKeys: ['fedi:not-an-address', 'github:mira', 'linkedin:in/mira'] })).toBe('https://github.com/mira');
});

test('somebody without an address of their own is seen in the dashboard', () => {
  expect(personAddress({ id, profileKeys: [] })).toMatch(new RegExp(`/dashboard\\.html#/people/${id}$`));
});
