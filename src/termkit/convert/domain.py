"""What a text is about, as far as its ambiguous words need to know: software or not.

文件 is a file in a dialog box and a document in a newspaper. A text is taken for
software by what it looks like (placeholders, markup, a bare label) and by the words
of the term base in it; in doubt it is prose.
"""

from collections import Counter
from collections.abc import Iterable

from termkit.model.domains import SOFTWARE, TECHNICAL
from termkit.patterns import regex
from termkit.text import HAN_RE

SAMPLE = 20_000
"""How much of a text is looked at, in code points from its beginning."""

GENERAL = "general"
DOMAINS = (SOFTWARE, GENERAL)

_WORLDLY = frozenset({"people", "places", "politics", "economy", "everyday", "organisations"})
# printf, Python and ICU placeholders, accelerators, options, escapes, inline code.
_MARKS = regex(
    r"%[-+#0-9.]*l?[sdiufxcp%]|%\(\w+\)s|%\d|\{\w*\}|\(_?&?[A-Z]\)|&[A-Za-z]|(?<!\w)--?[a-z]\w+"
    r"|\\[nt]|`[^`]+`|<[a-z/][^>]*>|\$\{?\w+|\.\w{2,4}\b|\w+\(\)|_\w|\w_\w"
)
_SENTENCE = regex(r"[，。；？！]")
_CLAUSE = 15
"""A longer text with punctuation needs more than one sure word and one question: it may be prose."""
_LABEL = 8
"""A text of at most so many Han characters, without punctuation, is a label."""
_MESSAGE = 80
"""A longer text is no message of a program: placeholders in it tell nothing."""


def counts_as(reading_domain: str, text_domain: str) -> bool:
    """Tell whether a row of ``reading_domain`` is at home in a text of ``text_domain``."""
    return text_domain == SOFTWARE and reading_domain in TECHNICAL


def guess_domain(text: str, matches: Iterable[tuple[str, bool]]) -> str:
    """Guess the domain of ``text`` from what the term base found in it.

    ``matches`` gives for each match its row's domain and whether the match is
    ambiguous.
    """
    sure: Counter[bool] = Counter()
    open_questions = 0
    anything = False
    for domain, ambiguous in matches:
        anything |= ambiguous
        if domain in TECHNICAL:
            open_questions += ambiguous
            sure[True] += not ambiguous
        elif domain in _WORLDLY and not ambiguous:
            sure[False] += 1
    length = len(HAN_RE.findall(text))
    if not anything or sure[False] > sure[True]:
        return GENERAL
    if length <= _MESSAGE and _MARKS.search(text):
        return SOFTWARE
    if not open_questions:
        return GENERAL
    if length <= _LABEL and not _SENTENCE.search(text):
        return SOFTWARE
    weight = 2 * sure[True] + open_questions - 1
    needed = 3 if length > _CLAUSE and _SENTENCE.search(text) else 2
    return SOFTWARE if weight >= needed and weight * 25 >= length else GENERAL
