"""What other programs make of the exports: ``python -m benchmarks.exchange``.

The Translate Toolkit, OpenCC and textlint are installed into ``benchmarks/.peers`` the
first time. Exit code 1 where one of them reads or does something else than is declared.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.peers import HERE, environment, textlint
from termkit.api import check_text
from termkit.convert.converter import Converter
from termkit.engine.exchange import export_glossary
from termkit.glossary_formats.bilingual import pairs
from termkit.locales import CHINESE
from termkit.model.diagnostic import Severity
from termkit.model.term import Concept
from termkit.termbase.store import TermBase

_SHOWN = 5


@dataclass(slots=True)
class Comparison:
    """How many things were compared, and which are different: what we have, what the program has."""

    title: str
    count: int = 0
    different: list[tuple[Any, Any]] = field(default_factory=list)

    def add(self, ours: Any, theirs: Any) -> None:
        """Compare one thing."""
        self.count += 1
        if ours != theirs:
            self.different.append((ours, theirs))


def probe(python: Path, *arguments: str, data: object = None) -> Any:
    """Run the probe in a peer's environment, which sees nothing of ours."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [python, HERE / "exchange_probe.py", *arguments],
        input=json.dumps(data).encode(),
        capture_output=True,
        env=variables,
        check=True,
    )
    return json.loads(done.stdout)


def compare_tbx(python: Path, concepts: Sequence[Concept], folder: Path) -> Iterator[Comparison]:
    """Compare TBX v2 as the Translate Toolkit reads it, for each target."""
    path = folder / "terms.tbx"
    export_glossary(concepts, path, "tbx-v2", "", "")
    known = [each for each in concepts if each.is_active and each.terms]
    for target in CHINESE:
        found = Comparison(f"Translate Toolkit, TBX v2, en and {target}")
        read = probe(python, "tbx", str(path), "en", target)
        for concept, unit in zip(known, read, strict=True):
            unit["definition"] = concept.definition in unit["definition"]
            found.add(_tbx_unit(concept, target), unit)
        yield found


def _tbx_unit(concept: Concept, target: str) -> dict[str, Any]:
    def terms(locale: str) -> list[list[Any]]:
        if locale not in concept.terms:
            return []
        good = [[term, False] for term in concept.terms[locale]]
        return good + [[term, True] for term in concept.avoid.get(locale, ())]

    return {
        "id": concept.id,
        "source": terms("en"),
        "target": terms(target),
        "note": concept.note,
        "definition": True,
        "pos": concept.pos,
        "translatable": "dnt" not in concept.flags and bool(concept.terms.get("en")),
    }


def compare_pairs(python: Path, concepts: Sequence[Concept], folder: Path) -> Iterator[Comparison]:
    """Compare Weblate's CSV and the PO as the Translate Toolkit reads them, for each target."""
    for target in CHINESE:
        wanted = [
            (pair, concept)
            for concept in concepts
            if concept.is_active
            for pair in pairs(concept, "en", target)
        ]
        for name, work in (("weblate-csv", "csv"), ("po", "po")):
            path = folder / f"{target}.{work}"
            export_glossary(concepts, path, name, "en", target)
            found = Comparison(f"Translate Toolkit, {name}, en and {target}")
            ours = [
                (pair.key, pair.source, pair.target)
                for pair, _ in wanted
                if work == "po" or not pair.is_forbidden
            ]
            read = probe(python, work, str(path))
            for each, unit in zip(ours, read, strict=True):
                found.add(each, (unit["context"], unit["source"], unit["target"]))
            yield found


def compare_opencc(
    python: Path,
    base: TermBase,
    folder: Path,
    directions: Iterable[tuple[str, str]],
) -> Iterator[Comparison]:
    """Compare how OpenCC converts every term with the exported configuration."""
    for source, target in directions:
        name = f"{source}_{target}"
        export_glossary(base.concepts, folder / name, "opencc", source, target)
        converter = Converter(source, target, base, "general", keep_quotes=True)
        terms = [
            term
            for concept in base.concepts
            if concept.is_active
            for term in concept.terms.get(source, ())
        ]
        found = Comparison(f"OpenCC, terms from {source} to {target}")
        read = probe(python, "opencc", str(folder / name / f"{name}.json"), data=terms)
        spaced = clued = 0
        for term, theirs in zip(terms, read, strict=True):
            ours = converter.convert(term).text
            if " " in ours and theirs != ours:
                spaced += 1  # declared: its dictionaries hold no value with a space
            elif theirs != ours and _is_clued(converter, term):
                clued += 1  # declared: it looks at no clue words
            else:
                found.add((term, ours), (term, theirs))
        found.title += (
            f" (besides {spaced} whose value holds a space, {clued} in which a word is a clue)"
        )
        yield found


def _is_clued(converter: Converter, term: str) -> bool:
    """Tell whether a part of a term becomes something else by itself: 文件 beside 软件包."""
    return any(
        converter.convert(place.text).text != place.value for place in converter.places(term)
    )


def compare_prh(
    program: Path, base: TermBase, locale: str, texts: Sequence[str], folder: Path
) -> tuple[Comparison, Comparison]:
    """Compare what textlint finds in texts with what termkit finds there without looking around.

    Returns what termkit finds, and what textlint finds besides.
    """
    rules = folder / f"{locale}.yml"
    export_glossary(base.concepts, rules, "prh", "", locale)
    configuration = folder / f"{locale}.json"
    configuration.write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(rules)]}}}), "utf-8")
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{locale}-{number}.txt")
        paths[-1].write_bytes(text.encode())
    done = subprocess.run(
        [program, "--config", configuration, "--format", "json", *paths],
        capture_output=True,
        cwd=folder,
        check=False,
    )
    read = json.loads(done.stdout)
    ours, besides = (
        Comparison(f"textlint with prh, {locale}: {what}")
        for what in ("what termkit finds", "what textlint finds")
    )
    for text, result in zip(texts, read, strict=True):
        theirs = {
            message["index"]: message["message"].split(" => ")[0] for message in result["messages"]
        }
        reported = {
            _units(text, found.span.start): found.span.of(text)
            for found in check_text(text, locale, base)
            if found.check == "wrong-region-term"
            and found.severity is Severity.ERROR
            and len(found.suggestions) == 1
        }
        # The rules hold what other checks report of the base as well.
        known = {
            _units(text, found.span.start): found.span.of(text)
            for found in base.matcher(locale).scan(text).wrong
            if not found.is_clued and len(found.suggestions) == 1
        }
        for at, form in reported.items():
            ours.add((at, form), (at, theirs.get(at)))
        for at, form in theirs.items():
            besides.add((at, known.get(at)), (at, form))
    return ours, besides


def _units(text: str, offset: int) -> int:
    """Return an offset in the units of JavaScript."""
    return len(text[:offset].encode("utf-16-le")) // 2


def example_texts(locale: str) -> list[str]:
    """Return the example articles of a locale without front matter, which textlint passes over."""
    articles = sorted((HERE.parent / "examples" / "articles").glob(f"*.{locale}.md"))
    return [path.read_text("utf-8").partition("\n---\n")[2] for path in articles]


def real_texts(locale: str, shared: Path) -> list[str]:
    """Return the real Markdown of a locale, which is full of its own words."""
    paths = sorted((shared / "data" / "markdown" / locale).rglob("*.md"))
    return [path.read_text("utf-8") for path in paths]


def main() -> int:
    """Compare everything; return the exit code."""
    base = TermBase.open()
    directions = [(s, t) for s in CHINESE for t in CHINESE if s != t]
    shared = HERE.parent.parent / "shared"
    different = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        toolkit = environment("translate-toolkit")
        results = [*compare_tbx(toolkit, base.concepts, folder)]
        results += compare_pairs(toolkit, base.concepts, folder)
        results += compare_opencc(environment("opencc"), base, folder, directions)
        for locale in CHINESE:
            texts = example_texts(locale) + (real_texts(locale, shared) if shared.is_dir() else [])
            results += compare_prh(textlint(), base, locale, texts, folder)
        for found in results:
            print(f"{found.title}: {found.count - len(found.different)} of {found.count} equal")
            for ours, theirs in found.different[:_SHOWN]:
                print(f"    ours {ours}\n    read {theirs}")
            different += len(found.different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
