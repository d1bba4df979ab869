// Attachments in the store, by the SHA-256 of their bytes: an object store of their own, written in the transaction of the records that name them.
import { answered } from './database.js';

export const blobName = 'blobs';
const nothing = new Uint8Array(0);

/** Key under which an attachment is known: among the entries one without bytes tells that it is stored. */
export const blobKey = (hash) => `blob/${hash}`;
export const blobEntry = (hash) => [blobKey(hash), nothing];

/** An entry for each that is stored; none where the database has no place for them yet. */
export async function blobEntries(database) {
  if (!database.objectStoreNames.contains(blobName)) return [];
  const hashes = await answered(database.transaction(blobName).objectStore(blobName).getAllKeys());
  return hashes.map(blobEntry);
}

/** What belongs to a change, as [key, value], no value for what was not handed over; `fail(error)` aborts it. */
export function changeBlobs(store, { removeEverything, blobs, blobRemovals }, fail) {
  if (removeEverything) store.clear();
  for (const key of blobRemovals) store.delete(key);
  for (const [key, value] of blobs) {
    store.getKey(key).onsuccess = ({ target }) => {
      if (target.result !== undefined) return; // what is there already is the same
      try {
        if (value === undefined) throw new DOMException(key, 'AttachmentError');
        store.put(value, key);
      } catch (error) {
        fail(error);
      }
    };
  }
}
