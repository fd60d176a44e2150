import { momentAt, thisMinute } from '../person/current-moment';
import { readAhead } from '../person/records';
import { LISTED_AT_FIRST, whatWaits } from '../person/what-waits';

const { now, zone } = momentAt(thisMinute());

/** What waits, asked for before anything else of the popup is there. */
export const listAhead = readAhead(() => whatWaits(now, zone, LISTED_AT_FIRST));
