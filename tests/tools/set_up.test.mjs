// Set-up finds the machine's archive in both forms of apt's source files, and stops with words where it cannot go on.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function bash(script, env = {}) {
  return spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: root, env: { ...process.env, ...env } });
}

/** "URI signed-by" as found in a folder of apt sources with these files. */
function archiveIn(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-apt-'));
  try {
    mkdirSync(path.join(folder, 'sources.list.d'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const run = bash(`set -euo pipefail; source cmake/setup/common.sh; source cmake/setup/private_apt.sh; machine_archive '${folder}'`);
    return run.status === 0 ? run.stdout.trimEnd().replace('\t', ' ').trimEnd() : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a one-line entry', () => {
  assert.equal(archiveIn({ 'sources.list': '# deb http://no.example/debian bookworm main\ndeb-src http://no.example/debian bookworm main\ndeb http://mirror.example/debian/ bookworm main contrib\n' }),
    'http://mirror.example/debian');
});

test('a one-line entry with options keeps its keyring', () => {
  assert.equal(archiveIn({ 'sources.list': 'deb [arch=amd64 signed-by=/usr/share/keyrings/k.gpg] https://mirror.example/debian bookworm main\n' }),
    'https://mirror.example/debian /usr/share/keyrings/k.gpg');
});

test('a deb822 stanza', () => {
  assert.equal(archiveIn({ 'sources.list.d/debian.sources': 'Types: deb deb-src\n# a comment\nURIs: http://mirror.example/debian\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: /usr/share/keyrings/k.gpg\n' }),
    'http://mirror.example/debian /usr/share/keyrings/k.gpg');
});

test('security, backports, other products and disabled stanzas are passed over', () => {
  assert.equal(archiveIn({
    'sources.list': 'deb http://security.example/debian-security bookworm-security main\ndeb http://b.example/debian bookworm-backports main\ndeb http://other.example/apt ./\n',
    'sources.list.d/a.sources': 'Enabled: no\nTypes: deb\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\n\nTypes: deb\nURIs: http://node.example/node\nSuites: nodistro/\nComponents: main\n',
    'sources.list.d/z.sources': 'Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\nComponents: contrib main\n',
  }), 'http://mirror.example/debian');
});

test('a key written into the stanza is kept', () => {
  const found = archiveIn({ 'sources.list.d/d.sources': 'Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END PGP PUBLIC KEY BLOCK-----\n' });
  assert.equal(found, 'http://mirror.example/debian \\n -----BEGIN PGP PUBLIC KEY BLOCK-----\\n .\\n abc\\n -----END PGP PUBLIC KEY BLOCK-----');
});

test('no archive at all is no guess', () => assert.equal(archiveIn({ 'sources.list': '# nothing\n' }), null));

test('without apt the remedy is named, in two lines', () => {
  const run = bash('set -euo pipefail; source cmake/setup/common.sh; source cmake/setup/private_apt.sh; command() { return 1; }; private_apt_update');
  assert.equal(run.status, 1);
  assert.match(run.stderr, /^setup: stopped: .*no apt-get.*\nsetup: remedy: .*emsdk.*IMGUI_DIR.*\n$/);
});

test('a step counts as done only for exactly what is asked now', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-stamp-'));
  const ask = (script) => bash(`set -euo pipefail; source cmake/setup/common.sh; ${script}`, { HENGPING_TOOLCHAIN: folder }).status;
  assert.notEqual(ask("is_done step 'version 1'"), 0);
  assert.equal(ask("mark_done step 'version 1'; is_done step 'version 1'"), 0);
  assert.notEqual(ask("is_done step 'version 2'"), 0);
  assert.notEqual(ask("mark_undone step; is_done step 'version 1'"), 0);
  rmSync(folder, { recursive: true });
});

test('a step is done only while its folder holds what it held', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-stamp-'));
  const ask = (script) => bash(`set -euo pipefail; source cmake/setup/common.sh; f="$HENGPING_TOOLCHAIN/part"; ${script}`, { HENGPING_TOOLCHAIN: folder }).status;
  assert.equal(ask('mkdir "$f"; echo 1 >"$f/a"; echo 2 >"$f/b"; mark_done step 1 "$f"; is_done step 1 "$f"'), 0);
  assert.equal(ask('mkdir "$f/__pycache__"; echo 3 >"$f/__pycache__/c.pyc"; is_done step 1 "$f"'), 0);
  assert.notEqual(ask('rm "$f/b"; is_done step 1 "$f"'), 0);
  assert.notEqual(ask(': >"$f/b"; is_done step 1 "$f"'), 0);
  assert.equal(ask('echo 2 >"$f/b"; is_done step 1 "$f"'), 0);
  rmSync(folder, { recursive: true });
});
