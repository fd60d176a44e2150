import { backupEnd, backupHead, backupLine } from '../../../lib/formats/backup';
import { allRecords, countRecords } from '../../../lib/db/queries/backup';
import type { ImportedTable } from '../../../lib/model/import-item';
import type { Instant } from '../../../lib/model/temporal';
import { records } from '../../person/records';
import { breathing } from './breathing';

const RECORDS_AT_ONCE = 250;

export type Backup = { blob: Blob; people: number; others: number; unreadable: number };

/** Writes everything kept into one gzipped file, a few records at a time; `onProgress` gets the part that is done. @throws when `signal` is aborted. */
export async function backUp(now: Instant, signal: AbortSignal, onProgress: (part: number) => void): Promise<Backup> {
  const all = await countRecords(records);
  const breathe = breathing(signal);
  const pages = allRecords(records, RECORDS_AT_ONCE);
  const counts: Partial<Record<ImportedTable, number>> = {};
  let written = 0;
  let unreadable = 0;

  const text = new ReadableStream<string>({
    start: (stream) => stream.enqueue(backupHead(now)),
    pull: async (stream) => {
      await breathe();
      const { value: page, done } = await pages.next();
      if (done) {
        stream.enqueue(backupEnd(counts));
        stream.close();
        return;
      }
      stream.enqueue(page.records.map((record, index) => backupLine(page.table, record, written + index === 0)).join(''));
      counts[page.table] = (counts[page.table] ?? 0) + page.records.length;
      written += page.records.length;
      unreadable += page.unreadable;
      onProgress((written + unreadable) / Math.max(all, 1));
    },
  });
  const bytes = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'), { signal });
  const blob = await new Response(bytes).blob();
  const people = counts.contacts ?? 0;
  return { blob: blob.slice(0, blob.size, 'application/gzip'), people, others: written - people, unreadable };
}

/** Has the browser put a file where it puts downloads. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by the time of the next task, or asks the user where to; a minute is enough for either.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
