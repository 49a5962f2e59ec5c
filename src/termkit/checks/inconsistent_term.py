"""Allow one Chinese name of a concept in a document.

What
    Two Chinese names of one concept in the same document, both admitted by the
    term base. The rarer one is reported; where they are equally frequent, the one
    that is not preferred.
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
    Unsafe: a quotation may keep its own word.
"""

from collections import defaultdict
from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.text import Span

NAME = "inconsistent-term"


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the rarer names of concepts that a document names in two ways."""
    mentions: defaultdict[str, defaultdict[str, list[Span]]]
    mentions = defaultdict(lambda: defaultdict(list))
    preferred: dict[str, str] = {}
    for span, form in context.terms.names:
        mentions[form.concept][span.of(context.prose)].append(span)
        preferred[form.concept] = form.claims[0].suggestion
    for concept, names in mentions.items():
        if len(names) < 2:
            continue
        # The most frequent first; of equally frequent ones the preferred.
        order = sorted(
            (-len(spans), name != preferred[concept], name) for name, spans in names.items()
        )
        usual, *others = (name for _, _, name in order)
        for name in others:
            if _is_short_form(name, usual) or _is_short_form(usual, name):
                continue
            counts = f"“{usual}” ({len(names[usual])}×) and “{name}” ({len(names[name])}×)"
            for span in names[name]:
                yield Diagnostic(
                    NAME,
                    Severity.WARNING,
                    span,
                    f"{counts} name the same thing in this document; choose one",
                    (usual,),
                    replacement(span, usual, Applicability.UNSAFE),
                    concept,
                )


def _is_short_form(short: str, full: str) -> bool:
    """Tell whether all characters of ``short`` stand in ``full`` in the same order."""
    characters = iter(full)
    return len(short) < len(full) and all(char in characters for char in short)


CHECK = Check(NAME, Severity.WARNING, find, __doc__)
