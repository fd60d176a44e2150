import { openDatabase } from '../../lib/db/database';

/** The records, for reading: a page changes them by asking the background. */
export const records = openDatabase();
