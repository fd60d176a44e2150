import type { ReactNode } from 'react';
import { type CalendarDate, type Instant, type LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { exactDate, exactDateTime, shortDay, spokenDate, spokenDateTime, timeOfDay } from '../../lib/model/spoken';
import { useLater } from '../later';
import { useMoment } from '../moment';

/** A calendar date the way people say it, with the exact one on hover. */
export function SpokenDate({ date }: { date: CalendarDate }) {
  const { today, locale } = useMoment();
  return (
    <Spoken local={date} exact={() => exactDate(date, locale)}>
      {spokenDate(date, today, locale)}
    </Spoken>
  );
}

/** A wall-clock time the way people say it, with the exact one on hover. */
export function SpokenDateTime({ local }: { local: LocalDateTime }) {
  const { today, locale } = useMoment();
  return (
    <Spoken local={local} exact={() => exactDateTime(local, locale)}>
      {spokenDateTime(local, today, locale)}
    </Spoken>
  );
}

/** When something falls due, in the fewest words: the hour on its day, the day on any other. */
export function SpokenDueTime({ local }: { local: LocalDateTime }) {
  const { today, locale } = useMoment();
  const date = local.slice(0, 10);
  return (
    <Spoken local={local} exact={() => exactDateTime(local, locale)}>
      {date === today ? timeOfDay(local, locale) : spokenDate(date, today, locale)}
    </Spoken>
  );
}

/** The day on which something that is far ahead falls due, with the exact time on hover. */
export function ShortDay({ local }: { local: LocalDateTime }) {
  const { locale } = useMoment();
  return (
    <Spoken local={local} exact={() => exactDateTime(local, locale)}>
      {shortDay(local, locale)}
    </Spoken>
  );
}

/** A moment that has been, as the wall clock of the surface showed it. */
export function SpokenInstant({ instant }: { instant: Instant }) {
  const { zone } = useMoment();
  return <SpokenDateTime local={localDateTime(instant, zone)} />;
}

function Spoken({ local, exact, children }: { local: string; exact: () => string; children: ReactNode }) {
  const isLater = useLater();
  return (
    <time dateTime={local} title={isLater ? exact() : undefined}>
      {children}
    </time>
  );
}
