import { BACKUP_END, backupHead, backupLine } from '../../../lib/formats/backup';
import { allRecords, countRecords } from '../../../lib/db/queries/backup';
import type { Instant } from '../../../lib/model/temporal';
import { records } from '../../person/records';
import { breathing } from './breathing';

const RECORDS_AT_ONCE = 250;

export type Backup = { blob: Blob; people: number; others: number; unreadable: number };

/** Writes everything kept into one gzipped file, a few records at a time; `onProgress` gets the part that is done. @throws when `signal` is aborted. */
export async function backUp(now: Instant, signal: AbortSignal, onProgress: (part: number) => void): Promise<Backup> {
  const counts = await countRecords(records);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const breathe = breathing(signal);
  const pages = allRecords(records, RECORDS_AT_ONCE);
  const written = { people: 0, others: 0, unreadable: 0 };
  const seen = () => written.people + written.others + written.unreadable;

  const text = new ReadableStream<string>({
    start: (stream) => stream.enqueue(backupHead(now, counts)),
    pull: async (stream) => {
      await breathe();
      const { value: page, done } = await pages.next();
      if (done) {
        stream.enqueue(BACKUP_END);
        stream.close();
        return;
      }
      const isFirst = written.people + written.others === 0;
      written.unreadable += page.unreadable;
      written[page.table === 'contacts' ? 'people' : 'others'] += page.records.length;
      stream.enqueue(page.records.map((record, index) => backupLine(page.table, record, isFirst && index === 0)).join(''));
      onProgress(seen() / Math.max(all, 1));
    },
  });
  const bytes = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'), { signal });
  const blob = await new Response(bytes).blob();
  return { blob: blob.slice(0, blob.size, 'application/gzip'), ...written };
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
