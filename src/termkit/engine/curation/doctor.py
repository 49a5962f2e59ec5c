"""Examining a term base: what will bite in its use, apart from what is plainly wrong with it."""

from collections.abc import Callable, Collection, Iterable, Iterator

from termkit.engine.collect import Named, load_document
from termkit.engine.curation.clues import undecided
from termkit.engine.curation.corpus import Corpus
from termkit.engine.curation.diagnosis import KINDS, Ailment, in_order
from termkit.engine.curation.inside import inside_terms, inside_words
from termkit.engine.curation.layers import own_sources
from termkit.engine.curation.losses import many_to_one, unstable
from termkit.engine.curation.patient import Patient
from termkit.engine.curation.senses import in_both_senses
from termkit.engine.detect import decide_locale
from termkit.engine.paths import PathTable
from termkit.errors import InputError
from termkit.problems import Problem
from termkit.termbase.store import TermBase

_OF_THE_BASE: dict[str, Callable[[Patient], Iterator[Ailment]]] = {
    "unstable": unstable,
    "inside-word": inside_words,
    "inside-term": inside_terms,
    "many-to-one": many_to_one,
}
_OF_THE_TEXTS: dict[str, Callable[[Patient, Corpus], Iterator[Ailment]]] = {
    "inside-words-of-the-corpus": lambda _, corpus: corpus.inside(),
    "in-both-senses": lambda patient, corpus: in_both_senses(patient, corpus.texts),
    "undecided": lambda patient, corpus: undecided(patient, corpus.texts),
    "never-occurs": lambda _, corpus: corpus.unused(),
}


def admit(base: TermBase) -> Patient:
    """Return a term base to examine: the rows of a team's layers, or of the built-in one alone."""
    layers = {source.layer for source in own_sources(base)}
    return Patient(base, frozenset(row.id for row in base.concepts if row.layer in layers))


def examine(
    patient: Patient, corpus: Corpus | None = None, kinds: Collection[str] = tuple(KINDS)
) -> list[Ailment]:
    """Return what will bite, what is certain first; of some kinds only, if they are named."""
    found: list[Ailment] = []
    for kind, of_the_base in _OF_THE_BASE.items():
        if kind in kinds:
            found += of_the_base(patient)
    for kind, of_the_texts in _OF_THE_TEXTS.items():
        if corpus and kind in kinds:
            found += of_the_texts(patient, corpus)
    return in_order(found)


def read_corpus(
    patient: Patient, files: Iterable[Named], by_path: PathTable[str] = PathTable()
) -> tuple[Corpus, list[Problem]]:
    """Read the texts that are in a Chinese locale, and tell which files could not be read."""
    corpus = Corpus(patient)
    problems: list[Problem] = []
    for file in files:
        try:
            document = load_document(file)
        except InputError as error:
            problems += error.problems
            continue
        decision = decide_locale(document, patient.base, by_path=by_path)
        if decision.locale and not decision.refusal:
            corpus.read(document.prose, decision.locale.base, document.domain)
    return corpus, problems
