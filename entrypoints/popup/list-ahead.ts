import { browser } from 'wxt/browser';
import { LISTED_AT_FIRST } from '../../lib/model/pending-action';
import { listOf } from '../../lib/model/prepared-list';
import { momentAt, thisMinute } from '../person/current-moment';
import { readAhead } from '../person/use-records';

/** A background that is busy with long work is not waited for. */
const PATIENCE = 150;

const { now, zone, today } = momentAt(thisMinute());

/** What waits, asked for before anything else of the popup is there: as the background has it, else as the records say. */
export const listAhead = readAhead((records, { whatWaits }) => whatWaits(records, now, zone, LISTED_AT_FIRST), prepared());

async function prepared() {
  if (browser.extension.inIncognitoContext) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  return listOf(await Promise.race([globalThis.listAsked, late]), today, zone);
}
