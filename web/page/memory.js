// Texts, bytes and numbers to and from the program's memory.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Memory {
  #module;
  constructor(module) { this.#module = module; }

  /** A copy of the bytes: the memory may grow or be reused after the call. */
  bytes(pointer, size) { return this.#module.HEAPU8.slice(pointer, pointer + size); }
  text(pointer, size) { return decoder.decode(this.#module.HEAPU8.subarray(pointer, pointer + size)); }
  /** A text that a zero byte ends. */
  endedText(pointer) {
    const heap = this.#module.HEAPU8;
    return decoder.decode(heap.subarray(pointer, heap.indexOf(0, pointer)));
  }
  write(pointer, bytes) { this.#module.HEAPU8.set(bytes, pointer); }
  writeFloats(pointer, values) { this.#module.HEAPF32.set(values, pointer >> 2); }
  view(pointer, size) { return new DataView(this.#module.HEAPU8.buffer, pointer, size); }

  /** Calls `work` with pointer and size of each text or Uint8Array, and releases them afterwards. */
  lend(contents, work) {
    const held = [];
    try {
      for (const content of contents) {
        const bytes = typeof content === 'string' ? encoder.encode(content) : content;
        const pointer = this.#module._hp_allocate(bytes.length);
        if (!pointer) throw new RangeError('out of memory');
        held.push([pointer, bytes.length]);
        this.#module.HEAPU8.set(bytes, pointer);
      }
      return work(...held.flat());
    } finally {
      for (const [pointer] of held) this.#module._hp_release(pointer);
    }
  }
}
