import { askedFirst } from './asked-first';
import { LISTED_AT_FIRST, whatWaits } from '../../lib/db/queries/what-waits';
import { listOf } from '../../lib/model/prepared-list';
import { momentAt, thisMinute } from '../person/current-moment';
import { readAhead, records } from '../person/records';

const { now, zone, today } = momentAt(thisMinute());

/** What waits, asked for before anything else of the popup is there: as the background prepared it, else as the records say. */
export const listAhead = readAhead(() => whatWaits(records, now, zone, LISTED_AT_FIRST), prepared());

async function prepared() {
  return listOf(await askedFirst, today, zone);
}
