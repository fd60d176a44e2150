// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type System, TrialReport, type TrialRun } from '../../components/settings/trial-report';
import type { Trial } from '../../lib/model/trial';
import { MOMENT, show } from './support/screen';

const NOTHING_LATELY = { days: 7, total: 0, closed: 0, asleep: 0, refused: 0 };

function report(trial: Partial<Trial> | undefined, rest: Partial<TrialRun> = {}, system: System = 'linux') {
  const onTry = vi.fn();
  const onAnswer = vi.fn<(seen: boolean) => void>();
  const run = trial && { trial: { swept: false, ...trial }, wake: { at: MOMENT.now }, lately: NOTHING_LATELY, ...rest };
  const { container } = show(<TrialReport run={run} running={false} system={system} onTry={onTry} onAnswer={onAnswer} />);
  return { onTry, onAnswer, said: () => container.querySelector('[aria-live="polite"]')?.textContent };
}

test('before the first trial there is one button, and nothing is said', async () => {
  const { onTry, said } = report(undefined);
  expect(said()).toBe('');
  await userEvent.tab();
  await userEvent.keyboard('{enter}');
  expect(onTry).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'I saw it' })).toBeNull();
});

test('what the browser took is asked about, and both answers can be given', async () => {
  const { onAnswer, said } = report({ allowed: true });
  expect(said()).toContain('The browser took the notification. Did you see it?');
  await userEvent.click(screen.getByRole('button', { name: 'I saw it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Nothing came' }));
  expect(onAnswer.mock.calls).toEqual([[true], [false]]);
});

test('what was seen is not asked about', () => {
  expect(report({ seen: true }).said()).toContain('Notifications reach you.');
  expect(screen.queryByRole('button', { name: 'Nothing came' })).toBeNull();
});

test.each<[System, RegExp]>([
  ['windows', /Do not disturb/],
  ['mac', /Google Chrome Helper/],
  ['linux', /dunst/],
  ['chromeos', /quick settings/],
  ['other', /your system’s settings/],
])('what did not come on %s is the system’s doing, and there it is said what to do', (system, words) => {
  report({ seen: false }, {}, system);
  const advice = within(screen.getAllByRole('list')[1]!).getAllByRole('listitem');
  expect(advice).toHaveLength(2);
  expect(advice.map((step) => step.textContent).join(' ')).toMatch(words);
});

test('where the browser allows none, nobody is sent to the settings of the system', () => {
  const { said } = report({ allowed: false, refusal: 'not taken' });
  expect(said()).toContain('The browser does not let Kith show notifications.');
  expect(said()).toContain('the number on Kith’s icon');
  expect(said()).not.toContain('Do Not Disturb');
  expect(screen.queryByRole('button', { name: 'Nothing came' })).toBeNull();
});

test('it says when Kith is woken next, and that an alarm was missing', () => {
  const after = '2026-11-22T08:30:00.000Z';
  expect(report({ seen: true }, { wake: { at: MOMENT.now, before: after, after } }).said()).toContain('Kith is to be woken for what comes next.');
  expect(report({ seen: true }, { wake: { at: MOMENT.now, after } }).said()).toContain('nothing would have woken Kith for it. That is mended now.');
  expect(report({ seen: true }, { wake: { at: MOMENT.now, failure: 'the disk is full' } }).said()).toContain('could not look at what is due: the disk is full');
});

test('it says what came late lately, and until when everything is held back', () => {
  const { said } = report({ seen: true }, { lately: { days: 7, total: 5, closed: 2, asleep: 0, refused: 0 }, nothingUntil: '2026-11-23T07:00' });
  expect(said()).toContain('Last 7 days: 5 reminders');
  expect(said()).toContain('2 late because the browser was closed');
  expect(said()).toContain('only while the browser runs');
  expect(said()).toContain('By what you chose above, follow-ups come next');
});
