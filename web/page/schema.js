// The form of the database, and the steps from each version of it to the next. Whatever a step changes, the entries as they were stay beside it
// until the program has opened and written (BrowserStore.prove).
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reading both lists before anything else is written takes them as they were. */
function copy(transaction, from, to) {
  const source = transaction.objectStore(from);
  const keys = source.getAllKeys();
  source.getAll().onsuccess = ({ target }) => {
    try {
      keys.result.forEach((key, i) => to.put(target.result[i], key));
    } catch {
      transaction.abort();
    }
  };
}

const steps = {
  1: (database) => database.createObjectStore('entries'),
  // `meta`: schema; born, by which this database is told from one that stands in its place; proven, 0 as long as a copy is kept;
  // fence, the number of the tab that may write; changes, how many have been written.
  // `blobs`: attachments, by hash.
  2: (database, transaction, from) => {
    const meta = database.createObjectStore('meta');
    database.createObjectStore('blobs');
    meta.put(hex(crypto.getRandomValues(new Uint8Array(16))), 'born');
    const former = database.createObjectStore('entries-1');
    if (from === 0) return;
    copy(transaction, 'entries', former);
    meta.put(0, 'proven');
  },
};

export const schema = 2;

/** In one transaction: either all steps are done, or the database is as it was. */
export function upgrade(database, transaction, from) {
  for (let version = from + 1; version <= schema; ++version) steps[version](database, transaction, from);
  transaction.objectStore('meta').put(schema, 'schema');
}
