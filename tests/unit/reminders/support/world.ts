import type { Notifying } from '../../../../lib/model/notifying';
import type { Recurrence } from '../../../../lib/model/recurrence';
import { isDated, type Reminder } from '../../../../lib/model/reminder';
import { addTo, type Instant, instantFromMilliseconds, instantOf, type LocalDateTime, localDateTime, millisecondsOf } from '../../../../lib/model/temporal';
import { dueForNotification, groupForNotification, LONGEST_SLEEP_MINUTES, nextWake } from '../../../../lib/reminders/plan';
import { nextOccurrence } from '../../../../lib/reminders/recurrence';
import { firstOpen, isOpen, promisedFor } from './promise';

const MINUTE = 60_000;

/** Where a worker may be stopped while it does its round, from the start of the round on. */
export const STOPS = ['before deciding', 'after deciding', 'after showing', 'before setting the alarm'] as const;

/** What may happen to somebody who uses Kith. */
export type Happening =
  | { kind: 'time passes'; minutes: number }
  | { kind: 'asleep'; minutes: number }
  | { kind: 'travel'; zone: string }
  | { kind: 'clock set'; minutes: number }
  | { kind: 'killed'; stop: (typeof STOPS)[number]; minutes: number }
  | { kind: 'looked at twice' }
  | { kind: 'all done' }
  | { kind: 'snoozed'; minutes: number }
  | { kind: 'new reminder'; minutes: number; rule?: string }
  | { kind: 'settings'; notifying: Notifying };

/** One time of one reminder, and what became of it. */
type Appointment = {
  reminderId: string;
  dueAt: LocalDateTime;
  setAt: Instant;
  openedAtRound: number;
  shown: { round: number; notificationId: string }[];
  closed: boolean;
};

/** When the worker looked, and what the clock and the settings were. */
type Round = { now: Instant; zone: string; notifying: Notifying };

/**
 * A person, their device, and a worker that keeps their reminders and sleeps in between. The worker knows the clock and the zone of
 * the device and what it has written down; it may be stopped anywhere, and then only writing it finished is left.
 */
export class World {
  reminders: Reminder[] = [];
  appointments: Appointment[] = [];
  rounds: Round[] = [];
  /** What the browser shows or has shown, by id: to show an id again changes nothing. */
  private readonly notifications = new Map<string, string[]>();
  /** Written down with the decision to notify, until the browser has confirmed it: notification id → reminders. */
  private readonly undelivered = new Map<string, string[]>();
  private alarm: Instant | undefined;
  /** The zone was changed or the clock set since the alarm was: nobody tells the worker. */
  private deceived = false;
  private ids = 0;

  constructor(
    private now: Instant,
    private zone: string,
    private notifying: Notifying,
  ) {}

  happen(happening: Happening): void {
    switch (happening.kind) {
      case 'time passes':
        return this.pass(happening.minutes);
      case 'asleep':
        this.move(happening.minutes);
        if (this.alarm !== undefined && this.alarm <= this.now) this.round();
        return;
      case 'travel':
        this.zone = happening.zone;
        this.deceived = true;
        return;
      case 'clock set':
        this.move(happening.minutes);
        this.deceived = true;
        if (this.alarm !== undefined && this.alarm <= this.now) this.round();
        return;
      case 'killed':
        this.round(happening.stop);
        this.alarm = undefined;
        this.move(happening.minutes);
        return this.round();
      case 'looked at twice': {
        this.round();
        const planned = this.alarm;
        this.round();
        if (this.alarm !== planned) this.mistakes.push(`at ${this.now} the second look set the alarm for ${this.alarm}, the first for ${planned}`);
        return;
      }
      case 'all done':
        for (const reminder of this.reminders.filter(({ status }) => status === 'notified')) this.complete(reminder);
        return this.round();
      case 'snoozed':
        for (const { id } of this.reminders.filter(({ status }) => status === 'notified')) this.open(id, addTo(this.clock(), { minutes: happening.minutes }));
        return this.round();
      case 'new reminder': {
        const dueAt = addTo(this.clock(), { minutes: happening.minutes });
        const id = this.newId();
        this.reminders.push({
          id,
          contactId: '',
          text: '',
          dueAt,
          status: 'open',
          ...(happening.rule !== undefined && { recurrence: { rule: happening.rule, from: dueAt } }),
          createdAt: this.now,
          updatedAt: this.now,
        });
        this.open(id, dueAt);
        return this.round();
      }
      case 'settings':
        this.notifying = happening.notifying;
        return this.round();
    }
  }

  /** Looks again whenever the settings allow it until nothing waits that is due by then. */
  settle(): void {
    const due = this.clock();
    for (let look = 0; look < 10; look++) {
      const waiting = this.reminders.filter(({ status, dueAt }) => status === 'open' && dueAt <= due);
      if (waiting.length === 0) return;
      const ready = waiting.map(({ id }) => deliveryOf(this.appointmentOf(id), { now: this.now, zone: this.zone, notifying: this.notifying })).toSorted();
      const open = instantOf(firstOpen(this.clock(), this.notifying), this.zone);
      this.move(1);
      this.now = [open, ready.at(-1)!, this.now].toSorted().at(-1)!;
      this.round();
    }
  }

  /** What is wrong with how the reminders came, in words; nothing is, if they can be trusted. */
  complaints(): string[] {
    return [...this.appointments.flatMap((appointment) => this.complaintsAbout(appointment)), ...this.mistakes];
  }

  private readonly mistakes: string[] = [];

  private complaintsAbout(appointment: Appointment): string[] {
    const { reminderId, dueAt, openedAtRound, shown, closed } = appointment;
    const name = `reminder ${reminderId} of ${dueAt}`;
    const [first, ...again] = shown;
    if (again.length > 0) return [`${name} was shown ${shown.length} times`];
    const last = first?.round ?? (closed ? openedAtRound : this.rounds.length);
    const missed = this.rounds.slice(openedAtRound, last).find((round) => mayShow(appointment, round));
    const early = first && !mayShow(appointment, this.rounds[first.round]!);
    return [
      ...(missed ? [`${name} was not shown when the worker looked at ${missed.now}`] : []),
      ...(early ? [`${name} was shown too early, or when nothing may be`] : []),
    ];
  }

  /** One round of the worker, stopped at `stop`; what it has not done by then is not done. */
  private round(stop?: (typeof STOPS)[number]): void {
    if (stop === 'before deciding') return;
    const round = this.rounds.push({ now: this.now, zone: this.zone, notifying: this.notifying }) - 1;
    const due = dueForNotification(this.reminders.filter(isDated), this.now, this.zone, this.notifying);
    this.overtake(due, { now: this.now, zone: this.zone, notifying: this.notifying });
    const notificationIds = groupForNotification(
      due.map(({ id }) => ({ id, kind: 'reminder' as const })),
      () => this.newId(),
      this.notifying.delivery,
    );
    this.reminders = this.reminders.map((reminder) => (notificationIds.has(reminder.id) ? { ...reminder, status: 'notified', updatedAt: this.now } : reminder));
    for (const [reminderId, notificationId] of notificationIds) {
      this.appointmentOf(reminderId).shown.push({ round, notificationId });
      this.undelivered.set(notificationId, [...(this.undelivered.get(notificationId) ?? []), reminderId]);
    }
    if (stop === 'after deciding') return;

    for (const [id, reminderIds] of this.undelivered) if (!this.notifications.has(id)) this.notifications.set(id, reminderIds.toSorted());
    if (stop === 'after showing') return;

    this.undelivered.clear();
    if (stop === 'before setting the alarm') return;

    const open = this.reminders.filter(({ status }) => status === 'open').toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    const first = open.filter(({ dueAt }) => dueAt.slice(0, 10) === open[0]?.dueAt.slice(0, 10));
    this.deceived = false;
    this.alarm = nextWake([...first, ...this.reminders.filter(({ status }) => status === 'notified')], this.now, this.zone, this.notifying);
    const [waits] = this.waiting();
    if ((this.alarm === undefined) !== (waits === undefined)) this.mistakes.push(`at ${this.now} the alarm is ${this.alarm} while ${waits?.dueAt} waits`);
    if (this.alarm !== undefined && (this.alarm <= this.now || minutesBetween(this.now, this.alarm) > LONGEST_SLEEP_MINUTES))
      this.mistakes.push(`at ${this.now} the alarm was set for ${this.alarm}`);
  }

  private pass(minutes: number): void {
    const end = instantFromMilliseconds(millisecondsOf(this.now) + minutes * MINUTE);
    while (this.alarm !== undefined && this.alarm <= end) {
      this.lookBetween(this.now, this.alarm);
      this.now = this.alarm > this.now ? this.alarm : this.now;
      this.alarm = undefined;
      this.round();
    }
    this.lookBetween(this.now, end);
    this.now = end;
  }

  /** Whether the worker, who could know better, sleeps through a minute at which it had something to show. */
  private lookBetween(from: Instant, to: Instant): void {
    if (this.alarm === undefined || this.deceived) return;
    const here = { now: to, zone: this.zone, notifying: this.notifying };
    const waiting = this.waiting().filter((each) => deliveryOf(each, here) < to);
    if (waiting.length === 0) return;
    for (let minute = (Math.floor(millisecondsOf(from) / MINUTE) + 1) * MINUTE; minute < millisecondsOf(to); minute += MINUTE) {
      const round = { ...here, now: instantFromMilliseconds(minute) };
      const missed = waiting.find((each) => mayShow(each, round));
      if (missed) return void this.mistakes.push(`at ${round.now} the worker slept until ${to} while ${missed.dueAt} could be shown`);
    }
  }

  /** All that is to come: what is open, and the next time of what recurs, dealt with or not. */
  private waiting(): Pick<Appointment, 'dueAt' | 'setAt'>[] {
    return this.reminders.flatMap(({ status, dueAt, recurrence, updatedAt: setAt }) => {
      const next = status === 'notified' ? recurrence && nextOccurrence(recurrence, dueAt) : status === 'open' ? dueAt : undefined;
      return next === undefined ? [] : [{ dueAt: next, setAt }];
    });
  }

  /** What recurs comes at the latest time that has come, whatever was slept through and whether or not anybody dealt with it, and at no other. */
  private overtake(due: readonly Reminder[], round: Round): void {
    const recurring = this.reminders.filter(({ status, recurrence }) => (status === 'notified' || status === 'open') && recurrence !== undefined);
    for (const { id, dueAt, updatedAt: setAt, status, recurrence } of recurring) {
      const has = (time: LocalDateTime) => mayShow({ dueAt: time, setAt }, round);
      const latest = (recurrence && latestOf(recurrence, dueAt, this.clock(), has)) ?? (status === 'open' && has(dueAt) ? dueAt : undefined);
      const comes = due.find((each) => each.id === id)?.dueAt;
      if (comes !== latest) this.mistakes.push(`at ${this.now} reminder ${id}, ${status} for ${dueAt}, came for ${comes} and not for ${latest}`);
      if (comes === undefined || comes === dueAt) continue;
      this.reminders = this.reminders.map((each) => (each.id === id ? { ...each, dueAt: comes } : each));
      this.appointmentOf(id).closed = true;
      this.appointments.push({ reminderId: id, dueAt: comes, setAt, openedAtRound: this.rounds.length - 1, shown: [], closed: false });
    }
  }

  private complete(reminder: Reminder): void {
    const after = reminder.dueAt > this.clock() ? reminder.dueAt : this.clock();
    const again = reminder.recurrence && nextOccurrence(reminder.recurrence, after);
    if (again !== undefined && again <= after)
      this.mistakes.push(`reminder ${reminder.id} of ${reminder.dueAt}, done at ${this.clock()}, comes again at ${again}`);
    if (again !== undefined) this.open(reminder.id, again);
    else {
      this.reminders = this.reminders.map((each) => (each.id === reminder.id ? { ...each, status: 'done' } : each));
      this.appointmentOf(reminder.id).closed = true;
    }
  }

  private open(id: string, dueAt: LocalDateTime): void {
    this.reminders = this.reminders.map((reminder) => (reminder.id === id ? { ...reminder, status: 'open', dueAt, updatedAt: this.now } : reminder));
    const before = this.appointments.findLast(({ reminderId }) => reminderId === id);
    if (before) before.closed = true;
    this.appointments.push({ reminderId: id, dueAt, setAt: this.now, openedAtRound: this.rounds.length, shown: [], closed: false });
  }

  private appointmentOf(id: string): Appointment {
    return this.appointments.findLast(({ reminderId }) => reminderId === id)!;
  }

  /** Appointments that came due by now and of which nobody was told. */
  forgotten(): Appointment[] {
    return this.appointments.filter(({ shown, closed, dueAt }) => shown.length === 0 && !closed && dueAt <= addTo(this.clock(), { days: -10 }));
  }

  /** Notification ids that were decided on and that the browser never got, or that speak for somebody else. */
  unshown(): string[] {
    const decided = Map.groupBy(
      this.appointments.flatMap(({ reminderId, shown }) => shown.map(({ notificationId }) => ({ notificationId, reminderId }))),
      ({ notificationId }) => notificationId,
    );
    return [...decided].flatMap(([id, all]) =>
      this.notifications.get(id)?.join() ===
      all
        .map(({ reminderId }) => reminderId)
        .toSorted()
        .join()
        ? []
        : [id],
    );
  }

  private clock(): LocalDateTime {
    return localDateTime(this.now, this.zone);
  }

  private move(minutes: number): void {
    this.now = instantFromMilliseconds(millisecondsOf(this.now) + minutes * MINUTE);
  }

  private newId(): string {
    return String(++this.ids);
  }
}

/** Whether it is to be shown at this moment, as the settings promise it. */
function mayShow(appointment: Pick<Appointment, 'dueAt' | 'setAt'>, round: Round): boolean {
  return isOpen(localDateTime(round.now, round.zone), round.notifying) && deliveryOf(appointment, round) <= round.now;
}

/** Remembered, because it is asked for every minute of a world's life. */
const deliveries = new WeakMap<Notifying, Map<string, Instant>>();

function deliveryOf({ dueAt, setAt }: Pick<Appointment, 'dueAt' | 'setAt'>, { zone, notifying }: Round): Instant {
  const known = deliveries.getOrInsertComputed(notifying, () => new Map());
  return known.getOrInsertComputed(`${zone} ${dueAt} ${setAt}`, () => instantOf(promisedFor(dueAt, localDateTime(setAt, zone), notifying), zone));
}

/** The last occurrence after `from`, on the day of `clock` at the latest, that `has` come: looked for from ever longer ago. */
function latestOf(recurrence: Recurrence, from: LocalDateTime, clock: LocalDateTime, has: (time: LocalDateTime) => boolean): LocalDateTime | undefined {
  for (const days of [10, 100, 1000]) {
    const start = addTo(clock, { days: -days });
    let latest: LocalDateTime | undefined;
    let time = nextOccurrence(recurrence, start > from ? start : from);
    for (; time !== undefined && time.slice(0, 10) <= clock.slice(0, 10); time = nextOccurrence(recurrence, time)) if (has(time)) latest = time;
    if (latest !== undefined || start <= from) return latest;
  }
  return undefined;
}

function minutesBetween(from: Instant, to: Instant): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / MINUTE;
}
