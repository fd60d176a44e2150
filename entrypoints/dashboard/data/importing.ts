import { useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import type { Choices } from '../../../components/data/preview';
import { countContacts } from '../../../lib/db/queries/people';
import { UnreadableFile } from '../../../lib/formats/file-format';
import { instantFromMilliseconds } from '../../../lib/model/temporal';
import { records } from '../../person/records';
import { bringIn } from './bring-in';
import { type ReadFile, readThrough } from './preview';

/** How far a file has come on its way into Kith. */
export type ImportState =
  | { is: 'waiting' }
  | { is: 'reading' | 'staging'; fileName: string; part: number }
  | { is: 'read'; read: ReadFile; choices: Choices }
  | { is: 'unreadable'; fileName: string; why: string };

/** A file is chosen, looked through, and only then brought in: one at a time, for as long as the page is open, whatever screen it shows. */
class Importing {
  #state: ImportState = { is: 'waiting' };
  #cancel = new AbortController();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };
  readonly state = (): ImportState => this.#state;

  read(file: File): Promise<void> {
    return this.#attempt('reading', file.name, async (signal, onProgress) => {
      const read = await readThrough(file, instantFromMilliseconds(Date.now()), signal, onProgress);
      return { is: 'read', read, choices: { withSettings: (await countContacts(records)) === 0, samePeople: new Map() } };
    });
  }

  /** Says something else about the file that was read. */
  choose(read: ReadFile, choices: Choices): void {
    this.#become({ is: 'read', read, choices });
  }

  bring(read: ReadFile, choices: Choices): Promise<void> {
    return this.#attempt('staging', read.file.name, async (signal, onProgress) => {
      await bringIn(read, choices, signal, onProgress);
      return { is: 'waiting' };
    });
  }

  /** Gives up what is being done with a file, or the file. */
  giveUp(): void {
    this.#cancel.abort();
    if (this.#state.is === 'read') this.#become({ is: 'waiting' });
  }

  /** Does something that takes a while with a file, until it is done, given up or found impossible. */
  async #attempt(is: 'reading' | 'staging', fileName: string, work: (signal: AbortSignal, onProgress: (part: number) => void) => Promise<ImportState>) {
    this.#cancel.abort();
    const own = new AbortController();
    this.#cancel = own;
    this.#become({ is, fileName, part: 0 });
    const next = await work(own.signal, (part) => !own.signal.aborted && this.#become({ is, fileName, part })).catch(
      (failure: unknown): ImportState => (own.signal.aborted ? { is: 'waiting' } : { is: 'unreadable', fileName, why: inWords(failure) }),
    );
    if (this.#cancel === own) this.#become(next);
  }

  #become(next: ImportState): void {
    this.#state = next;
    for (const changed of this.#listeners) changed();
  }
}

/** The one of this page. */
export const importing = new Importing();

/** How far the import of this page is; it follows that. */
export function useImporting(): ImportState {
  return useSyncExternalStore(importing.subscribe, importing.state);
}

/** What is wrong with a file, and what to do. */
function inWords(failure: unknown): string {
  if (failure instanceof UnreadableFile) return i18n.t(`data.file.${failure.why}`, [failure.where]);
  if (failure instanceof DOMException) return i18n.t('data.file.gone');
  return failure instanceof Error ? failure.message : String(failure);
}
