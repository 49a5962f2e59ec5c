"""Runs inside a peer's environment: reads files as that program does, and prints what it found as JSON.

``tbx FILE SOURCE TARGET``, ``csv FILE``, ``po FILE``: the Translate Toolkit.
``opencc CONFIGURATION``: OpenCC; the texts, a JSON array, come on standard input.
"""

import json
import sys
from importlib import import_module
from typing import Any


def read_tbx(path: str, source: str, target: str) -> list[dict[str, Any]]:
    """Return the entries as the Translate Toolkit has them for two locales."""
    store = import_module("translate.storage.tbx").tbxfile.parsefile(path)
    store.setsourcelanguage(source)
    store.settargetlanguage(target)
    return [
        {
            "id": unit.getid(),
            "source": [[term.text, term.deprecated] for term in unit.get_source_terms()],
            "target": [[term.text, term.deprecated] for term in unit.get_target_terms()],
            "note": unit.getnotes("translator"),
            "definition": unit.getnotes("definition"),
            "pos": unit.getnotes("pos"),
            "translatable": unit.istranslatable(),
        }
        for unit in store.units
    ]


def read_csv(path: str) -> list[dict[str, str]]:
    """Return the rows as the Translate Toolkit has them."""
    store = import_module("translate.storage.csvl10n").csvfile.parsefile(path)
    return [dict(unit.todict()) for unit in store.units]


def read_po(path: str) -> list[dict[str, Any]]:
    """Return the entries as the Translate Toolkit has them."""
    store = import_module("translate.storage.po").pofile.parsefile(path)
    return [
        {
            "context": unit.getcontext(),
            "source": str(unit.source),
            "target": str(unit.target),
            "flags": sorted(
                flag.strip()
                for line in unit.typecomments
                for flag in line.removeprefix("#,").split(",")
            ),
        }
        for unit in store.units
        if not unit.isheader()
    ]


def convert(configuration: str) -> list[str]:
    """Return texts as OpenCC converts them."""
    converter = import_module("opencc").OpenCC(configuration)
    return [converter.convert(text) for text in json.load(sys.stdin)]


if __name__ == "__main__":
    work, *arguments = sys.argv[1:]
    works = {"tbx": read_tbx, "csv": read_csv, "po": read_po, "opencc": convert}
    json.dump(works[work](*arguments), sys.stdout)  # type: ignore[operator]
