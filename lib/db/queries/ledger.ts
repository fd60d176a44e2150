import type { Contact } from '../../model/contact';
import type { Deferral } from '../../model/deferral';
import { type Firing, isUnshown, type Lateness, latenessOf } from '../../model/firing';
import type { Interaction } from '../../model/interaction';
import type { LedgerLine, LedgerOutcome, LedgerSummary } from '../../model/ledger';
import type { Reminder } from '../../model/reminder';
import { addDays, type CalendarDate, type Instant, instantFromMilliseconds, localDateTime, millisecondsOf, type TimeZone, today } from '../../model/temporal';
import type { KithDatabase } from '../database';
import { parseFirings, parseRows, ROW_SCHEMAS } from '../rows';
import { BELATED_DAYS, dayOf, deferralsOf } from './days';
import { allTags, lapsesOf } from './lapses';
import { contactsById } from './people';

const DAY = 86_400_000;

/** What was notified, newest first, with what became of it. At most `limit` lines. */
export async function ledgerLines(db: KithDatabase, now: Instant, zone: TimeZone, limit: number): Promise<LedgerLine[]> {
  const firings = parseFirings(await db.firings.orderBy('firedAt').reverse().limit(limit).toArray());
  const known = await whatIsKnown(db, firings, today(now, zone));
  return Promise.all(
    firings.map(async (firing) => {
      const contact = known.contacts.get(firing.contactId);
      const text = textOf(firing, contact, known);
      const late = latenessOf(firing);
      return {
        ...firing,
        ...(contact && { name: contact.name }),
        ...(text && { text }),
        ...(late && { late }),
        outcome: contact ? await outcomeOf(db, firing, contact, known, zone) : { is: 'gone' as const },
      };
    }),
  );
}

/** How punctual the last `days` days were. */
export async function ledgerSummary(db: KithDatabase, now: Instant, days: number): Promise<LedgerSummary> {
  const since = instantFromMilliseconds(millisecondsOf(now) - days * DAY);
  const firings = parseFirings(await db.firings.where('firedAt').aboveOrEqual(since).toArray());
  const reasons = firings.map((firing) => (isUnshown(firing) ? 'refused' : latenessOf(firing)?.because));
  const because = (reason: Lateness['because']) => reasons.filter((each) => each === reason).length;
  return { days, total: firings.length, closed: because('closed'), asleep: because('asleep'), refused: because('refused') };
}

type Known = {
  date: CalendarDate;
  contacts: Map<string, Contact>;
  reminders: Map<string, Reminder>;
  deferrals: Map<string, Deferral>;
  interactions: Interaction[];
  lapsed: ReadonlySet<string>;
};

/** Everything that some lines are about, in a few queries for all of them. */
async function whatIsKnown(db: KithDatabase, firings: readonly Firing[], date: CalendarDate): Promise<Known> {
  const ofKind = (...kinds: Firing['kind'][]) => firings.filter(({ kind }) => kinds.includes(kind));
  const nudged = [...new Set(ofKind('cadence').map(({ contactId }) => contactId))];
  const [contacts, reminderRows, deferrals, interactionRows, tags] = await Promise.all([
    contactsById(
      db,
      firings.map(({ contactId }) => contactId),
    ),
    db.reminders.bulkGet([...new Set(ofKind('reminder').map(({ subjectId }) => subjectId))]),
    deferralsOf(db, [...new Set(ofKind('cadence', 'date').map(({ subjectId }) => subjectId))]),
    db.interactions.where('contactIds').anyOf(nudged).distinct().toArray(),
    allTags(db),
  ]);
  const lapses = await lapsesOf(
    db,
    nudged.flatMap((id) => contacts.get(id) ?? []),
    tags,
    date,
  );
  return {
    date,
    contacts,
    reminders: new Map(parseRows(ROW_SCHEMAS.reminders, reminderRows).map((reminder) => [reminder.id, reminder])),
    deferrals,
    interactions: parseRows(ROW_SCHEMAS.interactions, interactionRows),
    lapsed: new Set(lapses.map(({ contact }) => contact.id)),
  };
}

function textOf({ kind, subjectId }: Firing, contact: Contact | undefined, { reminders }: Known): string | undefined {
  if (kind === 'reminder') return reminders.get(subjectId)?.text;
  return kind === 'date' && contact ? dayOf(contact, subjectId)?.label : undefined;
}

function outcomeOf(db: KithDatabase, firing: Firing, contact: Contact, known: Known, zone: TimeZone): LedgerOutcome | Promise<LedgerOutcome> {
  if (firing.kind === 'reminder') return outcomeOfReminder(db, firing, known.reminders.get(firing.subjectId));
  return firing.kind === 'date' ? outcomeOfDay(firing, contact, known) : outcomeOfNudge(firing, contact, known, zone);
}

async function outcomeOfReminder(db: KithDatabase, firing: Firing, reminder: Reminder | undefined): Promise<LedgerOutcome> {
  if (!reminder) return { is: 'gone' };
  const { status, dueAt, encounter, closedAt } = reminder;
  // It was moved, perhaps more than once: to the time at which it was notified next, or to where it stands now.
  const next = await nextFiring(db, firing);
  if (next) return next.overtakes ? { is: 'passed' } : { is: 'movedTo', until: next.dueAt };
  if (status === 'awaiting') return encounter ? { is: 'awaiting', encounter } : { is: 'waits' };
  if (dueAt !== firing.dueAt && status === 'open') return { is: 'movedTo', until: dueAt };
  if (status === 'done' || status === 'dismissed') return { is: status, ...(closedAt !== undefined && { at: closedAt }) };
  return { is: 'waits' };
}

/** The next line about the same reminder: ids go by the time at which they fell due. */
async function nextFiring(db: KithDatabase, { id, subjectId }: Firing): Promise<Firing | undefined> {
  const rows = await db.firings.where('id').between(id, `reminder:${subjectId}:\uffff`, false, true).limit(1).toArray();
  return parseFirings(rows)[0];
}

function outcomeOfDay({ subjectId, firedAt }: Firing, contact: Contact, { deferrals, date }: Known): LedgerOutcome {
  const day = dayOf(contact, subjectId);
  if (!day) return { is: 'gone' };
  const deferral = deferrals.get(subjectId);
  const until = deferral?.until ?? day.on;
  return deferred(deferral, firedAt) ?? { is: addDays(until > day.on ? until : day.on, BELATED_DAYS) < date ? 'passed' : 'waits' };
}

function outcomeOfNudge({ subjectId, firedAt }: Firing, { id }: Contact, known: Known, zone: TimeZone): LedgerOutcome {
  const since = localDateTime(firedAt, zone).slice(0, 10);
  const contacted = known.interactions
    .filter(({ contactIds, on, createdAt }) => contactIds.includes(id) && on <= known.date && (on > since || createdAt > firedAt))
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  if (contacted) return { is: 'contacted', on: contacted.on };
  return deferred(known.deferrals.get(subjectId), firedAt) ?? { is: known.lapsed.has(id) ? 'waits' : 'gone' };
}

function deferred(deferral: Deferral | undefined, firedAt: Instant): LedgerOutcome | undefined {
  if (!deferral || deferral.updatedAt <= firedAt) return undefined;
  return deferral.until === undefined ? { is: 'settled', at: deferral.updatedAt } : { is: 'putOff', until: deferral.until };
}
