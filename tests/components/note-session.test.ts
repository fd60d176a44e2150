import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteSession, type WrittenNote } from '../../components/note/note-session';
import { Records, settled } from './support/records';

let records: Records;
const begin = (options: { draft?: boolean; note?: WrittenNote } = {}) => new NoteSession(records.keep, records.newId, { draft: true, ...options });

beforeEach(() => {
  records = new Records();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const wait = async (milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
};

describe('a note being written', () => {
  test('is kept within 300 milliseconds of the last key', async () => {
    const session = begin();
    session.type('M');
    await wait(100);
    session.type('Me');
    expect(records.received).toEqual([]);
    await wait(300);
    expect(records.received.map(({ text }) => text)).toEqual(['Me']);
    expect(session.state()).toEqual({ text: 'Me', status: 'kept' });
  });

  test('is kept every second of one who never pauses', async () => {
    const session = begin();
    for (let letters = 1; letters <= 30; letters++) {
      session.type('x'.repeat(letters));
      await wait(100);
    }
    expect(records.received.length).toBeGreaterThanOrEqual(2);
  });

  test('is one change to undo, however often it was saved', async () => {
    const session = begin();
    session.type('Met');
    await wait(300);
    session.type('Met at the lake');
    await wait(300);
    const [first, second] = records.received;
    expect(second).toMatchObject({ commandId: first?.commandId, noteId: first?.noteId, draft: true });
  });

  test('saves one after another, and the last save carries the newest text', async () => {
    records.hold();
    const session = begin();
    session.type('a');
    await wait(300);
    session.type('ab');
    await wait(300);
    session.type('abc');
    await wait(300);
    expect(records.received.map(({ text }) => text)).toEqual(['a']);
    await records.answer();
    expect(records.received.map(({ text }) => text)).toEqual(['a', 'abc']);
    expect(session.unkept).toBe(true);
    await records.answer();
    expect(session.unkept).toBe(false);
  });

  test('does not trouble anybody with white space', async () => {
    const session = begin();
    session.type('  \n');
    await wait(300);
    expect(records.received).toEqual([]);
  });

  test('emptied again deletes its draft', async () => {
    const session = begin();
    session.type('Never mind');
    await wait(300);
    session.type('');
    await wait(300);
    expect(records.last).toMatchObject({ text: '', draft: true, noteId: records.received[0]?.noteId });
  });

  test('goes out at once when the page is leaving, also past a save on its way', async () => {
    records.hold();
    const session = begin();
    session.type('a');
    await wait(300);
    session.type('ab');
    session.saveBeforeLeaving();
    expect(records.received.map(({ text }) => text)).toEqual(['a', 'ab']);
  });
});

describe('finishing', () => {
  test('keeps the note for good and empties the editor', async () => {
    const session = begin();
    session.type('Met at the lake');
    expect(await session.finish()).toMatchObject({ kept: true });
    expect(records.last).toMatchObject({ text: 'Met at the lake', draft: false });
    expect(session.state()).toEqual({ text: '', status: 'resting' });
  });

  test('begins the next note as another change', async () => {
    const session = begin();
    session.type('One');
    await session.finish();
    session.type('Two');
    await session.finish();
    const [one, two] = records.received;
    expect(two?.commandId).not.toBe(one?.commandId);
    expect(two?.noteId).not.toBe(one?.noteId);
  });

  test('an empty note does nothing', async () => {
    expect(await begin().finish()).toBeUndefined();
    expect(records.received).toEqual([]);
  });

  test('words typed while it is being kept begin the next note', async () => {
    records.hold();
    const session = begin();
    session.type('One');
    const finished = session.finish();
    await settled();
    session.type('One Two');
    await records.answer();
    expect(await finished).toMatchObject({ kept: true });
    expect(session.state().text).toBe('Two');
    await wait(300);
    const [one, two] = records.received;
    expect(one).toMatchObject({ text: 'One', draft: false });
    expect(two).toMatchObject({ text: 'Two', draft: true });
    expect(two?.noteId).not.toBe(one?.noteId);
  });

  test('that fails leaves everything as it is', async () => {
    records.failing = 'The disk is full.';
    const session = begin();
    session.type('One');
    expect(await session.finish()).toMatchObject({ kept: false });
    expect(session.state()).toEqual({ text: 'One', status: 'failed', why: 'The disk is full.' });
  });

  test('twice is finishing once', async () => {
    const session = begin();
    session.type('One');
    await Promise.all([session.finish(), session.finish()]);
    expect(records.received).toHaveLength(1);
  });
});

describe('a save that fails', () => {
  test('leaves the text and says why; the next key tries again', async () => {
    records.failing = 'The disk is full.';
    const session = begin();
    session.type('Met');
    await wait(300);
    expect(session.state()).toEqual({ text: 'Met', status: 'failed', why: 'The disk is full.' });
    expect(session.unkept).toBe(true);

    records.failing = undefined;
    session.type('Met at');
    await wait(300);
    expect(session.state()).toEqual({ text: 'Met at', status: 'kept' });
    expect(records.last?.commandId).toBe(records.received[0]?.commandId);
  });
});

test('words that failed and were deleted do not come back', async () => {
  records.failing = 'The disk is full.';
  const session = begin();
  session.type('Met');
  await wait(300);
  records.failing = undefined;
  session.type('');
  await wait(300);
  expect(records.last).toMatchObject({ text: '', noteId: records.received[0]?.noteId });
  expect(session.unkept).toBe(false);
});

describe('a draft in the records', () => {
  test('is gone on with, as a change of its own', async () => {
    const session = begin({ note: { id: 'draft', text: 'Met' } });
    expect(session.state().text).toBe('Met');
    session.type('Met at the lake');
    await wait(300);
    expect(records.last).toMatchObject({ noteId: 'draft', text: 'Met at the lake', draft: true });
  });

  test('shows up in an editor nobody has typed in', () => {
    const session = begin();
    session.offer({ id: 'draft', text: 'Written in the popup' });
    expect(session.state().text).toBe('Written in the popup');
    session.offer(undefined);
    expect(session.state().text).toBe('');
  });

  test('never replaces what is being typed', async () => {
    const session = begin();
    session.type('Mine');
    session.offer({ id: 'draft', text: 'Older' });
    await wait(300);
    session.offer({ id: 'draft', text: 'Older' });
    expect(session.state().text).toBe('Mine');
  });

  test('is older than what was typed until it shows just that', async () => {
    const session = begin();
    session.type('Mine');
    await session.rest();
    session.offer({ id: 'id-2', text: 'Mi' });
    expect(session.state().text).toBe('Mine');
    session.offer({ id: 'id-2', text: 'Mine' });
    session.offer({ id: 'id-2', text: 'Mine, continued in the popup' });
    expect(session.state().text).toBe('Mine, continued in the popup');
  });

  test('of a note just finished does not come back', async () => {
    const session = begin();
    session.type('One');
    await wait(300);
    await session.finish();
    session.offer({ id: 'id-2', text: 'One' });
    expect(session.state().text).toBe('');
  });

  test('comes back when finishing it was taken back', async () => {
    const session = begin({ note: { id: 'draft', text: 'One' } });
    await session.finish();
    session.offer(undefined);
    session.offer({ id: 'draft', text: 'One' });
    expect(session.state().text).toBe('One');
  });
});

describe('an older note', () => {
  test('is changed in place and stays finished', async () => {
    const session = begin({ draft: false, note: { id: 'older', text: 'Met' } });
    session.type('Met at the lake');
    await wait(300);
    expect(records.received).toEqual([{ commandId: 'id-1', noteId: 'older', text: 'Met at the lake', draft: false }]);
  });

  test('left unchanged writes nothing', async () => {
    const session = begin({ draft: false, note: { id: 'older', text: 'Met' } });
    expect(await session.finish()).toBeUndefined();
    await session.save();
    expect(records.received).toEqual([]);
  });

  test('is not emptied while typing', async () => {
    const session = begin({ draft: false, note: { id: 'older', text: 'Met' } });
    session.type('');
    await wait(300);
    expect(records.received).toEqual([]);
    expect(session.unkept).toBe(true);
  });
});
