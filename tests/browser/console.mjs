// What is heard on the console that is not the page's.

/** The test runner says so itself when it keeps a service worker from being registered (`serviceWorkers: 'block'`). */
export const isRunnersOwn = (message) => message.text() === 'Service Worker registration blocked by Playwright';
