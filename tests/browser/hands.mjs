// Hands without a mouse: the Tab key on its way to something, and what has the focus.

/** What has the focus: its role and its name. */
export const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const tags = { A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', H1: 'heading', MAIN: 'main' };
  const types = { text: 'textbox', search: 'searchbox', checkbox: 'checkbox', radio: 'radio', file: 'file' };
  return {
    role: element.getAttribute('role') ?? tags[element.tagName] ?? types[element.type] ?? element.tagName,
    name: element.getAttribute('aria-label') ?? element.textContent,
  };
});

/** Walks with the Tab key until something of that role and name has the focus; `key` may be Shift+Tab. */
export async function tabTo(page, role, name, key = 'Tab') {
  let at;
  for (let step = 0; step < 80; ++step) {
    at = await focused(page);
    if (at.role === role && at.name === name) return;
    await page.keyboard.press(key);
    await page.waitForTimeout(30); // the frame in which the page answers
  }
  throw new Error(`${key} never reached ${role} ${name}; it is at ${at.role} ${at.name}`);
}

/** What was in the field before is replaced. */
export async function typeInto(page, name, text) {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
