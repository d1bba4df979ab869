// What the user does to the mirror's elements, told to the program by node id.
import { hasFlag, isScroller, isTextField } from './elements.js';
import { Walking } from './walking.js';

const pressable = new Set(['button', 'checkbox', 'radio', 'switch', 'tab', 'option', 'treeitem', 'separator']);
/** Keys by which focus walks through a composite; of text fields only those that do not move the caret. */
const walking = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
const listWalking = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

export class Input {
  #root;
  #mirror;
  #send;
  #readFile;
  #takePhotos;
  #walking = new Walking();

  /** `send(event)` queues an event for the program and asks for a frame; `takePhotos(node, files)` makes what was chosen ready. */
  constructor(root, mirror, { send, readFile, takePhotos }) {
    this.#root = root;
    this.#mirror = mirror;
    this.#send = send;
    this.#readFile = readFile;
    this.#takePhotos = takePhotos;
    root.addEventListener('click', this.#click);
    root.addEventListener('beforeinput', this.#beforeInput);
    root.addEventListener('input', this.#input);
    root.addEventListener('change', this.#change);
    root.addEventListener('compositionstart', this.#compositionStart);
    root.addEventListener('compositionend', this.#compositionEnd);
    root.addEventListener('focusin', this.#focusIn);
    root.addEventListener('focusout', this.#focusOut);
    root.addEventListener('scroll', this.#scroll, { capture: true, passive: true });
    root.addEventListener('submit', (event) => event.preventDefault());
    mirror.afterPatch = () => this.#walking.settle();
    document.addEventListener('keydown', this.#keyDown);
    document.addEventListener('pointerdown', this.#pointerDown);
    // A file dropped beside its field must not replace the page.
    for (const type of ['dragover', 'drop']) {
      document.addEventListener(type, (event) => { if (event.target?.type !== 'file') event.preventDefault(); });
    }
  }

  #modifiers(event) {
    return { shift: event.shiftKey, control: event.ctrlKey, alt: event.altKey, meta: event.metaKey };
  }

  /** The innermost node at or above the element that can be pressed; 0 if a link, field or nothing comes first. */
  #pressed(element) {
    for (let at = element; at && at !== this.#root; at = at.parentElement) {
      const id = this.#mirror.idOf(at);
      if (id === 0) return 0;
      const node = this.#mirror.node(id);
      if (node.role === 'link' || node.role === 'file' || isTextField(node)) return node.role === 'combobox' ? id : 0;
      if (node.role === 'row' && node.value) return id; // the row as a whole leads where one of its links does
      if (pressable.has(node.role) || at.tabIndex === 0 && node.role !== 'scroller') return at.ariaDisabled === 'true' ? 0 : id;
    }
    return 0;
  }

  #click = (event) => {
    const id = this.#pressed(event.target);
    if (id !== 0) this.#send({ type: 'activate', node: id, checked: event.target.checked === true, ...this.#modifiers(event) });
  };

  /**
   * Of what is put into a field only as much as it may hold, and that by way of the browser, which can undo it. What it cannot foretell
   * (compositions, corrections) is cut off afterwards.
   */
  #beforeInput = (event) => {
    const most = this.#mirror.node(this.#mirror.idOf(event.target))?.maximumLength ?? 0;
    if (most === 0 || event.isComposing || !/^insert(Text|FromPaste|FromDrop|LineBreak)$/.test(event.inputType)) return;
    const { value, selectionStart, selectionEnd } = event.target;
    const put = [...(event.data ?? event.dataTransfer?.getData('text/plain') ?? '\n')];
    const room = most - [...value.slice(0, selectionStart), ...value.slice(selectionEnd)].length;
    if (put.length <= room) return;
    event.preventDefault();
    const fits = put.slice(0, Math.max(0, room)).join('');
    if (fits) document.execCommand('insertText', false, fits);
  };

  #input = (event) => {
    const id = this.#mirror.idOf(event.target);
    const node = this.#mirror.node(id);
    if (!node || !isTextField(node)) return;
    const composing = event.isComposing || this.#mirror.composing === id;
    if (!composing) this.#limit(event.target, node);
    this.#send({ type: 'input', node: id, text: event.target.value, composing });
  };

  /** Counted in characters, not in UTF-16 units as `maxlength` does. */
  #limit(element, node) {
    const most = node.maximumLength ?? 0;
    if (most === 0 || element.value.length <= most) return;
    const characters = [...element.value];
    if (characters.length <= most) return;
    const surplus = characters.length - most;
    const caret = [...element.value.slice(0, element.selectionEnd)].length;
    // What was just put in, before the caret, is what does not fit.
    const start = Math.max(0, caret - surplus);
    characters.splice(start, surplus);
    element.value = characters.join('');
    const at = characters.slice(0, start).join('').length;
    element.setSelectionRange(at, at);
  }

  #compositionStart = (event) => { this.#mirror.composing = this.#mirror.idOf(event.target); };

  #compositionEnd = (event) => {
    const id = this.#mirror.idOf(event.target);
    this.#mirror.composing = 0;
    const node = this.#mirror.node(id);
    if (!node) return;
    this.#limit(event.target, node);
    this.#send({ type: 'input', node: id, text: event.target.value, composing: false });
  };

  #change = async (event) => {
    if (event.target.type !== 'file') return;
    const id = this.#mirror.idOf(event.target);
    const files = [...event.target.files];
    event.target.value = ''; // the same file can be chosen again
    const node = this.#mirror.node(id);
    if (node && hasFlag(node, 'photos')) {
      this.#takePhotos(node, files);
      return;
    }
    for (const file of files) {
      const bytes = await this.#readFile(file).catch((error) => { console.warn(error); });
      if (bytes === null) continue; // its passphrase was not given
      this.#send({ type: 'file', node: id, text: file.name, bytes, unreadable: !bytes });
    }
  };

  #focusIn = (event) => {
    const id = this.#mirror.idOf(event.target);
    if (id !== 0 && !this.#mirror.quiet) this.#send({ type: 'focus', node: id, visible: event.target.matches(':focus-visible') });
  };

  #focusOut = (event) => {
    const id = this.#mirror.idOf(event.target);
    // A long text was scrolled to its caret; the painted one starts at its beginning.
    if ('selectionStart' in event.target) event.target.scrollTo(0, 0);
    if (id !== 0 && !this.#mirror.quiet) this.#send({ type: 'blur', node: id });
  };

  #scroll = (event) => {
    const id = this.#mirror.idOf(event.target);
    if (id === 0 || !isScroller(this.#mirror.node(id))) return;
    this.#send({ type: 'scroll', node: id, x: event.target.scrollLeft, y: event.target.scrollTop });
  };

  #keyDown = (event) => {
    // An input method's own keys are nobody else's business; 229 is how some of them say so.
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const id = this.#root.contains(event.target) ? this.#mirror.idOf(event.target) : 0;
    const node = this.#mirror.node(id);
    const key = () => this.#send({ type: 'key', node: id, text: event.key, ...this.#modifiers(event) });
    if (event.key === 'Escape') {
      key();
      return;
    }
    if (!node) return;
    if (isTextField(node)) {
      this.#keyInField(event, node, key);
    } else if (node.role === 'tab') {
      this.#keyOnTab(event, id);
    } else if (node.role === 'file') {
      if (event.key !== 'Enter') return; // the space bar opens it by itself
      event.preventDefault();
      event.target.click();
    } else if (node.role === 'radio') {
      // The browser walks through a group of radios by itself.
    } else if (node.role === 'separator') {
      if (!walking.has(event.key) && event.key !== 'Enter') return;
      event.preventDefault();
      key();
    } else if (node.role === 'treeitem' && (event.key === 'Enter' || event.key === ' ')) {
      // As a key and not as a press: the tree knows where the keyboard stands, also when the focus has not followed yet.
      event.preventDefault();
      key();
    } else if ((event.key === 'Enter' || event.key === ' ') && event.target.tagName === 'DIV' && this.#pressed(event.target) === id) {
      event.preventDefault();
      this.#send({ type: 'activate', node: id, ...this.#modifiers(event) });
    } else if (walking.has(event.key) && (node.role === 'listbox' || node.role === 'option' || node.role === 'treeitem' || node.role === 'row' || node.role === 'cell' ||
        node.role === 'columnheader' || node.role === 'table' || node.role === 'slider' || node.role === 'button' && (hasFlag(node, 'popup') || hasFlag(node, 'walks')))) {
      event.preventDefault();
      key();
    } else if (walking.has(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey && this.#walking.key(event.key, event.target)) {
      event.preventDefault();
    }
  };

  #keyInField(event, node, key) {
    if (event.key === 'Enter' && node.role !== 'textarea') {
      event.preventDefault();
      this.#send({ type: 'commit', node: node.id, ...this.#modifiers(event) });
    } else if (node.role === 'combobox' && listWalking.has(event.key)) {
      event.preventDefault();
      key();
    } else if (node.role === 'combobox' && event.target.readOnly && (event.key === 'Home' || event.key === 'End' || event.key.length === 1) &&
        !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      key();
    }
  }

  #keyOnTab(event, id) {
    const tabs = [...this.#mirror.element(id).parentElement.children].filter((element) => element.getAttribute('role') === 'tab' && !element.disabled);
    const at = tabs.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  /** A press beside the topmost layer: the modal dialog, or an open list and its field. */
  #pointerDown = (event) => {
    const layer = this.#openList() ?? this.#mirror.topModal;
    if (!layer) return;
    const inside = [layer, this.#mirror.node(layer)?.controls].some((id) => this.#mirror.element(id)?.contains(event.target));
    if (!inside) this.#send({ type: 'dismiss', node: layer });
  };

  /** What opened a list in the topmost layer; what opened that layer itself stays below it. */
  #openList() {
    const within = this.#mirror.element(this.#mirror.topModal) ?? this.#root;
    for (const element of within.querySelectorAll('[role="combobox"][aria-expanded="true"], button[aria-haspopup][aria-expanded="true"]')) {
      return this.#mirror.idOf(element);
    }
    return undefined;
  }
}
