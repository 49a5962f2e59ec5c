"""Examining a term base: what will bite in its use, apart from what is plainly wrong with it."""

from collections.abc import Iterable

from termkit.engine.collect import Named, load_document
from termkit.engine.curation.corpus import Corpus
from termkit.engine.curation.diagnosis import Ailment, in_order
from termkit.engine.curation.inside import inside_terms, inside_words
from termkit.engine.curation.layers import own_sources
from termkit.engine.curation.losses import many_to_one, unstable
from termkit.engine.curation.patient import Patient
from termkit.engine.detect import decide_locale
from termkit.engine.paths import PathTable
from termkit.errors import InputError, Problem
from termkit.termbase.store import TermBase


def admit(base: TermBase) -> Patient:
    """Return a term base to examine: the rows of a team's layers, or of the built-in one alone."""
    layers = {source.layer for source in own_sources(base)}
    return Patient(base, frozenset(row.id for row in base.concepts if row.layer in layers))


def examine(patient: Patient, corpus: Corpus | None = None) -> list[Ailment]:
    """Return what will bite, what is certain first."""
    return in_order(
        (
            *unstable(patient),
            *inside_words(patient),
            *inside_terms(patient),
            *(corpus.ailments() if corpus else ()),
            *many_to_one(patient),
        )
    )


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
            corpus.read(document.prose, decision.locale.base)
    return corpus, problems
