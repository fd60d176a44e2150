import { beforeEach, expect, test } from 'vitest';
import { NoteDesk, type NoteSubject } from '../../components/note/note-desk';
import { Records } from './support/records';

let records: Records;
let desk: NoteDesk;
let oda: NoteSubject;
beforeEach(() => {
  records = new Records();
  desk = new NoteDesk(records.newId);
  oda = { ids: ['contact-oda', 'github:oda-lind'], name: 'Oda Lind', keep: records.keep };
});

const inFlight = { commandId: 'command', noteId: 'note', text: 'Typed, and gone', draft: true };

test('words another surface left behind are kept as the change they were', async () => {
  await desk.takeOver(oda, inFlight);
  expect(records.received).toEqual([inFlight]);
  expect(desk.left()).toEqual([]);
});

test('those that cannot be kept now either are named, and wait in their person’s editor', async () => {
  records.failing = 'The disk is full.';
  await desk.takeOver(oda, inFlight);
  expect(desk.left()).toMatchObject([{ name: 'Oda Lind', text: 'Typed, and gone', why: 'The disk is full.' }]);

  const session = desk.open({ ...oda, ids: ['github:oda-lind'] }, {});
  desk.enter(session);
  expect(session.state()).toMatchObject({ text: 'Typed, and gone', status: 'failed' });
  expect(desk.left()).toEqual([]);
});

test('everybody has an editor of their own', () => {
  const rune = { ...oda, ids: ['contact-rune'] };
  expect(desk.open(rune, {})).not.toBe(desk.open(oda, {}));
  expect(desk.open(oda, {})).toBe(desk.open(oda, {}));
});

test('an older note opened again begins with what the records say', async () => {
  const session = desk.open(oda, { older: { id: 'older', text: 'Met' } });
  session.type('Met at the lake');
  await session.save();
  expect(desk.open(oda, { older: { id: 'older', text: 'Met at the pier' } }).state().text).toBe('Met at the pier');
});
