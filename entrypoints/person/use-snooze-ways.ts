import { useMemo } from 'react';
import { useMoment } from '../../components/moment';
import type { SnoozeWays } from '../../components/pending/snooze-offer';
import { dayPresets, snoozePresets } from '../../lib/reminders/snooze';

/** The usual ways to put something off; undefined until it is known at what time of day follow-ups usually come. */
export function useSnoozeWays(followUpTime: string | undefined): SnoozeWays | undefined {
  const { now, zone } = useMoment();
  return useMemo(
    () => (followUpTime === undefined ? undefined : { times: snoozePresets(now, zone, followUpTime), days: dayPresets(now, zone, followUpTime) }),
    [now, zone, followUpTime],
  );
}
