// One tab writes. Two that appended to the same feed would give two records one number, and the later would overwrite the earlier.

const untilTheTabCloses = new Promise(() => {});

/** Holds the lock as long as the tab lives; tells whether it got it. */
function hold(name, options) {
  return new Promise((resolve) => {
    navigator.locks.request(name, options, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : untilTheTabCloses;
    });
  });
}

/** Resolves when this tab may write. While another tab does, `wait` is called once, and the page starts anew when that tab is gone. */
export async function becomeWriter(store, wait) {
  if (!navigator.locks) return; // only browsers older than those supported
  const name = `${store}-writer`;
  if (await hold(name, { ifAvailable: true })) return;
  wait();
  await hold(name, {});
  location.reload();
  await untilTheTabCloses;
}
