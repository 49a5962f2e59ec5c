"""Allow no text that is not translated.

What
    An empty translation, and one that is the original itself, word for word, where
    that is a sentence. Names, commands and what is mostly placeholders may stay as
    they are; so may a Chinese text that is written the same way in both locales.
Why
    Readers meet a foreign sentence. The check is off by default: a catalogue that is
    being worked on has many. `--select untranslated` before a release lists them.
Flagged
    zh-TW | The file could not be saved. ⇒ The file could not be saved. | The file could not be saved.
    zh-CN | 請先儲存檔案。 ⇒ 請先儲存檔案。 | 請先儲存檔案。
    zh-TW | Open ⇒ | ""
Fine
    zh-TW | Creative Commons Attribution 4.0 ⇒ Creative Commons Attribution 4.0
    zh-CN | git commit -m %s ⇒ git commit -m %s
    zh-CN | 天下太平。 ⇒ 天下太平。
Fix safety
    No fix.
"""

from collections.abc import Iterator

from termkit.context import Check, CheckContext
from termkit.locales import Script
from termkit.messages import tr
from termkit.model.bitext import Pair
from termkit.model.diagnostic import Diagnostic, Severity
from termkit.patterns import regex
from termkit.scripts.characters import only_in
from termkit.text import HAN_RE, has_han

NAME = "untranslated"
_WORD = regex(r"(?<!\S)([A-Za-z]+(?:['’][a-z]+)?)[.,;:!?]?(?!\S)")
_LEAST_WORDS, _LEAST_HAN = 3, 8
_SENTENCE = regex("[，。！？；：]")
# What makes a sentence of words: no list of names or options holds it.
_PLAIN = frozenset(
    (
        *("a", "an", "the", "of", "to", "is", "are", "was", "were", "be", "been", "in", "on", "at"),
        *("for", "from", "with", "without", "by", "as", "and", "or", "not", "no", "if", "this"),
        *("that", "these", "those", "it", "its", "you", "your", "we", "our", "can", "cannot"),
        *("could", "will", "would", "should", "must", "may", "do", "does", "has", "have", "had"),
        *("please", "all", "any", "more", "than", "when", "which", "what", "how", "there", "here"),
    )
)


def find(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the texts without a translation."""
    empty = None
    for pair in context.bitext.pairs:
        target = pair.target
        if not target.text.strip():
            if pair.sources is not empty:  # of a plural once
                yield Diagnostic(
                    NAME, Severity.WARNING, target.whole, tr("the text is not translated")
                )
            empty = pair.sources
        elif _is_copy(pair, context):
            yield Diagnostic(
                NAME, Severity.WARNING, target.whole, tr("the translation is the original itself")
            )


def _is_copy(pair: Pair, context: CheckContext) -> bool:
    written = pair.target.text.split()
    if not any(written == source.text.split() for source in pair.sources):
        return False
    prose = pair.target.prose
    if has_han(prose):
        if len(HAN_RE.findall(prose)) < _LEAST_HAN and not _SENTENCE.search(prose):
            return False  # a name, perhaps of a language
        other = Script.HANS if context.script is Script.HANT else Script.HANT
        return not only_in(other).isdisjoint(prose)
    words = _WORD.findall(prose)
    return len(words) >= _LEAST_WORDS and sum(word in _PLAIN for word in words) >= 2


CHECK = Check(NAME, Severity.WARNING, find, __doc__, default=False, bilingual=True)
