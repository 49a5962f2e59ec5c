"""Catalogues to articles: each text of an article in its translation."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters
from termkit.engine.labels import label_changes
from termkit.engine.placing import Placing
from termkit.engine.po.export import catalog_path
from termkit.engine.po.kinds import spoken
from termkit.engine.po.links import relink
from termkit.engine.po.units import PLACEHOLDER, Unit, find_units, put_back
from termkit.errors import InputError
from termkit.files import encode
from termkit.locales import Locale
from termkit.messages import tr
from termkit.model.document import Document
from termkit.patterns import regex
from termkit.po.file import Catalog, Item
from termkit.po.message import Key
from termkit.problems import Problem
from termkit.readers import read_document

KEEP = 80
"""The share of texts, in per cent, that have to be translated if an article is to be written."""

_WAYS = regex(r"[\\\s]")


@dataclass(frozen=True, slots=True)
class Applying:
    """How to apply: whether fuzzy translations count, and how much has to be translated."""

    keep: int = KEEP
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """An article in the target's locale; ``text`` is None if too little of it is translated.

    ``fallbacks`` tell the texts that stay as they are in the source, and why.
    """

    file: Named
    target: Locale
    place: Path
    text: str | None
    total: int
    translated: int
    fallbacks: tuple[Problem, ...]
    encoding: str = "utf-8"

    @property
    def percent(self) -> int:
        """The share of texts that are translated, rounded down."""
        return 100 * self.translated // self.total if self.total else 100

    @property
    def data(self) -> bytes:
        """The bytes to write."""
        return encode(self.text or "", self.encoding, self.file.name)


class Translations:
    """The translations of a catalogue, by context and original."""

    def __init__(self, catalog: Catalog, *, fuzzy: bool = False) -> None:
        """Take the catalogue; raise InputError where it has an entry twice."""
        self._items: Mapping[Key, Item] = catalog.by_key()
        self._path = catalog.path
        self._fuzzy = fuzzy

    def find(self, unit: Unit, path: str) -> tuple[str | None, Problem | None]:
        """Return the translation of a text of an article, or why there is none."""
        item = self._items.get((path, unit.text)) or self._items.get((None, unit.text))

        def missing(reason: str) -> tuple[None, Problem]:
            return None, Problem(path, unit.line, spoken(unit.kind), reason)

        if item is None:
            return missing(tr("is not in the catalogue; run: termkit po update"))
        message = item.message
        if not message.has_text:
            return missing(tr("is not translated"))
        if message.is_fuzzy and not self._fuzzy:
            return missing(tr("its translation is fuzzy"))
        text = message.msgstr[0].strip()
        if fault := unit.fault(text):
            return missing(f"{fault} ({self._path}:{item.line})")
        return text, None


def apply_article(
    file: Named,
    translations: Translations,
    locales: tuple[Locale, Locale],
    placing: Placing,
    how: Applying,
    exists: Callable[[Path], bool] = Path.exists,
) -> Applied:
    """Return an article with its translations, and its own locale the target's; raise InputError.

    ``locales`` are the article's and the target's.
    """
    source, target = locales
    document = load_document(file)
    units = find_units(document)
    texts: dict[int, str] = {}
    problems: dict[int, Problem] = {}
    for number, unit in enumerate(units):
        text, problem = translations.find(unit, document.path)
        if text is not None:
            texts[number] = text
        elif problem:
            problems[number] = problem
    for number in _breaking(document, units, texts):
        del texts[number]
        reason = tr("its translation breaks the markup of the article")
        unit = units[number]
        problems[number] = Problem(document.path, unit.line, spoken(unit.kind), reason)
    done = Applied(
        file,
        target,
        placing.place(file, source),
        None,
        len(units),
        len(texts),
        tuple(problems[number] for number in sorted(problems)),
        document.encoding,
    )
    if done.percent < how.keep:
        return done
    built = put_back(document, units, texts, label_changes(document, source, target))
    if source.tag != target.tag:
        built = relink(built, source, target, done.place.parent, exists)
    return replace(done, text=built)


def _breaking(document: Document, units: list[Unit], texts: dict[int, str]) -> list[int]:
    """Return the units whose translations would make something else of the article."""
    changed = [number for number, text in texts.items() if text != units[number].text]
    if not changed or _holds(document, units, texts, changed):
        return []
    found: list[int] = []
    todo = [changed]
    while todo:
        numbers = todo.pop()
        if _holds(document, units, texts, numbers):
            continue
        if len(numbers) == 1:
            found += numbers
            continue
        half = len(numbers) // 2
        todo += (numbers[:half], numbers[half:])
    left = [number for number in changed if number not in found]
    # Some do no harm alone, only beside others: then none of them is taken.
    return sorted(found if _holds(document, units, texts, left) else changed)


def _holds(
    document: Document, units: list[Unit], texts: dict[int, str], numbers: list[int]
) -> bool:
    """Tell whether the article, read again, has the same texts where nothing was to change."""
    chosen = {number: texts[number] for number in numbers}
    built = put_back(document, units, chosen)
    try:
        again = find_units(read_document(built, document.path))
    except InputError:
        return False
    return len(again) == len(units) and all(
        new.kind == old.kind and _plain(new.text) == _plain(chosen.get(number, old.text))
        for number, (old, new) in enumerate(zip(units, again, strict=True))
    )


def _plain(text: str) -> str:
    """Return a text without what may be written in several ways."""
    return _WAYS.sub("", PLACEHOLDER.sub("", text))


def apply_articles(
    files: Sequence[Named],
    targets: Sequence[Converters],
    folder: Path,
    domain: str,
    output: Path,
    how: Applying,
) -> Iterator[Applied | Problem]:
    """Yield each article in each target's locale, or what kept it from that; writes nothing.

    Articles in the target's locale already are passed over.
    """
    claimed: dict[Path, Named] = {}
    for converters in targets:
        target = converters.target
        path = catalog_path(folder, target.gettext, domain)
        translations = Translations(Catalog.load(path), fuzzy=how.fuzzy)
        placing = Placing(target, output, to_folder=True)
        articles: list[tuple[Named, Locale]] = []
        for file in files:
            try:
                document = load_document(file)
                decision = converters.decide(document)
                converters.for_decision(decision, document.path)
            except InputError as error:
                yield from error.problems
                continue
            if decision.locale and decision.locale.base != target.base:
                articles.append((file, decision.locale))
        places = {placing.place(file, locale) for file, locale in articles}
        for file, locale in articles:
            place = placing.place(file, locale)
            if place in claimed:
                message = tr(
                    "{path} would be written twice; apply one --to at a time",
                    path=place.as_posix(),
                )
                yield Problem(file.name, 0, "", message)
                continue
            claimed[place] = file
            locales = (locale, target)
            yield apply_article(
                file, translations, locales, placing, how, partial(_is_there, places)
            )


def _is_there(places: Container[Path], path: Path) -> bool:
    return path in places or path.exists()
