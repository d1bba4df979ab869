#!/usr/bin/env python3
"""Lays together the folder that a static host serves: page, module, texts, icons, font, demonstration city, licences.

Only what changed is written, so that a second run is quick; what no longer belongs is removed. With --compress the page's
modules lose their comments and white space, every text file gets a brotli twin beside it, and the build fails when the page
outgrows its budget.
"""
import argparse
import hashlib
import html
import json
import os
import pathlib
import shutil
import subprocess
import sys

import dependencies
from dependencies import written

BUDGET = 700_000  # bytes of WASM, JavaScript and page together after brotli, without fonts and demonstration data
COMPRESSED = {".wasm", ".mjs", ".js", ".css", ".html", ".json", ".svg", ".webmanifest", ".txt"}
OUTSIDE_BUDGET = {"fonts", "demo", "licenses"}
KEPT_LATER = {"fonts", "demo"}  # what the service worker keeps only on devices that have needed it
DEMO_CITY = ["--providers", "12", "--enterprises", "60", "--facts", "600", "--seed", "20"]


def stop(message):
    print(f"page: {message}", file=sys.stderr)
    sys.exit(1)


def files_below(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]


def demo_city(source, cli):
    """The demonstration city, made by the command line just built; None while there is none."""
    city = source / "build" / "demo" / "city.json"
    if cli and cli.exists() and (not city.exists() or city.stat().st_mtime < cli.stat().st_mtime):
        city.parent.mkdir(parents=True, exist_ok=True)
        made = subprocess.run([str(cli), "generate", *DEMO_CITY, "-o", str(city)], capture_output=True, text=True)
        if made.returncode != 0:
            city.unlink(missing_ok=True)
            stop(f"hengping generate failed: {(made.stderr or made.stdout).strip()[:500]}")
    return city if city.exists() else None


def minify(path, folder, emscripten):
    """Where the module stands without comments and white space: the compiler's own printer writes it anew, names and all else kept."""
    printer = pathlib.Path(emscripten or "") / "tools" / "acorn-optimizer.mjs"
    if not printer.is_file():
        stop("no emscripten to minify the page's modules with; run `. cmake/setup/env.sh` in this shell")
    text = path.read_bytes()
    target = folder / f"{hashlib.sha256(text).hexdigest()[:16]}-{path.name}"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"*-{path.name}"):
            old.unlink()
        made = subprocess.run(["node", str(printer), str(path), "--export-es6", "--minify-whitespace", "-o", str(target)],
                              capture_output=True, text=True)
        if made.returncode != 0:
            target.unlink(missing_ok=True)
            stop(f"{path.name} could not be read: {(made.stderr or made.stdout).strip()[:500]}")
    return target


def collect(arguments):
    """Relative path -> file to copy from."""
    source, wanted = arguments.source, {}
    for folder, target in (("web/page", ""), ("assets/icons", "icons")):
        root = source / folder
        for path in files_below(root):
            shown = minify(path, arguments.module / "minified", arguments.emscripten) if arguments.compress and path.suffix == ".js" else path
            wanted[str(pathlib.PurePosixPath(target) / path.relative_to(root).as_posix())] = shown
    for name in ("hengping.mjs", "hengping.wasm"):
        wanted[name] = arguments.module / name
    tables = [source / "assets" / "strings" / f"page.{language}.json" for language in ("zh-CN", "en")]
    if subprocess.run([sys.executable, str(source / "cmake" / "generate_strings.py"), *map(str, tables)]).returncode != 0:
        sys.exit(1)
    wanted.update({f"strings/{table.name}": table for table in tables})
    city = demo_city(source, arguments.cli)
    if city:
        wanted["demo/city.json"] = city
    font = pathlib.Path(os.environ.get("HENGPING_TOOLCHAIN", "")) / "font"
    if (font / "hengping-sans-sc.woff2").is_file():
        wanted["fonts/hengping-sans-sc.woff2"] = font / "hengping-sans-sc.woff2"
    generated = arguments.module / "generated"
    generated.mkdir(parents=True, exist_ok=True)
    try:
        licenses = dependencies.files(source, generated, with_font="fonts/hengping-sans-sc.woff2" in wanted)
    except dependencies.Missing as missing:
        stop(missing)
    wanted.update({f"licenses/{name}": path for name, path in licenses.items()})
    wanted["index.html"] = with_policy(source, wanted["index.html"], generated)
    wanted["sw.js"] = with_list(wanted, generated)
    return wanted


def with_policy(source, page, generated):
    """The page with its content security policy inside, for hosts that send no headers; what only a header may say is left to them."""
    rules = json.loads((source / "web" / "content_security_policy.json").read_text(encoding="utf-8"))
    policy = "; ".join(rule for rule in rules if not rule.startswith("frame-ancestors"))
    text = page.read_text(encoding="utf-8")
    mark = "<!--policy-->"
    if text.count(mark) != 1:
        stop(f"index.html wants the mark {mark} once")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
    return written(generated / "index.html", text.replace(mark, meta))


def with_list(wanted, generated):
    """The service worker with what it keeps at its top: path and digest of every file (sw.js says what they are for)."""
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for name, path in sorted(wanted.items()) if name != "sw.js"}
    folder = {name: pathlib.PurePosixPath(name).parts[0] for name in digests}
    kept = {name: digest for name, digest in digests.items() if folder[name] not in OUTSIDE_BUDGET}
    later = {name: digest for name, digest in digests.items() if folder[name] in KEPT_LATER}
    worker = wanted["sw.js"].read_text(encoding="utf-8")
    # The worker's own text is part of the version too: two that differ must not share a cache.
    version = hashlib.sha256(json.dumps([kept, later, worker]).encode()).hexdigest()[:16]
    lists = [f"const {name} = {json.dumps(value, separators=(',', ':'))};" for name, value in
             (("kept", kept), ("later", later), ("version", version))]
    return written(generated / "sw.js", "\n".join([*lists, worker]))


def same(left, right):
    return left.is_file() and left.stat().st_size == right.stat().st_size and left.read_bytes() == right.read_bytes()


def lay(wanted, output, compress):
    keep = set()
    for name, path in wanted.items():
        target = output / name
        keep.add(target)
        if not same(target, path):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        twin = target.with_name(target.name + ".br")
        if compress and target.suffix in COMPRESSED:
            keep.add(twin)
            if not twin.exists() or twin.stat().st_mtime_ns < target.stat().st_mtime_ns:
                subprocess.run(["brotli", "--quality=11", "--lgwin=24", "--force", f"--output={twin}", str(target)], check=True)
    for path in files_below(output):
        if path not in keep:
            path.unlink()
    for folder in sorted((path for path in output.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def report(output, wanted):
    """Lines with the sizes of what counts, and whether they are within the budget."""
    groups = {"WASM": [0, 0], "JavaScript": [0, 0], "page": [0, 0]}
    for name in wanted:
        if pathlib.PurePosixPath(name).parts[0] in OUTSIDE_BUDGET:
            continue
        path = output / name
        twin = path.with_name(path.name + ".br")
        group = {".wasm": "WASM", ".mjs": "JavaScript", ".js": "JavaScript"}.get(path.suffix, "page")
        groups[group][0] += path.stat().st_size
        groups[group][1] += (twin if twin.exists() else path).stat().st_size
    total = [sum(sizes[0] for sizes in groups.values()), sum(sizes[1] for sizes in groups.values())]
    lines = [f"{'size of what ships':<20}{'raw':>12}{'brotli':>12}"]
    lines += [f"{name:<20}{raw:>12,}{packed:>12,}" for name, (raw, packed) in groups.items()]
    lines.append(f"{'together':<20}{total[0]:>12,}{total[1]:>12,}   budget {BUDGET:,} ({100 * total[1] / BUDGET:.0f} %)")
    # Icons and the other language's texts are not asked for on a first visit; they are counted all the same.
    lines.append(f"{'a first visit transfers at most':<32}{total[1]:>12,}   where the device has a Chinese face")
    font = output / "fonts" / "hengping-sans-sc.woff2"
    if font.exists():
        lines.append(f"{'':<32}{total[1] + font.stat().st_size:>12,}   where it has none ({font.stat().st_size:,} of it the font)")
    else:
        lines.append(f"{'':<32}{'':>12}   where it has none: not known, the font was not built")
    return lines, total[1] <= BUDGET


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=pathlib.Path, required=True, help="the repository")
    parser.add_argument("--module", type=pathlib.Path, required=True, help="folder of hengping.mjs and hengping.wasm")
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--report", type=pathlib.Path, help="file that the sizes are written to as well")
    parser.add_argument("--emscripten", default=os.environ.get("EMSCRIPTEN_ROOT"), help="folder of the compiler that made the module")
    parser.add_argument("--cli", type=pathlib.Path, help="native program that makes the demonstration city")
    parser.add_argument("--compress", action="store_true")
    parser.add_argument("--plain", action="store_true", help="no compression and no budget (debug builds)")
    arguments = parser.parse_args()
    if arguments.compress and not shutil.which("brotli"):
        stop("the program brotli is missing; install it (package brotli)")
    wanted = collect(arguments)
    arguments.output.mkdir(parents=True, exist_ok=True)
    lay(wanted, arguments.output, arguments.compress)
    if not arguments.compress:
        return 0
    lines, within = report(arguments.output, wanted)
    if arguments.report:
        arguments.report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    if not within:
        stop(f"WASM, JavaScript and page outgrew {BUDGET:,} bytes after brotli")
    return 0


if __name__ == "__main__":
    sys.exit(main())
