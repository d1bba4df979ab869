// The command line that ships and the WebAssembly that ships give the same bytes for the same file.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const program = process.env.HENGPING_RELEASE_CLI ?? 'build/hengping';
const www = process.env.HENGPING_WWW ?? 'build/www';
let folder;
let wasm;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengping-agreement-'));
  const { default: createModule } = await import(pathToFileURL(path.resolve(www, 'hengping.mjs')));
  // Under node there is no page: an answer needs none of the host's functions.
  wasm = await createModule({ host: {}, wasmBinary: readFileSync(path.resolve(www, 'hengping.wasm')) });
});
after(() => rmSync(folder, { recursive: true, force: true }));

function inMemory(bytes) {
  const pointer = wasm._hp_allocate(bytes.length);
  wasm.HEAPU8.set(bytes, pointer);
  return pointer;
}

function evaluateAsWasm(text, date) {
  const bytes = Buffer.from(text);
  const day = Buffer.from(date);
  const from = inMemory(bytes);
  const on = inMemory(day);
  const answer = wasm._hp_evaluate(from, bytes.length, on, day.length);
  assert.notEqual(answer, 0);
  const end = wasm.HEAPU8.indexOf(0, answer);
  const result = Buffer.from(wasm.HEAPU8.subarray(answer, end)).toString('utf8');
  for (const pointer of [from, on, answer]) wasm._hp_release(pointer);
  return result;
}

/** Exit code and answer of both, for one file. */
function evaluate(file, date) {
  const native = spawnSync(program, ['evaluate', file, '--as-of', date, '--json'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  return { native: native.stdout, code: native.status, asWasm: evaluateAsWasm(readFileSync(file), date) };
}

function city(providers, enterprises, facts, seed) {
  const file = path.join(folder, `city-${facts}-${seed}.json`);
  execFileSync(program, ['generate', '--providers', providers, '--enterprises', enterprises, '--facts', facts, '--seed', seed, '-o', file].map(String),
    { stdio: 'pipe' });
  return file;
}

test('a city of 300 providers and 100,000 facts: the same answer natively and as WebAssembly, byte for byte', () => {
  const { native, code, asWasm } = evaluate(city(300, 3000, 100_000, 7), '2026-10-31');
  assert.equal(code, 0);
  assert.ok(native === asWasm, 'the answers differ');
  const answer = JSON.parse(native);
  assert.equal(answer.providers.length, 300);
  const met = answer.providers.filter((provider) => provider.grounds.some(({ article, met: isMet }) => article === '9.2' && isMet));
  assert.ok(met.length > 0 && met.length < 300, `${met.length} of 300 meet 9.2`);
});

test('other cities and days, from before the first fact to after the last', () => {
  for (const seed of [1, 2, 3]) {
    const file = city(12, 60, 600, seed);
    for (const date of ['1949-10-01', '2025-01-31', '2025-12-31', '2999-12-31']) {
      const { native, code, asWasm } = evaluate(file, date);
      assert.equal(code, 0);
      assert.equal(native, asWasm);
    }
  }
});

test('a refusal says the same, fault by fault, and ends with code 1', () => {
  const facts = [7, {}, { kind: 'provider.registered', on: '2025-02-30', provider: '编号' }, { kind: 'rating.given', on: '2025-01-01', engagement: 'E', period: '2025-13' }];
  const texts = ['', '{', '[]', JSON.stringify({ format: 'hengping.facts', version: 1, facts }), `{"a":${'['.repeat(100)}`, '{"a":1,"a":2}', '\ufeff{}'];
  texts.forEach((text, number) => {
    const file = path.join(folder, `bad-${number}.json`);
    writeFileSync(file, text);
    const { native, code, asWasm } = evaluate(file, '2026-10-31');
    assert.equal(code, 1, text);
    assert.equal(native, asWasm);
    const refusal = JSON.parse(native);
    assert.equal(refusal.ok, false);
    for (const { pointer, code: name, message } of refusal.faults) {
      assert.equal(typeof pointer, 'string');
      assert.ok(name && message.zh && message.en);
    }
  });
});
