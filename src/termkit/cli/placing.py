"""Writing converted files to their places, or telling what would be written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from termkit.cli.report import complain, complain_all, emit
from termkit.engine.collect import STDIN, Named
from termkit.engine.converting import ConvertedFile
from termkit.engine.placing import CREATED, Placing, would_be
from termkit.engine.po.finishing import finished
from termkit.engine.sidecar import sidecar_path
from termkit.errors import InputError
from termkit.files import read_bytes, write_atomic
from termkit.messages import mark, tr


@dataclass
class Writer:
    """One run: where its results go, and what has become of them.

    With ``to_output`` they go to standard output, with ``silent`` nowhere; with
    ``check`` it is told what would change, and nothing is written. Finished translations in
    the catalogues that are there are kept but with ``overwrite``.
    """

    placing: Placing
    to_output: bool = False
    silent: bool = False
    check: bool = False
    verbose: bool = False
    overwrite: bool = False
    failed: bool = field(default=False, init=False)
    changes: bool = field(default=False, init=False)

    def write_all(self, results: Iterable[ConvertedFile], *, copy_skipped: bool = False) -> None:
        """Write every result to its place."""
        for result in results:
            try:
                self._write(result, copy_skipped)
            except InputError as error:
                self._fail(error)

    def copy_all(self, files: Iterable[Named]) -> None:
        """Write files as they are to their places."""
        for file in files:
            try:
                place, data = self.placing.place_copy(file), read_bytes(file.path)
                self._verify(file, place, data)
                self._save(place, data)
            except InputError as error:
                self._fail(error)

    def stream(self, pieces: Iterable[ConvertedFile]) -> None:
        """Write the pieces of one text to standard output."""
        try:
            for number, piece in enumerate(pieces):
                if self.verbose and not number:
                    self._tell_locale(piece)
                emit(piece.text)
        except InputError as error:
            self._fail(error)

    def _write(self, result: ConvertedFile, copy_skipped: bool) -> None:
        complain_all(result.notes)
        if result.problems:
            raise InputError(*result.problems)
        if result.skipped:
            complain(tr("{file}: skipped: {reason}", file=result.file.name, reason=result.skipped))
            if copy_skipped:
                self.copy_all([result.file])
            return
        if self.verbose:
            self._tell_locale(result)
        if self.silent:
            return
        # Standard input has no place of its own, in a directory or to be replaced.
        homeless = self.placing.output is None or self.placing.to_folder
        if self.to_output or (result.file.name == STDIN and homeless):
            emit(result.text, result.encoding)
            return
        place = self.placing.place(result.file, result.locale)
        data = finished(result, place, self.placing.target, overwrite=self.overwrite)
        self._verify(result.file, place, data)
        if result.sidecar:  # first, so that a run that is killed leaves no output without one
            self._save(sidecar_path(place), result.sidecar)
        self._save(place, data)

    def _verify(self, file: Named, place: Path, data: bytes) -> None:
        if not self.check:
            self.placing.verify(file, place, data)

    def _save(self, place: Path, data: bytes) -> None:
        if not self.check:
            write_atomic(place, data)
        elif state := would_be(place, data):
            self.changes = True
            told = mark("{path}: would be changed")
            if state == CREATED:
                told = mark("{path}: would be created")
            emit(tr(told, path=place.as_posix()) + "\n")

    def _tell_locale(self, result: ConvertedFile) -> None:
        told = result.source_locale, result.reason
        complain(
            tr(
                "{file}: from {locale} ({reason})",
                file=result.file.name,
                locale=told[0],
                reason=told[1],
            )
        )

    def _fail(self, error: InputError) -> None:
        complain_all(error.problems)
        self.failed = True
