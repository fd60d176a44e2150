import { v7 } from 'uuid';
import type { Choices } from '../../../components/data/preview';
import type { ImportItem } from '../../../lib/model/import-item';
import { ITEMS_AT_ONCE, SLICES_AT_ONCE } from '../../../lib/model/long-work';
import { askWork } from '../../person/ask-work';
import { itemsOf, type ReadFile } from './preview';

/** So many messages are on their way to the background at once. */
const ON_THEIR_WAY = 2;

/**
 * Hands a file that was read through to the background, which begins when it has all of it. Answers the work's id. Until then nothing is
 * changed, and given up in the middle nothing is. @throws NotTaken, UnreadableFile, or when `signal` is aborted.
 */
export async function bringIn(read: ReadFile, choices: Choices, signal: AbortSignal, onProgress: (part: number) => void): Promise<string> {
  const importId = v7();
  const { source } = read.format;
  const items = read.items - (choices.withSettings ? 0 : read.preview.settings);
  await askWork('beginImport', { importId, source, fileName: read.file.name, items });
  let number = 0;
  let slices: ImportItem[][] = [];
  let slice: ImportItem[] = [];
  let sent: Promise<void>[] = [];
  const send = async () => {
    sent.push(askWork('stageSlices', { importId, number, slices }));
    number += slices.length;
    slices = [];
    if (sent.length < ON_THEIR_WAY) return;
    await Promise.all(sent);
    sent = [];
  };
  try {
    for await (const item of itemsOf(read, choices, signal, onProgress)) {
      slice.push(item);
      if (slice.length < ITEMS_AT_ONCE) continue;
      slices.push(slice);
      slice = [];
      if (slices.length === SLICES_AT_ONCE) await send();
    }
    if (slice.length > 0) slices.push(slice);
    if (slices.length > 0) await send();
    await Promise.all(sent);
    signal.throwIfAborted();
    await askWork('startImport', { importId });
  } catch (failure) {
    await Promise.allSettled(sent);
    await askWork('stopWork', { workId: importId });
    throw failure;
  }
  return importId;
}
