"""Converting documents: their prose changes, everything else stays byte for byte."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from termkit.convert.converter import Conversion, Converter
from termkit.convert.doubts import Doubt
from termkit.engine.collect import Named, load_document
from termkit.engine.detect import decide_locale
from termkit.engine.paths import PathTable
from termkit.errors import InputError, Problem
from termkit.files import encode
from termkit.locales import get_chinese
from termkit.model.change import Change, replay
from termkit.model.document import Document
from termkit.termbase.store import TermBase


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """A converted document, or the problems that kept it from being converted.

    ``document`` is what was read; the offsets of ``trace`` and ``doubts`` point into
    its source.
    """

    file: Named
    text: str = ""
    source_locale: str = ""
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    document: Document | None = None
    trace: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def path(self) -> str:
        """The name that the file was read under."""
        return self.document.path if self.document else self.file.name

    @property
    def data(self) -> bytes:
        """The converted text in the encoding of the file; raises InputError where that lacks something."""
        return encode(self.text, self.document.encoding if self.document else "utf-8", self.path)


class Converters:
    """The converters of one run into one target, made when first needed."""

    def __init__(
        self,
        target: str,
        base: TermBase,
        source: str = "",
        domain: str = "",
        by_path: PathTable[str] = PathTable(),
    ) -> None:
        """Raise UnknownLocaleError for an unknown target or source."""
        self.domain = domain
        self.target = get_chinese(target)
        self.source = get_chinese(source) if source else None
        self.base = base
        self.by_path = by_path
        self._made: dict[str, Converter] = {}

    def for_document(self, document: Document) -> tuple[Converter, str]:
        """Return the converter for a document's locale, and why that locale was taken."""
        decision = decide_locale(
            document, self.base, self.source.tag if self.source else "", self.by_path
        )
        if decision.locale is None or decision.refusal:
            message = f"{decision.refusal}; tell what to convert from with --from"
            raise InputError(Problem(document.path, 0, "", message))
        tag = decision.locale.base
        if tag not in self._made:
            self._made[tag] = Converter(tag, self.target.tag, self.base, self.domain)
        return self._made[tag], decision.reason


def convert_document(
    document: Document, converter: Converter, *, doubts: bool = False
) -> Conversion:
    """Convert the prose of a document; the offsets of the trace point into its source."""
    done = converter.convert(document.prose, doubts=doubts)
    return Conversion(replay(document.source, done.trace), done.trace, done.doubts)


def convert_files(
    files: Iterable[Named],
    converters: Converters,
    load: Callable[[Named], Document] = load_document,
    convert: Callable[[Document, Converter], Conversion] = convert_document,
) -> Iterator[ConvertedFile]:
    """Convert files one after another; one that can't be read is reported and the rest still runs."""
    for file in files:
        try:
            document = load(file)
            converter, reason = converters.for_document(document)
            done = convert(document, converter)
            encode(done.text, document.encoding, document.path)  # or it can't be written back
            yield ConvertedFile(
                file,
                done.text,
                converter.source,
                reason,
                document=document,
                trace=done.trace,
                doubts=done.doubts,
            )
        except InputError as error:
            yield ConvertedFile(file, problems=error.problems)
