/** Every record of a table, of whichever database has it: runs in a page of the extension's, past the extension's own code. */
export async function recordsOf(storeName: string): Promise<unknown[]> {
  const settled = <R>(request: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // Opening a database that does not exist would make an empty one and upset the extension.
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name ?? ''));
    try {
      if (database.objectStoreNames.contains(storeName)) return await settled(database.transaction(storeName).objectStore(storeName).getAll());
    } finally {
      database.close();
    }
  }
  return [];
}
