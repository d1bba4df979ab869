// What ships of others: each with the version that this build uses and the text of its licence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const listed = JSON.parse(readFileSync(path.join(root, 'cmake/dependencies.json'), 'utf8'));

/** The folder of licences as the build makes it for `libraries`; throws what the program says. */
function licensesOf(libraries, { font = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-tools-'));
  try {
    mkdirSync(path.join(folder, 'cmake'));
    writeFileSync(path.join(folder, 'cmake/dependencies.json'), JSON.stringify(libraries));
    for (const name of ['LICENSE', 'NOTICE']) cpSync(path.join(root, name), path.join(folder, name));
    const script = 'import json, pathlib, sys; sys.path.insert(0, "cmake"); import dependencies; here = pathlib.Path(sys.argv[1]); ' +
      'files = dependencies.files(here, here, sys.argv[2] == "font"); print(json.dumps({name: path.read_text() for name, path in files.items()}))';
    const run = spawnSync('bash', ['-c', '. cmake/setup/env.sh && exec python3 -B -c "$0" "$@"', script, folder, font ? 'font' : ''],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const planted = (folder, changes) => {
  const library = path.join(folder, 'library.h');
  writeFileSync(library, '#define MAJOR 3\n#define MINOR 04\n');
  writeFileSync(path.join(folder, 'LICENSE.txt'), 'Do as you like.\n');
  return { name: 'Planted', license: 'MIT', copyright: 'Copyright (c) Nobody', ships: 'page', version: [library, 'MAJOR (\\d+)[^$]*?MINOR (\\d+)'],
    text: ['planted.txt', `${folder}/LICENSE.txt`], ...changes };
};

function withPlanted(body) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-planted-'));
  try {
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('each library of the page stands in the list and in the bill of materials, with a version and its licence text', () => {
  const made = licensesOf(listed.filter(({ ships }) => ships !== 'font'));
  const bill = JSON.parse(made['dependencies.cdx.json']);
  assert.equal(bill.bomFormat, 'CycloneDX');
  for (const { name, text, license } of listed.filter(({ ships }) => ships !== 'font')) {
    const component = bill.components.find((one) => one.name === name);
    assert.match(component.version, /^\d+(\.\d+)+/, name);
    assert.equal(component.licenses[0].license?.id ?? component.licenses[0].expression, license);
    assert.match(made['dependencies.txt'], new RegExp(`^${name.replace(/[+]/g, '\\+')} +${component.version.replace(/\./g, '\\.')} `, 'm'));
    assert.ok(made[text[0]].length > 300, `${name}: no licence text`);
  }
});

test('the notice names the same libraries with the same licences', () => {
  const notice = readFileSync(path.join(root, 'NOTICE'), 'utf8');
  const lines = notice.split('\n').filter((line) => /^\S.{24,}  \S/.test(line)).map((line) => line.split(/ {2,}/));
  assert.deepEqual(lines.map(([name, license]) => `${name}: ${license}`).sort(), listed.map(({ name, license }) => `${name}: ${license}`).sort());
});

test('a version is put together from its parts', () => withPlanted((folder) => {
  assert.match(licensesOf([planted(folder)])['dependencies.txt'], /^Planted +3\.4 +MIT/m);
}));

test('a library without a version, or without its licence text, stops the build with its name', () => withPlanted((folder) => {
  assert.throws(() => licensesOf([planted(folder, { version: [`${folder}/gone.h`, '(1)'] })]), /the version of Planted is not in .*gone\.h/);
  assert.throws(() => licensesOf([planted(folder, { version: [`${folder}/library.h`, 'PATCH (1)'] })]), /the version of Planted/);
  assert.throws(() => licensesOf([planted(folder, { text: ['planted.txt', `${folder}/gone.txt`] })]), /the licence text of Planted is in none of/);
}));

test('what ships with the font is listed where there is one', () => withPlanted((folder) => {
  const library = planted(folder, { ships: 'font' });
  assert.doesNotMatch(licensesOf([library])['dependencies.txt'], /Planted/);
  assert.match(licensesOf([library], { font: true })['dependencies.txt'], /Planted/);
}));
