import Papa, { type ParseStepResult } from 'papaparse';
import { UnreadableFile } from './file-format';

/** A row of a CSV file, with the line on which it begins. `isBroken` where its quotation marks do not come in pairs. */
export type CsvRow = { cells: string[]; line: number; isBroken: boolean };

/** Of one row: far above what anybody writes into a table, so that a quotation mark that is never closed is found out soon. */
const MOST_IN_ROW = 1_000_000;

/** The rows of a CSV text, a piece of the text at a time. @throws UnreadableFile at a row without end. */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let rest = '';
  let line = 1;
  const take = (isLast: boolean): CsvRow[] => {
    const { rows, end, lines } = parse(rest, delimiter, line, isLast);
    rest = rest.slice(end);
    line += lines;
    if (rest.length > MOST_IN_ROW) throw new UnreadableFile('lineTooLong', line);
    return rows;
  };
  for await (const piece of text) {
    rest += piece;
    yield take(false);
  }
  yield take(true);
}

function parse(text: string, delimiter: string, firstLine: number, isLast: boolean): { rows: CsvRow[]; end: number; lines: number } {
  const rows: CsvRow[] = [];
  let end = 0;
  let lines = 0;
  const step = ({ data, errors, meta }: ParseStepResult<string[][]>) => {
    const [cells = []] = data;
    rows.push({ cells, line: firstLine + lines, isBroken: errors.length > 0 });
    lines += newlinesIn(text, end, meta.cursor);
    end = meta.cursor;
  };
  // The parser beneath papaparse's own streams: those hold the page up until their end.
  new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', fastMode: false, step }).parse(text, 0, !isLast);
  return { rows, end, lines };
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
