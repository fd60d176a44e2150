// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Outcome, together } from '../../components/notice/outcome';
import { NoticeHere, useNotices } from '../../components/notice/notices';
import { show } from './support/screen';

let slow = Promise.withResolvers<Outcome>();

function Doer({ outcome }: { outcome: Outcome }) {
  const { say, sayOnceDone, undoLast } = useNotices();
  return (
    <>
      <button type="button" onClick={() => say('here', 'Note deleted.', outcome)}>
        do it
      </button>
      <button type="button" onClick={() => void sayOnceDone('here', () => 'Note deleted.', slow.promise)}>
        do it slowly
      </button>
      <button type="button" onClick={() => void undoLast()}>
        take the last back
      </button>
    </>
  );
}

const surface = (outcome: Outcome) => (
  <>
    <Doer outcome={outcome} />
    <NoticeHere place="here" />
    <NoticeHere place="elsewhere" />
  </>
);

let shown: ReturnType<typeof show> | undefined;
const doIt = async (outcome: Outcome) => {
  shown = show(surface(outcome));
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

test('one thing after another is taken back, the last first, and what was taken back is not done again by that', async () => {
  const taken: string[] = [];
  const doable = (what: string): Outcome => ({
    done: true,
    undo: async () => {
      taken.push(what);
      return { done: true, undo: async () => doable(`${what} again`) };
    },
  });
  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  await doIt(doable('first'));
  shown?.show(surface(doable('second')));
  await click('do it');
  shown?.show(surface(doable('third')));
  await click('do it');
  await click('take the last back');
  await click('take the last back');
  expect(taken).toEqual(['third', 'second']);
  await click('Redo');
  await click('take the last back');
  await click('take the last back');
  await click('take the last back');
  expect(taken).toEqual(['third', 'second', 'second again', 'first']);
});

test('what is still under way is what is taken back, once it is done', async () => {
  slow = Promise.withResolvers();
  const earlier = vi.fn(async (): Promise<Outcome> => ({ done: true }));
  const later = vi.fn(async (): Promise<Outcome> => ({ done: true }));
  await doIt({ done: true, undo: earlier });
  await userEvent.click(screen.getByRole('button', { name: 'do it slowly' }));
  await userEvent.click(screen.getByRole('button', { name: 'take the last back' }));
  expect(earlier).not.toHaveBeenCalled();
  slow.resolve({ done: true, undo: later });
  await vi.waitFor(() => expect(later).toHaveBeenCalledOnce(), { timeout: 30_000 });
  expect(earlier).not.toHaveBeenCalled();
});

test('of several things done at once, one way back leads through all of them, the last first', async () => {
  const taken: string[] = [];
  const part = (name: string): Outcome => ({
    done: true,
    undo: async () => {
      taken.push(name);
      return name === 'b' ? { done: false, why: 'Something was changed after this.' } : part(`${name}'`);
    },
  });
  await doIt(together([part('a'), part('b'), part('c')]));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(taken).toEqual(['c', 'b', 'a']);
  expect(screen.getByRole('alert').textContent).toContain('2 went through, 1 did not. Something was changed after this.');
  await userEvent.click(screen.getByRole('button', { name: 'Redo' }));
  expect(taken).toEqual(['c', 'b', 'a', "a'", "c'"]);
});

test('of several things done at once, those that failed say why, once', async () => {
  const failed: Outcome = { done: false, why: 'The disk is full.' };
  await doIt(together([failed, { done: true, undo: async () => ({ done: true }) }, failed]));
  expect(screen.getByRole('alert').textContent).toContain('1 went through, 2 did not. The disk is full.');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('status').textContent).toBe('Taken back.');
  expect(together([failed, failed])).toEqual(failed);
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
