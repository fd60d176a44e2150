import { browser } from 'wxt/browser';
import { LISTED_AT_FIRST, whatWaits } from '../../lib/db/queries/what-waits';
import { listOf } from '../../lib/model/prepared-list';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { momentAt, thisMinute } from '../person/current-moment';
import { readAhead } from '../person/use-records';

const KEY = SESSION_NAMES.preparedList;
const { now, zone, today } = momentAt(thisMinute());

/** What waits, asked for before anything else of the popup is there: as the background prepared it, else as the records say. */
export const listAhead = readAhead((records) => whatWaits(records, now, zone, LISTED_AT_FIRST), prepared());

async function prepared() {
  if (browser.extension.inIncognitoContext) return undefined;
  return listOf((await browser.storage.session.get(KEY))[KEY], today, zone);
}
