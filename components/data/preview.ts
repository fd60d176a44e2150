/** What importing a file would do. */
export type Preview = {
  fileName: string;
  kind: 'backup' | 'peopleCsv';
  /** People who are new, and who are kept already. */
  added: number;
  known: number;
  /** Records about them. */
  others: number;
  settings: number;
  /** Columns kept as details, and columns that are not. */
  asDetails: readonly string[];
  leftOut: readonly string[];
  /** The first of what cannot be read, line by line. */
  problems: { line: number; why: 'nameless' | 'notARecord' | 'unclosedQuote' | 'unreadableDate' | 'unreadableAddress'; detail?: string }[];
  problemCount: number;
  namesakes: Namesake[];
};

/** Somebody in the file called like somebody who is kept. */
export type Namesake = { id: string; name: string; said: string; keptId: string; keptName: string };

/** What the user says about an import before it begins: whether the settings of a backup are taken, and who of the file is who is kept. */
export type Choices = { withSettings: boolean; samePeople: ReadonlyMap<string, string> };
