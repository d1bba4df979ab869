// Laying the page together: what its modules lose on the way, and what they keep.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `body(folder, minify)`; `minify(file)` gives the path of the minified module, or throws what the program says. */
async function withMinifier(body) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-tools-'));
  const minify = (file) => {
    const script = 'import pathlib, sys; sys.path.insert(0, "cmake"); import assemble_page; ' +
      'import os; print(assemble_page.minify(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), os.environ.get("EMSCRIPTEN_ROOT")))';
    const run = spawnSync('bash', ['-c', '. cmake/setup/env.sh && exec python3 -B -c "$0" "$@"', script, file, path.join(folder, 'minified')],
      { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout.trim();
  };
  try {
    await body(folder, minify);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a minified module does what it did, without its comments', () => withMinifier(async (folder, minify) => {
  const source = path.join(folder, 'sample.mjs');
  writeFileSync(source, `// a comment
/** another */
export class Counter {
  #count = 0; // how many
  static #first = 'a // b /* c */';
  add = (by = 1) => { this.#count += by; return this; };
  get text() { return \`\${Counter.#first} /\\/\${this.#count}\`; }
}
export const slash = /\\/\\/[/*]+/.source;
export default async function* pages(...all) { for (const one of all) yield one ?? 'none'; }
`);
  const made = path.join(folder, 'made.mjs');
  writeFileSync(made, readFileSync(minify(source)));
  const [before, after] = await Promise.all([source, made].map((file) => import(pathToFileURL(file))));
  assert.deepEqual(Object.keys(after), Object.keys(before));
  assert.equal(new after.Counter().add().add(3).text, new before.Counter().add().add(3).text);
  assert.equal(after.slash, before.slash);
  const pages = [];
  for await (const page of after.default('x', null)) pages.push(page);
  assert.deepEqual(pages, ['x', 'none']);
  assert.doesNotMatch(readFileSync(made, 'utf8'), /a comment|another|how many/);
}));

test("every module of the page can be minified and keeps its exports", () => withMinifier((folder, minify) => {
  const exported = (text) => [...text.matchAll(/\bexport\s*(?:async\s+)?(?:class|function\*?|const|let|default)\s+([\w$]+)/g)].map((match) => match[1]).sort();
  const page = path.join(root, 'web/page');
  for (const name of readdirSync(page).filter((file) => file.endsWith('.js'))) {
    const before = readFileSync(path.join(page, name), 'utf8');
    const after = readFileSync(minify(path.join(page, name)), 'utf8');
    assert.deepEqual(exported(after), exported(before), name);
    assert.ok(after.length < before.length, name);
  }
}));

test('a module that is none is named', () => withMinifier((folder, minify) => {
  const source = path.join(folder, 'broken.js');
  writeFileSync(source, 'export const = 1;\n');
  assert.throws(() => minify(source), /broken\.js could not be read/);
}));

test('the sizes say what a first visit transfers, with a Chinese face and without', () => withMinifier((folder) => {
  const put = (name, size) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), Buffer.alloc(size));
  };
  const report = () => {
    const script = 'import pathlib, sys; sys.path.insert(0, "cmake"); import assemble_page; ' +
      'lines, within = assemble_page.report(pathlib.Path(sys.argv[1]), sys.argv[2:]); print("\\n".join(lines)); print(within)';
    const run = spawnSync('python3', ['-B', '-c', script, folder, 'hengping.wasm', 'main.js', 'index.html', 'demo/city.json'], { cwd: root, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout;
  };
  for (const [name, size] of [['hengping.wasm', 9_000_000], ['hengping.wasm.br', 600_000], ['main.js', 50], ['index.html', 7], ['demo/city.json', 5_000_000]]) put(name, size);
  assert.match(report(), /a first visit transfers at most +600,057 +where the device has a Chinese face\n.*not known[^]*True/);
  put('fonts/hengping-sans-sc.woff2', 1_000_000);
  assert.match(report(), / 600,057 +where the device has a Chinese face\n +1,600,057 +where it has none \(1,000,000 of it the font\)/);
  put('hengping.wasm.br', 700_000);
  assert.match(report(), /False/);
}));
