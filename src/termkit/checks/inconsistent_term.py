"""Allow one Chinese name of a concept in a document, and in all documents of a run.

What
    Two Chinese names of one concept in the same document, both admitted by the
    term base. The rarer one is reported; where they are equally frequent, the one
    that is not preferred. Where each document keeps to one name, but not all to the
    same, those with the rarer one are reported once, at its first place. Each locale
    is counted for itself.
Why
    A reader takes two names for two things. The Latin original beside the Chinese
    name is no fault, nor is a short form beside its full form (通膨, 通貨膨脹).
Flagged
    zh-HK | 輝達公布業績，市場看好輝達。英偉達股價上升。 | 英偉達 → 輝達
Fine
    zh-HK | 輝達（NVIDIA）公布業績，NVIDIA股價上升。
    zh-TW | 輝達公布財報，NVIDIA股價上漲。
    zh-CN | 英伟达公布业绩，NVIDIA股价上涨。
Fix safety
    Unsafe: a quotation may keep its own word. Across documents there is none: which
    name the publication takes is for its editors to say.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termkit.context import Across, Check, CheckContext, Name
from termkit.messages import tr, tr_n
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.model.result import Use

NAME = "inconsistent-term"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the rarer names of concepts that a document names in two ways."""
    for concept, names in context.names.items():
        if len(names) < 2:
            continue
        # The most frequent first; of equally frequent ones the preferred.
        usual, *others = sorted(
            names, key=lambda one: (-len(one.spans), not one.preferred, one.text)
        )
        for name in others:
            if _are_one(name.text, usual.text):
                continue
            message = tr(
                "“{usual}” ({usual_count}×) and “{name}” ({count}×) name the same thing "
                "in this document; choose one",
                usual=usual.text,
                usual_count=len(usual.spans),
                name=name.text,
                count=len(name.spans),
            )
            for span in name.spans:
                yield Diagnostic(
                    NAME,
                    Severity.WARNING,
                    span,
                    message,
                    (usual.text,),
                    replacement(span, usual.text, Applicability.UNSAFE),
                    concept,
                )


def note(context: CheckContext) -> Iterator[Name]:
    """Yield the names of a document that others may call otherwise."""
    for names in context.names.values():
        yield from names


def find_across(documents: Sequence[Sequence[Use]]) -> Iterator[tuple[int, Diagnostic]]:
    """Yield the rarer names of concepts that the documents of a locale name differently."""
    concepts: defaultdict[str, defaultdict[str, dict[int, Use]]]
    concepts = defaultdict(lambda: defaultdict(dict))
    for number, uses in enumerate(documents):
        for use in uses:
            concepts[use.concept][use.name][number] = use
    for concept, names in concepts.items():
        if len(names) < 2:
            continue
        usual, *others = sorted(names, key=lambda name: _rank(name, names[name]))
        for name in others:
            if _are_one(name, usual):
                continue
            message = tr(
                "{usual} and {name} name the same thing in this run; choose one",
                usual=_count(usual, names[usual]),
                name=_count(name, names[name]),
            )
            for number, use in names[name].items():
                if any(
                    number in names[other] and not _are_one(name, other)
                    for other in names
                    if other != name
                ):
                    continue  # the document has to choose for itself first
                yield (
                    number,
                    Diagnostic(NAME, use.severity, use.span, message, (usual,), None, concept),
                )


def _rank(name: str, uses: dict[int, Use]) -> tuple[int, bool, str]:
    mentions = sum(use.count for use in uses.values())
    return -mentions, not any(use.preferred for use in uses.values()), name


def _count(name: str, uses: dict[int, Use]) -> str:
    mentions = sum(use.count for use in uses.values())
    return tr_n(
        "“{name}” ({mentions}× in {number} file)",
        "“{name}” ({mentions}× in {number} files)",
        len(uses),
        name=name,
        mentions=mentions,
    )


def _are_one(one: str, other: str) -> bool:
    """Tell whether one of two names is a short form of the other."""
    short, full = sorted((one, other), key=len)
    characters = iter(full)
    return len(short) < len(full) and all(char in characters for char in short)


CHECK = Check(NAME, Severity.WARNING, find, __doc__, across=Across(note, find_across))
