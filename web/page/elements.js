// How each role becomes an element: which tag, which ARIA attributes, where it lies. Styles only through the CSSOM.
const flagBits = ['disabled', 'checked', 'expanded', 'collapsed', 'selected', 'invalid', 'required', 'readonly', 'modal', 'busy',
  'current', 'popup', 'pressed', 'focusable', 'alignEnd', 'semibold', 'walks', 'cut', 'mixed', 'photos', 'camera', 'keepsMetadata', 'covered'];

export function hasFlag(node, name) {
  return ((node.flags ?? 0) >>> flagBits.indexOf(name) & 1) === 1;
}

const tags = {
  banner: 'header', navigation: 'nav', main: 'main', region: 'section', form: 'form', link: 'a', button: 'button', tab: 'button',
  checkbox: 'input', radio: 'input', switch: 'input', textbox: 'input', searchbox: 'input', combobox: 'input', file: 'input',
  textarea: 'textarea', text: 'p', photo: 'img',
};
const inputTypes = { checkbox: 'checkbox', radio: 'radio', switch: 'checkbox', file: 'file' };
/** Roles that the tag does not carry by itself. */
const ariaRoles = new Set(['switch', 'combobox', 'listbox', 'option', 'list', 'listitem', 'table', 'row', 'columnheader', 'cell',
  'tablist', 'tab', 'tabpanel', 'dialog', 'status', 'alert', 'progressbar', 'slider', 'separator', 'banner', 'tree', 'treeitem', 'tooltip']);
/** Roles that lose their meaning without a name. */
const namedOnly = { region: 'region', form: 'form', group: 'group' };
const textFields = new Set(['textbox', 'textarea', 'searchbox', 'combobox']);
/** The name is the content: shown as (transparent) text where nothing lies inside. */
const namedByContent = new Set(['link', 'button', 'tab', 'option', 'heading', 'text', 'cell', 'columnheader', 'listitem', 'status', 'alert',
  'treeitem', 'tooltip']);
/** ARIA lets these have no name of their own beside their content. */
const contentOnly = new Set(['text', 'status', 'alert', 'tooltip']);
const fieldTypes = { password: 'password', telephone: 'tel', search: 'search' };
/** Their figures stand below each other, painted and live. */
const figures = new Set(['decimal', 'integer', 'date']);
const inputModes = { decimal: 'decimal', integer: 'numeric', date: 'numeric', telephone: 'tel', search: 'search' };

/** Scrolling areas, and lists that scroll by themselves. */
export const isScroller = (node) => node.role === 'scroller' || node.contentHeight > 0;
export const isTextField = (node) => textFields.has(node.role);

/** Two nodes with the same kind can share an element. */
export function kindOf(node) {
  const tag = tags[node.role] ?? (node.role === 'heading' ? `h${Math.min(6, Math.max(1, node.level || 2))}` : 'div');
  if (tag !== 'input') return tag;
  const type = inputTypes[node.role] ?? fieldTypes[node.inputType] ?? (node.role === 'searchbox' ? 'search' : 'text');
  return `input:${type}`;
}

export function createElement(node) {
  const [tag, type] = kindOf(node).split(':');
  const element = document.createElement(tag);
  if (type) element.type = type;
  if (tag === 'button') element.type = 'button';
  if (tag === 'form') element.noValidate = true;
  // Names and numbers are nothing to correct; sentences are.
  if (isTextField(node) && tag !== 'textarea') {
    element.spellcheck = false;
    element.autocapitalize = 'off';
  }
  return element;
}

function attribute(element, name, value) {
  if (value === undefined || value === null || value === '' || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, String(value));
  }
}

function style(element, name, value) {
  if (element.style[name] !== value) element.style[name] = value;
}

const px = (length) => `${length}px`;

function roleOf(node, parent) {
  if (node.role in namedOnly) return node.name || node.labelledBy ? namedOnly[node.role] : undefined;
  if (node.role === 'image') return 'img';
  if (node.role === 'scroller') {
    if (parent?.role === 'table') return 'rowgroup';
    if (parent?.role === 'list' || parent?.role === 'row' || parent?.role === 'tablist') return 'none';
    return node.name ? 'region' : undefined;
  }
  return ariaRoles.has(node.role) ? node.role : undefined;
}

function tabIndexOf(node) {
  if (node.role === 'tab') return hasFlag(node, 'selected') ? 0 : -1;
  if (hasFlag(node, 'walks') && !hasFlag(node, 'focusable')) return -1;
  if (hasFlag(node, 'focusable') && !hasFlag(node, 'disabled')) return 0;
  if (node.role === 'scroller') {
    return (node.contentHeight ?? 0) > node.rect[3] + 1 || (node.contentWidth ?? 0) > node.rect[2] + 1 ? 0 : undefined;
  }
  if (node.role === 'listbox') return -1; // its field has the focus, and a browser makes a stop of whatever scrolls
  if (node.role === 'main' || node.role === 'dialog' || node.role === 'heading' || node.role === 'alert') return -1;
  return undefined;
}

function place(element, node) {
  const [x, y, width, height] = node.rect;
  style(element, 'left', px(x));
  style(element, 'top', px(y));
  style(element, 'width', px(width));
  style(element, 'height', px(height));
}

function updateStates(element, node) {
  const flag = (name) => hasFlag(node, name);
  if ('disabled' in element) element.disabled = flag('disabled');
  else attribute(element, 'aria-disabled', flag('disabled') && 'true');
  attribute(element, 'aria-expanded', flag('expanded') ? 'true' : (flag('collapsed') || node.role === 'combobox') && 'false');
  attribute(element, 'aria-selected', flag('selected') ? 'true' : (node.role === 'option' || node.role === 'tab' || node.role === 'treeitem') && 'false');
  attribute(element, 'aria-invalid', flag('invalid') && 'true');
  attribute(element, 'aria-busy', flag('busy') && node.role !== 'progressbar' && 'true');
  attribute(element, 'aria-current', flag('current') && 'page');
  attribute(element, 'aria-modal', flag('modal') && 'true');
  // What was cut has its whole text as its name: told once is enough.
  attribute(element, 'aria-hidden', node.role === 'tooltip' && 'true');
  attribute(element, 'aria-haspopup', flag('popup') && (node.role === 'combobox' ? 'listbox' : 'dialog'));
  // A toggle that was ever pressed stays a toggle.
  if (flag('pressed')) attribute(element, 'aria-pressed', 'true');
  else if (element.hasAttribute('aria-pressed')) attribute(element, 'aria-pressed', 'false');
  if (isTextField(node) || node.role === 'file' || node.role === 'checkbox') element.required = flag('required');
  if (node.role === 'checkbox') element.indeterminate = flag('mixed');
}

function updateTable(element, node) {
  if (node.role === 'table') {
    attribute(element, 'aria-rowcount', node.rowCount);
    attribute(element, 'aria-colcount', node.columnCount);
  } else if (node.role === 'row') {
    style(element, 'cursor', node.value ? 'pointer' : '');
    attribute(element, 'aria-rowindex', node.row);
    style(element, 'zIndex', node.row === 1 ? '1' : ''); // a head that follows the scrolling lies over the rows
  } else if (node.role === 'cell' || node.role === 'columnheader') {
    attribute(element, 'aria-colindex', node.column);
    attribute(element, 'aria-sort', node.sort);
  } else if (node.role === 'option' || node.role === 'listitem' || node.role === 'treeitem') {
    attribute(element, 'aria-level', node.role === 'treeitem' && node.level);
    attribute(element, 'aria-posinset', node.row);
    attribute(element, 'aria-setsize', node.rowCount);
  } else if (node.role === 'slider') {
    attribute(element, 'aria-valuemin', 1);
    attribute(element, 'aria-valuemax', node.rowCount);
    attribute(element, 'aria-valuenow', node.row);
    attribute(element, 'aria-valuetext', node.value);
  } else if (node.role === 'progressbar' || node.role === 'separator') {
    attribute(element, 'aria-orientation', node.role === 'separator' && 'vertical');
    attribute(element, 'aria-valuemin', 0);
    attribute(element, 'aria-valuemax', 100);
    attribute(element, 'aria-valuenow', hasFlag(node, 'busy') ? undefined : Math.round((node.number ?? 0) * 100));
    attribute(element, 'aria-valuetext', node.value);
  }
}

function updateField(element, node, baselineShift) {
  attribute(element, 'placeholder', node.placeholder);
  attribute(element, 'autocomplete', 'locked' in document.documentElement.dataset ? 'off' : node.autocomplete ?? 'off');
  attribute(element, 'inputmode', inputModes[node.inputType]);
  attribute(element, 'enterkeyhint', node.role === 'searchbox' || node.inputType === 'search' ? 'search' : undefined);
  element.readOnly = hasFlag(node, 'readonly');
  const size = node.fontSize || 14;
  style(element, 'fontSize', px(size));
  style(element, 'fontWeight', hasFlag(node, 'semibold') ? '600' : '400');
  style(element, 'fontVariantNumeric', figures.has(node.inputType) ? 'tabular-nums' : '');
  style(element, 'textAlign', hasFlag(node, 'alignEnd') ? 'end' : 'start');
  style(element, 'paddingLeft', px(node.paddingX ?? 0));
  style(element, 'paddingRight', px(node.paddingX ?? 0));
  // The browser centres a line by the face's own ascent, the painter by an ideograph's square.
  const shift = baselineShift(size);
  if (node.role === 'textarea') {
    style(element, 'lineHeight', node.lineHeight ? px(node.lineHeight) : '1.5');
    style(element, 'paddingTop', px(Math.max(0, (node.paddingY ?? 0) - shift)));
    style(element, 'paddingBottom', px(node.paddingY ?? 0));
  } else {
    style(element, 'paddingTop', px(Math.max(0, -2 * shift)));
    style(element, 'paddingBottom', px(Math.max(0, 2 * shift)));
  }
  if (node.textColor) {
    const hex = (node.textColor >>> 0).toString(16).padStart(8, '0');
    if (element.style.getPropertyValue('--text-color') !== `#${hex}`) element.style.setProperty('--text-color', `#${hex}`);
  }
}

function updateText(element, node) {
  const size = node.fontSize;
  style(element, 'fontSize', size ? px(size) : '');
  style(element, 'fontWeight', hasFlag(node, 'semibold') ? '600' : '');
  style(element, 'lineHeight', px(node.lineHeight || node.rect[3]));
  element.className = node.lineHeight ? 'text' : 'line';
}

/**
 * Makes the element say what the node says. `identify(id)` is the DOM id of another mirrored node, or nothing; `baselineShift(size)` is
 * how far (in CSS px) the browser puts a field's text below the painted one.
 */
export function updateElement(element, node, parent, { identify, baselineShift }) {
  attribute(element, 'id', node.role === 'main' ? 'main' : `node-${node.id}`);
  place(element, node);
  const role = roleOf(node, parent);
  attribute(element, 'role', role);
  attribute(element, 'tabindex', tabIndexOf(node));
  updateStates(element, node);
  updateTable(element, node);
  const error = identify(node.errorMessage);
  attribute(element, 'aria-labelledby', identify(node.labelledBy));
  attribute(element, 'aria-errormessage', hasFlag(node, 'invalid') && error);
  attribute(element, 'aria-describedby', error);
  attribute(element, 'aria-controls', identify(node.controls));
  attribute(element, 'aria-activedescendant', identify(node.activeDescendant));
  attribute(element, 'aria-description', node.description);
  if (isTextField(node)) updateField(element, node, baselineShift);
  if (node.role === 'combobox') attribute(element, 'aria-autocomplete', hasFlag(node, 'readonly') ? 'none' : 'list');
  if (node.role === 'textarea') attribute(element, 'aria-multiline', undefined);
  if (node.role === 'link') attribute(element, 'href', node.value);
  if (node.role === 'file') {
    attribute(element, 'accept', node.value);
    element.multiple = hasFlag(node, 'photos') && !hasFlag(node, 'camera');
    attribute(element, 'capture', hasFlag(node, 'camera') && 'environment');
  }
  if (node.role === 'photo') {
    element.alt = node.name ?? '';
    style(element, 'visibility', hasFlag(node, 'covered') ? 'hidden' : '');
    style(element, 'objectFit', node.level === 1 ? 'contain' : 'cover');
  }
  if (node.role === 'radio') attribute(element, 'name', `group-${node.parent ?? 0}`);
  if (contentOnly.has(node.role)) updateText(element, node);
  if (isScroller(node)) element.className = 'scroller';
}

/** Says the name: as text where nothing lies inside, else as a label. */
export function updateName(element, node, text, hasChildren) {
  const name = node.name ?? '';
  if (!namedByContent.has(node.role)) {
    const nameable = node.role in namedOnly ? name : name || undefined;
    attribute(element, 'aria-label', roleless(node) || node.role === 'photo' ? undefined : nameable);
    return text;
  }
  const asText = contentOnly.has(node.role) || !hasChildren;
  attribute(element, 'aria-label', asText ? undefined : name);
  if (!asText) {
    text?.remove();
    return null;
  }
  const said = name || (contentOnly.has(node.role) ? node.value ?? '' : '');
  if (!text) {
    const made = document.createTextNode(said);
    element.prepend(made);
    return made;
  }
  if (text.data !== said) text.data = said;
  return text;
}

/** A plain box may not carry a label. */
function roleless(node) {
  return node.role === 'scroller' && !node.name;
}
