"""Articles to PO: one entry per prose segment, drafted by conversion."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters
from termkit.errors import InputError, Problem
from termkit.model.change import Change, replay
from termkit.model.document import Document, Segment
from termkit.po.catalog import Draft, build_catalog, build_template, merge_entries, save
from termkit.text import HAN, LineIndex, Span

# A soft break between Han characters is nothing, elsewhere a space; quote marks go with it.
_SOFT_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*(?=(.))", re.DOTALL)
_HAN = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffef]")
_WORD = re.compile(r"\w")
_CATALOGUES = frozenset({".po", ".pot"})


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: the files, whether each changed, and how many entries they hold."""

    catalog: Path
    template: Path
    entries: int
    changed: bool
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]


def export_articles(
    files: Iterable[Named], converters: Converters, folder: Path, domain: str
) -> Exported:
    """Write ``folder/LANG/LC_MESSAGES/domain.po`` and ``folder/domain.pot``.

    Documents already in the target locale are skipped, catalogues passed over. An existing catalogue keeps
    its translations; a run that finds nothing new changes no byte.
    """
    drafts: list[Draft] = []
    skipped: list[str] = []
    problems: list[Problem] = []
    for file in files:
        if file.path.suffix in _CATALOGUES:
            continue
        try:
            document = load_document(file)
            converter, _ = converters.for_document(document)
            if converter.source == converters.target.base:
                skipped.append(file.name)
                continue
            drafts += document_drafts(
                document, converter.convert(document.prose, domain=document.domain).trace
            )
        except InputError as error:
            problems += error.problems
    target = converters.target
    catalog_path = folder / target.gettext / "LC_MESSAGES" / f"{domain}.po"
    template_path = folder / f"{domain}.pot"
    if not drafts:
        return Exported(catalog_path, template_path, 0, False, tuple(skipped), tuple(problems))
    entries = merge_entries(drafts)
    changed = save(build_catalog(entries, target, catalog_path, domain), catalog_path)
    changed |= save(build_template(entries, template_path, domain), template_path)
    return Exported(
        catalog_path, template_path, len(entries), changed, tuple(skipped), tuple(problems)
    )


def document_drafts(document: Document, trace: tuple[Change, ...]) -> list[Draft]:
    """Return the entries of a document: its segments as they are, and converted."""
    lines = LineIndex(document.source)
    drafts: list[Draft] = []
    at = 0
    for segment in document.segments:
        changes: list[Change] = []
        while at < len(trace) and trace[at].span.start < segment.span.end:
            if trace[at].span.start >= segment.span.start:
                changes.append(_moved(trace[at], segment))
            at += 1
        text = segment.span.of(document.source)
        if not _WORD.search(segment.span.of(document.prose)):
            continue
        drafts.append(
            Draft(
                unwrapped(text),
                unwrapped(replay(text, tuple(changes))),
                segment.kind,
                document.path,
                lines.position(segment.span.start).line,
            )
        )
    return drafts


def unwrapped(text: str) -> str:
    """Undo the line-wrapping of a segment."""

    def joint(match: re.Match[str]) -> str:
        before = text[match.start() - 1 : match.start()]
        return "" if _HAN.match(before) and _HAN.match(match[1]) else " "

    return _SOFT_BREAK.sub(joint, text)


def _moved(change: Change, segment: Segment) -> Change:
    span = Span(change.span.start - segment.span.start, change.span.end - segment.span.start)
    return Change(span, change.before, change.after, change.layer, change.origin, change.certain)
