// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { NotifyingSettings } from '../../components/settings/notifying-settings';
import { TagRhythms } from '../../components/settings/tag-rhythms';
import { DEFAULT_NOTIFYING, type Notifying, type NotifyingChanges } from '../../lib/model/notifying';
import { show } from './support/screen';

function settings(notifying: Partial<Notifying> = {}) {
  const onChange = vi.fn<(choice: string, changes: NotifyingChanges) => void>();
  const { unmount: leave } = show(<NotifyingSettings notifying={{ ...DEFAULT_NOTIFYING, ...notifying }} onChange={onChange} />);
  return { changes: () => onChange.mock.calls.map(([, changes]) => changes), leave };
}

const time = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

test('each choice is changed by itself, and only it', async () => {
  const { changes } = settings({ quietHours: { from: '21:00', to: '07:00' } });
  await userEvent.click(screen.getByLabelText('in one digest a day'));
  time('Hour for birthdays and nudges', '08:30');
  time('from', '22:00');
  await userEvent.click(screen.getByLabelText('Saturday'));
  await userEvent.click(screen.getByLabelText('Hold follow-ups on days off too'));
  for (const [label, typed] of [
    ['People to bring up a day', '0{enter}'],
    ['Days ahead for birthdays', '7{tab}'],
  ] as const) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.keyboard(typed);
  }
  await userEvent.click(screen.getByLabelText('Quiet hours', { selector: 'input' }));
  expect(changes()).toEqual([
    { delivery: 'digest' },
    { digestTime: '08:30' },
    { quietHours: { from: '22:00', to: '07:00' } },
    { workingDays: [1, 2, 3, 4, 5, 6] },
    { holdOnDaysOff: true },
    { nudgesPerDay: 0 },
    { datesDaysAhead: 7 },
    { quietHours: null },
  ]);
});

test.each(['screen', 'page'])('what is typed is kept where the %s is left before the field', async (left) => {
  const { changes, leave } = settings();
  const count = screen.getByLabelText('People to bring up a day');
  await userEvent.clear(count);
  await userEvent.type(count, '9');
  fireEvent.change(screen.getByLabelText('Hour for birthdays and nudges'), { target: { value: '08:30' } });
  expect(changes()).toEqual([]);
  if (left === 'page') act(() => void dispatchEvent(new Event('pagehide')));
  leave();
  expect(changes()).toHaveLength(2);
  expect(changes()).toEqual(expect.arrayContaining([{ nudgesPerDay: 9 }, { digestTime: '08:30' }]));
});

test('Enter keeps a time of day, and leaves the cursor where it is', () => {
  const { changes } = settings();
  const field = screen.getByLabelText('Hour for birthdays and nudges');
  field.focus();
  fireEvent.change(field, { target: { value: '08:30' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(changes()).toEqual([{ digestTime: '08:30' }]);
  expect(document.activeElement).toBe(field);
});

test.each(['51', '2.5', '-1', 'three', ''])('“%s” people a day is refused where it stands, and stays there', async (typed) => {
  const { changes } = settings();
  const field = screen.getByLabelText<HTMLInputElement>('People to bring up a day');
  await userEvent.clear(field);
  if (typed) await userEvent.type(field, typed);
  await userEvent.tab();
  expect(field.value).toBe(typed);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/A whole number from 0 to 50/)).toBeTruthy();
  expect(changes()).toEqual([]);
});

test('the last working day, quiet hours of no length and a time that is none are refused', async () => {
  const { changes } = settings({ workingDays: [3], quietHours: { from: '21:00', to: '07:00' } });
  await userEvent.click(screen.getByLabelText('Wednesday'));
  expect(screen.getByText('One day has to be left.')).toBeTruthy();
  time('to', '21:00');
  expect(screen.getByText(/no quiet hours/)).toBeTruthy();
  time('Hour for birthdays and nudges', '');
  expect(screen.getByText(/Not a time of day/)).toBeTruthy();
  expect(changes()).toEqual([]);
});

test('a tag is given a rhythm, and loses it', async () => {
  const onChange = vi.fn<(tag: string, cadence: unknown) => void>();
  const tags = [
    { name: 'mentors', people: 3, holdsFor: 3, cadence: { every: 6, unit: 'week' as const } },
    { name: 'alps', people: 1, holdsFor: 1 },
  ];
  show(<TagRhythms tags={tags} onChange={onChange} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.slice(0, 17))).toEqual(['mentors 3 peopleE', 'alps 1 personNo r']);
  const [mentors, alps] = screen.getAllByRole('combobox');
  await userEvent.selectOptions(alps!, 'months');
  await userEvent.selectOptions(mentors!, 'No rhythm');
  expect(onChange.mock.calls).toEqual([
    ['alps', { every: 1, unit: 'month' }],
    ['mentors', null],
  ]);
});
