import Papa, { type ParseStepResult } from 'papaparse';
import { UnreadableFile } from './file-format';

/** A row of a CSV file, with the line on which it begins. `isBroken` where its quotation marks do not come in pairs: that line as it is. */
export type CsvRow = { cells: string[]; line: number; isBroken: boolean };

/** Of one row: far above what anybody writes into a table, so that a quotation mark that is never closed is found out soon. */
const MOST_IN_ROW = 1_000_000;

/**
 * The rows of a CSV text, a piece of the text at a time. A row whose quotation marks do not come in pairs takes no more with it than its line
 * and those after it that look like the rest of it: the library, which would go on to the next mark, begins anew behind each.
 * @throws UnreadableFile at a line without end.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let rest = '';
  let line = 1;
  let width = 0;
  let wasBroken = false;
  const take = (isLast: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    const add = (cells: string[], end: number, isBroken: boolean) => {
      rows.push({ cells, line, isBroken });
      line += newlinesIn(rest, at, end);
      at = end;
      if (cells.join('') === '') return;
      wasBroken = isBroken;
      if (!isBroken) width = cells.length;
    };
    for (let isBroken = true; isBroken && at < rest.length; ) {
      isBroken = false;
      const from = at;
      const step = ({ data: [cells = []], errors, meta }: ParseStepResult<string[][]>) => {
        const end = from + meta.cursor;
        isBroken = errors.length > 0 || (wasBroken && isRest(cells, rest.slice(at, end), width));
        if (isBroken) parser.abort();
        else add(cells, end, false);
      };
      // The parser beneath papaparse's own streams: those hold the page up until their end.
      const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', fastMode: false, step });
      parser.parse(rest.slice(from), 0, !isLast);
      const isEndless = rest.length - at > MOST_IN_ROW;
      if (!isBroken && !isEndless) break;
      const newline = rest.indexOf('\n', at);
      if (newline === -1 && isEndless) throw new UnreadableFile('lineTooLong', line);
      if (newline === -1 && !isLast) break;
      const end = newline === -1 ? rest.length : newline;
      add([rest.slice(at, end)], Math.min(end + 1, rest.length), true);
      isBroken = true;
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

/** Whether a row after a broken one, in a table of this width, is what is left of that. */
function isRest(cells: readonly string[], text: string, width: number): boolean {
  const isEmpty = cells.join('') === '';
  return !isEmpty && (cells.length < width || text.split('"').length % 2 === 0);
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
