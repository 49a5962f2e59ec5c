"""Converting documents: their prose changes, everything else stays byte for byte."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

from termkit.convert.converter import Conversion, Converter
from termkit.convert.doubts import Doubt
from termkit.engine.collect import Named, load_document
from termkit.engine.detect import Decision, decide_locale
from termkit.engine.labels import label_changes
from termkit.engine.paths import PathTable
from termkit.errors import InputError
from termkit.files import encode
from termkit.locales import Locale, get_chinese
from termkit.messages import tr
from termkit.model.change import Change, replay
from termkit.model.document import Document
from termkit.patterns import regex
from termkit.problems import Problem
from termkit.scripts.tai import Tai
from termkit.termbase.store import TermBase
from termkit.text import MASK, Span, has_han

WORTH_A_PROCESS = 1_000_000
"""Bytes that are worth a process of their own: it may have to load its tables first."""


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """A converted document, or the problems that kept it from being converted.

    ``document`` is what was read; the offsets of ``trace`` and ``doubts`` point into
    its source. ``locale`` is the document's own, ``source_locale`` the one that serves
    it. ``skipped`` says why there was nothing to convert; then there is no text.
    ``sidecar`` is what to write beside the text, if anything, and ``notes`` are what
    the user should hear of besides.
    """

    file: Named
    text: str = ""
    source_locale: str = ""
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    document: Document | None = None
    trace: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    locale: Locale | None = None
    skipped: str = ""
    notes: tuple[Problem, ...] = ()
    sidecar: bytes = b""

    @property
    def path(self) -> str:
        """The name that the file was read under."""
        return self.document.path if self.document else self.file.name

    @property
    def encoding(self) -> str:
        """The codec that the file was read with."""
        return self.document.encoding if self.document else "utf-8"

    @property
    def data(self) -> bytes:
        """The converted text in the encoding of the file; raises InputError where that lacks something."""
        return encode(self.text, self.encoding, self.path)

    @property
    def without_reasons(self) -> "ConvertedFile":
        """The same without what tells why, which is most of its weight."""
        document = Document(self.path, "", (), encoding=self.encoding)
        return replace(self, document=document, trace=(), doubts=())


class Converters:
    """The converters of one run into one target, made when first needed."""

    def __init__(
        self,
        target: str,
        base: TermBase,
        source: str = "",
        domain: str = "",
        *,
        script_only: bool = False,
        keep_quotes: bool = False,
        tai: str = Tai.COMMON,
        by_path: PathTable[str] = PathTable(),
    ) -> None:
        """Raise UnknownLocaleError for an unknown target or source."""
        self.domain = domain
        self.options: dict[str, Any] = {
            "script_only": script_only,
            "keep_quotes": keep_quotes,
            "tai": tai,
        }
        self.target = get_chinese(target)
        self.source = get_chinese(source) if source else None
        self.base = base
        self.by_path = by_path
        self._made: dict[tuple[str, str], Converter] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        # For another process, which makes its own converters.
        source = self.source.tag if self.source else ""
        make = partial(Converters, **self.options, by_path=self.by_path)
        return (make, (self.target.tag, self.base, source, self.domain))

    def decide(self, document: Document) -> Decision:
        """Return a document's locale, and what told it."""
        source = self.source.tag if self.source else ""
        return decide_locale(document, self.base, source, self.by_path)

    def for_document(self, document: Document) -> tuple[Converter, str]:
        """Return the converter for a document's locale, and why that locale was taken."""
        decision = self.decide(document)
        return self.for_decision(decision, document.path, document.date), decision.reason

    def for_decision(self, decision: Decision, path: str, date: str = "") -> Converter:
        """Return the converter from a locale, with the terms of a day, today's without ``date``.

        Raises InputError where the locale is not Chinese.
        """
        locale = decision.locale
        if locale is None or decision.refusal:
            message = decision.refusal + tr("; tell what to convert from with --from")
            raise InputError(Problem(path, 0, "", message))
        base = self.base.at(date)
        made = (locale.base, base.key)
        if made not in self._made:
            self._made[made] = Converter(
                locale.base, self.target.tag, base, self.domain, **self.options
            )
        return self._made[made]


_MASKED = regex(f"{MASK}+")

Labels: TypeAlias = tuple[Change, ...]
Convert: TypeAlias = Callable[[Document, Converter, Labels], Conversion]
"""Converts the prose of a document, and writes the changes of its own locale into the result."""


def convert_document(
    document: Document, converter: Converter, labels: Labels = (), *, doubts: bool = False
) -> Conversion:
    """Convert the prose of a document; the offsets of the trace point into its source."""
    done = converter.convert(document.prose, doubts=doubts, domain=document.domain)
    trace = done.trace
    if labels:
        trace = tuple(sorted((*trace, *labels), key=lambda change: change.span))
    return Conversion(replay(document.source, trace), trace, done.doubts)


def convert_document_text(
    document: Document, converter: Converter, labels: Labels = ()
) -> Conversion:
    """Convert a document where nobody asks why, which is faster: the result has no trace."""
    source, prose = document.source, document.prose
    if labels:
        hidden = tuple(label._replace(after=MASK * len(label.after)) for label in labels)
        source, prose = replay(source, labels), replay(prose, hidden)
    text = converter.convert_bulk(prose, domain=document.domain)
    return Conversion(_unmasked(text, prose, source), ())


def _unmasked(text: str, prose: str, source: str) -> str:
    """Put what is masked in ``prose`` back into its conversion; no mask is ever converted."""
    if MASK not in prose:
        return text
    hidden = (Span(*found.span()).of(source) for found in _MASKED.finditer(prose))
    return _MASKED.sub(lambda _: next(hidden), text)


Load: TypeAlias = Callable[[Named], Document]
ConvertFile: TypeAlias = Callable[[Named], ConvertedFile]


def convert_file(
    file: Named,
    converters: Converters,
    load: Load = load_document,
    convert: Convert = convert_document,
) -> ConvertedFile:
    """Convert a file; the result tells what kept it from being converted.

    What was found in a directory and is in another language is skipped, not faulty.
    """
    try:
        document = load(file)
        decision = converters.decide(document)
        locale = decision.locale
        if file.root and decision.refusal and (locale or not has_han(document.prose)):
            return ConvertedFile(file, skipped=decision.refusal)
        converter = converters.for_decision(decision, document.path, document.date)
        labels = label_changes(document, locale, converters.target) if locale else ()
        done = convert(document, converter, labels)
        encode(done.text, document.encoding, document.path)  # or it can't be written back
    except InputError as error:
        return ConvertedFile(file, problems=error.problems)
    return ConvertedFile(
        file,
        done.text,
        converter.source,
        decision.reason,
        document=document,
        trace=done.trace,
        doubts=done.doubts,
        locale=locale,
    )


def convert_plainly(file: Named, convert: ConvertFile) -> ConvertedFile:
    """Convert a file where nobody asks why."""
    return convert(file).without_reasons
