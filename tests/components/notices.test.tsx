// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Outcome } from '../../components/notice/outcome';
import { NoticeHere, useNotices } from '../../components/notice/notices';
import { show } from './support/screen';

function Doer({ outcome }: { outcome: Outcome }) {
  const { say } = useNotices();
  return (
    <button type="button" onClick={() => say('here', 'Note deleted.', outcome)}>
      do it
    </button>
  );
}

const doIt = async (outcome: Outcome) => {
  show(
    <>
      <Doer outcome={outcome} />
      <NoticeHere place="here" />
      <NoticeHere place="elsewhere" />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'do it' }));
};

test('what was done is said where it was done, and read aloud', async () => {
  await doIt({ done: true });
  expect(screen.getAllByText('Note deleted.')).toHaveLength(2);
  expect(screen.getByRole('status').textContent).toBe('Note deleted.');
});

test('undo takes it back, and can itself be taken back', async () => {
  const again = vi.fn(async (): Promise<Outcome> => ({ done: true, undo: async () => ({ done: true }) }));
  const undo = vi.fn(async (): Promise<Outcome> => ({ done: true, undo: again }));
  await doIt({ done: true, undo });

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('Taken back.');

  await userEvent.click(screen.getByRole('button', { name: 'Redo' }));
  expect(again).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('Done again.');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('a refused undo says why', async () => {
  await doIt({ done: true, undo: async () => ({ done: false, why: 'Something was changed after this.' }) });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('alert').textContent).toContain('Something was changed after this.');
  expect(screen.queryByRole('button', { name: 'Redo' })).toBeNull();
});

test('what could not be done is an alert with its reason', async () => {
  await doIt({ done: false, why: 'The disk is full.' });
  expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a notice stays until it is closed', async () => {
  await doIt({ done: true });
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Note deleted.')).toBeNull();
});
