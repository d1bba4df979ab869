// Opening the browser's databases, with an end to waiting.

/** Milliseconds after which an open that nothing comes of is given up: another tab may hold on to the database for ever. */
const patience = 5_000;

export function reasonOf(error) {
  return error?.name ? `${error.name}: ${error.message}` : String(error);
}

/** `upgrade(database, transaction, from)` brings it from version `from` to `version`; without a version, whatever is there is opened. */
export function openDatabase(name, version, upgrade, waiting = patience) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    let late = false;
    let failure = null;
    const timer = setTimeout(() => {
      late = true;
      reject(new DOMException(name, 'BlockedError'));
    }, waiting);
    request.onupgradeneeded = ({ oldVersion }) => {
      clearTimeout(timer); // how long it takes depends on how much there is
      try {
        upgrade(request.result, request.transaction, oldVersion);
      } catch (error) {
        failure = error;
        request.transaction.abort();
      }
    };
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(failure ?? request.error);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      if (late) request.result.close(); // nobody waits for it any more
      else resolve(request.result);
    };
  });
}

export function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Durable, if the transaction asked for that. */
export function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}
