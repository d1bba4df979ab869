// The program under comparison: the command line, or the WebAssembly of the page, which answers without a process per file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The WebAssembly below `www` if it is there, else the command line `cli`: `evaluate(bytes, date)` gives the parsed answer
 * or refusal, `close()` ends it.
 */
export async function openProgram({ www, cli = 'build/hengping' }) {
  return www && existsSync(path.resolve(www, 'hengping.wasm')) ? webAssembly(www) : commandLine(cli);
}

export function commandLine(program) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-twin-'));
  const file = path.join(folder, 'facts.json');
  const policyFile = path.join(folder, 'policy.json');
  const run = (args) => {
    const { status, stdout, stderr, signal } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
    return { status, stdout, stderr, signal };
  };
  return {
    name: program,
    takesPolicy: () => run(['evaluate', '--help']).stdout.includes('--policy'),
    evaluate(bytes, date, policy) {
      writeFileSync(file, bytes);
      if (policy) writeFileSync(policyFile, JSON.stringify(policy));
      const { status, stdout, stderr, signal } = run(['evaluate', file, '--as-of', date, '--json', ...(policy ? ['--policy', policyFile] : [])]);
      let answer;
      try {
        answer = JSON.parse(stdout);
      } catch {
        return { crashed: `exit ${status ?? signal}, no JSON: ${stdout.slice(0, 200)} ${stderr.slice(0, 600)}` };
      }
      const expected = answer.ok === false ? 1 : 0;
      return status === expected ? answer : { crashed: `exit ${status ?? signal} instead of ${expected}: ${stderr.slice(0, 600)}` };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function webAssembly(www) {
  const { default: createModule } = await import(pathToFileURL(path.resolve(www, 'hengping.mjs')));
  const wasm = await createModule({ host: {}, wasmBinary: readFileSync(path.resolve(www, 'hengping.wasm')) });
  const inMemory = (bytes) => {
    const pointer = wasm._hp_allocate(bytes.length);
    wasm.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  return {
    name: path.join(www, 'hengping.wasm'),
    takesPolicy: () => false,
    evaluate(bytes, date) {
      const from = inMemory(bytes);
      const on = inMemory(Buffer.from(date));
      const answer = wasm._hp_evaluate(from, bytes.length, on, Buffer.byteLength(date));
      const text = Buffer.from(wasm.HEAPU8.subarray(answer, wasm.HEAPU8.indexOf(0, answer))).toString('utf8');
      for (const pointer of [from, on, answer]) wasm._hp_release(pointer);
      return JSON.parse(text);
    },
    close: () => {},
  };
}
