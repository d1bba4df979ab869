// The repository keeps every rule, and every rule is shown to fail on a planted breach and to let the decent twin pass.
import assert from 'node:assert/strict';
import test from 'node:test';
import { guards, longFiles, repositoryFiles } from './guards.mjs';

const repository = repositoryFiles();

for (const [name, guard] of guards) {
  test(`the repository keeps ${name}`, () => {
    const found = guard(repository).map(({ file, line, message }) => `${file}:${line}: ${message}`);
    assert.deepEqual(found, []);
  });
}

const tables = (zh, en) => ({ 'assets/strings/core.zh-CN.json': zh, 'assets/strings/core.en.json': en });
const home = `/${'root'}/`;

// Guard → [what must be found, what must not].
const planted = {
  layering: [
    [
      { 'core/a.cpp': '#include <imgui.h>\n' },
      { 'core/a.h': '#  include <emscripten/emscripten.h>\n' },
      { 'core/a.cpp': '#include "shell/app/app.h"\n' },
      { 'core/a.cpp': '#include "web/page.h"\n' },
      { 'shell/app/a.cpp': '#include <imgui.h>\n' },
      { 'shell/app/a.cpp': '#include "shell/ui/frame.h"\n' },
      { 'shell/ui/a.cpp': '#include <GLES3/gl3.h>\n' },
      { 'shell/ui/a.cpp': '#include "web/page.h"\n' },
      { 'shell/cli/a.cpp': '#include "shell/ui/frame.h"\n' },
    ],
    [{ 'core/a.cpp': '#include "core/base/text.h"\n#include <vector>\n' }, { 'shell/ui/a.cpp': '#include <imgui.h>\n' }, { 'web/a.cpp': '#include <emscripten.h>\n' }],
  ],
  noClockOrChance: [
    [
      { 'core/a.cpp': 'auto t = std::chrono::system_clock::now();\n' },
      { 'core/a.cpp': 'auto t = std::time(nullptr);\n' },
      { 'core/a.cpp': 'auto t = time(NULL);\n' },
      { 'core/a.cpp': 'int r = rand();\n' },
      { 'core/a.cpp': 'std::random_device device;\n' },
      { 'core/a.cpp': '#include <random>\n' },
      { 'shell/app/a.cpp': 'localtime_r(&t, &broken);\n' },
      { 'shell/ui/a.cpp': 'const auto t = steady_clock::now();\n' },
    ],
    [
      { 'core/a.cpp': '// the day comes from outside, not from system_clock\nconst char* text = "rand()";\nlast_time(a); x.time(0);\n' },
      { 'shell/cli/a.cpp': 'auto t = std::chrono::system_clock::now();\n' },
    ],
  ],
  noScriptInCpp: [
    [{ 'web/a.cpp': 'EM_ASM({ alert(1); });\n' }, { 'shell/ui/a.cpp': 'EM_JS(void, f, (), {});\n' }, { 'core/a.cpp': 'emscripten_run_script("x");\n' }],
    [{ 'web/a.cpp': '// no EM_ASM here\nvoid f();\n' }],
  ],
  noEvaluation: [
    [{ 'web/page/a.js': 'eval(x);\n' }, { 'web/page/a.js': 'node.innerHTML = x;\n' }, { 'web/page/a.js': 'new Function("x");\n' }, { 'web/page/a.js': 'import(name);\n' }],
    [{ 'web/page/a.js': '// never innerHTML\nnode.textContent = x; evaluate(x); import("./b.js");\n' }],
  ],
  nothingInlineInPages: [
    [{ 'web/page/index.html': '<script>x()</script>\n' }, { 'web/page/index.html': '<p style="color:red">\n' }, { 'web/page/index.html': '<a onclick="x()">\n' },
      { 'web/page/index.html': '<style>\n' }, { 'web/page/index.html': '<script src="https://example.org/x.js"></script>\n' }],
    [{ 'web/page/index.html': '<script type="module" src="main.js"></script>\n<link rel="stylesheet" href="page.css">\n' }],
  ],
  textFromTables: [
    [
      { 'shell/ui/a.cpp': 'button("保存");\n' },
      { 'shell/ui/a.cpp': 'button(R"x(保存)x");\n' },
      { 'shell/ui/a.cpp': 'button("Save all");\n' },
      { 'web/page/a.js': 'show(`已保存 ${count}`);\n' },
      { 'web/page/a.js': "show('Not found here');\n" },
      { 'core/a.cpp': 'int a = 1\'000; say("缺少");\n' },
      { 'web/page/a.js': 'show(a ? `${b} 个` : c);\n' },
    ],
    [
      { 'shell/ui/a.cpp': '// 保存\n/* 保存 */ button(UiText::save); assert(x && "stated twice here");\n' },
      { 'web/page/a.js': "throw new Error('no such thing'); const face = 'Some Face Name';  // not shown: a font's name\n" },
      { 'web/page/a.js': "const form = /保存|\"/; // 保存\nconst q = a / b; // \"保存\"\n" },
      { 'tests/core/a.cpp': 'CHECK(name == "保存");\n' },
    ],
  ],
  completeTranslations: [
    [
      tables('{"a": "甲"}', '{"b": "B"}'),
      tables('{"a": "甲 {0}"}', '{"a": "A"}'),
      tables('{"a": ""}', '{"a": "A"}'),
      tables('{"b": "乙", "a": "甲"}', '{"a": "A", "b": "B"}'),
      tables('{"a": "甲", "a": "乙"}', '{"a": "A"}'),
      { 'assets/strings/core.zh-CN.json': '{"a": "甲"}' },
      {},
    ],
    [tables('{"a": "甲 {0}", "b.c": "乙"}', '{"a": "A {0}", "b.c": "B"}')],
  ],
  noMachinePaths: [
    [{ 'README.md': `see ${home}notes\n` }, { 'cmake/a.sh': `x="${home}x"\n` }, { 'a.txt': `in /${'home'}/someone/x\n` }],
    [{ 'README.md': 'in /usr/share and build/root/x and https://example.org/home/x\n' }],
  ],
  lockWithoutAddresses: [
    [{ 'package-lock.json': '{\n"resolved": "somewhere"\n}' }],
    [{ 'package-lock.json': '{\n"version": "1.0.0"\n}' }],
  ],
  screensDrawWithWidgets: [
    [
      { 'shell/ui/screens/a.cpp': 'void bar(Painter& painter);\n' },
      { 'shell/ui/screens/a.cpp': 'frame.current().paint = [](auto& brush, const Element&) {};\n' },
      { 'shell/ui/screens/parts/a.cpp': 'frame.drawing(8, 8, mark);\n' },
      { 'shell/ui/screens/a.cpp': '#include <imgui.h>\n' },
    ],
    [{ 'shell/ui/screens/a.cpp': '// a Painter\nbutton(frame, {.key = "paint"});\n', 'shell/ui/widgets_a.cpp': 'void bar(Painter& painter);\n' }],
  ],
  noSkippedTests: [
    [{ 'tests/browser/a.spec.mjs': "test.skip('x', () => {});\n" }, { 'tests/browser/a.spec.mjs': "test.only('x', () => {});\n" },
      { 'tests/core/a.cpp': 'SKIP("later");\n' }, { 'tests/core/a.cpp': 'TEST_CASE("x", "[.slow]") {}\n' }, { 'tests/core/a.cpp': 'TEST_CASE("x", "[!mayfail]") {}\n' }],
    [{ 'tests/core/a.cpp': 'TEST_CASE("x", "[fold]") {}\n' }, { 'tests/browser/a.spec.mjs': "test('skip link leads to main', () => {});\n" }],
  ],
};

const asFiles = (object) => new Map(Object.entries(object));

for (const [name, guard] of guards) {
  test(`${name} finds every planted breach`, () => {
    assert.ok(planted[name]?.[0].length, 'a guard without a planted breach proves nothing');
    for (const breach of planted[name][0]) assert.notEqual(guard(asFiles(breach)).length, 0, JSON.stringify(breach));
  });
  test(`${name} lets decent sources pass`, () => {
    for (const decent of planted[name][1]) assert.deepEqual(guard(asFiles(decent)), [], JSON.stringify(decent));
  });
}

test('a long file is named', () => {
  assert.deepEqual(longFiles(asFiles({ 'core/a.cpp': 'x\n'.repeat(401), 'core/b.cpp': 'x\n'.repeat(400) })), [{ file: 'core/a.cpp', lines: 401 }]);
});
