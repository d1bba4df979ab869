// The generators of text tables and embedded documents: what they accept, what they refuse, and what C++ makes of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function inFolder(body) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-tools-'));
  try {
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program, ...args) {
  return spawnSync(program, args, { encoding: 'utf8' });
}

/** Runs the generator on a pair of tables given as text. */
function generate(folder, chinese, english) {
  const pair = { 'sample.zh-CN.json': chinese, 'sample.en.json': english };
  for (const [name, text] of Object.entries(pair)) writeFileSync(path.join(folder, name), text);
  return run('python3', path.join(root, 'cmake/generate_strings.py'), '--domain', 'sample', '--namespace', 'hengping::sample',
    '--header', path.join(folder, 'sample_text.gen.h'), ...Object.keys(pair).map((name) => path.join(folder, name)));
}

function refused(chinese, english, words) {
  inFolder((folder) => {
    const result = generate(folder, chinese, english);
    assert.equal(result.status, 1, result.stdout);
    assert.match(result.stderr, words);
  });
}

test('a key missing on one side is named', () => refused('{"a.b": "甲"}', '{"a.c": "C"}', /sample\.en\.json: a\.b is missing[^]*sample\.zh-CN\.json: a\.c is missing/));
test('different places are named', () => refused('{"a": "甲 {0} {1}"}', '{"a": "A {0}"}', /a has different places/));
test('an empty text is named', () => refused('{"a": "甲"}', '{"a": "  "}', /sample\.en\.json: a has no text/));
test('a key standing twice is named', () => refused('{"a": "甲", "a": "乙"}', '{"a": "A"}', /a stands twice/));
test('keys out of order are named', () => refused('{"b": "乙", "a": "甲"}', '{"a": "A", "b": "B"}', /a stands after b/));
test('a key that is no name is named', () => refused('{"A b": "甲"}', '{"A b": "A"}', /is no key/));
test('two keys that become one name are refused', () => refused('{"a.b": "甲", "a_b": "乙"}', '{"a.b": "A", "a_b": "B"}', /become one name/));
test('a table that is no JSON is refused in a line', () => refused('{', '{"a": "A"}', /^strings: sample\.zh-CN\.json: .*\n/));
test('empty tables are refused', () => refused('{}', '{}', /no texts at all/));

test('a generated header compiles and holds the exact texts', () => inFolder((folder) => {
  const odd = 'quote " back \\ tab\t line\n 数字 {0} 𤭢??/1';
  const result = generate(folder, JSON.stringify({ 'a.first': '第一', 'b.second_one': odd }), JSON.stringify({ 'a.first': 'First', 'b.second_one': 'x {0}' }));
  assert.equal(result.status, 0, result.stderr);
  writeFileSync(path.join(folder, 'main.cpp'), `#include "sample_text.gen.h"
#include <cstdio>
using namespace hengping::sample;
static_assert(sample_text_keys[static_cast<unsigned>(SampleText::b_second_one)] == "b.second_one");
static_assert(sample_text_en[static_cast<unsigned>(SampleText::a_first)] == "First");
int main() { const auto text = sample_text_zh[1]; std::fwrite(text.data(), 1, text.size(), stdout); }
`);
  const program = path.join(folder, 'main');
  const compiled = run('g++', '-std=c++20', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-I', folder, path.join(folder, 'main.cpp'), '-o', program);
  assert.equal(compiled.status, 0, compiled.stderr);
  assert.equal(run(program).stdout, odd);
}));

test('an embedded document holds the exact bytes', () => inFolder((folder) => {
  const bytes = Buffer.concat([Buffer.from([...Array(256).keys()]), Buffer.from('12"\\??=第\n'), Buffer.from([0, 0x31, 0xff, 0x0a])]);
  writeFileSync(path.join(folder, 'document'), bytes);
  const made = run('python3', path.join(root, 'cmake/embed.py'), '--variable', 'document', '--header', path.join(folder, 'document.gen.h'), path.join(folder, 'document'));
  assert.equal(made.status, 0, made.stderr);
  writeFileSync(path.join(folder, 'main.cpp'), `#include "document.gen.h"
#include <cstdio>
int main() { std::fwrite(hengping::document.data(), 1, hengping::document.size(), stdout); }
`);
  const program = path.join(folder, 'main');
  const compiled = run('g++', '-std=c++20', '-Wall', '-Werror', '-I', folder, path.join(folder, 'main.cpp'), '-o', program);
  assert.equal(compiled.status, 0, compiled.stderr);
  assert.deepEqual(spawnSync(program).stdout, bytes);
  assert.ok(readFileSync(path.join(folder, 'document.gen.h')).every((byte) => byte < 0x80));
}));
