import { type CalendarDate, type Instant, type LocalDateTime, localDateTime } from '../../lib/model/temporal';
import { exactDate, exactDateTime, spokenDate, spokenDateTime, timeOfDay } from '../../lib/model/spoken';
import { useMoment } from '../moment';

/** A calendar date the way people say it, with the exact one on hover. */
export function SpokenDate({ date }: { date: CalendarDate }) {
  const { today, locale } = useMoment();
  return (
    <time dateTime={date} title={exactDate(date, locale)}>
      {spokenDate(date, today, locale)}
    </time>
  );
}

/** A wall-clock time the way people say it, with the exact one on hover. */
export function SpokenDateTime({ local }: { local: LocalDateTime }) {
  const { today, locale } = useMoment();
  return (
    <time dateTime={local} title={exactDateTime(local, locale)}>
      {spokenDateTime(local, today, locale)}
    </time>
  );
}

/** When something falls due, in the fewest words: the hour on its day, the day on any other. */
export function SpokenDueTime({ local }: { local: LocalDateTime }) {
  const { today, locale } = useMoment();
  const date = local.slice(0, 10);
  return (
    <time dateTime={local} title={exactDateTime(local, locale)}>
      {date === today ? timeOfDay(local, locale) : spokenDate(date, today, locale)}
    </time>
  );
}

/** A moment that has been, as the wall clock of the surface showed it. */
export function SpokenInstant({ instant }: { instant: Instant }) {
  const { zone } = useMoment();
  return <SpokenDateTime local={localDateTime(instant, zone)} />;
}
