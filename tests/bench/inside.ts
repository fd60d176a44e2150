import { v7 as newId } from 'uuid';
import { context } from '../../entrypoints/background/clock';
import { reconciler } from '../../entrypoints/background/reconcile';
import { writeNote } from '../../lib/db/commands/notes';
import { openDatabase } from '../../lib/db/database';
import { contactRow } from '../../lib/db/rows';
import { importedContact } from './imported-rows';

/** What the benchmark does inside the extension's own page, with Kith's own code: bundled by bundle.ts, called by name. */
export type Inside = {
  /** Writes a note about a contact, as the worker does when it is asked to. */
  writeNote(contactId: string, text: string): Promise<void>;
  /** One run of the reconciliation that follows every command. */
  reconcile(): Promise<void>;
  /** Milliseconds of putting so many people, as an import would keep them, into a table like Kith's in one transaction past all of Kith's code. */
  putPeople(people: number): Promise<number>;
};

const db = openDatabase();

const inside: Inside = {
  async writeNote(contactId, text) {
    await writeNote(context(db), { commandId: newId(), subject: { contactId }, noteId: newId(), text, draft: false });
  },
  reconcile: reconciler(db),
  async putPeople(people) {
    const rows = Array.from({ length: people }, (_, number) => contactRow(importedContact(number), undefined, []));
    const raw = await emptyCopyOfContacts();
    const start = performance.now();
    const transaction = raw.transaction('contacts', 'readwrite', { durability: 'strict' });
    const table = transaction.objectStore('contacts');
    for (const row of rows) table.put(row);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('the rows were not put'));
    });
    const time = performance.now() - start;
    raw.close();
    return time;
  },
};

Reflect.set(globalThis, 'kithBench', inside);

/** A database of its own with a table that has the keys and indexes of Kith's people. */
async function emptyCopyOfContacts(): Promise<IDBDatabase> {
  const db = openDatabase();
  const { primKey, indexes } = db.contacts.schema;
  db.close();
  await settled(indexedDB.deleteDatabase('raw'));
  const opening = indexedDB.open('raw');
  opening.onupgradeneeded = () => {
    const table = opening.result.createObjectStore('contacts', { keyPath: String(primKey.keyPath) });
    for (const { name, keyPath, unique = false, multi = false } of indexes) table.createIndex(name, keyPath ?? name, { unique, multiEntry: multi });
  };
  return settled(opening);
}

function settled<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database did not answer'));
  });
}
