// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useComingBack } from '../../components/list/use-coming-back';

test('what is taken back has the keyboard, also where the list was read once more before it had left', () => {
  const goTo = vi.fn();
  const { result, rerender } = renderHook((ids: string[]) => useComingBack(ids, goTo), { initialProps: ['ada', 'bo'] });
  result.current.left([{ id: 'ada' }]);
  rerender(['ada', 'bo']);
  rerender(['bo']);
  result.current.expect(true);
  rerender(['ada', 'bo']);
  expect(goTo).toHaveBeenCalledExactlyOnceWith('ada');
});
