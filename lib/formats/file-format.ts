import type { ImportItem } from '../model/import-item';
import type { ProfileKey } from '../model/profile';
import type { Instant, TimeZone } from '../model/temporal';

/**
 * A kind of file that Kith can import. Another one is one more file in this folder, listed in all.ts.
 */
export type FileFormat = {
  id: 'backup' | 'peopleCsv';
  /** A newer record of a backup takes the place of an older one; people from elsewhere add to what is there. */
  source: 'backup' | 'people';
  /** The largest file of this kind that is read, in bytes of text. */
  most: number;
  /** Whether a file is of this kind, from the beginning of its text. */
  recognises: (beginning: string) => boolean;
  /**
   * Reads the text, which comes piece by piece with lines ended by `\n`. What cannot be read is told, line by line, and passed over.
   * @throws UnreadableFile where nothing can be made of the file.
   */
  read: (text: AsyncIterable<string>, world: World) => AsyncGenerator<Found>;
};

/** What reading a file needs from outside. */
export type World = {
  now: Instant;
  /** Where the user is. */
  zone: TimeZone;
  /** Whose profile an address is, if it is one of a site that Kith knows. */
  keyOf: (url: string) => ProfileKey | undefined;
  /** An id that is always the same for the same text. */
  idFor: (text: string) => string;
};

/** What is found in a file, in its order. */
export type Found =
  /** A record to be kept. */
  | { found: 'item'; item: ImportItem; line: number }
  /** Something that cannot be kept; what it said, where that helps. */
  | { found: 'problem'; line: number; why: Problem; detail?: string }
  /** Columns by what is done with them. */
  | { found: 'columns'; asDetails: string[]; leftOut: string[] };

/** Why a line cannot be kept. */
export const PROBLEMS = ['nameless', 'notARecord', 'unclosedQuote', 'unreadableDate', 'unreadableAddress'] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Why a file cannot be read at all. */
export const FILE_PROBLEMS = [
  'empty',
  'unknownFormat',
  'tooLarge',
  'notText',
  'damagedArchive',
  'noHeader',
  'newerVersion',
  'truncated',
  'lineTooLong',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Thrown where nothing can be made of a file; says why, and where where that is known. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly why: FileProblem;
  readonly where: string;

  constructor(why: FileProblem, where: string | number = '') {
    super(`${why} ${where}`.trim());
    this.why = why;
    this.where = String(where);
  }
}
