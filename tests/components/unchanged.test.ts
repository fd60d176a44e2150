// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useUnchanged } from '../../components/list/use-unchanged';

test('of what is read anew, each entry that says the same is the one from before', () => {
  const read = (...texts: string[]) => texts.map((text, id) => ({ id: String(id), text }));
  const { result, rerender } = renderHook(({ entries }) => useUnchanged(entries), { initialProps: { entries: read('write', 'call') } });
  const [first, second] = result.current;
  rerender({ entries: read('write', 'meet', 'send') });
  expect(result.current).toEqual(read('write', 'meet', 'send'));
  expect(result.current[0]).toBe(first);
  expect(result.current[1]).not.toBe(second);
});
