import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Runs in the worker before the extension's own first line, each time it starts: keeps what is shown to the user, which the
 * browser tells nobody, in a database of its own, so that it is not lost when the worker is killed.
 */
function probe(): void {
  const database = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('probe', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('shown', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Firefox has the extension's API twice.
  const { browser, chrome } = globalThis as any;
  const { notifications } = browser?.runtime?.id ? browser : chrome;
  const create = notifications.create.bind(notifications);
  notifications.create = async (id: string, options: object) => {
    const transaction = (await database).transaction('shown', 'readwrite', { durability: 'strict' });
    transaction.objectStore('shown').add({ id, options });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    return create(id, options);
  };
}

/** A copy of the built extension, in `folder`, that remembers every notification it shows; nothing else differs. */
export async function withProbe(extension: string, folder: string): Promise<string> {
  const copy = join(folder, 'extension');
  await cp(extension, copy, { recursive: true });
  const background = join(copy, 'background.js');
  await writeFile(background, `(${probe.toString()})();\n${await readFile(background, 'utf8')}`);
  return copy;
}
