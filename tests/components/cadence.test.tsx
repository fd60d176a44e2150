// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ContactChanges } from '../../lib/model/contact';
import type { PersonView } from '../../lib/model/person-view';
import { Surface } from './support/pane';
import { known, ODA } from './support/people';
import { showUnfolded as show } from './support/screen';

let surface: Surface;
beforeEach(() => {
  surface = new Surface();
});

const EVERY_6_WEEKS = { every: 6, unit: 'week' } as const;
const MENTORS = { name: 'mentors', label: 'mentors', cadence: EVERY_6_WEEKS, createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-01T08:00:00.000Z' };

function oda(changes: ContactChanges = {}, rest: Partial<PersonView> = {}) {
  const view = known(ODA, rest);
  return surface.of(ODA, { ...view, contact: { ...view.contact, ...(changes as Partial<PersonView['contact']>) } });
}

const own = () => within(screen.getByRole('group', { name: 'How often to be in touch' }));

/** A number of weeks, typed before the unit has come back. */
async function chooseWeeks(number: string) {
  await userEvent.selectOptions(own().getByLabelText('How often'), 'weeks');
  await userEvent.clear(own().getByLabelText('Every'));
  await userEvent.type(own().getByLabelText('Every'), number);
}

describe('a cadence', () => {
  test('is chosen by its unit, then its number', async () => {
    const { show: next } = show(oda());
    await userEvent.selectOptions(own().getByLabelText('How often'), 'weeks');
    expect(surface.actions.edit).toHaveBeenCalledWith({ cadence: { every: 1, unit: 'week' } });
    next(oda({ cadence: { every: 1, unit: 'week' } }));
    await userEvent.clear(own().getByLabelText('Every'));
    await userEvent.type(own().getByLabelText('Every'), '6{Enter}');
    expect(surface.actions.edit).toHaveBeenLastCalledWith({ cadence: EVERY_6_WEEKS });
  });

  test('goes on being typed while its unit is being kept', async () => {
    const { show: next } = show(oda());
    await chooseWeeks('6');
    next(oda({ cadence: { every: 1, unit: 'week' } }));
    expect(own().getByLabelText<HTMLInputElement>('Every').value).toBe('6');
    await userEvent.tab();
    expect(surface.actions.edit).toHaveBeenLastCalledWith({ cadence: EVERY_6_WEEKS });
  });

  test('keeps its number where that is sent before the unit has come back', async () => {
    const { show: next } = show(oda());
    await chooseWeeks('6{Enter}');
    next(oda({ cadence: { every: 1, unit: 'week' } }));
    next(oda({ cadence: EVERY_6_WEEKS }));
    await userEvent.tab();
    expect(own().getByLabelText<HTMLInputElement>('Every').value).toBe('6');
    expect(surface.actions.edit).toHaveBeenCalledTimes(2);
    expect(surface.actions.edit).toHaveBeenLastCalledWith({ cadence: EVERY_6_WEEKS });
  });

  test('that is changed elsewhere shows that', async () => {
    const { show: next } = show(oda({ cadence: EVERY_6_WEEKS }));
    next(oda({ cadence: { every: 2, unit: 'month' } }));
    expect(own().getByLabelText<HTMLInputElement>('Every').value).toBe('2');
    next(oda());
    expect(own().queryByLabelText('Every')).toBeNull();
  });

  test('that is no number says so where it stands, keeps the typing and changes nothing', async () => {
    show(oda({ cadence: EVERY_6_WEEKS }));
    await userEvent.clear(own().getByLabelText('Every'));
    await userEvent.type(own().getByLabelText('Every'), 'six');
    await userEvent.tab();
    expect(screen.getByText('A whole number from 1 to 999.')).toBeTruthy();
    expect(own().getByLabelText<HTMLInputElement>('Every').value).toBe('six');
    expect(own().getByLabelText('Every').getAttribute('aria-invalid')).toBe('true');
    expect(surface.actions.edit).not.toHaveBeenCalled();
  });

  test('is taken away, with a way back', async () => {
    show(oda({ cadence: EVERY_6_WEEKS }));
    await userEvent.selectOptions(own().getByLabelText('How often'), 'No rhythm');
    expect(surface.actions.edit).toHaveBeenCalledWith({ cadence: null });
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test.each([
    ['2026-11-13', 'every 6 weeks · 9 days over'],
    ['2026-11-21', 'every 6 weeks · 1 day over'],
    ['2026-11-22', 'every 6 weeks · due today'],
    ['2026-11-25', 'every 6 weeks · due in 3 days'],
  ])('that runs out on %s is said as "%s"', (lapsesOn, words) => {
    show(oda({}, { rhythm: { cadence: EVERY_6_WEEKS, lapsesOn } }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('of a tag says which tag it comes from', () => {
    show(oda({ tags: ['mentors'] }, { rhythm: { cadence: EVERY_6_WEEKS, tag: MENTORS, lapsesOn: '2026-11-25' } }));
    expect(screen.getByText('every 6 weeks, by the tag “mentors” · due in 3 days')).toBeTruthy();
    expect(screen.getByText(/the tag “mentors” says so/)).toBeTruthy();
  });

  test('is not held against somebody archived or never brought up', () => {
    const rhythm = { cadence: EVERY_6_WEEKS, lapsesOn: '2026-01-01' };
    const { show: next } = show(oda({ archived: true }, { rhythm }));
    const said = () => document.querySelector('.person-rhythm')?.textContent;
    expect(said()).toBe('Archived');
    next(oda({ neverRemind: true }, { rhythm }));
    expect(said()).toBe('Never brought up');
  });
});

describe('the rhythm somebody keeps already', () => {
  beforeEach(() => {
    surface.suggestedCadence = { cadence: { every: 5, unit: 'week' }, medianDays: 34, gaps: 8 };
  });
  const reason = 'You are in touch about every 5 weeks (median of 8 gaps).';

  test('is offered with its reason, and taken in one click', async () => {
    show(oda());
    expect(screen.getByText(reason)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Keep to that' }));
    expect(surface.actions.edit).toHaveBeenCalledWith({ cadence: { every: 5, unit: 'week' } });
  });

  test('is not offered where it is the rhythm already, nor for somebody to be left in peace', () => {
    const { show: next } = show(oda({}, { rhythm: { cadence: { every: 5, unit: 'week' }, lapsesOn: '2026-12-01' } }));
    expect(screen.queryByText(reason)).toBeNull();
    next(oda({ neverRemind: true }));
    expect(screen.queryByText(reason)).toBeNull();
  });
});

test.each([
  ['Never bring them up', { neverRemind: true }],
  ['Archived', { archived: true }],
])('%s is a switch that says what it means', async (name, changes) => {
  show(oda());
  await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }));
  expect(surface.actions.edit).toHaveBeenCalledWith(changes);
});

describe('a tag', () => {
  const tagged = () => oda({ tags: ['mentors', 'alps'] });
  beforeEach(() => {
    surface.tags = {
      facts: [
        { name: 'mentors', cadence: EVERY_6_WEEKS, people: 14, holdsFor: 12 },
        { name: 'alps', people: 1, holdsFor: 1 },
      ],
      inUse: ['alps', 'lighthouses', 'mentors'],
    };
  });

  test('shows its rhythm, and for how many people it holds', async () => {
    show(tagged());
    expect(screen.getByText('every 6 weeks')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'How often, for everybody tagged mentors' }));
    expect(screen.getByText(/^14 people have this tag\. It holds for 12 of them/)).toBeTruthy();
  });

  test('is given a rhythm for everybody who has it, and says so with a way back', async () => {
    show(tagged());
    await userEvent.click(screen.getByRole('button', { name: 'How often, for everybody tagged alps' }));
    const choice = within(screen.getByRole('group', { name: 'How often, for everybody tagged alps' }));
    await userEvent.selectOptions(choice.getByLabelText('How often'), 'months');
    expect(surface.actions.setTagCadence).toHaveBeenCalledWith('alps', { every: 1, unit: 'month' });
    expect(screen.getByRole('status').textContent).toBe('Everybody tagged “alps”: every month.');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('gives its rhythm up', async () => {
    show(tagged());
    await userEvent.click(screen.getByRole('button', { name: 'How often, for everybody tagged mentors' }));
    const choice = within(screen.getByRole('group', { name: 'How often, for everybody tagged mentors' }));
    await userEvent.selectOptions(choice.getByLabelText('How often'), 'No rhythm');
    expect(surface.actions.setTagCadence).toHaveBeenCalledWith('mentors', null);
  });

  test('that others have is proposed while it is typed', async () => {
    show(tagged());
    await userEvent.type(screen.getByLabelText('Tags'), 'l');
    expect([...document.querySelectorAll('datalist option')].map((option) => option.textContent)).toEqual(['lighthouses']);
  });
});
