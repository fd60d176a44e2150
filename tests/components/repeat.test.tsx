// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Reminder } from '../../lib/model/reminder';
import { Surface } from './support/pane';
import { known, ODA, reminder } from './support/people';
import { show } from './support/screen';

let surface: Surface;
beforeEach(() => {
  surface = new Surface();
});

// It is Sunday, 22 November 2026.
const field = (name: string) => screen.getByLabelText<HTMLSelectElement>(name);
const options = (name: string) => [...field(name).options].map(({ text }) => text);
const said = () => document.querySelector('.understood-again')?.textContent;
const set = () => userEvent.click(screen.getByRole('button', { name: 'Set' }));

describe('A follow-up that is to come again', () => {
  beforeEach(async () => {
    surface.frontPage = 'https://skerry.example/lamps';
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Follow up' }));
  });

  test('is offered what its day suggests, once that is said', async () => {
    expect(options('Repeat')).toEqual(['Never', 'every day', 'every working day', 'every week', 'every month', 'every year', 'Another way…']);
    await userEvent.type(field('When'), 'tuesday');
    await screen.findByText(/^Tuesday.* 24 November 2026/);
    expect(options('Repeat')).toEqual([
      'Never',
      'every day',
      'every working day',
      'every Tuesday',
      'every month on the 24th',
      'every month on the fourth Tuesday',
      'every month on the last Tuesday',
      'every year on 24 November',
      'Another way…',
    ]);
  });

  test('is said back before it is kept, and goes along with its day', async () => {
    await userEvent.type(field('When'), 'tuesday');
    await screen.findByText(/24 November 2026/);
    await userEvent.selectOptions(field('Repeat'), 'every month on the last Tuesday');
    expect(said()).toBe('then every month on the last Tuesday');
    await userEvent.clear(field('When'));
    await userEvent.type(field('When'), '25 Dec');
    await screen.findByText(/25 December 2026/);
    expect(said()).toBe('then every month on the last Friday');
    await set();
    expect(surface.actions.setFollowUp).toHaveBeenCalledWith({
      text: '',
      dueAt: '2026-12-25T09:00',
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=-1FR', from: '2026-12-25T09:00' },
    });
    expect(screen.getByRole('status').textContent).toBe('Follow-up set: in 4 weeks, then every month on the last Friday.');
  });

  test('comes every so many weeks on chosen weekdays, as often as was said', async () => {
    await userEvent.type(field('When'), 'tuesday');
    await screen.findByText(/24 November 2026/);
    await userEvent.selectOptions(field('Repeat'), 'Another way…');
    await userEvent.clear(field('Every'));
    await userEvent.type(field('Every'), '3');
    await userEvent.click(screen.getByRole('button', { name: 'Thu' }));
    await userEvent.selectOptions(field('Ends'), 'after so many times');
    await userEvent.clear(field('How many times'));
    await userEvent.type(field('How many times'), '4');
    expect(said()).toBe('then every 3 weeks on Tuesday and Thursday, 4 times');
    await set();
    expect(surface.actions.setFollowUp.mock.lastCall?.[0].recurrence?.rule).toBe('FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH;COUNT=4');
  });

  test('keeps one weekday at least', async () => {
    await userEvent.selectOptions(field('Repeat'), 'Another way…');
    const weekdays = within(screen.getByRole('group', { name: 'On which weekdays' }));
    const pressed = () => weekdays.getAllByRole('button').filter((button) => button.getAttribute('aria-pressed') === 'true');
    await userEvent.click(pressed()[0]!);
    expect(pressed()).toHaveLength(1);
  });

  test('is understood in plain words, which come before what was chosen earlier', async () => {
    await userEvent.selectOptions(field('Repeat'), 'every year');
    await userEvent.type(field('When'), 'every other friday until june');
    await screen.findByText('then every 2 weeks on Friday, until 1 June 2027');
    await set();
    expect(surface.actions.setFollowUp.mock.lastCall?.[0]).toMatchObject({
      dueAt: '2026-11-27T09:00',
      recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20270601' },
    });
  });

  test('can be told not to, whatever the words said', async () => {
    await userEvent.type(field('When'), 'every friday');
    await screen.findByText('then every Friday');
    await userEvent.selectOptions(field('Repeat'), 'Never');
    expect(said()).toBeUndefined();
    await set();
    expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: '', dueAt: '2026-11-27T09:00' });
  });

  test('goes along with a usual time', async () => {
    await userEvent.selectOptions(field('Repeat'), 'every week');
    await userEvent.click(screen.getByRole('button', { name: /^In a month/ }));
    expect(surface.actions.setFollowUp.mock.lastCall?.[0]).toMatchObject({ dueAt: '2026-12-22T09:00', recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TU' } });
  });

  test('does so by the calendar too', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Pick from the calendar' }));
    await userEvent.type(field('When'), '2026-12-01T14:30');
    await userEvent.selectOptions(field('Repeat'), 'every month on the first Tuesday');
    expect(said()).toBe('then every month on the first Tuesday');
    await set();
    expect(surface.actions.setFollowUp.mock.lastCall?.[0].recurrence).toEqual({ rule: 'FREQ=MONTHLY;BYDAY=1TU', from: '2026-12-01T14:30' });
  });

  test('says what ends before it begins, and keeps nothing', async () => {
    await userEvent.type(field('When'), 'every month on the 15th until tomorrow{Enter}');
    expect(await screen.findByText(/would end before it begins/)).toBeTruthy();
    expect(surface.actions.setFollowUp).not.toHaveBeenCalled();
  });

  test.each([
    ['When I next see them', { kind: 'person' }, 'when you next see their profile'],
    ['When I next see anyone at Skerry Trust', { kind: 'organisation', name: 'Skerry Trust' }, 'when you next see anyone at Skerry Trust'],
    ['When I next open this page', { kind: 'page', url: 'https://skerry.example/lamps' }, 'when you next open skerry.example/lamps'],
  ])('may wait instead: %s', async (name, encounter, words) => {
    await userEvent.type(field('What to do'), 'Ask about the lens');
    await userEvent.click(screen.getByRole('button', { name }));
    expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: 'Ask about the lens', dueAt: '2026-11-22T09:00', encounter });
    expect(screen.getByRole('status').textContent).toBe(`Follow-up set: ${words}.`);
  });

  test('cannot wait and repeat at once', async () => {
    await userEvent.selectOptions(field('Repeat'), 'every week');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'When I next see them' }).matches(':disabled')).toBe(true);
  });
});

describe('A follow-up that comes again', () => {
  const weekly: Reminder = { ...reminder('r1', 'Call', '2026-11-24T09:00'), recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TU', from: '2026-11-03T09:00' } };
  const draw = (shown: Reminder) => show(surface.of(ODA, known(ODA, { reminders: [shown] })));
  const edit = () => userEvent.click(screen.getByRole('button', { name: /^Edit: / }));
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

  test('says when the next comes once it is done', async () => {
    surface.actions.complete.mockResolvedValue({ done: true, next: '2026-12-01T09:00' });
    draw(weekly);
    await userEvent.click(screen.getByRole('button', { name: 'Done: Call' }));
    expect(screen.getByRole('status').textContent).toMatch(/^Follow-up done\. Next on Tuesday,? 1 December 2026\.$/);
  });

  // It is to come five times, every day from Wednesday on, and came three times already.
  const fourth: Reminder = { ...reminder('r1', 'Call', '2026-11-21T09:00'), recurrence: { rule: 'FREQ=DAILY;COUNT=5', from: '2026-11-18T09:00' } };
  const last: Reminder = { ...fourth, dueAt: '2026-11-22T09:00' };
  const when = () => document.querySelector('.reminder-when')?.textContent;

  test('says how often it still comes, and of the last that it is that', () => {
    const { show: next } = draw({ ...fourth, dueAt: '2026-11-23T09:00', recurrence: { rule: 'FREQ=DAILY;COUNT=5', from: '2026-11-20T09:00' } });
    expect(when()).toContain(' · every day, 2 times');
    next(surface.of(ODA, known(ODA, { reminders: [last] })));
    expect(when()).toContain(' · every day, for the last time');
    next(surface.of(ODA, known(ODA, { reminders: [{ ...weekly, recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261130', from: '2026-11-03T09:00' } }] })));
    expect(when()).toContain(' · every Tuesday, for the last time');
  });

  test('is dismissed like any other once it is the last', async () => {
    draw(last);
    const dismiss = screen.getByRole('button', { name: 'Dismiss: Call' });
    expect(dismiss.getAttribute('aria-expanded')).toBeNull();
    await userEvent.click(dismiss);
    expect(surface.actions.dismiss).toHaveBeenCalledExactlyOnceWith('r1', false);
    expect(screen.getByRole('status').textContent).toBe('Follow-up dismissed. It was the last.');
  });

  test.each([
    ['2026-11-21T09:00', '2026-11-24T10:00', 'every day, 2 times', 'FREQ=DAILY;COUNT=2'],
    ['2026-11-22T09:00', '2026-11-22T10:00', 'every day, once', 'FREQ=DAILY;COUNT=1'],
  ])('moved from %s to %s comes as often as it still was to', async (dueAt, to, words, rule) => {
    draw({ ...fourth, dueAt, recurrence: { rule: 'FREQ=DAILY;COUNT=5', from: dueAt === last.dueAt ? '2026-11-18T09:00' : '2026-11-19T09:00' } });
    await edit();
    await userEvent.clear(field('When'));
    await userEvent.type(field('When'), to);
    expect(screen.getByText(`From this one on: ${words}.`)).toBeTruthy();
    await save();
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Call', dueAt: to, recurrence: { rule, from: to } });
  });

  test('says that it was the last', async () => {
    draw(weekly);
    await userEvent.click(screen.getByRole('button', { name: 'Done: Call' }));
    expect(screen.getByRole('status').textContent).toBe('Follow-up done. It was the last.');
  });

  test.each([
    [/^Skip this one/, false, /^Skipped this one\. Next on Tuesday,? 1 December 2026\.$/],
    [/^End it/, true, /^Ended\. It does not come again\.$/],
  ])('is left out this once, or ended: %s', async (name, isLast, words) => {
    surface.actions.dismiss.mockResolvedValue({ done: true, next: '2026-12-01T09:00' });
    draw(weekly);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Call' }));
    expect(surface.actions.dismiss).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name }));
    expect(surface.actions.dismiss).toHaveBeenCalledExactlyOnceWith('r1', isLast);
    expect(screen.getByRole('status').textContent).toMatch(words);
  });

  test('keeps its days while only its words are changed', async () => {
    draw(weekly);
    await edit();
    await userEvent.type(screen.getByLabelText('What to do'), ' again');
    await save();
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Call again', dueAt: '2026-11-24T09:00' });
  });

  test('goes along with a new day', async () => {
    draw(weekly);
    await edit();
    await userEvent.clear(field('When'));
    await userEvent.type(field('When'), '2026-11-26T10:00');
    expect(screen.getByText('From this one on: every Thursday.')).toBeTruthy();
    await save();
    const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=TH', from: '2026-11-26T10:00' };
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Call', dueAt: '2026-11-26T10:00', recurrence });
  });

  test('is made to come once', async () => {
    draw(weekly);
    await edit();
    await userEvent.selectOptions(field('Repeat'), 'Never');
    await save();
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Call', dueAt: '2026-11-24T09:00', recurrence: null });
  });

  test('is made to wait for somebody, and one that waits to come at a time', async () => {
    const { show: next } = draw(weekly);
    await edit();
    await userEvent.selectOptions(field('Comes'), 'When I next see anyone at Skerry Trust');
    expect(screen.queryByLabelText('When')).toBeNull();
    await save();
    const encounter = { kind: 'organisation' as const, name: 'Skerry Trust' };
    expect(surface.actions.editFollowUp).toHaveBeenLastCalledWith('r1', { text: 'Call', dueAt: '2026-11-24T09:00', encounter });

    next(surface.of(ODA, known(ODA, { reminders: [{ ...reminder('r2', 'Ask', '2026-11-20T09:00'), status: 'awaiting', encounter }] })));
    await edit();
    expect(field('Comes').selectedOptions[0]?.text).toBe('when you next see anyone at Skerry Trust');
    await userEvent.selectOptions(field('Comes'), 'at a time');
    await save();
    expect(surface.actions.editFollowUp).toHaveBeenLastCalledWith('r2', { text: 'Ask', dueAt: '2026-11-23T09:00', encounter: null });
  });
});
