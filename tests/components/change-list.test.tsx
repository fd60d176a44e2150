// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ChangeList } from '../../components/changes/change-list';
import type { Change, Wording } from '../../components/changes/change-words';
import { plainText } from '../../lib/formats/markdown';
import type { JournalEntry } from '../../lib/model/journal';
import { show } from './support/screen';

const entry = (id: string, command: string, rest: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  at: '2026-11-22T07:30:00.000Z',
  command,
  contactIds: ['c'],
  changes: [],
  ...rest,
});
const WORDING: Wording = { labelOf: (key) => key.replace('github:', 'GitHub: '), plainText };
const WRITTEN: Change = {
  entry: entry('1', 'writeNote', { undoneBy: '3', changes: [{ table: 'notes', id: 'n', after: { text: '# Met\n\nat the **lake**' } }] }),
  names: ['Oda Lind'],
};
const CHANGES: Change[] = [
  { entry: entry('3', 'undo', { undoes: '1' }), names: ['Oda Lind'], undone: WRITTEN },
  { entry: entry('2', 'setAnnotationMode', { contactIds: [] }), names: [] },
  WRITTEN,
  { entry: entry('0', 'of a later version'), names: ['Oda Lind', 'Rune Aske', 'Mira Santos'] },
];

test('each change is told in plain words, with what was written, of a note without its marks', () => {
  show(<ChangeList changes={CHANGES} wording={WORDING} workAddress="#/data" onUndo={() => {}} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Took back: Wrote a note about Oda Lindtoday, 08:30Redo',
    'Changed what is shown in pagestoday, 08:30Undo',
    'Wrote a note about Oda LindMet at the laketoday, 08:30taken back',
    'Changed something about Oda Lind and 2 moretoday, 08:30Undo',
  ]);
});

test('which details, which profile and which tag were changed is said', () => {
  const of = (command: string, table: 'contacts' | 'tags', before: object, after: object): Change => ({
    entry: entry(command, command, { changes: [{ table, id: 'c', before: { ...before }, after: { ...after } }] }),
    names: ['Oda Lind'],
  });
  const changes = [
    of('editContact', 'contacts', { name: 'Oda', tags: [], starred: false }, { name: 'Oda Lind', tags: ['choir'], starred: false }),
    of('attachProfile', 'contacts', { profileKeys: ['web:oda.example'] }, { profileKeys: ['web:oda.example', 'github:oda'] }),
    of('detachProfile', 'contacts', { profileKeys: ['web:oda.example', 'github:oda'] }, { profileKeys: ['web:oda.example'] }),
    of('setTagCadence', 'tags', { label: 'Choir' }, { label: 'Choir', cadence: { every: 1, unit: 'year' } }),
  ];
  show(<ChangeList changes={changes} wording={WORDING} workAddress="#/data" onUndo={() => {}} />);
  expect([...document.querySelectorAll('.change-words')].map(({ textContent }) => textContent)).toEqual([
    'Changed the details of Oda LindName: Oda Lind, Tags',
    'Gave Oda Lind another profileGitHub: oda',
    'Took a profile from Oda LindGitHub: oda',
    'Changed how often to be in touch by tagChoir',
  ]);
});

test('work that was stopped says so, and leads to where it goes on; of an import that was left at that, that it is a part', () => {
  const changes: Change[] = [
    { entry: entry('2', 'import'), names: [], fileName: 'a.csv', isPart: true, canGoOn: true },
    { entry: entry('1', 'mergeContacts'), names: ['Oda Lind', 'O. Lind'], isPart: true, canGoOn: true },
    { entry: entry('0', 'import'), names: [], fileName: 'b.csv', isPart: true, canGoOn: false },
  ];
  show(<ChangeList changes={changes} wording={WORDING} workAddress="#/data" onUndo={() => {}} />);
  expect([...document.querySelectorAll('.change-words')].map(({ textContent }) => textContent)).toEqual([
    'Imported a part of a.csvStopped before its end. To go on with it: Import & backup',
    'Made one person of Oda Lind and O. LindStopped before its end. To go on with it: Import & backup',
    'Imported a part of b.csv',
  ]);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#/data', '#/data']);
});

test('an import of thousands is one line with the name of its file', () => {
  show(
    <ChangeList
      changes={[{ entry: entry('0', 'import', { contactIds: [] }), names: [], fileName: 'Connections.csv' }]}
      wording={WORDING}
      workAddress="#/data"
      onUndo={() => {}}
    />,
  );
  expect(screen.getByRole('button', { name: 'Undo: Imported Connections.csv' })).toBeDefined();
});

test('each is taken back or done again by a button that says which', async () => {
  const onUndo = vi.fn<(change: Change) => void>();
  show(<ChangeList changes={CHANGES} wording={WORDING} workAddress="#/data" onUndo={onUndo} />);
  await userEvent.click(screen.getByRole('button', { name: 'Redo: Took back: Wrote a note about Oda Lind' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo: Changed what is shown in pages' }));
  expect(onUndo.mock.calls).toEqual([[CHANGES[0]], [CHANGES[1]]]);
});
