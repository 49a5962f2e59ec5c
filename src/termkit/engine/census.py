"""Counting which names a document uses for which concept."""

from collections import Counter

from termkit.model.document import Document
from termkit.model.result import Mention, Standing
from termkit.termbase.forms import Kind
from termkit.termbase.names import concept_names
from termkit.termbase.store import TermBase


def count_names(document: Document, locale: str, base: TermBase) -> tuple[Mention, ...]:
    """Return the names of a document, good and wrong; one that several concepts share counts for each."""
    matcher = base.matcher(locale)
    known = concept_names(base, locale)
    counts: Counter[tuple[str, str, Standing]] = Counter()
    wrong = {finding.span: finding for finding in matcher.scan(document.prose).wrong}
    for finding in wrong.values():
        if finding.form.kind is not Kind.MISSPELT:
            for concept in dict.fromkeys(claim.concept for claim in finding.claims):
                counts[concept, finding.form.text, Standing.WRONG] += 1
    for span, name in matcher.forms_in(document.prose):
        for concept, is_preferred in known.get(name, ()) if span not in wrong else ():
            standing = Standing.PREFERRED if is_preferred else Standing.ADMITTED
            counts[concept, name, standing] += 1
    return tuple(Mention(*key, count) for key, count in sorted(counts.items()))
