"""Articles to catalogues: the template, and one catalogue for each locale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from termkit.convert.converter import Converter
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters
from termkit.engine.po.drafts import Article, Draft, draft_article
from termkit.engine.po.memory import Compendium
from termkit.engine.po.merge import Counts, Sources, merge
from termkit.engine.po.terms import TermIndex
from termkit.engine.po.touched import Base
from termkit.engine.po.units import PLACEHOLDER, Unit, find_units
from termkit.errors import InputError
from termkit.files import write_atomic
from termkit.po.catalog import open_catalog, reference
from termkit.po.file import Catalog, Item
from termkit.po.header import CREATED, REVISED, get_field, now, set_field, stamp
from termkit.po.message import Key, Message
from termkit.problems import Problem

_CATALOGUES = frozenset({".po", ".pot"})
_BRACES = "python-brace-format"
"""The flag that makes gettext and translation platforms look after the placeholders."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run shall do: the name of the catalogues, what helps, and what becomes of old terms."""

    domain: str = "articles"
    compendium: tuple[Path, ...] = ()
    draft: bool = True
    rewrite: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A catalogue that a run is done with, whether it changed, and what was done to it."""

    path: Path
    changed: bool
    counts: Counts


@dataclass(frozen=True, slots=True)
class Exported:
    """What a run wrote, and what it could not use."""

    catalogs: tuple[Written, ...] = ()
    template: Written | None = None
    skipped: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Text:
    """One entry in the making: equal texts share it, unless they need different translations."""

    message: Message
    drafts: list[Draft | None] = field(default_factory=list)


def catalog_path(folder: Path, language: str, domain: str) -> Path:
    """Return where the catalogue of a language is, as gettext looks for it."""
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def export_articles(
    files: Iterable[Named], targets: Sequence[Converters], folder: Path, wishes: Wishes = Wishes()
) -> Exported:
    """Write ``folder/LANG/LC_MESSAGES/DOMAIN.po`` for each target, and ``folder/DOMAIN.pot``.

    Documents that are in the only target's locale are skipped, catalogues passed over.
    Existing catalogues keep what people did to them; a run that finds nothing new changes
    no byte.
    """
    articles, skipped, problems = _read(files, targets)
    if not articles:
        return Exported((), None, tuple(skipped), tuple(problems))
    # Whatever is wrong with a catalogue is found before anything is written.
    template_path = folder / f"{wishes.domain}.pot"
    template = open_catalog(template_path, wishes.domain, "")
    memories = [Compendium(wishes.compendium, each.target) for each in targets]
    catalogs: list[tuple[Path, Catalog, str]] = []
    for each in targets:
        path = catalog_path(folder, each.target.gettext, wishes.domain)
        catalog = open_catalog(path, wishes.domain, each.target.gettext)
        catalogs.append((path, catalog, catalog.render() if path.is_file() else ""))
    texts = _texts(articles, targets, set(template.by_key()))
    wanted = [text.message for text in texts]
    date = _fill_template(template, template_path, wanted)
    made = [(template_path, template, Counts(entries=len(wanted)))]
    for number, each in enumerate(targets):
        path, catalog, before = catalogs[number]
        drafts = {text.message.key: text.drafts[number] for text in texts}
        sources = _sources(each, articles, drafts, memories[number], wishes)
        counts = merge(catalog, wanted, sources)
        _finish(catalog, before, date)
        made.append((path, catalog, counts))
    ready = [(path, catalog.data(), counts) for path, catalog, counts in made]
    done = [Written(path, write_atomic(path, data), counts) for path, data, counts in ready]
    return Exported(tuple(done[1:]), done[0], tuple(skipped), tuple(problems))


def _read(
    files: Iterable[Named], targets: Sequence[Converters]
) -> tuple[list[Article], list[str], list[Problem]]:
    articles: list[Article] = []
    skipped: list[str] = []
    problems: list[Problem] = []
    for file in files:
        if file.path.suffix in _CATALOGUES:
            continue
        try:
            document = load_document(file)
            decision = targets[0].decide(document)
            targets[0].for_decision(decision, document.path)
            locale = decision.locale
            if locale is None or all(each.target.base == locale.base for each in targets):
                skipped.append(file.name)
                continue
            articles.append(Article(document, locale, tuple(find_units(document))))
        except InputError as error:
            problems += error.problems
    return articles, skipped, problems


def _texts(
    articles: Sequence[Article], targets: Sequence[Converters], contexts: set[Key]
) -> list[_Text]:
    """Return the entries of all articles, in the order of their first place.

    A text gets its article as a context where another article's draft of it, or what the
    sibling article has for it, is not the same; one that it has already, it keeps.
    """
    indexes: dict[str, TermIndex] = {}
    texts: dict[Key, _Text] = {}
    for article in articles:
        base = article.locale.base
        if base not in indexes:
            indexes[base] = TermIndex(targets[0].base.concepts, base)
        drafts = [_drafts(article, each) for each in targets]
        for unit, *versions in zip(article.units, *drafts, strict=True):
            key: Key = (None, unit.text)
            own: Key = (article.document.path, unit.text)
            first = texts.get(key)
            if own in contexts or (first and not _agree(first.drafts, versions)):
                key = own
            text = texts.get(key)
            if text is None:
                message = Message(unit.text, msgctxt=key[0])
                text = texts[key] = _Text(message, list(versions))
            text.message = _with_place(text.message, unit, article, indexes[base])
    return list(texts.values())


def _drafts(article: Article, converters: Converters) -> list[Draft | None]:
    if article.locale.base == converters.target.base:
        return [Draft(unit.text, sibling=unit.text) for unit in article.units]
    return [*draft_article(article, converters)]


def _agree(ours: Sequence[Draft | None], theirs: Sequence[Draft | None]) -> bool:
    return all(
        one is None
        or other is None
        or (one.sibling or one.text) == (other.sibling or other.text)
        or (one.text == other.text and not (one.sibling and other.sibling))
        for one, other in zip(ours, theirs, strict=True)
    )


def _with_place(message: Message, unit: Unit, article: Article, terms: TermIndex) -> Message:
    source = article.document.source
    shown = dict.fromkeys(
        f"{{{number}}}: {' '.join(span.of(source).split())}" for number, span in unit.places
    )
    comments = message.extracted or tuple(terms.lines(unit.text))
    kinds = [line for line in comments if not line.startswith(("glossary: ", "{"))]
    places = dict.fromkeys((*(line for line in comments if line.startswith("{")), *shown))
    lines = [line for line in comments if line.startswith("glossary: ")]
    flags = message.flags
    if unit.places and "{" not in PLACEHOLDER.sub("", unit.text).replace("}", "{"):
        flags = (_BRACES,)
    return replace(
        message,
        extracted=(*dict.fromkeys((*kinds, unit.kind)), *places, *lines),
        references=(*message.references, reference(article.document.path, unit.line)),
        flags=flags,
    )


def _sources(
    converters: Converters,
    articles: Sequence[Article],
    drafts: dict[Key, Draft | None],
    memory: Compendium,
    wishes: Wishes,
) -> Sources:
    target = converters.target
    locales = {article.locale.base: article for article in articles}

    @cache
    def own_converters() -> list[Converter]:
        documents = [each.document for tag, each in locales.items() if tag != target.base]
        return [converters.for_document(document)[0] for document in documents]

    def is_draft(message: Message) -> bool:
        text = message.msgstr[0]
        return any(each.convert(message.msgid).text == text for each in own_converters())

    def draft(message: Message) -> Message | None:
        made = drafts[message.key]
        if made and made.sibling:
            return replace(message, msgstr=(made.sibling,))
        if not made or not wishes.draft:
            return None
        notes = tuple(f"draft: {note} is uncertain" for note in made.uncertain)  # not shown
        return replace(message, msgstr=(made.text,), notes=notes).with_fuzzy(True)

    concepts = converters.base.concepts
    good = frozenset(
        term
        for concept in concepts
        if concept.is_active
        for term in concept.terms.get(target.base, ())
    )
    indexes = tuple(TermIndex(concepts, tag) for tag in locales if tag != target.base)
    base = Base(indexes, good, target.base)
    return Sources(memory.find, draft, is_draft, base, wishes.rewrite)


def _fill_template(template: Catalog, path: Path, wanted: Sequence[Message]) -> str:
    """Make the template hold these texts; return its date."""
    before = template.render() if path.is_file() else ""
    known = template.by_key()
    items: list[Item] = []
    for message in wanted:
        item = known.get(message.key) or Item(message)
        item.message = message
        items.append(item)
    template.arrange(items)
    stamp(template, before, CREATED, REVISED)
    return get_field(template.header, CREATED)


def _finish(catalog: Catalog, before: str, date: str) -> None:
    """Give a catalogue the date of its template, and one of its own if its content has changed."""
    header = catalog.header
    assert header is not None
    if _content(catalog) != _content(Catalog.parse(before, catalog.path)):
        header = set_field(header, REVISED, now())
    catalog.set_header(set_field(header, CREATED, date))


def _content(catalog: Catalog) -> list[tuple[object, ...]]:
    return [
        (message.key, message.msgstr, message.is_fuzzy, message.previous)
        for message in _all(catalog)
    ]


def _all(catalog: Catalog) -> Iterator[Message]:
    return (item.message for item in catalog.items if not item.message.is_header)
