// Where a passphrase is typed: the lock screen, and dialogs over the page. It never goes through the program.
import { Vault, unlockFile } from './vault.js';
import { readLock, removeEverything, writeMeta } from './vault_store.js';
import { notice } from './notice.js';
import { say } from './words.js';

/** Characters: fewer are refused, fewer are called weak. */
const fewest = 8;
const good = 14;
/** Of wrong passphrases: as many without a wait, and the longest wait in seconds. */
const free = 2;
const longest = 3600;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
const button = (label, work) => make('button', { type: 'button', textContent: label, onclick: work });

const length = (passphrase) => [...passphrase.normalize('NFC')].length;
const strength = (passphrase) => (length(passphrase) < fewest ? 'lock.short' : length(passphrase) < good ? 'lock.fair' : 'lock.good');

/** What is wrong with a new passphrase and its repetition, in words; nothing if it can be taken. */
export function refusal({ next, repeat }) {
  if (length(next) < fewest) return say('lock.short', fewest);
  return next.normalize('NFC') === repeat.normalize('NFC') ? '' : say('lock.differ');
}

/**
 * A form of passphrases. `fields`: current, next, repeat or passphrase; `work(values)` gives words for what is wrong, or nothing when it is done.
 * `done` hears of that.
 */
function passphraseForm({ fields, submit, work, done, others = [] }) {
  const inputs = fields.map((name) => make('input', {
    type: 'password', name, id: `lock-${name}`, autocomplete: name === 'next' || name === 'repeat' ? 'new-password' : 'current-password',
    spellcheck: false, autocapitalize: 'off' }));
  const problem = make('p', { role: 'alert' });
  const go = make('button', { type: 'submit', textContent: submit, className: 'first' });
  const lines = inputs.map((input) => {
    const line = make('div', { className: 'field' }, make('label', { htmlFor: input.id, textContent: say(`lock.${input.name}`) }), input);
    if (input.name !== 'next') return line;
    const advice = make('p', { id: 'lock-advice', textContent: say('lock.short', fewest) });
    advice.setAttribute('aria-live', 'polite');
    input.setAttribute('aria-describedby', advice.id);
    input.addEventListener('input', () => { advice.textContent = say(strength(input.value), fewest); });
    line.append(advice);
    return line;
  });
  const show = make('input', { type: 'checkbox', onchange: () => { for (const input of inputs) input.type = show.checked ? 'text' : 'password'; } });
  const form = make('form', { noValidate: true }, ...lines, make('label', { className: 'check' }, show, say('lock.show')), problem,
    make('div', {}, go, ...others));
  form.setAttribute('aria-label', submit);
  const busy = (now) => {
    for (const element of form.elements) element.disabled = now;
    if (!now) inputs[0].focus();
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    busy(true);
    problem.textContent = say('lock.checking');
    let wrong;
    try {
      wrong = await work(values, problem);
    } catch (error) {
      console.error(error);
      wrong = say('lock.failed', String(error));
    }
    for (const input of inputs) if (!wrong || input.name === 'current' || input.name === 'passphrase') input.value = '';
    busy(false);
    problem.textContent = wrong ?? '';
    if (!wrong) done();
  });
  return form;
}

/** Over the page, which waits meanwhile; resolves when it was closed. Escape does that too, unless something is being done. */
function dialog(title, text, ...body) {
  const sheet = make('dialog', { className: 'sheet' }, make('h2', { id: 'sheet-title', textContent: title }), make('p', { id: 'sheet-text', textContent: text }), ...body);
  sheet.setAttribute('aria-labelledby', 'sheet-title');
  sheet.setAttribute('aria-describedby', 'sheet-text');
  sheet.addEventListener('cancel', (event) => { if (sheet.querySelector('[type="submit"]:disabled')) event.preventDefault(); });
  const closed = new Promise((resolve) => { sheet.addEventListener('close', () => { sheet.remove(); resolve(); }); });
  document.body.append(sheet);
  sheet.showModal();
  return closed;
}

/** Resolves when it was done or given up. */
export function askPassphrases(title, text, fields, work) {
  const form = passphraseForm({ fields, submit: title, work, done: () => form.closest('dialog').close(),
    others: [button(say('lock.cancel'), () => form.closest('dialog').close())] });
  return dialog(title, text, form);
}

/** Words with one button, by which it resolves; `lines` can be read and copied. */
export function tell(title, text, label = say('lock.close'), lines = null) {
  const shown = lines === null ? [] : [Object.assign(make('textarea', { readOnly: true, rows: 8, value: lines }), { ariaLabel: title })];
  const close = button(label, () => close.closest('dialog').close());
  return dialog(title, text, ...shown, close);
}

/** The plain bytes of a file that is locked; null if it was given up. */
export async function openLocked(name, bytes) {
  let plain = null;
  await askPassphrases(say('lock.file_title'), say('lock.file_text', name), ['passphrase'], async ({ passphrase }) => {
    try {
      plain = await unlockFile(bytes, passphrase);
    } catch (error) {
      console.warn(error);
      return say('lock.file_bad');
    }
    return plain ? '' : say('lock.wrong');
  });
  return plain;
}

/** The only way round the lock, in two steps. */
function forget(name) {
  const area = document.getElementById('notice-actions');
  const remove = button(say('lock.delete'), () => {
    const sure = button(say('lock.delete_sure'), async () => {
      sure.disabled = true;
      try {
        new BroadcastChannel(`${name}-lock`).postMessage('lock'); // what other tabs hold would be written anew
        await removeEverything(name);
        location.reload();
      } catch (error) {
        sure.disabled = false;
        notice.add(say('lock.failed', String(error)));
      }
    });
    sure.className = 'danger';
    remove.replaceWith(sure);
    sure.focus();
  });
  area.replaceChildren(make('p', { textContent: say('lock.forgot_text') }), remove, button(say('lock.cancel'), () => location.reload()));
  remove.focus();
}

/** Words over the whole page until the passphrase is given: resolves with what it opens. */
export function askToUnlock(name, { language }) {
  document.documentElement.lang = language ?? document.documentElement.lang;
  return new Promise((resolve) => {
    const form = passphraseForm({
      fields: ['passphrase'],
      submit: say('lock.open'),
      others: [button(say('lock.forgot'), () => forget(name))],
      work: async ({ passphrase }, problem) => {
        // Another tab may have changed it, or tried as well.
        const { lock, tries } = await readLock(name);
        if (!lock) location.reload();
        let { count = 0, until = 0 } = tries ?? {};
        const left = Math.min(until - Date.now(), longest * 1000); // whatever the clock was set to
        if (left > 0) {
          problem.textContent = say('lock.wait', Math.ceil(left / 1000));
          await new Promise((then) => { setTimeout(then, left); });
          return say('lock.again');
        }
        // Counted before it is known to be wrong: ending the page meanwhile gains nothing.
        ++count;
        const wait = count > free ? Math.min(2 ** (count - free), longest) : 0;
        until = Date.now() + wait * 1000;
        await writeMeta(name, 'tries', { count, until });
        const vault = await Vault.unlock(lock, passphrase);
        if (!vault) return wait ? say('lock.wrong_wait', wait) : say('lock.wrong');
        await writeMeta(name, 'tries');
        notice.show(say('title'), say('loading'));
        resolve(vault);
        return '';
      },
      done() {},
    });
    notice.show(say('lock.title'), say('lock.text'));
    document.getElementById('notice-actions').append(form);
    form.elements[0].focus();
  });
}
