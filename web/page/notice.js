// The plain page in words: while opening, when nothing can be painted, and when the program has stopped.
import { say } from './words.js';

const byId = (id) => document.getElementById(id);

export const notice = {
  hide() { byId('notice').hidden = true; },

  /** Not even the words could be loaded: the page's own HTML says so. */
  unreachable() {
    byId('notice-unreachable').hidden = false;
    byId('notice-text').hidden = byId('notice-progress').hidden = true;
  },

  /** `actions`: [label, function] pairs, shown as buttons; `detail` is technical text. */
  show(title, text, actions = [], detail = '') {
    const box = byId('notice');
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
    for (const id of ['canvas', 'mirror', 'skip']) byId(id).hidden = byId(id).inert = true;
    buttons[0]?.focus();
  },

  /** Something more to say below what is shown. */
  add(text) {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = text;
    byId('notice-actions').append(line);
  },
};
