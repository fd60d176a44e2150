import { UnreadableFile } from './file-format';

/** A row of a CSV file, with the line on which it begins. `isBroken` where its quotation marks do not come in pairs: that line as it is. */
export type CsvRow = { cells: string[]; line: number; isBroken: boolean };

/** Of one row: far above what anybody writes into a table, so that a quotation mark that is never closed is found out soon. */
const MOST_IN_ROW = 1_000_000;

/**
 * The rows of a CSV text, a piece of the text at a time. A row whose quotation marks do not come in pairs takes no more with it than its line
 * and those after it that look like the rest of it.
 * @throws UnreadableFile at a line without end.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let rest = '';
  let line = 1;
  let width = 0;
  let wasBroken = false;
  const take = (isWhole: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < rest.length) {
      const isEndless = rest.length - at > MOST_IN_ROW;
      const read = rowAt(rest, at, { delimiter, isWhole, isStrict: wasBroken });
      if (read === 'unfinished' && !isEndless) break;
      const isEmpty = typeof read !== 'string' && read.cells.join('') === '';
      const isBroken = typeof read === 'string' || (wasBroken && read.cells.length < width && !isEmpty);
      const row = isBroken ? lineAt(rest, at, isWhole) : read;
      if (!row && isEndless) throw new UnreadableFile('lineTooLong', line);
      if (!row) break;
      rows.push({ cells: row.cells, line, isBroken });
      line += newlinesIn(rest, at, row.end);
      at = row.end;
      if (isEmpty) continue;
      wasBroken = isBroken;
      if (!isBroken) width = row.cells.length;
    }
    rest = rest.slice(at);
    return rows;
  };
  for await (const piece of text) {
    rest += piece;
    yield take(false);
  }
  yield take(true);
}

/** Its cells, and where the next one begins. */
type Read = { cells: string[]; end: number };
/** Where `isStrict`, a quotation mark within a cell without any around it is a broken row, too: it may be of the one before. */
type Manner = { delimiter: string; isWhole: boolean; isStrict: boolean };

function rowAt(text: string, from: number, { delimiter, isWhole, isStrict }: Manner): Read | 'unfinished' | 'broken' {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    const begin = at;
    if (text[begin] === '"') {
      const close = closingAt(text, begin + 1);
      // What follows the mark may be on its way, and say that it closes nothing.
      if (close === -1 || (close === text.length - 1 && !isWhole)) return isWhole ? 'broken' : 'unfinished';
      cells.push(text.slice(begin + 1, close).replaceAll('""', '"'));
      at = close + 1;
      while (text[at] === ' ') at++;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
      cells.push(text.slice(begin, at));
      if (isStrict && cells.at(-1)?.includes('"')) return 'broken';
    }
    if (at === text.length) return isWhole ? { cells, end: at } : 'unfinished';
    if (text[at] === '\n') return { cells, end: at + 1 };
    if (text[at] !== delimiter) return 'broken';
  }
}

/** The mark that closes what was opened before `from`: the first that is not one of two. */
function closingAt(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The line as it is; undefined where its end is not there yet. */
function lineAt(text: string, from: number, isWhole: boolean): Read | undefined {
  const newline = text.indexOf('\n', from);
  if (newline === -1 && !isWhole) return undefined;
  const end = newline === -1 ? text.length : newline;
  return { cells: [text.slice(from, end)], end: newline === -1 ? end : end + 1 };
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
