"""What ships that others have written: name, version as used in this build, licence and its text.

dependencies.json says where each version and each text is read. From it come the licence texts of the page, a list to read (dependencies.txt)
and the same as a CycloneDX 1.5 bill of materials (dependencies.cdx.json). What is not found stops the build: nothing ships without its licence.
"""
import json
import os
import pathlib
import re


class Missing(Exception):
    """A version or a licence text that is not where it should be."""


def written(path, text):
    """The path, with that text in it; touched only if it changes."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    return path


def expanded(place):
    """A path with ${NAME} and ${NAME:-otherwise} filled in from the environment."""
    return pathlib.Path(re.sub(r"\$\{(\w+)(?::-([^}]*))?\}", lambda found: os.environ.get(found[1]) or found[2] or "", place))


def version_of(library):
    place, pattern = library["version"]
    path = expanded(place)
    found = re.search(pattern, path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    if not found:
        raise Missing(f"the version of {library['name']} is not in {place}; run `. cmake/setup/env.sh` in this shell, or the set-up once more")
    return ".".join(part if part == found[1] else str(int(part)) for part in found.groups())


def text_of(library):
    path = next((path for path in map(expanded, library["text"][1:]) if path.is_file()), None)
    if path is None:
        raise Missing(f"the licence text of {library['name']} is in none of {', '.join(library['text'][1:])}; run the set-up once more")
    return path


def component(library, version):
    simple = " " not in library["license"]
    return {"type": "library", "name": library["name"], "version": version, "copyright": library["copyright"],
            "licenses": [{"license": {"id": library["license"]}} if simple else {"expression": library["license"]}],
            "properties": [{"name": "hengping:ships-in", "value": library["ships"]},
                           {"name": "hengping:licence-text", "value": library["text"][0]}]}


def files(source, generated, with_font):
    """Name in licenses/ and where it lies; the lists are written into `generated`."""
    libraries = json.loads((source / "cmake" / "dependencies.json").read_text(encoding="utf-8"))
    libraries = [library for library in libraries if with_font or library["ships"] != "font"]
    versions = [version_of(library) for library in libraries]
    shown = {library["text"][0]: text_of(library) for library in libraries}
    lines = ["Libraries that ship with Hengping, in the versions of this build; their licence texts lie beside this list.", ""]
    for library, version in zip(libraries, versions):
        lines.append(f"{library['name']:<26}{version:<22}{library['license']:<32}{library['ships']:<14}{library['text'][0]}")
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"component": {"type": "application", "name": "Hengping", "licenses": [{"license": {"id": "Apache-2.0"}}]}},
            "components": [component(library, version) for library, version in zip(libraries, versions)]}
    return {"hengping-LICENSE.txt": source / "LICENSE", "NOTICE.txt": source / "NOTICE",
            "dependencies.txt": written(generated / "dependencies.txt", "\n".join(lines) + "\n"),
            "dependencies.cdx.json": written(generated / "dependencies.cdx.json", json.dumps(bill, indent=1, ensure_ascii=False) + "\n"), **shown}
