// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LedgerList } from '../../components/ledger/ledger-list';
import type { LedgerLine, LedgerSummary } from '../../lib/model/ledger';
import { show } from './support/screen';

const line = (id: string, rest: Partial<LedgerLine> = {}): LedgerLine => ({
  id,
  kind: 'reminder',
  contactId: 'c',
  subjectId: id,
  name: 'Oda Lind',
  dueAt: '2026-11-22T08:00',
  dueInstant: '2026-11-22T07:00:00.000Z',
  plannedFor: '2026-11-22T07:00:00.000Z',
  firedAt: '2026-11-22T07:00:10.000Z',
  notificationId: 'n',
  shownAt: '2026-11-22T07:00:11.000Z',
  outcome: { is: 'waits' },
  ...rest,
});
const SUMMARY: LedgerSummary = { days: 30, total: 41, closed: 0, asleep: 0, refused: 0 };

const words = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('each line says what was due when, how late it came, whether it was seen, and what became of it', () => {
  const lines = [
    line('1', { text: 'Send the paper' }),
    line('2', { seenAt: '2026-11-22T07:05:00.000Z', outcome: { is: 'done', at: '2026-11-22T07:06:00.000Z' } }),
    line('3', { firedAt: '2026-11-22T09:30:00.000Z', late: { minutes: 150, because: 'closed' }, outcome: { is: 'movedTo', until: '2026-11-23T09:00' } }),
    line('4', { heldUntil: '2026-11-22T08:00:00.000Z', firedAt: '2026-11-22T08:00:00.000Z', outcome: { is: 'dismissed' } }),
    line('5', { kind: 'cadence', outcome: { is: 'contacted', on: '2026-11-22' } }),
    line('6', { kind: 'date', late: { minutes: 5, because: 'asleep' }, outcome: { is: 'passed' } }),
  ];
  show(<LedgerList summary={SUMMARY} lines={lines} addressOf={(id) => `#/people/${id}`} />);
  expect(words()).toEqual([
    'Oda LindSend the paperWaitsDuetoday, 08:00Cametoday, 08:00, on timeShowntoday, 08:00',
    'Oda LindGet in touchDone today, 08:06Duetoday, 08:00Cametoday, 08:00, on timeSeentoday, 08:05',
    'Oda LindGet in touchPut off until tomorrow, 09:00Duetoday, 08:00Cametoday, 10:30, 2 hours late: the browser was closedShowntoday, 08:00',
    'Oda LindGet in touchDismissed Duetoday, 08:00Held untiltoday, 09:00Cametoday, 09:00, on timeShowntoday, 08:00',
    'Oda LindDrifting apartIn touch todayDuetoday, 08:00Cametoday, 08:00, on timeShowntoday, 08:00',
    'Oda LindBirthdayPassed byDuetoday, 08:00Cametoday, 08:00, 5 minutes late: the computer slept, or nothing woke KithShowntoday, 08:00',
  ]);
  expect(screen.getAllByRole('link', { name: 'Oda Lind' })[0]?.getAttribute('href')).toBe('#/people/c');
});

test('what was set for a time that had passed came at once, which is not on time', () => {
  const setLate = line('1', { plannedFor: '2026-11-22T07:30:00.000Z', firedAt: '2026-11-22T07:30:10.000Z', shownAt: '2026-11-22T07:30:11.000Z' });
  show(<LedgerList summary={SUMMARY} lines={[setLate, line('2', { ...setLate, id: '2', heldUntil: setLate.plannedFor })]} addressOf={(id) => id} />);
  expect(words()).toEqual([
    'Oda LindGet in touchWaitsDuetoday, 08:00Cametoday, 08:30, at once: its time had passed when it was setShowntoday, 08:30',
    'Oda LindGet in touchWaitsDuetoday, 08:00Held untiltoday, 08:30Cametoday, 08:30, on timeShowntoday, 08:30',
  ]);
});

test('somebody who was deleted has no link, and what was never shown says so', () => {
  const { name: _, shownAt: __, ...gone } = line('1');
  show(<LedgerList summary={SUMMARY} lines={[{ ...gone, outcome: { is: 'gone' } }]} addressOf={(id) => id} />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(words()).toEqual(['Somebody who was deletedGet in touchNo longer thereDuetoday, 08:00Cametoday, 08:00, on timeNot shown']);
});

test('what the browser has not shown yet did not come on time, and what it showed late was late', () => {
  const { shownAt: _, ...unshown } = line('1', { unshownSince: '2026-11-22T07:00:10.000Z' });
  show(<LedgerList summary={SUMMARY} lines={[unshown, line('2', { late: { minutes: 9, because: 'refused' } })]} addressOf={(id) => id} />);
  expect(words()).toEqual([
    'Oda LindGet in touchWaitsDuetoday, 08:00Cametoday, 08:00, but the browser has not shown it',
    'Oda LindGet in touchWaitsDuetoday, 08:00Cametoday, 08:00, shown 9 minutes late: the browser would not show it beforeShowntoday, 08:00',
  ]);
});

test.each([
  [{ total: 1 }, 'Last 30 days: 1 reminder, all within a minute while the browser ran.'],
  [{ closed: 3 }, 'Last 30 days: 41 reminders, all within a minute while the browser ran; 3 late because the browser was closed.'],
  [
    { closed: 1, asleep: 2 },
    'Last 30 days: 41 reminders, 1 late because the browser was closed; 2 late because the computer slept, or nothing woke Kith; the rest within a minute.',
  ],
  [{ refused: 2 }, 'Last 30 days: 41 reminders, 2 that the browser did not show in time; the rest within a minute.'],
])('how punctual it was is said in one sentence: %o', (summary, sentence) => {
  show(<LedgerList summary={{ ...SUMMARY, ...summary }} lines={[]} addressOf={(id) => id} />);
  expect(screen.getByText(sentence)).toBeTruthy();
});
