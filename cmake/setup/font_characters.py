#!/usr/bin/env python3
"""Prints what the bundled font's subset is made of: `face` the index of a face in a font collection, `characters` the
code points to keep, as a list for hb-subset.

The characters: the 8,105 of the Table of General Standard Chinese Characters (Unihan's kTGH), ASCII, Latin-1, general
punctuation, arrows, mathematical and geometric signs, CJK punctuation, numbers in circles and brackets, fullwidth forms.
"""
import bz2
import pathlib
import re
import struct
import sys

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x00FF), (0x0391, 0x03C9), (0x2010, 0x2027), (0x2030, 0x205E), (0x20AC, 0x20AC),
    (0x2100, 0x2127), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x257F),
    (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2610, 0x2612), (0x2713, 0x2717), (0x3000, 0x303F), (0x3220, 0x3243),
    (0x3280, 0x32B0), (0x3380, 0x33DF), (0xFE30, 0xFE4F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]


def face_index(collection, wanted):
    """Index of the face whose full name is `wanted`, from the collection's name tables."""
    data = collection.read_bytes()
    if data[:4] != b"ttcf":
        return 0
    for index, offset in enumerate(struct.unpack_from(f">{struct.unpack_from('>I', data, 8)[0]}I", data, 12)):
        for table in range(struct.unpack_from(">H", data, offset + 4)[0]):
            tag, _, start, _ = struct.unpack_from(">4sIII", data, offset + 12 + 16 * table)
            if tag != b"name":
                continue
            _, count, strings = struct.unpack_from(">HHH", data, start)
            for record in range(count):
                platform, _, _, name_id, length, at = struct.unpack_from(">6H", data, start + 6 + 12 * record)
                raw = data[start + strings + at : start + strings + at + length]
                if name_id == 4 and platform == 3 and raw.decode("utf-16-be") == wanted:
                    return index
    raise SystemExit(f"font: {collection.name} has no face named {wanted}")


def characters(unihan_folder):
    found = set()
    line_form = re.compile(rb"^U\+([0-9A-F]+)\tkTGH\t", re.MULTILINE)
    for path in sorted(unihan_folder.glob("Unihan_*.txt*")):
        data = path.read_bytes()
        if path.suffix == ".bz2":
            data = bz2.decompress(data)
        found.update(int(match, 16) for match in line_form.findall(data))
    if len(found) < 8000:
        raise SystemExit(f"font: {unihan_folder} names only {len(found)} characters of the standard table; 8,105 are expected")
    for first, last in RANGES:
        found.update(range(first, last + 1))
    return found


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "face":
        print(face_index(pathlib.Path(sys.argv[2]), sys.argv[3]))
    elif len(sys.argv) == 3 and sys.argv[1] == "characters":
        print(",".join(f"{code:04X}" for code in sorted(characters(pathlib.Path(sys.argv[2])))))
    else:
        raise SystemExit("usage: font_characters.py face COLLECTION NAME | characters UNIHAN_FOLDER")


if __name__ == "__main__":
    main()
