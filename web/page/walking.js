// Arrow keys among the rows of a table or list: up and down stay in the column, left and right go through what one row holds.
const rowsBy = '[role="row"], [role="listitem"]';
const controlsBy = 'a[href], button:not(:disabled), input[type="checkbox"]:not(:disabled)';
const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
const sideways = { ArrowLeft: -1, ArrowRight: 1 };

const controlsOf = (row) => [...row.querySelectorAll(controlsBy)];
const columnOf = (control) => control.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? null;
/** The row's number within the whole, of which only a part is in the document. */
const numberOf = (row, rows) => Number(row.getAttribute('aria-rowindex') ?? row.getAttribute('aria-posinset') ?? rows.indexOf(row) + 1);

function focusIn(row, column) {
  const controls = controlsOf(row);
  (controls.find((control) => columnOf(control) === column) ?? controls[0])?.focus();
}

export class Walking {
  #awaited = null;

  /** Goes where the key leads from the element. False if that is no matter of rows. */
  key(key, element) {
    const row = element.matches(controlsBy) ? element.closest(rowsBy) : null;
    const whole = row?.closest('[role="table"], [role="list"]');
    if (!whole || !(key in steps || key in sideways)) return false;
    this.#awaited = null;
    if (key in sideways) {
      const controls = controlsOf(row);
      controls[controls.indexOf(element) + sideways[key]]?.focus();
      return true;
    }
    const rows = [...whole.querySelectorAll(rowsBy)].filter((each) => each.closest('[role="table"], [role="list"]') === whole);
    const head = rows[0].querySelector('[role="columnheader"]') ? 1 : 0;
    const count = Number(whole.getAttribute('aria-rowcount') ?? row.getAttribute('aria-setsize') ?? rows.length) || rows.length;
    const number = numberOf(row, rows);
    // Only step by step up to the heads; Home is the first row of the body.
    const first = key === 'ArrowUp' ? 1 : 1 + head;
    const place = (at) => Math.min(count, Math.max(first, at));
    const rowAt = (at) => rows.find((each) => numberOf(each, rows) === at);
    let wanted = place(number + steps[key]);
    let there = rowAt(wanted);
    // Rows that hold nothing to press are stepped over.
    while (there && controlsOf(there).length === 0 && wanted !== place(wanted + Math.sign(steps[key]))) {
      wanted = place(wanted + Math.sign(steps[key]));
      there = rowAt(wanted);
    }
    const column = columnOf(element);
    if (there) {
      focusIn(there, column);
    } else {
      this.#scrollTo(wanted, rows.at(-1), numberOf(rows.at(-1), rows));
      this.#awaited = { whole, wanted, column, from: element };
    }
    return true;
  }

  /** Rows have one height: where one lies says where any other does. */
  #scrollTo(wanted, known, number) {
    const scroller = known.closest('.scroller');
    if (!scroller) return;
    const box = known.getBoundingClientRect();
    const top = box.top - scroller.getBoundingClientRect().top + (wanted - number) * box.height;
    scroller.scrollTop += top - Math.max(0, (scroller.clientHeight - box.height) / 2);
  }

  /** After a patch: the row may have come. */
  settle() {
    const awaited = this.#awaited;
    if (!awaited) return;
    if (document.activeElement !== awaited.from) {
      this.#awaited = null;
      return;
    }
    const row = awaited.whole.querySelector(`[aria-rowindex="${awaited.wanted}"], [aria-posinset="${awaited.wanted}"]`);
    if (!row) return;
    this.#awaited = null;
    focusIn(row, awaited.column);
  }
}
