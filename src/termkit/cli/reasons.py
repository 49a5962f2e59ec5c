"""The options of ``termkit convert`` that tell why, and what each makes of the converted files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from termkit.cli.report import EXIT_FINDINGS, complain, complain_all
from termkit.cli.tables import show_decisions, show_differences, show_layers, show_trace
from termkit.engine.compare import Difference, compare_file, convert_by_reference
from termkit.engine.converting import Convert, ConvertedFile, Converters, convert_document
from termkit.engine.explain import count_layers
from termkit.engine.learn import find_lessons, learn
from termkit.engine.origins import Origins
from termkit.engine.review import apply_review, foreign_rows, review_rows
from termkit.engine.review_file import ReviewRow, dump_review, load_review
from termkit.engine.trace import FileTrace, dump_traces, trace_file
from termkit.errors import TermkitError
from termkit.files import read_bytes, write_atomic
from termkit.messages import tr, tr_n
from termkit.problems import Problem


class Engine(StrEnum):
    """Which converter runs."""

    termkit = "termkit"
    opencc = "opencc"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for besides the converted text."""

    explain: bool = False
    compare: bool = False
    engine: Engine = Engine.termkit
    trace: Path | None = None
    review: Path | None = None
    apply: Path | None = None
    learn: Path | None = None

    @property
    def prints(self) -> bool:
        """Whether something is printed instead of the text."""
        return self.explain or self.compare

    @property
    def writes(self) -> bool:
        """Whether a file is written besides the text."""
        return bool(self.trace or self.review)

    @property
    def text_only(self) -> bool:
        """Whether nothing but the text is wanted, as termkit writes it."""
        return self.engine is Engine.termkit and not self.asks_why

    @property
    def asks_why(self) -> bool:
        """Whether the trace of a conversion is needed, not only its text."""
        return self.prints or self.writes or self.apply is not None

    def verify(
        self,
        inputs: Iterable[Path],
        *,
        output: bool,
        in_place: bool,
        check: bool = False,
        script_only: bool = False,
    ) -> None:
        """Raise TermkitError where wishes exclude each other or would destroy a file."""
        if check and not (output or in_place):
            raise TermkitError(
                tr("--check compares with what is there; add --output or --in-place")
            )
        if check and (self.writes or self.learn):
            raise TermkitError(
                tr("--check writes nothing; leave out --trace, --review and --learn")
            )
        if script_only and (self.compare or self.engine is Engine.opencc):
            raise TermkitError(
                tr("--script-only: opencc replaces words; use --to zh-Hant or zh-Hans")
            )
        if self.explain and self.compare:
            raise TermkitError(tr("--explain and --compare exclude each other"))
        if self.prints and (output or in_place):
            name = "--explain" if self.explain else "--compare"
            raise TermkitError(
                tr("{name} prints instead of converting; leave out where to write", name=name)
            )
        if self.engine is Engine.opencc and (self.prints or self.writes or self.apply):
            raise TermkitError(tr("--engine opencc does not tell why; it gives the text only"))
        if self.review and in_place:
            raise TermkitError(
                tr("--review names places of the sources; use --output, not --in-place")
            )
        if self.learn and not self.apply:
            raise TermkitError(tr("--learn needs --apply-review"))
        taken = {path.resolve() for path in (*inputs, *((self.apply,) if self.apply else ()))}
        for path in (self.trace, self.review, self.learn):
            if path and path.resolve() in taken:
                raise TermkitError(
                    tr("{path} is read in this run or named twice; name another file", path=path)
                )
            if path:
                taken.add(path.resolve())


@dataclass
class Reasons:
    """One run: looks at every converted file as it passes, and tells at the end."""

    wishes: Wishes
    converters: Converters
    unapplied: bool = False
    _traces: list[FileTrace] = field(default_factory=list)
    _review: list[ReviewRow] = field(default_factory=list)
    _differences: list[Difference] = field(default_factory=list)
    _applied: list[tuple[str, ReviewRow]] = field(default_factory=list)
    _paths: list[str] = field(default_factory=list)
    _kept: int = 0

    def __post_init__(self) -> None:
        apply = self.wishes.apply
        self._decisions = load_review(read_bytes(apply), str(apply)) if apply else []
        target = self.converters.target
        self._target = target.as_target
        if self.wishes.learn and target.script_only:
            raise TermkitError(
                tr(
                    "--learn needs a target with a column of its own, not {locale}",
                    locale=target.tag,
                )
            )
        self._origins = Origins(self.converters.base, self._target)

    def engine(self) -> Convert:
        """Return what converts a document."""
        if self.wishes.engine is Engine.opencc:
            return convert_by_reference
        return partial(convert_document, doubts=bool(self.wishes.review or self.wishes.explain))

    def watch(self, files: Iterable[ConvertedFile]) -> Iterator[ConvertedFile]:
        """Pass files on, with the decisions written over them."""
        for file in files:
            yield file if file.problems or file.skipped else self._look_at(file)

    def _look_at(self, file: ConvertedFile) -> ConvertedFile:
        wishes = self.wishes
        self._paths.append(file.path)
        if wishes.apply:
            reviewed = apply_review(file, self._decisions, str(wishes.apply))
            self._tell(reviewed.problems)
            self._applied += ((file.source_locale, row) for row in reviewed.applied)
            file = reviewed.file
        if wishes.trace or wishes.explain:
            trace = trace_file(file, self._origins, self.converters.target.tag)
            self._traces.append(trace)
            changed = {change.span for change in file.trace if not change.certain}
            self._kept += sum(doubt.span not in changed for doubt in file.doubts)
            if wishes.explain:
                show_trace(file.document.source if file.document else "", trace)
        if wishes.review:
            self._review += review_rows(file, self._origins, self._target)
        if wishes.compare:
            found = compare_file(file, self.converters, self._origins)
            self._differences += found
            show_differences(file.path, found)
        return file

    def finish(self) -> int:
        """Write and print what is left to; return the exit code."""
        wishes = self.wishes
        if wishes.explain:
            show_layers(count_layers(self._traces), self._kept)
        if wishes.compare and self._differences:
            show_decisions(self._differences)
        if wishes.trace:
            write_atomic(wishes.trace, dump_traces(self._traces).encode())
        if wishes.review:
            write_atomic(wishes.review, dump_review(self._review))
            complain(
                tr_n(
                    "{number} place to decide in {file}",
                    "{number} places to decide in {file}",
                    len(self._review),
                    file=wishes.review,
                )
            )
        if wishes.apply:
            self._tell(foreign_rows(self._decisions, self._paths, str(wishes.apply)))
            complain(
                tr_n(
                    "{number} place written as {file} decides",
                    "{number} places written as {file} decides",
                    len(self._applied),
                    file=wishes.apply,
                )
            )
        if wishes.learn:
            self._learn(wishes.learn)
        return EXIT_FINDINGS if self.unapplied else 0

    def _learn(self, path: Path) -> None:
        lessons, left_out = find_lessons(self._applied, self._decisions, self._target)
        learned = learn(path, lessons, self.converters.base)
        for message in (*left_out, *learned.left_out):
            complain(tr("not learned: {message}", message=message))
        number = len(learned.written)
        complain(
            tr_n("{number} row added to {path}", "{number} rows added to {path}", number, path=path)
        )

    def _tell(self, problems: Iterable[Problem]) -> None:
        found = [*problems]
        complain_all(found)
        self.unapplied |= bool(found)
