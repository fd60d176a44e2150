// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { type PendingActions, PendingList } from '../../components/pending/pending-list';
import { NoticeHere, useNotices } from '../../components/notice/notices';
import type { Outcome } from '../../components/notice/outcome';
import type { PendingAction, PendingReminder } from '../../lib/model/pending-action';
import { snoozePresets } from '../../lib/reminders/snooze';
import { MOMENT, show } from './support/screen';

const pending = (id: string, name: string, dueAt: string, urgency: PendingReminder['urgency']): PendingReminder => ({
  kind: 'reminder',
  id,
  contactId: `contact-${id}`,
  name,
  text: `Write to ${name}`,
  dueAt,
  urgency,
});
const ADA = pending('1', 'Ada', '2026-11-20T09:00', 'overdue');
const BO = pending('2', 'Bo', '2026-11-22T08:30', 'due');
const CY = pending('3', 'Cy', '2026-11-25T09:00', 'later');

const onComplete = vi.fn<PendingActions['onComplete']>();
const onSnooze = vi.fn<PendingActions['onSnooze']>();
const onOpen = vi.fn<PendingActions['onOpen']>();
const undo = vi.fn(async (): Promise<Outcome> => ({ done: true }));
const snoozeChoices = snoozePresets(MOMENT.now, MOMENT.zone, '09:00');

function List({ actions }: { actions: readonly PendingAction[] }) {
  const { say } = useNotices();
  return (
    <>
      <PendingList
        focused
        actions={actions}
        snoozeChoices={snoozeChoices}
        onComplete={(action) => {
          onComplete(action);
          say('pending', 'Done.', { done: true, undo });
        }}
        onSnooze={onSnooze}
        onOpen={onOpen}
      />
      <NoticeHere place="pending" />
    </>
  );
}

let next: (actions: readonly PendingAction[]) => void;
beforeEach(() => {
  vi.clearAllMocks();
  const shown = show(<List actions={[ADA, BO, CY]} />);
  next = (actions) => shown.show(<List actions={actions} />);
});

const selected = () => document.activeElement?.textContent;

test('what waits is grouped, overdue first, each with who, what and when', () => {
  expect(screen.getAllByRole('rowgroup').map((group) => group.getAttribute('aria-label'))).toEqual(['Overdue', 'Due today', 'Later this week']);
  expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'AdaWrite to Ada2 days ago',
    'BoWrite to Bo08:30',
    'CyWrite to Cyin 3 days',
  ]);
  expect(screen.getByText('in 3 days').title).toContain('25 November 2026, 09:00');
});

test('the keyboard begins on the first row; arrows and j k move it', async () => {
  expect(selected()).toContain('Ada');
  await userEvent.keyboard('{ArrowDown}');
  expect(selected()).toContain('Bo');
  await userEvent.keyboard('jj');
  expect(selected()).toContain('Cy');
  await userEvent.keyboard('k{ArrowUp}{ArrowUp}');
  expect(selected()).toContain('Ada');
});

test('d does it, and the keyboard goes on at the row that took its place', async () => {
  await userEvent.keyboard('d');
  expect(onComplete).toHaveBeenCalledWith(ADA);
  next([BO, CY]);
  expect(selected()).toContain('Bo');
  await userEvent.keyboard('d');
  expect(onComplete).toHaveBeenLastCalledWith(BO);
});

test('u takes the last thing back', async () => {
  await userEvent.keyboard('d');
  await userEvent.keyboard('u');
  expect(undo).toHaveBeenCalledOnce();
});

test('s asks how long; arrows and Enter choose', async () => {
  await userEvent.keyboard('s');
  const group = screen.getByRole('group', { name: 'Snooze until' });
  expect(
    within(group)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Later today12:00', 'TomorrowMon 09:00', 'Next weekMon 09:00', 'Next month22 Dec 09:00', 'A date…']);
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onSnooze).toHaveBeenCalledWith(ADA, '2026-11-23T09:00');
  expect(selected()).toContain('Ada');
});

test('s and a date of one’s own', async () => {
  await userEvent.keyboard('s{ArrowLeft}{Enter}');
  await userEvent.type(screen.getByLabelText('A date…'), '2026-12-24T18:00{Enter}');
  expect(onSnooze).toHaveBeenCalledWith(ADA, '2026-12-24T18:00');
});

test('Escape leaves the question and goes back to the row', async () => {
  await userEvent.keyboard('s{Escape}');
  expect(screen.queryByRole('group', { name: 'Snooze until' })).toBeNull();
  expect(selected()).toContain('Ada');
  expect(onSnooze).not.toHaveBeenCalled();
});

test('o and Enter open the person', async () => {
  await userEvent.keyboard('o');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onOpen.mock.calls).toEqual([[ADA], [BO]]);
});

test('the same by mouse', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Done: Cy' }));
  expect(onComplete).toHaveBeenCalledWith(CY);
  await userEvent.click(screen.getByRole('button', { name: 'Open profile: Bo' }));
  expect(onOpen).toHaveBeenCalledWith(BO);
  await userEvent.click(screen.getByRole('button', { name: 'Snooze: Bo' }));
  await userEvent.click(screen.getByRole('button', { name: /^Tomorrow/ }));
  expect(onSnooze).toHaveBeenCalledWith(BO, '2026-11-23T09:00');
});

test('Enter on a button is that button’s, not the row’s', async () => {
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onComplete).toHaveBeenCalledWith(ADA);
  expect(onOpen).not.toHaveBeenCalled();
});
