#!/usr/bin/env python3
"""Writes a header that holds a file's bytes as `inline constexpr std::string_view`."""
import argparse
import pathlib
import sys


def literal_lines(data, width=100):
    """The bytes as string literals of bounded length; a new literal starts after each line feed."""
    line = ""
    for byte in data:
        if byte in b'"\\':
            line += "\\" + chr(byte)
        elif byte == 0x0A:
            yield line + "\\n"
            line = ""
            continue
        elif 0x20 <= byte < 0x7F and byte != ord("?"):
            line += chr(byte)
        else:
            line += f"\\{byte:03o}"
        if len(line) >= width:
            yield line
            line = ""
    if line:
        yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variable", required=True)
    parser.add_argument("--namespace", default="hengping")
    parser.add_argument("--header", type=pathlib.Path, required=True)
    parser.add_argument("file", type=pathlib.Path)
    arguments = parser.parse_args()
    data = arguments.file.read_bytes()
    lines = [f'    "{line}"' for line in literal_lines(data)] or ['    ""']
    arguments.header.parent.mkdir(parents=True, exist_ok=True)
    arguments.header.write_text(
        f"// Generated from {arguments.file.name}; change that, not this.\n"
        "#pragma once\n\n#include <string_view>\n\n"
        f"namespace {arguments.namespace} {{\n\n"
        f"inline constexpr std::string_view {arguments.variable}{{\n" + "\n".join(lines) + f",\n    {len(data)}}};\n\n"
        f"}}  // namespace {arguments.namespace}\n",
        encoding="ascii",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
