import { expect, test } from 'vitest';
import { filterTest, keyFilter } from '../../../lib/model/key-filter';

const people = Array.from({ length: 10_000 }, (_, index) => `linkedin:in/somebody-${index}`);

test('everybody in it is found, whatever the salt', () => {
  for (const salt of [0, 1, 0xffffffff]) {
    const mayHave = filterTest(keyFilter(people, salt));
    expect(people.every(mayHave)).toBe(true);
  }
});

test('hardly a stranger is taken for somebody in it', () => {
  const mayHave = filterTest(keyFilter(people, 0x5eed5eed));
  const strangers = Array.from({ length: 100_000 }, (_, index) => `github:stranger-${index}`);
  expect(strangers.filter(mayHave).length).toBeLessThan(5);
});

test('a page that links ten thousand people is given some fifty kilobytes', () => {
  expect(JSON.stringify(keyFilter(people, 1)).length).toBeLessThan(54_000);
});

test('without anybody in it nobody is found', () => {
  expect(filterTest(keyFilter([], 7))('github:ada')).toBe(false);
});
