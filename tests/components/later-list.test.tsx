// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LaterList } from '../../components/pending/later-list';
import type { PendingActions, PendingListProps } from '../../components/pending/pending-list';
import type { LaterFollowUps, PendingReminder } from '../../lib/model/pending-action';
import { dayPresets, snoozePresets } from '../../lib/reminders/snooze';
import { MOMENT, show } from './support/screen';

const followUp = (id: string, name: string, dueAt: string, further: Partial<PendingReminder> = {}): PendingReminder => ({
  kind: 'reminder',
  id,
  contactId: `contact-${id}`,
  name,
  profileKey: `linkedin:in/${name.toLowerCase()}`,
  text: `Write to ${name}`,
  dueAt,
  urgency: 'later',
  ...further,
});
const ADA = followUp('1', 'Ada', '2026-11-20T09:00', { waits: true, encounter: { kind: 'organisation', name: 'Tarnwick' } });
const BO = followUp('2', 'Bo', '2026-12-01T09:00');
const CY = followUp('3', 'Cy', '2026-12-30T09:00', {
  recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', from: '2026-12-30T09:00' },
});
const DEV = followUp('4', 'Dev', '2027-12-30T09:00', { text: '' });

const done = async () => true;
const onComplete = vi.fn<PendingActions['onComplete']>(done);
const onSnooze = vi.fn<PendingActions['onSnooze']>(done);
const onOpen = vi.fn<PendingActions['onOpen']>();
const onDismiss = vi.fn<NonNullable<PendingListProps['onDismiss']>>(done);
const snoozeWays = { times: snoozePresets(MOMENT.now, MOMENT.zone, '09:00'), days: dayPresets(MOMENT.now, MOMENT.zone, '09:00') };

const list = (actions: PendingReminder[], isMore: LaterFollowUps['isMore'] = { waiting: false, dated: false }, limit = 50) => (
  <LaterList
    followUps={{ actions, isMore, followUpTime: '09:00' }}
    limit={limit}
    snoozeWays={snoozeWays}
    onComplete={onComplete}
    onSnooze={onSnooze}
    onDismiss={onDismiss}
    onAwait={done}
    isNoticed={done}
    onLog={done}
    onOpen={onOpen}
  />
);
let shown: ReturnType<typeof show>;
const press = (keys: string) => userEvent.keyboard(keys);
const headings = () => [...document.querySelectorAll('.pending-heading')].map(({ textContent }) => textContent);
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

beforeEach(() => {
  vi.clearAllMocks();
  shown = show(list([ADA, BO, CY, DEV]));
});

describe('What is further ahead', () => {
  test('is what waits for an encounter, then each month, with what it waits for, the day and the rhythm', () => {
    expect(headings()).toEqual(['Waiting 1', 'December 2026 2', 'December 2027 1']);
    expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'AdaWrite to Adawhen you next see anyone at Tarnwick',
      'BoTue 1 DecWrite to Bo',
      'CyWed 30 DecWrite to Cyevery 2 weeks on Wednesday',
      'DevThu 30 DecGet in touch',
    ]);
    expect(screen.getByRole('grid', { name: 'Waiting and later' })).toBeDefined();
  });

  test('says of what is cut off how much of it is shown', () => {
    shown.show(list([ADA, BO, CY], { waiting: true, dated: true }));
    expect(headings()).toEqual(['Waiting 1 shown', 'December 2026 2 shown']);
  });

  test('is done, moved, dismissed and opened by keys', async () => {
    row('Bo').focus();
    await press('d');
    expect(onComplete).toHaveBeenCalledWith([BO]);
    row('Ada').focus();
    await press('s');
    // It waits already.
    expect(screen.queryByRole('button', { name: 'When I next see them' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Tomorrow/ }));
    expect(onSnooze).toHaveBeenCalledWith([ADA], '2026-11-23T09:00');
    row('Dev').focus();
    await press('{Delete}');
    expect(onDismiss).toHaveBeenCalledWith([DEV], false);
    row('Ada').focus();
    await press('o');
    expect(onOpen).toHaveBeenCalledWith(ADA);
  });

  test('is asked about where it recurs: skipped this once, or ended', async () => {
    row('Cy').focus();
    await press('{Delete}{Escape}');
    expect(document.activeElement).toBe(row('Cy'));
    await userEvent.click(within(row('Cy')).getByRole('button', { name: /^Dismiss/ }));
    await userEvent.click(screen.getByRole('button', { name: /End it/ }));
    expect(onDismiss).toHaveBeenCalledWith([CY], true);
  });

  test('is dismissed together, asking once', async () => {
    row('Bo').focus();
    await press('{Control>}a{/Control}');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(onDismiss).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /Skip this one/ }));
    expect(onDismiss).toHaveBeenCalledWith([ADA, BO, CY, DEV], false);
  });

  test('has the keyboard on the first that is new once more was asked for and is there', async () => {
    shown.show(list([ADA, BO], { waiting: false, dated: true }, 2));
    shown.show(list([ADA, BO], { waiting: false, dated: true }, 50));
    expect(document.activeElement).toBe(document.body);
    await act(async () => shown.show(list([ADA, BO, CY, DEV], undefined, 50)));
    expect(document.activeElement).toBe(row('Cy'));
  });
});
