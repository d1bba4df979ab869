#!/usr/bin/env python3
"""Checks a pair of text tables (Chinese and English) and turns it into a C++ header.

A table is a flat JSON object "key.with.dots": "text with {0} {1}". The pair is refused, with words, when a key stands on
one side only, stands twice, is badly formed or out of order, when a text is empty, or when the places {0} {1} differ.
"""
import argparse
import json
import pathlib
import re
import sys

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)*")
PLACE = re.compile(r"\{(\d+)\}")


def read_table(path, faults):
    def unique(pairs):
        table = {}
        for key, value in pairs:
            if key in table:
                faults.append(f"{path.name}: {key} stands twice")
            table[key] = value
        return table

    try:
        table = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        faults.append(f"{path.name}: {error}")
        return {}
    if not isinstance(table, dict):
        faults.append(f"{path.name}: not a flat object of texts")
        return {}
    previous = ""
    for key, text in table.items():
        if not KEY.fullmatch(key):
            faults.append(f"{path.name}: {key!r} is no key (small letters, digits, _ and dots between)")
        if key < previous:
            faults.append(f"{path.name}: {key} stands after {previous}; keys are sorted")
        previous = key
        if not isinstance(text, str) or not text.strip():
            faults.append(f"{path.name}: {key} has no text")
    return {key: text for key, text in table.items() if isinstance(text, str)}


def check_pair(chinese, english, names):
    faults = []
    for key in sorted(chinese.keys() | english.keys()):
        if key not in chinese or key not in english:
            missing = names[1] if key in chinese else names[0]
            faults.append(f"{missing}: {key} is missing")
        elif set(PLACE.findall(chinese[key])) != set(PLACE.findall(english[key])):
            faults.append(f"{names[0]} and {names[1]}: {key} has different places {{0}}")
    identifiers = {}
    for key in chinese:
        other = identifiers.setdefault(identifier(key), key)
        if other != key:
            faults.append(f"{names[0]}: {key} and {other} become one name in code")
    return faults


def identifier(key):
    return key.replace(".", "_")


def cpp_literal(text):
    out = []
    for char in text:
        # A question mark after another could begin a trigraph.
        if char in '"\\' or (char == "?" and out and out[-1].endswith("?")):
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif ord(char) < 0x20:
            out.append(f"\\{ord(char):03o}")
        else:
            out.append(char)
    return '"' + "".join(out) + '"'


def cpp_header(domain, namespace, keys, chinese, english):
    type_name = "".join(part.capitalize() for part in domain.split("_")) + "Text"
    lines = [
        "// Generated from the text tables; change those, not this.",
        "#pragma once",
        "",
        "#include <array>",
        "#include <cstdint>",
        "#include <string_view>",
        "",
        f"namespace {namespace} {{",
        "",
        f"enum class {type_name} : std::uint16_t {{",
        *[f"  {identifier(key)}," for key in keys],
        "};",
        "",
    ]
    for suffix, values in (("keys", keys), ("zh", [chinese[k] for k in keys]), ("en", [english[k] for k in keys])):
        lines.append(f"inline constexpr std::array<std::string_view, {len(keys)}> {domain}_text_{suffix} = {{")
        lines += [f"    std::string_view{{{cpp_literal(value)}, {len(value.encode('utf-8'))}}}," for value in values]
        lines += ["};", ""]
    lines += [f"}}  // namespace {namespace}", ""]
    return "\n".join(lines)


def write_if_changed(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    path.touch()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--domain", default="", help="name of the table, e.g. core")
    parser.add_argument("--namespace", default="hengping")
    parser.add_argument("--header", type=pathlib.Path, help="C++ header to write; without it the tables are only checked")
    parser.add_argument("chinese", type=pathlib.Path)
    parser.add_argument("english", type=pathlib.Path)
    arguments = parser.parse_args()

    faults = []
    chinese = read_table(arguments.chinese, faults)
    english = read_table(arguments.english, faults)
    faults += check_pair(chinese, english, (arguments.chinese.name, arguments.english.name))
    if not chinese and not faults:
        faults.append(f"{arguments.chinese.name}: no texts at all")
    if faults:
        for fault in faults:
            print(f"strings: {fault}", file=sys.stderr)
        return 1
    if arguments.header:
        write_if_changed(arguments.header, cpp_header(arguments.domain, arguments.namespace, sorted(chinese), chinese, english))
    return 0


if __name__ == "__main__":
    sys.exit(main())
