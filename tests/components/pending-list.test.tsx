// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NoticeHere, useNotices } from '../../components/notice/notices';
import type { Outcome } from '../../components/notice/outcome';
import { type PendingActions, PendingList } from '../../components/pending/pending-list';
import type { Because, PendingAction, PendingCadence, PendingChange, PendingDate, PendingReminder, WhatWaits } from '../../lib/model/pending-action';
import { dayPresets, snoozePresets } from '../../lib/reminders/snooze';
import { MOMENT, show } from './support/screen';

const pending = (id: string, name: string, dueAt: string, urgency: PendingReminder['urgency']): PendingReminder => ({
  kind: 'reminder',
  id,
  contactId: `contact-${id}`,
  name,
  profileKey: `linkedin:in/${name.toLowerCase()}`,
  text: `Write to ${name}`,
  dueAt,
  urgency,
});
const ADA = pending('1', 'Ada', '2026-11-20T09:00', 'overdue');
const BO = pending('2', 'Bo', '2026-11-22T08:30', 'today');
const CY = pending('3', 'Cy', '2026-11-25T09:00', 'week');
const DEV: PendingCadence = {
  kind: 'cadence',
  id: 'cadence:contact-4',
  contactId: 'contact-4',
  name: 'Dev',
  cadence: { every: 6, unit: 'week' },
  lapsedOn: '2026-11-13',
  lastContact: { on: '2026-10-02', channel: 'coffee', interactionId: 'i' },
  urgency: 'drifting',
};
const EVE: PendingDate = { kind: 'date', id: 'date:e', contactId: 'contact-5', name: 'Eve', on: '2026-11-25', years: 40, urgency: 'week' };
const FAY: PendingChange = {
  kind: 'change',
  id: '6',
  contactId: 'contact-6',
  name: 'Fay',
  seenAt: '2026-11-21T08:00:00.000Z',
  fields: [{ field: 'organisation', from: 'Acme', to: 'Globex' }],
  urgency: 'news',
};

/** Every deed is answered once what waits has been read again: by `readAgain`. */
let readers: (() => void)[] = [];
const done = () => new Promise<boolean>((tell) => readers.push(() => tell(true)));
const readAgain = () => act(async () => readers.splice(0).forEach((tell) => tell()));
const onComplete = vi.fn<PendingActions['onComplete']>();
const onSnooze = vi.fn<PendingActions['onSnooze']>(done);
const onAwait = vi.fn<PendingActions['onAwait']>(done);
/** Whom Kith would not see. */
let unnoticed: readonly string[] = [];
const onLog = vi.fn<PendingActions['onLog']>(done);
const onOpen = vi.fn<PendingActions['onOpen']>();
const undo = vi.fn(async (): Promise<Outcome> => ({ done: true }));
const snoozeWays = { times: snoozePresets(MOMENT.now, MOMENT.zone, '09:00'), days: dayPresets(MOMENT.now, MOMENT.zone, '09:00') };

const isNoticed = async (contactIds: readonly string[]) => contactIds.every((id) => !unnoticed.includes(id));

/** What becomes of the next thing that is asked for. */
let outcome: Outcome;

type ListProps = { actions: readonly PendingAction[]; reasons?: ReadonlyMap<string, Because>; cut?: WhatWaits['cut'] };

function List({ actions, reasons, cut = {} }: ListProps) {
  const { say } = useNotices();
  return (
    <>
      <PendingList
        focused
        actions={actions}
        cut={cut}
        limit={50}
        reasons={reasons}
        snoozeWays={snoozeWays}
        onComplete={async (some, channel) => {
          await onComplete(some, channel);
          say('pending', 'Done.', outcome);
          return done();
        }}
        onSnooze={onSnooze}
        isNoticed={isNoticed}
        onAwait={onAwait}
        onLog={onLog}
        onOpen={onOpen}
      />
      <NoticeHere place="pending" />
    </>
  );
}

let shown: ReturnType<typeof show> | undefined;
const next = (actions: readonly PendingAction[], reasons?: ReadonlyMap<string, Because>, cut: WhatWaits['cut'] = {}) => {
  const list = <List actions={actions} cut={cut} {...(reasons && { reasons })} />;
  if (shown) shown.show(list);
  else shown = show(list);
};

beforeEach(() => {
  vi.clearAllMocks();
  readers = [];
  outcome = { done: true, undo };
  shown = undefined;
  unnoticed = [];
  next([ADA, BO, CY]);
});

const current = () => document.activeElement?.textContent;
const rows = () => screen.getAllByRole('row').map((row) => row.querySelector('.pending-name')?.textContent);
const selected = () => screen.queryAllByRole('row', { selected: true }).map((row) => row.querySelector('.pending-name')?.textContent);
const press = (keys: string) => userEvent.keyboard(keys);
/** What can be chosen, where it is asked how long to put something off. */
const offered = () =>
  within(screen.getByRole('group', { name: 'Snooze until' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('What waits', () => {
  test('is grouped, overdue first, each with who, what and when', () => {
    next([ADA, BO, CY, DEV, FAY]);
    expect(screen.getAllByRole('rowgroup').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Overdue',
      'Today',
      'This week',
      'Drifting apart',
      'News',
    ]);
    expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'Ada2 days agoWrite to Ada',
      'Bo08:30Write to Bo',
      'Cyin 3 daysWrite to Cy',
      'Devevery 6 weeks, 9 days overCoffee 7 weeks ago',
      'FayyesterdayAcme →is now Globex',
    ]);
    expect(screen.getByText('in 3 days').title).toContain('25 November 2026, 09:00');
  });

  test('says why, once that has been read: the last contact and what came of it, the newest note, how one met, how it comes again', () => {
    const weekly = { ...BO, recurrence: { rule: 'FREQ=WEEKLY;BYDAY=SU', from: '2026-11-22T08:30' } };
    next([ADA, weekly, DEV], new Map());
    const why = () => screen.getAllByRole('row').map((row) => row.querySelector('.pending-why')?.getAttribute('title'));
    expect(why()).toEqual(['', '', 'Coffee 7 weeks ago']);
    next(
      [ADA, weekly, DEV],
      new Map<string, Because>([
        [
          'contact-1',
          { howWeMet: 'at PyCon', note: 'Reads on trains', lastContact: { on: '2026-11-01', channel: 'call', interactionId: 'i', text: 'Promised the paper' } },
        ],
        ['contact-2', {}],
        ['contact-4', { lastContact: { on: '2026-10-02', channel: 'coffee', interactionId: 'i', text: 'Wants a map' } }],
      ]),
    );
    expect(why()).toEqual([
      'Call 3 weeks ago: Promised the paper · Note: Reads on trains · How you met: at PyCon',
      'No contact recorded yet · every Sunday',
      'Coffee 7 weeks ago: Wants a map',
    ]);
    const described = screen.getAllByRole('row')[0]?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('Promised the paper');
  });

  test('names the tag that gives the rhythm, the encounter that brought something up, and the years of a day', () => {
    const { profileKey: _, ...unseen } = BO;
    next([
      { ...ADA, text: '', encounter: { kind: 'organisation', name: 'Globex' } },
      { ...unseen, encounter: { kind: 'person' } },
      { ...DEV, tag: 'mentors', lapsedOn: '2026-11-22' },
      EVE,
      { ...EVE, id: 'past', on: '2026-11-20', urgency: 'overdue' },
      { ...EVE, id: 'work', label: 'At Globex', years: 1 },
    ]);
    expect(screen.getByText('you came across someone at Globex')).toBeTruthy();
    expect(screen.getByText('no profile is left to see them on')).toBeTruthy();
    for (const words of ['Get in touch', 'every 6 weeks, due today, by the tag “mentors”', 'Birthday, turns 40', 'Birthday, turned 40', 'At Globex, 1 year']) {
      expect(screen.getByText(words).title).toBe(words);
    }
  });

  test('is counted by its urgency, also what is not listed; where that is not known, it is said that the number is of what is shown', () => {
    const counts = () => [...document.querySelectorAll('.pending-heading .hint')].map(({ textContent }) => textContent);
    next([ADA, BO, CY, DEV]);
    expect(counts()).toEqual(['1', '1', '1', '1']);
    next([ADA, BO, CY, DEV], undefined, { overdue: 200, drifting: null });
    expect(counts()).toEqual(['201', '1', '1', '1 shown']);
  });

  test('unfolds all its words by the right arrow or a click, and folds them again', async () => {
    const unfolded = () => screen.getAllByRole('row').map((row) => row.dataset.unfolded);
    await press('{ArrowRight}');
    expect(unfolded()).toEqual(['true', 'false', 'false']);
    await press('{ArrowLeft}');
    expect(unfolded()).toEqual(['false', 'false', 'false']);
    await userEvent.click(screen.getByText('Write to Cy'));
    expect(unfolded()).toEqual(['false', 'false', 'true']);
  });
});

describe('One entry', () => {
  test('has the keyboard, the first to begin with; arrows and j k move it', async () => {
    expect(current()).toContain('Ada');
    await press('{ArrowDown}');
    expect(current()).toContain('Bo');
    await press('jj');
    expect(current()).toContain('Cy');
    await press('k{ArrowUp}{ArrowUp}');
    expect(current()).toContain('Ada');
    await press('{End}');
    expect(current()).toContain('Cy');
    await press('{Home}');
    expect(current()).toContain('Ada');
  });

  test('is done by d and leaves at once; the keyboard goes on at the one that took its place', async () => {
    await press('dd');
    expect(onComplete.mock.calls).toEqual([
      [[ADA], undefined],
      [[BO], undefined],
    ]);
    expect(rows()).toEqual(['Cy']);
    expect(current()).toContain('Cy');
    next([CY]);
    expect(current()).toContain('Cy');
  });

  test('is all that a key held down does something about; held arrows go on', async () => {
    const hold = (key: string) => {
      for (const repeat of [false, true, true]) fireEvent.keyDown(document.activeElement ?? document.body, { key, repeat });
    };
    hold('d');
    expect(onComplete).toHaveBeenCalledExactlyOnceWith([ADA], undefined);
    expect(rows()).toEqual(['Bo', 'Cy']);
    hold('u');
    await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce());
    hold('Enter');
    expect(onOpen).toHaveBeenCalledOnce();
    hold('x');
    expect(selected()).toEqual(['Bo']);
    hold('ArrowDown');
    expect(current()).toContain('Cy');
  });

  test('that could not be done comes back, with the reason', async () => {
    outcome = { done: false, why: 'The disk is full.' };
    await press('d');
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    await readAgain();
    expect(rows()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  test('that was done is taken back by u, stands where it was and has the keyboard', async () => {
    await press('d');
    next([BO, CY]);
    await press('u');
    expect(undo).toHaveBeenCalledOnce();
    next([ADA, BO, CY]);
    expect(rows()).toEqual(['Ada', 'Bo', 'Cy']);
    expect(current()).toContain('Ada');
  });

  test('that comes back once one has moved on, or by itself, leaves the keyboard where it is', async () => {
    await press('d');
    next([BO, CY]);
    await press('u{ArrowDown}');
    next([ADA, BO, CY]);
    expect(current()).toContain('Cy');
    await press('d');
    next([ADA, BO]);
    next([ADA, BO, CY]);
    expect(current()).toContain('Bo');
  });

  test('that was done does not come back while the records have not been read again, however long that takes', () => {
    vi.useFakeTimers();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'd' });
    act(() => void vi.advanceTimersByTime(60_000));
    next([ADA, BO, CY]);
    expect(rows()).toEqual(['Bo', 'Cy']);
    vi.useRealTimers();
  });

  test('nor while what was prepared for the popup gives way to the records, which say the same in another order', async () => {
    await press('d');
    const inAnotherOrder = (action: PendingReminder) => Object.fromEntries(Object.entries(action).reverse()) as PendingReminder;
    next([inAnotherOrder(ADA), inAnotherOrder(BO), inAnotherOrder(CY)]);
    expect(rows()).toEqual(['Bo', 'Cy']);
  });

  test('that is still there once they have been read again comes back', async () => {
    await press('d');
    expect(rows()).toEqual(['Bo', 'Cy']);
    await readAgain();
    expect(rows()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  test('with another time stays, with its new time', async () => {
    await press('s{Enter}');
    next([{ ...ADA, dueAt: '2026-11-22T12:00', urgency: 'today' }, BO, CY]);
    expect(rows()).toEqual(['Ada', 'Bo', 'Cy']);
  });

  test('is put off by s; arrows and Enter choose', async () => {
    await press('s');
    const group = screen.getByRole('group', { name: 'Snooze until' });
    expect(
      within(group)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Later today12:00', 'TomorrowMon 09:00', 'Next weekMon 09:00', 'Next month22 Dec 09:00', 'When I next see them', 'A date…']);
    await press('{ArrowRight}{Enter}');
    expect(onSnooze).toHaveBeenCalledWith([ADA], '2026-11-23T09:00');
    expect(current()).toContain('Bo');
  });

  test('is put off to a date of one’s own, or until one sees them', async () => {
    await press('s{ArrowLeft}{Enter}');
    await userEvent.type(screen.getByLabelText('A date…'), '2026-12-24T18:00{Enter}');
    expect(onSnooze).toHaveBeenCalledWith([ADA], '2026-12-24T18:00');
    await press('s{ArrowLeft}{ArrowLeft}{Enter}');
    expect(onAwait).toHaveBeenCalledWith([BO], true);
  });

  test('is not put off to what has passed already; what was picked stays, and is mended', async () => {
    await press('s{ArrowLeft}{Enter}');
    const field = screen.getByLabelText('A date…');
    await userEvent.type(field, '2026-11-22T09:00{Enter}');
    expect(onSnooze).not.toHaveBeenCalled();
    expect(field).toHaveProperty('value', '2026-11-22T09:00');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('That has passed already. Choose a time to come.');
    fireEvent.change(field, { target: { value: '2026-11-22T09:01' } });
    expect(field.getAttribute('aria-invalid')).toBe('false');
    await userEvent.click(screen.getByRole('button', { name: 'Snooze' }));
    expect(onSnooze).toHaveBeenCalledExactlyOnceWith([ADA], '2026-11-22T09:01');
  });

  test('still to come is not brought forward: what it comes by anyway is neither offered nor taken', async () => {
    next([CY]);
    await press('s');
    expect(offered()).toEqual(['Next month22 Dec 09:00', 'When I next see them', 'A date…']);
    await press('{ArrowLeft}{Enter}');
    const field = screen.getByLabelText('A date…');
    expect(field).toHaveProperty('min', '2026-11-25T09:01');
    await userEvent.type(field, '2026-11-25T09:00{Enter}');
    expect(screen.getByText('It comes by then anyway. Choose a later time.')).toBeTruthy();
    expect(onSnooze).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '2026-11-25T09:01' } });
    await press('{Enter}');
    expect(onSnooze).toHaveBeenCalledExactlyOnceWith([CY], '2026-11-25T09:01');
  });

  test('is put off until one opens Kith at their profile where it would not notice that, and so are several with them among', async () => {
    unnoticed = [BO.contactId];
    await press('s');
    expect(offered()).toContain('When I next see them');
    await press('{Escape}{ArrowDown}s');
    await userEvent.click(await screen.findByRole('button', { name: 'When I next open Kith at their profile' }));
    expect(onAwait).toHaveBeenLastCalledWith([BO], false);
    await readAgain();
    await press('{Control>}a{/Control}s');
    await userEvent.click(await screen.findByRole('button', { name: 'When I next open Kith at their profile' }));
    expect(onAwait).toHaveBeenLastCalledWith([ADA, BO, CY], false);
  });

  test('of somebody without a profile is not put off until one sees them, nor are several with them among', async () => {
    const { profileKey: _, ...profileless } = BO;
    next([ADA, profileless]);
    await press('{End}s');
    expect(screen.queryByRole('button', { name: 'When I next see them' })).toBeNull();
    await press('{Escape}{Control>}a{/Control}s');
    expect(screen.getByRole('button', { name: /^Later today/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'When I next see them' })).toBeNull();
  });

  test('without an hour is put off to a day; a birthday at most to its own', async () => {
    next([EVE, DEV, FAY]);
    await press('{Home}s');
    expect(offered()).toEqual(['TomorrowMon', 'On the dayWed', 'A date…']);
    await press('{ArrowRight}{Enter}');
    expect(onSnooze).toHaveBeenCalledWith([EVE], '2026-11-25T09:00');
    await press('s');
    expect(offered()).toEqual(['TomorrowMon', 'Next weekMon', 'In 2 weeks6 Dec', 'Next month22 Dec', 'A date…']);
    await press('{ArrowLeft}{Enter}');
    await userEvent.type(screen.getByLabelText('A date…'), '2026-11-22{Enter}');
    expect(screen.getByText('Choose tomorrow or a later day.')).toBeTruthy();
    expect(onSnooze).toHaveBeenCalledOnce();
    await userEvent.clear(screen.getByLabelText('A date…'));
    await userEvent.type(screen.getByLabelText('A date…'), '2026-12-24{Enter}');
    expect(onSnooze).toHaveBeenLastCalledWith([DEV], '2026-12-24T09:00');
  });

  test.each(['s', 'l'])('Escape leaves the question that %s asks and goes back to the row', async (key) => {
    await press(key);
    expect(current()).not.toContain('Ada');
    await press('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    expect(current()).toContain('Ada');
  });

  test('is logged by l and a number, or arrows and Enter', async () => {
    await press('l2');
    expect(onLog).toHaveBeenCalledWith([ADA], 'call');
    expect(rows()).toEqual(['Bo', 'Cy']);
    await press('l{ArrowRight}{ArrowDown}{Enter}');
    expect(onLog).toHaveBeenLastCalledWith([BO], 'e-mail');
    expect(current()).toContain('Cy');
  });

  test('of somebody one drifts from is done by having been in touch: d asks how', async () => {
    next([DEV, CY]);
    await press('{End}d');
    expect(onComplete).not.toHaveBeenCalled();
    expect(screen.getByRole('group', { name: 'How were you in touch with Dev today?' })).toBeTruthy();
    await press('5');
    expect(onComplete).toHaveBeenCalledWith([DEV], 'message');
    expect(rows()).toEqual(['Cy']);
  });

  test('is opened by o and Enter', async () => {
    await press('o');
    await press('{ArrowDown}{Enter}');
    expect(onOpen.mock.calls).toEqual([[ADA], [BO]]);
  });

  test('is dealt with by mouse all the same', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Open profile: Bo' }));
    expect(onOpen).toHaveBeenCalledWith(BO);
    await userEvent.click(screen.getByRole('button', { name: 'Done: Cy' }));
    expect(onComplete).toHaveBeenCalledWith([CY], undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Bo' }));
    await userEvent.click(screen.getByRole('button', { name: /^Tomorrow/ }));
    expect(onSnooze).toHaveBeenCalledWith([BO], '2026-11-23T09:00');
    await userEvent.click(screen.getByRole('button', { name: 'Log contact: Ada' }));
    await userEvent.click(screen.getByRole('button', { name: 'Coffee' }));
    expect(onLog).toHaveBeenCalledWith([ADA], 'coffee');
  });

  test('leaves Enter and Space on its buttons to them', async () => {
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Select: Ada' }));
    await press(' ');
    expect(selected()).toEqual(['Ada']);
    await press(' ');
    await userEvent.tab();
    await press('{Enter}');
    expect(onComplete).toHaveBeenCalledWith([ADA], undefined);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('is all that takes part in the tab order', () => {
    const stops = [...document.querySelectorAll<HTMLElement>('[role="grid"] [tabindex="0"]')];
    expect(stops.map((stop) => stop.closest('[role="row"]')?.querySelector('.pending-name')?.textContent)).toEqual(Array(6).fill('Ada'));
  });

  test('is not taken from whoever is writing elsewhere when the list appears', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    shown?.unmount();
    field.focus();
    shown = undefined;
    next([ADA]);
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('Several', () => {
  test('are selected by x or Space, by Shift and the arrows, all and none', async () => {
    await press('x');
    expect(selected()).toEqual(['Ada']);
    await press('{ArrowDown}{ArrowDown} ');
    expect(selected()).toEqual(['Ada', 'Cy']);
    expect(screen.getByText('2 selected')).toBeTruthy();
    await press('{Escape}');
    expect(selected()).toEqual([]);
    await press('{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['Ada', 'Bo', 'Cy']);
    await press('{Shift>}{ArrowUp}{/Shift}');
    expect(selected()).toEqual(['Ada', 'Bo']);
    expect(current()).toContain('Bo');
    await press('{Control>}a{/Control}');
    expect(selected()).toEqual(['Ada', 'Bo', 'Cy']);
    await press('x');
    expect(selected()).toEqual(['Ada', 'Cy']);
  });

  test('are selected by their boxes, and by a click with Shift or Ctrl', async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('checkbox', { name: 'Select: Bo' }));
    expect(selected()).toEqual(['Bo']);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByText('Write to Cy'));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['Bo', 'Cy']);
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Write to Ada'));
    await user.click(screen.getByText('Write to Bo'));
    await user.keyboard('{/Control}');
    expect(selected()).toEqual(['Ada', 'Cy']);
    await user.click(screen.getByRole('button', { name: 'select all shown' }));
    expect(selected()).toEqual(['Ada', 'Bo', 'Cy']);
    await user.click(screen.getByRole('button', { name: 'Select none' }));
    expect(selected()).toEqual([]);
    expect(document.activeElement?.getAttribute('role')).toBe('row');
  });

  test('are done together, and the keyboard goes on at the next that stays', async () => {
    next([ADA, BO, CY, { ...CY, id: '7', contactId: 'contact-7', name: 'Gus' }]);
    await press('{ArrowDown}x{ArrowDown}xd');
    expect(onComplete).toHaveBeenCalledWith([BO, CY], undefined);
    expect(rows()).toEqual(['Ada', 'Gus']);
    expect(current()).toContain('Gus');
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  test('are put off together; with one among them that has no hour, to a day', async () => {
    await press('xjxs');
    await userEvent.click(screen.getByRole('button', { name: /^When I next see them/ }));
    expect(onAwait).toHaveBeenCalledWith([ADA, BO], true);
    next([CY, DEV]);
    await press('{Control>}a{/Control}s');
    expect(offered()).toEqual(['In 2 weeks6 Dec', 'Next month22 Dec', 'A date…']);
    await userEvent.click(screen.getByRole('button', { name: 'A date…' }));
    expect(screen.getByLabelText('A date…')).toHaveProperty('min', '2026-11-26');
    await userEvent.click(screen.getByRole('button', { name: /^In 2 weeks/ }));
    expect(onSnooze).toHaveBeenCalledWith([CY, DEV], '2026-12-06T09:00');
  });

  test('are put off to after the last of them', async () => {
    next([ADA, { ...BO, dueAt: '2026-11-22T23:00' }]);
    await press('s');
    expect(offered()[0]).toBe('Later today12:00');
    await press('{Escape}{Control>}a{/Control}s');
    expect(offered()[0]).toBe('TomorrowMon 09:00');
  });

  test('are logged together; d asks only about those one drifts from', async () => {
    next([ADA, BO, DEV]);
    await press('xjxl');
    expect(screen.getByRole('group', { name: 'How were you in touch with 2 people today?' })).toBeTruthy();
    await press('{Escape}');
    expect(selected()).toEqual(['Ada', 'Bo']);
    await press('l4');
    expect(onLog).toHaveBeenCalledWith([ADA, BO], 'coffee');
    next([CY, DEV]);
    await press('{Control>}a{/Control}d');
    expect(screen.getByRole('group', { name: 'How were you in touch with Dev today?' })).toBeTruthy();
    await press('1');
    expect(onComplete).toHaveBeenCalledWith([CY, DEV], 'meeting');
  });

  test('are dealt with by the buttons below', async () => {
    await press('xjx');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onComplete).toHaveBeenCalledWith([ADA, BO], undefined);
    expect(current()).toContain('Cy');
  });

  test('that have left are selected no more', async () => {
    await press('{Control>}a{/Control}');
    await act(async () => next([CY]));
    expect(screen.getByText('1 selected')).toBeTruthy();
  });
});
