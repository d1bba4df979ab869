// The machine's Chromium: where it is, and what every test starts it with.
import { execFileSync } from 'node:child_process';

/** CHROMIUM names the program; otherwise the first of the usual names that is there. */
export function browserProgram() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'google-chrome', 'chromium-browser']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  throw new Error('No Chromium was found: install it (package chromium) or set CHROMIUM to its program.');
}

/** No GPU here: WebGL is drawn in software. The rest keeps the browser from looking for its maker's hosts. */
export const browserArguments = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run'];
