// Who may write, as the store itself decides it: `meta/fence` is the number of the tab whose turn it is, `meta/changes` counts what has been written.
import { answered, completed } from './database.js';

/** Another tab writes, or has written what this one does not know. */
export class NotWriter extends Error {}

/** Which database it is, and how many changes have been written: nothing where none was since it was made. */
export async function readState(database) {
  const meta = database.transaction('meta').objectStore('meta');
  const [born, changes] = await Promise.all([answered(meta.get('born')), answered(meta.get('changes'))]);
  return [String(born), changes];
}

/** Nobody who wrote before can write any more; the number of whoever does now. */
export async function raiseFence(database) {
  const transaction = database.transaction('meta', 'readwrite');
  const done = completed(transaction);
  const meta = transaction.objectStore('meta');
  let fence;
  meta.get('fence').onsuccess = ({ target }) => {
    fence = Math.max(Date.now(), (target.result ?? 0) + 1);
    try {
      meta.put(fence, 'fence');
    } catch {
      transaction.abort();
    }
  };
  await done;
  return fence;
}

/**
 * Has a writing transaction taken back, all of it, where another tab's turn has come, and calls `refused`. `fence` is null where none could be raised (the
 * storage was full): then this tab may go on with exactly the changes that it has read, null where it has read nothing. `number`: of the change that is written.
 */
export function guardTurn(transaction, { fence, changes, number }, refused) {
  const meta = transaction.objectStore('meta');
  const look = (key, holds) => {
    meta.get(key).onsuccess = ({ target }) => {
      if (holds(target.result)) return;
      refused();
      transaction.abort();
    };
  };
  if (fence !== null) {
    // The higher number is the later tab's, also where the database was made anew.
    look('fence', (found) => !(found > fence));
    meta.put(fence, 'fence');
  } else if (changes !== null) {
    look('changes', (found) => (found ?? changes) === changes);
  }
  meta.put(number, 'changes');
}
