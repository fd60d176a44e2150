import { browser } from 'wxt/browser';
import { LISTED_AT_FIRST } from '../../lib/model/pending-action';
import { listOf } from '../../lib/model/prepared-list';
import { SESSION_NAMES } from '../../lib/model/session-names';
import { momentAt, thisMinute } from '../person/current-moment';
import { readAhead } from '../person/use-records';

const KEY = SESSION_NAMES.preparedList;
const { now, zone, today } = momentAt(thisMinute());

/** What waits, asked for before anything else of the popup is there: as the background prepared it, else as the records say. */
export const listAhead = readAhead((records, { whatWaits }) => whatWaits(records, now, zone, LISTED_AT_FIRST), prepared());

async function prepared() {
  if (browser.extension.inIncognitoContext) return undefined;
  const stored = await (globalThis.listAsked ?? browser.storage.session.get(KEY));
  return listOf(stored[KEY], today, zone);
}
