"""Allow no name without its original where a document first mentions it.

What
    The first mention, in running text, of a name whose original is Latin, without that
    original in the same sentence: 輝達 instead of 輝達（NVIDIA）. Names are those of the
    domains `companies` and `people`, and of all your own rows whose `en` cell has a
    capital letter; `house.first-mention` names other domains. Headings, front matter and
    lines without a full stop are passed over, and so are catalogues; a Chinese name
    whose original is its spelling in letters (Liang Wenfeng) has none.
Why
    Names are transcribed in many ways; with the original beside it once, a reader knows
    who is meant, and finds more.
Flagged
    zh-TW | 輝達公布財報，優於預期。 | 輝達 → 輝達（NVIDIA）
    zh-CN | 会谈由马克龙主持。马克龙没有表态。 | 马克龙 → 马克龙（Emmanuel Macron）
Fine
    zh-TW | 輝達（NVIDIA）公布財報，輝達股價上漲。
    zh-TW | 輝達財報優於預期
    zh-HK | 特朗普 (Donald Trump) 發表演說。特朗普沒有提及關稅。
    zh-CN | 法国总统马克龙（Macron）主持会谈。
Fix safety
    Unsafe: house styles differ in how well known a name has to be. Where several bear
    the name, their originals are only shown.
"""

from collections.abc import Iterable, Iterator

from termkit.context import Check, CheckContext
from termkit.messages import any_of, tr
from termkit.model.diagnostic import Applicability, Diagnostic, Severity, replacement
from termkit.model.domains import SOFTWARE
from termkit.patterns import regex
from termkit.termbase.originals import Originals, originals
from termkit.text import Span, cuts_latin, sentence_around

NAME = "first-mention"

_BODY = regex(r"[^\r\n]*。[^\r\n]*")
_BODY_KINDS = frozenset(  # not shown
    ("paragraph", "list item", "definition", "html", "line", "cue", "text")
)
"""What running text is called by the readers; front matter, headings and cells are none."""
_BRACKET = regex(r"[」』”》]?\s?[(（]\s?[A-Za-zÀ-ɏ]")
_PLAIN_WORD = 3
"""Letters that a last word of a name has at least to stand for the whole: Macron."""


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the first mentions that lack the original."""
    if context.document.domain == SOFTWARE:
        return
    known = originals(context.base, context.locale, context.house.first_mention)
    body = _Body(context)
    met: set[Originals] = set()
    for span, name in context.base.matcher(context.locale).forms_in(context.prose):
        owners = known.get(name)
        if owners is None or owners in met or not body.holds(span):
            continue
        met.add(owners)
        if _is_accompanied(context.prose, span, owners):
            continue
        suggestions = tuple(f"{name}（{written[0]}）" for written in owners)
        fix = replacement(span, suggestions[0], Applicability.UNSAFE)
        yield Diagnostic(
            NAME,
            Severity.WARNING,
            span,
            tr(
                "the first “{name}” of the document has no original with it; write {names}",
                name=name,
                names=any_of(suggestions),
            ),
            suggestions,
            fix if len(suggestions) == 1 else None,
        )


class _Body:
    """The running text of a document: paragraphs with a full stop. Asked in order of position."""

    def __init__(self, context: CheckContext) -> None:
        self._prose = context.prose
        self._segments = [
            segment for segment in context.document.segments if segment.kind in _BODY_KINDS
        ]
        self._lines = self._found()
        self._line = Span(0, 0)

    def holds(self, span: Span) -> bool:
        """Tell whether a span stands in running text."""
        while self._line.end <= span.start:
            line = next(self._lines, None)
            if line is None:
                return False
            self._line = line
        return self._line.start <= span.start

    def _found(self) -> Iterator[Span]:
        for segment in self._segments:
            # Where the reader knows no paragraphs each line is one.
            if segment.kind == "line":
                for match in _BODY.finditer(self._prose, *segment.span):
                    yield Span(*match.span())
            elif "。" in segment.span.of(self._prose):
                yield segment.span


def _is_accompanied(prose: str, span: Span, owners: Originals) -> bool:
    """Tell whether the original stands in the sentence, or something Latin in brackets behind."""
    if _BRACKET.match(prose, span.end):
        return True
    sentence = sentence_around(prose, span).of(prose)
    return any(_stands_in(sentence, _parts(written)) for written in owners)


def _parts(written: Iterable[str]) -> Iterator[str]:
    for name in written:
        yield name
        last = name.rpartition(" ")[2]
        if len(last) >= _PLAIN_WORD:
            yield last


def _stands_in(sentence: str, names: Iterable[str]) -> bool:
    lowered = sentence.lower()
    for name in names:
        at = lowered.find(name.lower())
        if at >= 0 and not cuts_latin(lowered, Span(at, at + len(name))):
            return True
    return False


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False)
