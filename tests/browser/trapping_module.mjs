// A copy of the page's WASM module in which one exported function traps: the real thing, not an imitation of it.

function reader(bytes) {
  let at = 8; // after the magic number and the version
  return {
    get at() { return at; },
    set at(to) { at = to; },
    get more() { return at < bytes.length; },
    byte: () => bytes[at++],
    /** An unsigned LEB128 number (WebAssembly core specification, 5.2.2). */
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    name() {
      const length = this.number();
      at += length;
      return Buffer.from(bytes.subarray(at - length, at)).toString('utf8');
    },
  };
}

/** The module with `unreachable` for the export's body. */
export function trapping(module, exported) {
  const bytes = new Uint8Array(module);
  const read = reader(bytes);
  let imported = 0; let wanted = -1;
  while (read.more) {
    const section = read.byte();
    const end = read.number() + read.at;
    if (section === 2) {
      for (let left = read.number(); left > 0; --left) {
        read.name();
        read.name();
        const kind = read.byte();
        if (kind === 0) { ++imported; read.number(); }
        else if (kind === 3) { read.byte(); read.byte(); }
        else { if (kind === 1) read.byte(); if (read.byte() & 1) read.number(); read.number(); }
      }
    } else if (section === 7) {
      for (let left = read.number(); left > 0; --left) {
        const name = read.name();
        const kind = read.byte();
        const index = read.number();
        if (kind === 0 && name === exported) wanted = index;
      }
    } else if (section === 10) {
      read.number();
      for (let index = imported; index <= wanted; ++index) {
        const size = read.number();
        const body = read.at;
        if (index === wanted) {
          for (let groups = read.number(); groups > 0; --groups) { read.number(); read.byte(); } // its local variables
          bytes.fill(0x01, read.at, body + size); // nothing, to the end of the body
          bytes[read.at] = 0x00; // unreachable
          bytes[body + size - 1] = 0x0B; // the end
          return Buffer.from(bytes);
        }
        read.at = body + size;
      }
    }
    read.at = end;
  }
  throw new Error(`the module exports no function ${exported}`);
}
