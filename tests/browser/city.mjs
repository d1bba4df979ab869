// A fictitious city of any size, by the command line.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../build/hengping', import.meta.url));

/** A facts file. */
export function city({ providers, enterprises, facts, seed }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengping-city-'));
  try {
    const file = path.join(folder, 'city.json');
    execFileSync(program, ['generate', '--providers', String(providers), '--enterprises', String(enterprises), '--facts', String(facts), '--seed', String(seed), '-o', file]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
