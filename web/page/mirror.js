// Keeps real elements in step with what the program states. Only what a patch names is touched; focus survives.
import { createElement, hasFlag, isScroller, isTextField, kindOf, updateElement, updateName } from './elements.js';

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Offsets nearer than this are the same place. */
const samePlace = 1;

export class Mirror {
  #root;
  #entries = new Map();
  #ids = new WeakMap();
  #modals = [];
  #returns = new Map();
  #baselineShift;
  #outside;
  #lostFocus;
  #showPhoto;
  #quiet = false;
  composing = 0;
  /** Called after every patch. */
  afterPatch = () => {};

  /**
   * `outside`: elements beside the root that a modal dialog makes inert. `baselineShift`: see updateElement.
   * `lostFocus(id)` hears that the focused node has gone. `showPhoto(element, node)` fills a photo's element.
   */
  constructor(root, { outside, baselineShift, lostFocus, showPhoto }) {
    this.#root = root;
    this.#outside = outside;
    this.#baselineShift = baselineShift;
    this.#lostFocus = lostFocus;
    this.#showPhoto = showPhoto;
  }

  /** True while the mirror itself moves the focus about: not the user's doing. */
  get quiet() { return this.#quiet; }

  element(id) { return this.#entries.get(id)?.element; }
  node(id) { return this.#entries.get(id)?.node; }
  /** The id of the node that an element belongs to; 0 if none. */
  idOf(element) {
    for (let at = element; at && at !== this.#root; at = at.parentElement) {
      const id = this.#ids.get(at);
      if (id !== undefined) return id;
    }
    return 0;
  }
  get focused() { return this.idOf(document.activeElement); }
  get topModal() { return this.#modals.at(-1) ?? 0; }

  apply(patch) {
    const focused = this.focused;
    const active = document.activeElement;
    const touched = new Set();
    this.#quiet = true;
    for (const node of patch.set) this.#set(node, touched);
    for (const id of patch.remove) this.#remove(id, touched);
    for (const [parent, children] of patch.order) this.#order(parent, children, touched);
    // References may name nodes that came in the same patch: attributes only now.
    for (const node of patch.set) this.#refresh(node);
    for (const id of touched) this.#rename(id);
    for (const node of patch.set) this.#live(node);
    if (focused !== 0 && document.activeElement !== active) this.#keepFocus(focused, active);
    this.#quiet = false;
    if (focused !== 0 && !this.#entries.has(focused)) this.#lostFocus(focused);
    this.#updateModals();
    this.afterPatch();
  }

  /** Moves the document's focus to a node. */
  focus(id) {
    const element = this.element(id);
    if (!element) return;
    element.focus();
    if (document.activeElement !== element && !element.hasAttribute('tabindex')) {
      element.tabIndex = -1;
      element.focus();
    }
  }

  /** Not while an input method is at work: its window and the caret would jump. */
  scrollIntoView(id) {
    if (this.composing === 0) this.element(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #set(node, touched) {
    let entry = this.#entries.get(node.id);
    const kind = kindOf(node);
    if (!entry || entry.kind !== kind || entry.node.role !== node.role) {
      const element = createElement(node);
      const replaced = entry?.element;
      entry = { element, kind, node, text: null, extent: null };
      if (replaced) {
        for (const child of [...replaced.children]) if (this.#ids.has(child)) element.append(child);
        replaced.replaceWith(element);
      }
      this.#entries.set(node.id, entry);
      this.#ids.set(element, node.id);
    }
    entry.node = node;
    touched.add(node.id);
  }

  #remove(id, touched) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const parent = entry.node.parent ?? 0;
    if (this.#entries.has(parent)) touched.add(parent);
    touched.delete(id);
    entry.element.remove();
    this.#entries.delete(id);
    if (this.composing === id) this.composing = 0;
  }

  #order(parent, children, touched) {
    const entry = this.#entries.get(parent);
    const container = entry?.element ?? this.#root;
    if (entry) touched.add(parent);
    const next = (node) => {
      while (node && !this.#ids.has(node)) node = node.nextSibling;
      return node;
    };
    let at = next(container.firstChild);
    for (const id of children) {
      const element = this.element(id);
      if (element === at) {
        at = next(at.nextSibling);
      } else {
        container.insertBefore(element, at);
      }
    }
  }

  #refresh(node) {
    const entry = this.#entries.get(node.id);
    updateElement(entry.element, node, this.node(node.parent), {
      identify: (id) => this.element(id)?.id || (this.#entries.has(id) ? `node-${id}` : undefined),
      baselineShift: this.#baselineShift,
    });
    if (isScroller(node)) this.#extend(entry);
  }

  #extend(entry) {
    if (!entry.extent) {
      entry.extent = document.createElement('div');
      entry.extent.className = 'extent';
      entry.element.prepend(entry.extent);
    }
    entry.extent.style.width = `${entry.node.contentWidth ?? 0}px`;
    entry.extent.style.height = `${entry.node.contentHeight ?? 0}px`;
  }

  #rename(id) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const hasChildren = [...entry.element.children].some((child) => this.#ids.has(child));
    entry.text = updateName(entry.element, entry.node, entry.text, hasChildren);
  }

  /** What the user changes too: only set where it differs, never under an input method's hands. */
  #live(node) {
    const { element } = this.#entries.get(node.id);
    if (isTextField(node)) {
      const value = node.value ?? '';
      if (this.composing !== node.id && element.value !== value) element.value = value;
    } else if (node.role === 'checkbox' || node.role === 'radio' || node.role === 'switch') {
      element.checked = hasFlag(node, 'checked');
    } else if (node.role === 'photo') {
      this.#showPhoto?.(element, node);
    } else if (isScroller(node)) {
      const left = node.scrollX ?? 0;
      const top = node.scrollY ?? 0;
      if (Math.abs(element.scrollLeft - left) >= samePlace) element.scrollLeft = left;
      if (Math.abs(element.scrollTop - top) >= samePlace) element.scrollTop = top;
    }
  }

  #keepFocus(id, before) {
    const element = this.element(id);
    if (!element) return;
    element.focus({ preventScroll: true });
    if (element !== before && isTextField(this.node(id)) && 'selectionStart' in before) {
      element.setSelectionRange(before.selectionStart, before.selectionEnd);
    }
  }

  #updateModals() {
    const modals = [...this.#entries.values()].filter(({ node }) => node.role === 'dialog' && hasFlag(node, 'modal'))
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
      .map(({ node }) => node.id);
    if (modals.length === this.#modals.length && modals.every((id, i) => id === this.#modals[i])) {
      if (modals.length > 0) this.#makeInert();
      return;
    }
    const opened = modals.filter((id) => !this.#modals.includes(id));
    const closed = this.#modals.filter((id) => !modals.includes(id));
    const focused = this.focused;
    this.#modals = modals;
    for (const id of opened) if (!this.#returns.has(id)) this.#returns.set(id, focused);
    this.#makeInert();
    const top = this.topModal;
    if (opened.length > 0) {
      const dialog = this.element(top);
      if (!dialog.contains(document.activeElement)) (dialog.querySelector(focusable) ?? dialog).focus();
    }
    for (const id of closed) {
      const back = this.#returns.get(id);
      this.#returns.delete(id);
      const lost = document.activeElement === document.body || !document.activeElement;
      if (lost && back && this.#entries.has(back)) this.focus(back);
    }
  }

  /** Everything beside the path to the topmost modal dialog is out of reach; messages still speak. */
  #makeInert() {
    const top = this.element(this.topModal);
    for (const element of [...this.#root.querySelectorAll('[inert]'), ...this.#outside]) element.inert = false;
    if (!top) return;
    for (const element of this.#outside) element.inert = true;
    for (let at = top; at !== this.#root; at = at.parentElement) {
      for (const sibling of at.parentElement.children) {
        const role = this.node(this.#ids.get(sibling))?.role;
        if (sibling !== at && role !== undefined && role !== 'status' && role !== 'alert') sibling.inert = true;
      }
    }
  }
}
