// A finger or pen that rests where a text was cut asks for the whole of it.
import { hasFlag, isTextField } from './elements.js';

const patience = 500; // milliseconds
const slip = 10; // CSS px that a resting finger may move

/** `send(event)` queues an event for the program and asks for a frame. */
export function watchHolding(root, mirror, send) {
  let timer = 0;
  let from = null;
  let held = false;
  const stop = () => {
    clearTimeout(timer);
    from = null;
  };
  const cutAt = (element) => {
    for (let node = mirror.node(mirror.idOf(element)); node; node = mirror.node(node.parent ?? 0)) {
      if (isTextField(node)) return 0; // shows its whole text when it is written in; holding selects there
      if (hasFlag(node, 'cut')) return node.id;
    }
    return 0;
  };
  root.addEventListener('pointerdown', (event) => {
    stop();
    held = false;
    const node = event.pointerType === 'mouse' ? 0 : cutAt(event.target);
    if (node === 0) return;
    from = [event.clientX, event.clientY];
    timer = setTimeout(() => {
      held = true;
      send({ type: 'hold', node });
    }, patience);
  });
  root.addEventListener('pointermove', (event) => {
    if (from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > slip) stop();
  });
  for (const type of ['pointerup', 'pointercancel']) root.addEventListener(type, stop);
  // What was held is not pressed as well, and the browser's own menu does not lie over the text.
  root.addEventListener('click', (event) => {
    if (!held) return;
    held = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  root.addEventListener('contextmenu', (event) => { if (from) event.preventDefault(); });
}
