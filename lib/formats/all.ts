import { BACKUP } from './backup';
import type { FileFormat } from './file-format';
import { PEOPLE_CSV } from './people-csv';

/** Every kind of file that can be imported; the first that recognises a file reads it. */
export const ALL_FORMATS: readonly FileFormat[] = [BACKUP, PEOPLE_CSV];
