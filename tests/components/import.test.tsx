// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ImportPreview } from '../../components/data/import-preview';
import type { Choices, Preview } from '../../components/data/preview';
import { WorkReport } from '../../components/data/work-report';
import { type LongWork, NO_RECEIPT } from '../../lib/model/long-work';
import { MOMENT, show } from './support/screen';

const PREVIEW: Preview = {
  fileName: 'Connections.csv',
  kind: 'peopleCsv',
  added: 1200,
  known: 3,
  others: 0,
  settings: 0,
  asDetails: ['Company'],
  leftOut: ['Shoe size', 'Photo'],
  problems: [
    { line: 7, why: 'nameless', detail: 'Acme' },
    { line: 12, why: 'unreadableDate', detail: '04/05/1980' },
  ],
  problemCount: 40,
  namesakes: [{ id: 'a', name: 'Oda Lind', said: 'Acme · Engineer', keptId: 'b', keptName: 'Oda Lind' }],
};
const preview = (changes: Partial<Preview> = {}, withSettings = false) => {
  const onConfirm = vi.fn<(choices: Choices) => void>();
  const onCancel = vi.fn<() => void>();
  const Deciding = () => {
    const [choices, setChoices] = useState<Choices>({ withSettings, samePeople: new Map() });
    return (
      <ImportPreview
        preview={{ ...PREVIEW, ...changes }}
        choices={choices}
        addressOf={(id) => `#/people/${id}`}
        onChoose={setChoices}
        onConfirm={() => onConfirm(choices)}
        onCancel={onCancel}
      />
    );
  };
  show(<Deciding />);
  return { onConfirm, onCancel };
};

test('a file is told before anything is kept: how many, which columns, which lines', () => {
  preview();
  const text = screen.getByRole('region', { name: 'What is in Connections.csv' }).textContent;
  for (const words of [
    '1,200 new people',
    '3 people you keep already',
    'Kept as details: Company.',
    'what these columns mean: Shoe size, Photo.',
    '40 lines need a look',
    'Line 7 Acme Nobody is named here',
    'Line 12 04/05/1980 This is no date, or it could be two.',
    'and 38 more',
  ]) {
    expect(text).toContain(words);
  }
  expect(screen.getByRole('button', { name: 'Import 1,203 people' })).toBeDefined();
  expect(document.activeElement?.textContent).toBe('What is in Connections.csv');
});

test('whoever is called like somebody kept is another person unless the user says that they are the same', async () => {
  const { onConfirm } = preview();
  const box = screen.getByRole('checkbox', { name: 'Oda Lind is the same person' });
  expect(screen.getByRole('link', { name: 'Oda Lind' }).getAttribute('href')).toBe('#/people/b');
  await userEvent.click(screen.getByRole('button', { name: /^Import/ }));
  await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: /^Import/ }));
  expect(onConfirm.mock.calls.map(([{ samePeople }]) => [...samePeople])).toEqual([[], [['a', 'b']]]);
});

test.each([true, false])('the settings of a backup are taken where nothing is kept yet, or where the user says so: %s', async (takesSettings) => {
  const { onConfirm } = preview({ kind: 'backup', settings: 1 }, takesSettings);
  await userEvent.click(screen.getByRole('button', { name: /^Import/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Take the settings of the backup too' }));
  await userEvent.click(screen.getByRole('button', { name: /^Import/ }));
  expect(onConfirm.mock.calls.map(([{ withSettings }]) => withSettings)).toEqual([takesSettings, !takesSettings]);
});

test('a file with nobody in it has nothing to confirm', async () => {
  const { onCancel } = preview({ added: 0, known: 0 });
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

const WORK: LongWork = {
  id: 'w',
  kind: 'import',
  status: 'working',
  source: 'people',
  fileName: 'Connections.csv',
  slices: 4,
  done: 1,
  items: 1000,
  receipt: NO_RECEIPT,
  left: 0,
  startedAt: MOMENT.now,
  updatedAt: MOMENT.now,
};
const report = (work: Partial<LongWork>, more: { isTakenBack?: boolean; isChange?: boolean } = {}) => {
  const calls = { onStop: vi.fn<() => void>(), onGoOn: vi.fn<() => void>(), onTakeBack: vi.fn<() => void>(), onLeave: vi.fn<() => void>() };
  show(<WorkReport work={{ ...WORK, ...work }} isTakenBack={more.isTakenBack ?? false} isChange={more.isChange ?? true} {...calls} />);
  return calls;
};

test('work under way says what and how far it is, and can be stopped', async () => {
  const { onStop } = report({});
  expect(screen.getByRole('progressbar', { name: 'Importing Connections.csv' }).getAttribute('value')).toBe('0.25');
  expect(screen.getByText('250 of 1,000 records')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Stop: Importing Connections.csv' }));
  expect(onStop).toHaveBeenCalledOnce();
});

test('work that was stopped can be gone on with or taken back, and an import left at that', async () => {
  const { onGoOn, onTakeBack, onLeave } = report({ status: 'stopped' });
  expect(screen.getByText('250 of 1,000 records are done. Go on, or take back what was done.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await userEvent.click(screen.getByRole('button', { name: 'Leave it at that' }));
  expect([onGoOn, onTakeBack, onLeave].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
});

test('an import that was left at that says how much of the file it brought', () => {
  report({ status: 'done' });
  expect(screen.getByRole('heading', { name: 'Imported in part: Connections.csv' })).toBeDefined();
  expect(screen.getByText('250 of 1,000 records. The rest of the file was left out.')).toBeDefined();
});

test('work that could not be gone on with says why', () => {
  report({ status: 'stopped', problem: 'storageFull' });
  expect(screen.getByRole('alert').textContent).toContain('The disk is full. Free some space, then go on');
});

test('stopped work that was taken back offers nothing more', () => {
  report({ status: 'stopped' }, { isTakenBack: true });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a receipt says what became of everything, and how to take it back', async () => {
  const receipt = { people: { added: 900, merged: 60, same: 30, refused: 0 }, others: { added: 8, merged: 0, same: 0, refused: 2 } };
  const { onTakeBack } = report({ status: 'done', done: 4, receipt });
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows.slice(1)).toEqual(['Added9008', 'Merged600', 'Already there300', 'Refused02']);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onTakeBack).toHaveBeenCalledOnce();
});

test('an import that changed nothing says so, and has nothing to be taken back', () => {
  report({ status: 'done', done: 4, receipt: { ...NO_RECEIPT, people: { ...NO_RECEIPT.people, same: 1000 } } }, { isChange: false });
  expect(screen.getByText('Everything in the file was there already. Nothing was changed.')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('an import taken back says who is gone and what was left', () => {
  report({ kind: 'undo', status: 'done', done: 4, left: 2, receipt: { ...NO_RECEIPT, people: { ...NO_RECEIPT.people, added: 998 } } });
  expect(screen.getByText('998 people are gone again.')).toBeDefined();
  expect(screen.getByText(/^2 records were left, because you have changed/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Redo' })).toBeDefined();
});

const MERGE: Partial<LongWork> = {
  kind: 'merge',
  source: undefined,
  fileName: undefined,
  merges: { intoId: 'a', fromId: 'b', names: ['Mira Santos', 'M. Santos'] },
};

test('a merge under way says who is made one with whom', () => {
  report(MERGE);
  expect(screen.getByRole('progressbar').getAttribute('aria-label')).toBe('Merging Mira Santos and M. Santos');
  expect(screen.getByText('250 of 1,000 records')).toBeDefined();
});

test('a merge that was stopped can be gone on with or taken back, also where one of the two has gone', async () => {
  const { onGoOn, onTakeBack } = report({ ...MERGE, status: 'stopped', problem: 'personMissing' });
  expect(screen.getByRole('alert').textContent).toContain('One of the two is no longer kept. Bring them back, then go on');
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  expect([onGoOn.mock.calls.length, onTakeBack.mock.calls.length]).toEqual([1, 1]);
});

test('a merge says how much was moved, and taken back how much returned', () => {
  const others = { added: 0, merged: 1200, same: 0, refused: 0 };
  report({ ...MERGE, status: 'done', done: 4, receipt: { ...NO_RECEIPT, others } });
  expect(screen.getByText('1,200 records are Mira Santos’s now.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  report({ ...MERGE, kind: 'undo', status: 'done', done: 4, left: 1, receipt: { ...NO_RECEIPT, others: { ...others, added: 1199 } } });
  expect(screen.getByRole('heading', { name: /^Taken back: the merge of / })).toBeDefined();
  expect(screen.getByText('1,199 records are back where they were.')).toBeDefined();
  expect(screen.getByText(/^1 record was left, because you have changed/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Redo' })).toBeDefined();
});
