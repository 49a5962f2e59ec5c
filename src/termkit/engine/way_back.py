"""Sidecars in a run: each output gets its own, and the one of an input leads back."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from termkit.convert.converter import Conversion, Converter
from termkit.engine.collect import Columns, Named, load_document
from termkit.engine.converting import Convert, ConvertedFile, Converters, Labels, convert_file
from termkit.engine.labels import label_changes
from termkit.engine.restoring import MisfitError, restore
from termkit.engine.sidecar import Sidecar, sidecar_path
from termkit.errors import InputError
from termkit.files import read_bytes
from termkit.locales import get_chinese
from termkit.messages import tr
from termkit.model.document import Document
from termkit.problems import Problem
from termkit.readers import read_document


@dataclass(frozen=True, slots=True)
class WayBack:
    """Converts files: one with a fitting sidecar is restored, any other goes through ``anew``.

    With ``keeps`` the results have the sidecars that belong beside them.
    """

    converters: Converters
    anew: Convert
    columns: Columns = None
    keeps: bool = True

    def load(self, file: Named) -> Document:
        """Read a file, of which its sidecar tells the locale; raise InputError for a damaged one."""
        return _Trip(self).load(file)

    def convert_file(self, file: Named) -> ConvertedFile:
        """Convert a file; the result tells what kept it from being converted."""
        trip = _Trip(self)
        done = convert_file(file, self.converters, trip.load, trip.convert)
        done = replace(done, notes=trip.notes)
        return self.keep(done) if self.keeps and not trip.is_over else done

    def keep(self, file: ConvertedFile) -> ConvertedFile:
        """Return a converted file with its sidecar; what was in the target's locale needs none."""
        target = self.converters.target
        if not file.document or not file.locale:
            return file
        if file.locale == target or file.source_locale == target.as_target:
            return file
        text = file.document.source
        sidecar = Sidecar.of(file.locale.tag, target.tag, text, file.trace, file.text)
        return replace(file, sidecar=sidecar.dump())


@dataclass(slots=True)
class _Trip:
    """One file between reading and converting: its sidecar, where it leads back, or why it is not used.

    ``is_over`` where the file is what the conversion has written already.
    """

    run: WayBack
    sidecar: Sidecar | None = None
    notes: tuple[Problem, ...] = ()
    is_over: bool = False

    def load(self, file: Named) -> Document:
        """Read the file and its sidecar."""
        document = load_document(file, self.run.columns)
        path = sidecar_path(file.path)
        if not path.is_file():
            return document
        sidecar = Sidecar.load(read_bytes(path), path.as_posix())
        if document.source == sidecar.source_text != sidecar.target_text:
            # Converted in place, by a run that was killed before it wrote the text.
            return replace(document, locale=sidecar.source)
        if sidecar.target == self.run.converters.target.tag:
            self.is_over = document.source == sidecar.target_text
            return replace(document, locale=sidecar.target) if self.is_over else document
        if elsewhere := self._leads_elsewhere(sidecar):
            self.notes = (Problem(path.as_posix(), 0, "", elsewhere + tr("; not used")),)
            return document
        self.sidecar = sidecar
        return replace(document, locale=sidecar.target)

    def convert(self, document: Document, converter: Converter, labels: Labels) -> Conversion:
        """Restore the document if its sidecar leads back, else convert it."""
        if self.sidecar is None:
            return self.run.anew(document, converter, labels)
        if get_chinese(self.sidecar.target).script_only:  # its words are the source's already
            converter = Converter(converter.source, converter.target, script_only=True)
        read = partial(read_document, columns=self.run.columns)
        try:
            return restore(document, self.sidecar, partial(self._anew, converter), read)
        except MisfitError:
            path = sidecar_path(Path(document.path)).as_posix()
            message = tr(
                "was written for another text than {path} is; "
                "remove it, or convert without --sidecar",
                path=document.path,
            )
            raise InputError(Problem(path, 0, "", message)) from None

    def _anew(self, converter: Converter, document: Document) -> Conversion:
        assert self.sidecar is not None
        # Not those of the text that is restored only: the one that was written is converted too.
        locale = get_chinese(self.sidecar.target)
        labels = label_changes(document, locale, self.run.converters.target)
        return self.run.anew(document, converter, labels)

    def _leads_elsewhere(self, sidecar: Sidecar) -> str:
        wanted, source = self.run.converters.target, self.run.converters.source
        if get_chinese(sidecar.source).base != wanted.base:
            return tr(
                "leads back to {found}, not to {locale}", found=sidecar.source, locale=wanted.tag
            )
        if source and source.base != get_chinese(sidecar.target).base:
            return tr(
                "is of a text in {found}, not in {locale} (--from)",
                found=sidecar.target,
                locale=source.tag,
            )
        return ""
