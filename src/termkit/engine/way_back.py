"""Sidecars in a run: one is written beside each output, and the one of an input leads back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from termkit.convert.converter import Conversion, Converter
from termkit.engine.collect import STDIN, Named
from termkit.engine.converting import ConvertedFile, Converters
from termkit.engine.restoring import MisfitError, restore
from termkit.engine.sidecar import Sidecar, sidecar_path
from termkit.errors import InputError, Problem
from termkit.files import read_bytes, write_atomic
from termkit.locales import get_chinese
from termkit.model.document import Document


@dataclass
class WayBack:
    """Sees files come and go: one with a fitting sidecar is restored, and each output gets its own.

    ``tell`` hears of sidecars that lead elsewhere and are not used.
    """

    converters: Converters
    read: Callable[[Named], Document]
    anew: Callable[[Document, Converter], Conversion]
    tell: Callable[[Problem], None]
    _found: dict[str, tuple[Path, Sidecar]] = field(default_factory=dict)

    def load(self, file: Named) -> Document:
        """Read a file and its sidecar, which says the locale; raise InputError for a damaged one."""
        document = self.read(file)
        path = sidecar_path(file.path)
        if file.name == STDIN or not path.is_file():
            return document
        sidecar = Sidecar.load(read_bytes(path), str(path))
        elsewhere = self._leads_elsewhere(sidecar)
        if elsewhere:
            self.tell(Problem(str(path), 0, "", f"{elsewhere}; not used"))
            return document
        self._found[document.path] = path, sidecar
        return replace(document, locale=sidecar.target)

    def convert(self, document: Document, converter: Converter) -> Conversion:
        """Restore a document that has a sidecar, and convert any other."""
        if document.path not in self._found:
            return self.anew(document, converter)
        path, sidecar = self._found.pop(document.path)
        if get_chinese(sidecar.target).script_only:  # its words are the source's already
            converter = Converter(converter.source, converter.target, script_only=True)
        try:
            return restore(document, sidecar, partial(self._convert, converter))
        except MisfitError:
            message = (
                f"was written for another text than {document.path} is; "
                "remove it, or convert without --sidecar"
            )
            raise InputError(Problem(str(path), 0, "", message)) from None

    def write(self, path: Path, file: ConvertedFile) -> None:
        """Write the sidecar of a converted file that is about to be written to ``path``."""
        if file.document:
            target, text = self.converters.target.tag, file.document.source
            sidecar = Sidecar.of(file.source_locale, target, text, file.trace, file.text)
            write_atomic(sidecar_path(path), sidecar.dump())

    def _convert(self, converter: Converter, document: Document) -> Conversion:
        return self.anew(document, converter)

    def _leads_elsewhere(self, sidecar: Sidecar) -> str:
        wanted, source = self.converters.target, self.converters.source
        if get_chinese(sidecar.source).base != wanted.base:
            return f"leads back to {sidecar.source}, not to {wanted.tag}"
        if source and source.base != get_chinese(sidecar.target).base:
            return f"is of a text in {sidecar.target}, not in {source.tag} (--from)"
        return ""
