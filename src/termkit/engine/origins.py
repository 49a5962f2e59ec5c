"""What is behind a change, for a person: the row of a term base, the line of a dictionary."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from termkit.messages import tr
from termkit.model.change import Change
from termkit.model.term import Concept
from termkit.scripts.chain import Chain, regional_chain, script_chain
from termkit.scripts.dictionaries import dictionary_lines
from termkit.termbase.store import TermBase


class Origins:
    """Resolves what the converter names as the origin of a change.

    The converter says a concept's id, or only that OpenCC knew; the row and the
    line of the dictionary are looked up here, when somebody wants to read them.
    """

    def __init__(self, base: TermBase, target: str) -> None:
        self._base = base
        self._target = target
        self._known: dict[tuple[str, str, str, str, str], str] = {}

    def of(self, change: Change, source: str) -> str:
        """Return the origin of a change in a text of locale ``source``."""
        return self.tell(change.layer, change.origin, change.before, change.after, source)

    def tell(self, layer: str, origin: str, before: str, after: str, source: str) -> str:
        """Return the origin of ``before`` → ``after``, where the converter says ``layer``, ``origin``."""
        key = (layer, origin, before, after, source)
        if key not in self._known:
            self._known[key] = self._tell(*key)
        return self._known[key]

    def _tell(self, layer: str, origin: str, before: str, after: str, source: str) -> str:
        if layer == "base":
            return self.row(origin)
        if layer == "quote":
            return tr("quotation marks of {locale}", locale=self._target)
        if origin != "OpenCC":
            return tr(origin)
        chain = regional_chain(source, self._target) if layer == "region" else None
        chain = chain or script_chain(source, self._target)
        entries = _entries(chain, before, self._target)
        # Where a regional word decides, what writes its characters before is no news.
        regional = [entry for entry in entries if _is_regional(entry)]
        found = regional[:1] if layer == "region" and regional else entries
        if layer == "phrase" and chain.convert(before) != after:
            found = [*found, tr("with a term of the base")]
        return ", ".join(found) or origin

    def row(self, concept_id: str) -> str:
        """Return a concept's id and where its row stands; that of the built-in base by file name."""
        concept = self._rows.get(concept_id)
        if concept is None:
            return concept_id
        path = concept.path if concept.layer else f"glossary/{Path(concept.path).name}"
        return f"{concept_id} ({path}:{concept.line})"

    @cached_property
    def _rows(self) -> Mapping[str, Concept]:
        return {concept.id: concept for concept in self._base}


def _entries(chain: Chain, text: str, target: str) -> list[str]:
    """Return the entries that rewrite the whole of ``text`` on its way through the chain."""
    found: list[str] = []
    for stage in chain.stages:
        value = stage.table.get(text)
        if value is not None and value != text:
            found.append(_entry(stage.files, text, target))
        text = stage.convert(text)
    return found


def _entry(files: tuple[str, ...], key: str, target: str) -> str:
    for file in files:
        line = dictionary_lines(file).get(key)
        if line:
            return f"{file}:{line}"
    return tr("house style of {locale}", locale=target)


def _is_regional(entry: str) -> bool:
    return entry.startswith(("TWPhrases", "HKPhrases"))
