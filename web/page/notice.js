// The plain page in words: while opening, when nothing can be painted, and when the program has stopped.
import { say } from './words.js';

const byId = (id) => document.getElementById(id);
const below = ['canvas', 'mirror', 'skip'];
let focused = null; // what had the focus when the page was covered

export const notice = {
  /** Back to what lies below it. */
  hide() {
    const box = byId('notice');
    if (box.hidden) return;
    box.hidden = true;
    for (const id of below) byId(id).hidden = byId(id).inert = false;
    focused?.focus({ preventScroll: true });
    focused = null;
  },

  /** Not even the words could be loaded: the page's own HTML says so. */
  unreachable() {
    byId('notice-unreachable').hidden = false;
    byId('notice-text').hidden = byId('notice-progress').hidden = true;
  },

  /** `actions`: [label, function] pairs, shown as buttons; `detail` is technical text. */
  show(title, text, actions = [], detail = '') {
    const box = byId('notice');
    if (box.hidden) focused = document.activeElement;
    box.querySelector('h1').textContent = title;
    byId('notice-text').textContent = text;
    byId('notice-progress').hidden = true;
    const buttons = actions.map(([label, work]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', work);
      return button;
    });
    const area = byId('notice-actions');
    area.replaceChildren(...buttons);
    if (detail) {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = say('damaged.detail');
      const shown = document.createElement('pre');
      shown.textContent = detail;
      details.append(summary, shown);
      area.append(details);
    }
    box.hidden = false;
    for (const id of below) byId(id).hidden = byId(id).inert = true;
    buttons[0]?.focus();
  },

  /** Lines of text to be read and copied, under a heading of their own. */
  list(title, text, lines) {
    const heading = document.createElement('h2');
    heading.textContent = title;
    const why = document.createElement('p');
    why.textContent = text;
    const shown = document.createElement('pre');
    shown.textContent = lines.join('\n');
    shown.tabIndex = 0; // what can be scrolled can be reached
    byId('notice-actions').append(heading, why, shown);
  },

  /** Something more to say below what is shown. */
  add(text) {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = text;
    byId('notice-actions').append(line);
  },
};
