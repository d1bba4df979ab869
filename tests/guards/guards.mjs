// The project's layering and language rules, kept by a script rather than by memory. Each guard looks at a map of
// path → text and returns what breaks it. Run alone it checks the repository: node tests/guards/guards.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { scan } from './source_text.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isCpp = (file) => /\.(cpp|h|c)$/.test(file);
const isScript = (file) => /\.(js|mjs)$/.test(file);
const below = (...folders) => (file) => folders.some((folder) => file.startsWith(`${folder}/`));

const scans = new WeakMap();
function scanned(files, file) {
  if (!scans.has(files)) scans.set(files, new Map());
  const known = scans.get(files);
  if (!known.has(file)) known.set(file, scan(files.get(file), isCpp(file) ? 'cpp' : 'js'));
  return known.get(file);
}

/** Lines of the chosen files' code (comments and literals' contents left out) that match, each with the same words. */
function linesMatching(files, choose, pattern, words) {
  const found = [];
  for (const file of files.keys()) {
    if (!choose(file)) continue;
    scanned(files, file).code.split('\n').forEach((line, index) => {
      const match = pattern.exec(line);
      if (match) found.push({ file, line: index + 1, message: `${words}: ${match[0].trim()}` });
    });
  }
  return found;
}

/** What the chosen files include, as written between the quotes or brackets. */
function* includes(files, choose) {
  for (const [file, text] of files) {
    if (!isCpp(file) || !choose(file)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      const match = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line);
      if (match) yield { file, line: index + 1, target: match[1] };
    }
  }
}

// Folder → what its sources must not include. An arrow of ARCHITECTURE.md that is missing here is missing there too.
const platform = /^(emscripten|GLES\d?|GLES|EGL|GL|SDL\d?)\b/;
const imgui = /^(imgui|imstb_|imgui_impl)/;
const layers = [
  { folder: 'core', forbidden: [platform, imgui, /^shell\//, /^web\//] },
  { folder: 'shell/app', forbidden: [platform, imgui, /^shell\/(ui|cli)\//, /^web\//] },
  { folder: 'shell/ui', forbidden: [platform, /^imgui_impl/, /^shell\/cli\//, /^web\//] },
  { folder: 'shell/cli', forbidden: [platform, imgui, /^shell\/ui\//, /^web\//] },
];

function layering(files) {
  const found = [];
  for (const { folder, forbidden } of layers) {
    for (const { file, line, target } of includes(files, below(folder))) {
      if (forbidden.some((pattern) => pattern.test(target))) found.push({ file, line, message: `${folder} must not include ${target}` });
    }
  }
  return found;
}

// Time and chance come in through interfaces (shell/app/ports.h), so that a verdict can be asked for any day, twice.
const clockOrChance = new RegExp([
  String.raw`\b(system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock)\b`,
  String.raw`(?<![\w.>])(?:std::|::)?\b(time|clock|rand|srand|random|drand48)\s*\(\s*(\)|NULL|nullptr|0\s*\)|&)`,
  String.raw`\b(gettimeofday|clock_gettime|timespec_get|localtime|localtime_r|gmtime|gmtime_r|mktime|strftime)\s*\(`,
  String.raw`\b(random_device|mt19937(_64)?|minstd_rand0?|default_random_engine|arc4random\w*|getrandom|getentropy)\b`,
  String.raw`#\s*include\s*<(random|ctime|time\.h|sys/time\.h)>`,
].join('|'));

function noClockOrChance(files) {
  return linesMatching(files, (file) => isCpp(file) && below('core', 'shell/app', 'shell/ui')(file), clockOrChance, 'a clock or chance');
}

function noScriptInCpp(files) {
  return linesMatching(files, (file) => isCpp(file) && below('core', 'shell', 'web', 'tests')(file),
    /\b(EM_ASM\w*|MAIN_THREAD_EM_ASM\w*|EM_JS\w*|EM_ASYNC_JS|EM_JS_DEPS|emscripten_run_script\w*)\b/, 'JavaScript written in C++');
}

function noEvaluation(files) {
  return linesMatching(files, (file) => isScript(file) && below('web')(file),
    /\b(eval|Function)\s*\(|\.(innerHTML|outerHTML)\b|\binsertAdjacentHTML\b|\bdocument\.write|\bsetAttribute\(\s*'(style|on)|\bimport\(\s*[^'"`)]/, 'text turned into code or markup');
}

function nothingInlineInPages(files) {
  const found = [];
  for (const [file, text] of files) {
    if (!file.endsWith('.html')) continue;
    text.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n').forEach((line, index) => {
      const match = /<style\b|<script(?![^>]*\bsrc=)[^>]*>|\s(style|on[a-z]+)\s*=|(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i.exec(line);
      if (match) found.push({ file, line: index + 1, message: `the page's security policy forbids: ${match[0].trim()}` });
    });
  }
  return found;
}

// Chinese words that are values of the facts format, not words shown to anyone.
const wordsOfTheFormat = new Set(['core/facts/names.h']);
const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e]|[\u{20000}-\u{3ffff}]/u;
const twoWords = /[A-Za-z]{2,} [A-Za-z]{2,}/;
// Read by developers only: an invariant that broke, a thrown error. A line can also say so: `// not shown: why`.
const forDevelopers = /\bassert\s*\(|\bstatic_assert\s*\(|\bthrow\b|\bnew (\w*Error)\b|\bconsole\.|\bIM_ASSERT/;
const saysNotShown = /\/\/.*\bnot shown: \S/;

function textFromTables(files) {
  const found = [];
  for (const file of files.keys()) {
    if (!(isCpp(file) || isScript(file)) || !below('core', 'shell', 'web')(file) || file === 'web/serve.mjs' || wordsOfTheFormat.has(file)) continue;
    const lines = files.get(file).split('\n');
    const code = scanned(files, file).code.split('\n');
    for (const { line, text } of scanned(files, file).literals) {
      if (saysNotShown.test(lines[line - 1]) || /^\s*#\s*include/.test(lines[line - 1])) continue;
      const shown = chinese.test(text) || (twoWords.test(text) && !forDevelopers.test(code[line - 1]));
      if (shown) found.push({ file, line, message: `a text outside assets/strings: "${text.slice(0, 40)}"` });
    }
  }
  return found;
}

/** Every text table exists in both languages and passes the generator's own checks. */
function completeTranslations(files) {
  const found = [];
  const tables = [...files.keys()].filter((file) => /^assets\/strings\/[^/]+\.json$/.test(file));
  const domains = new Set(tables.map((file) => path.basename(file).split('.')[0]));
  if (domains.size === 0) found.push({ file: 'assets/strings', line: 1, message: 'there are no text tables' });
  for (const domain of domains) {
    const folder = mkdtempSync(path.join(tmpdir(), 'hengping-strings-'));
    const pair = ['zh-CN', 'en'].map((language) => `${domain}.${language}.json`);
    for (const name of pair) {
      const text = files.get(`assets/strings/${name}`);
      if (text !== undefined) writeFileSync(path.join(folder, name), text);
    }
    const run = spawnSync('python3', [path.join(root, 'cmake/generate_strings.py'), ...pair.map((name) => path.join(folder, name))], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    if (run.status !== 0) {
      const faults = (run.stderr || String(run.error ?? 'failed')).trim().split('\n');
      found.push(...faults.map((fault) => ({ file: `assets/strings/${pair[0]}`, line: 1, message: fault.replace(/^strings: /, '') })));
    }
  }
  for (const file of tables) {
    if (!/\.(zh-CN|en)\.json$/.test(file)) found.push({ file, line: 1, message: 'a text table is named DOMAIN.zh-CN.json or DOMAIN.en.json' });
  }
  return found;
}

function noMachinePaths(files) {
  const found = [];
  const pattern = new RegExp(String.raw`(^|[\s"'=(:,\x60])(/(root|work|Users)/[\w.]|/home/\w|[A-Za-z]:\\\\?Users\b)`);
  for (const [file, text] of files) {
    if (below('tests/guards')(file)) continue;
    text.split('\n').forEach((line, index) => {
      const match = pattern.exec(line);
      if (match) found.push({ file, line: index + 1, message: `a path of one machine: ${match[2]}` });
    });
  }
  return found;
}

function lockWithoutAddresses(files) {
  const found = [];
  (files.get('package-lock.json') ?? '').split('\n').forEach((line, index) => {
    if (/"resolved"\s*:/.test(line)) found.push({ file: 'package-lock.json', line: index + 1, message: 'a download address in the lock file' });
  });
  return found;
}

function noSkippedTests(files) {
  const scripts = linesMatching(files, (file) => isScript(file) && below('tests')(file) && !below('tests/guards')(file),
    /\b(test|it|describe)(\.describe)?\.(skip|only|fixme|todo|fail)\b|\bt\.skip\(/, 'a test that does not run');
  const found = [...scripts];
  for (const [file, text] of files) {
    if (!isCpp(file) || !below('tests')(file)) continue;
    text.split('\n').forEach((line, index) => {
      const match = /\bSKIP\s*\(|\[!(mayfail|shouldfail)\]|"[^"]*\[\.[^"]*"/.exec(line);
      if (match && (match[0].startsWith('SKIP') || /TEST_CASE|SCENARIO|SECTION|METHOD/.test(line))) {
        found.push({ file, line: index + 1, message: `a test that does not run or may fail: ${match[0]}` });
      }
    });
  }
  return found;
}

/** Screens are made of widgets; what paints or states by itself is a widget and stands beside them. */
function screensDrawWithWidgets(files) {
  return linesMatching(files, (file) => isCpp(file) && below('shell/ui/screens')(file),
    /\b(Painter|PaintFunction|ImGui|ImDrawList|paint_icon)\b|\.paint\s*=|\.drawing\s*\(|#\s*include\s*<imgui/, 'a screen that paints by itself');
}

/** Not a failure, only said: a file this long wants to be two. */
export function longFiles(files) {
  return [...files]
    .filter(([file]) => isCpp(file) || isScript(file) || /\.(py|sh|css)$/.test(file))
    .map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400);
}

export const guards = new Map(Object.entries({
  layering, noClockOrChance, noScriptInCpp, noEvaluation, nothingInlineInPages, textFromTables, completeTranslations, noMachinePaths,
  lockWithoutAddresses, noSkippedTests, screensDrawWithWidgets,
}));

const leftOut = new Set(['build', 'node_modules', '.git', '.cache', '__pycache__', 'test-results']);
const binary = /\.(png|jpg|ico|woff2?|ttf|otf|wasm|br|gz|zip)$/;

/** Every text file of a folder by its path from there. */
export function readTree(folder, prefix = '') {
  const files = new Map();
  for (const name of readdirSync(folder).sort()) {
    if (leftOut.has(name)) continue;
    const full = path.join(folder, name);
    const status = statSync(full, { throwIfNoEntry: false });
    if (status?.isDirectory()) for (const [file, text] of readTree(full, `${prefix}${name}/`)) files.set(file, text);
    else if (status?.isFile() && !binary.test(name) && status.size < 5_000_000) files.set(prefix + name, readFileSync(full, 'utf8'));
  }
  return files;
}

export function repositoryFiles() {
  return readTree(root);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = repositoryFiles();
  let count = 0;
  for (const [name, guard] of guards) {
    for (const { file, line, message } of guard(files)) {
      console.error(`${file}:${line}: ${message} [${name}]`);
      count += 1;
    }
  }
  for (const { file, lines } of longFiles(files)) console.error(`${file}: ${lines} lines; past 400 a file wants to be two (a warning)`);
  console.log(`guards: ${guards.size} rules, ${count} broken`);
  process.exit(count ? 1 : 0);
}
