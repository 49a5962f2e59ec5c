"""Clue words for ambiguous words, learnt from texts that keep the senses apart.

zh-TW writes 程式 for one sense of zh-CN 程序 and 程序 for the other. A word that stands in the
sentences of the one and in none of the other tells them apart, if that can be no chance; it
is proposed where it would decide a sentence of the source's texts that nothing decides yet.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from termkit.convert.base_entries import BaseEntry
from termkit.convert.readings import Reading
from termkit.engine.curation.cuts import is_common
from termkit.engine.curation.diagnosis import Ailment, Guard
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.engine.curation.sentences import Sentence, Text, Texts, sentences_with, words_of
from termkit.messages import tr
from termkit.model.domains import SOFTWARE, TECHNICAL
from termkit.scripts.chain import to_script
from termkit.text import has_han

_CHANCE = 0.0001
"""How likely it may be that a word stands beside one sense only by chance."""

_LEAST = 5
"""From so many sentences of each sense on, texts say something."""

_LIFT = 3
"""How much more often a word must stand beside a sense than in the texts at large."""

_TEXTS = 2
"""What is in one text only is what this text is about."""

_OPEN = 3
"""An ambiguous word that nothing decides in fewer sentences is none to care for."""

_MOST = 6


class _Sense(NamedTuple):
    """A reading of an ambiguous word that texts of the target tell from the other one."""

    entry: BaseEntry
    reading: Reading
    source: str
    target: str


def undecided(patient: Patient, texts: Texts) -> Iterator[Ailment]:
    """Yield the ambiguous words that clue words found in the texts would decide."""
    for source, target in PAIRS:
        if not texts[source] or not texts[target]:
            continue
        senses = [
            _Sense(entry, reading, source, target)
            for entry in patient.entries(source, target).by_key.values()
            for reading in entry.readings
            if reading.value != entry.default and patient.row(reading.concept)
        ]
        places = sentences_with(texts[source], (sense.entry.key for sense in senses))
        values = (value for one in senses for value in (one.reading.value, one.entry.default))
        written = sentences_with(texts[target], values)
        for sense in senses:
            mine, other = written[sense.reading.value], written[sense.entry.default]
            still_open = [
                each for each in places[sense.entry.key] if not _is_decided(each, sense.entry)
            ]
            if len(still_open) < _OPEN:
                continue
            known = {
                form
                for each in mine
                for _, form in patient.base.matcher(target).forms_in(each.text)
                if len(form) > 1 and has_han(form)
            }
            words = telling_words(mine, other, sense.reading.value, texts[target], known)
            found = _ailment(patient, sense, still_open, words)
            if found:
                yield found


def _ailment(
    patient: Patient, sense: _Sense, still_open: Sequence[Sentence], words: Iterable[str]
) -> Ailment | None:
    entry, reading, source, target = sense
    gained: Counter[str] = Counter()
    for word in words:
        clue = _in_source(patient, word, source, target)
        if entry.key not in clue:
            gained[clue] = sum(clue in each.text for each in still_open)
    clues = tuple(clue for clue, count in gained.most_common(_MOST) if count)
    row = patient.row(reading.concept)
    if row is None or not clues:
        return None
    decided = sum(any(clue in each.text for clue in clues) for each in still_open)
    message = tr(
        "nothing decides “{form}” in {number} sentences, where it becomes “{default}”; in {locale} "
        "texts only “{value}” stands beside {clues}, which would decide {decided}",
        form=entry.key,
        number=len(still_open),
        default=entry.default,
        locale=target,
        value=reading.value,
        clues=", ".join(clues),
        decided=decided,
    )
    examples = tuple(each.text.strip() for each in still_open[:_MOST])
    guards = (Guard(f"{source}:context", clues),)
    return Ailment("undecided", False, row, source, entry.key, message, examples, decided, guards)


def _is_decided(sentence: Sentence, entry: BaseEntry) -> bool:
    is_software = sentence.domain == SOFTWARE
    return any(
        (is_software and reading.domain in TECHNICAL)
        or any(clue in sentence.text for clue in reading.clues)
        for reading in entry.readings
    )


def _in_source(patient: Patient, word: str, source: str, target: str) -> str:
    """Return a word of the target as the source writes it."""
    entry = patient.entries(target, source).by_key.get(word)
    return entry.default if entry else to_script(word, target, source)


def telling_words(
    mine: Sequence[Sentence],
    other: Sequence[Sentence],
    value: str,
    texts: Sequence[Text],
    known: Collection[str] = (),
) -> list[str]:
    """Return the words that stand in sentences of a value and in none of the other sense.

    So often that it is no chance, were it all the same beside which of the two a word
    stands; and more often than in the texts at large, so that it says something at all.
    Words are the dictionary's and those that are ``known`` besides.
    """
    both = {each.text for each in mine} & {each.text for each in other}
    mine = [each for each in mine if each.text not in both]
    other = [each for each in other if each.text not in both]
    if min(len(mine), len(other)) < _LEAST:
        return []
    share = len(mine) / (len(mine) + len(other))
    at_large = "".join(text.prose for text in texts)
    size = sum(len(each.text) for each in mine) / max(1, len(at_large))
    elsewhere = "\n".join(each.text for each in other)
    candidates = {*known, *(word for each in mine for word in words_of(each.text))}
    found: list[tuple[int, str]] = []
    for word in sorted(candidates):
        if word in value or value in word or word in elsewhere or is_common(word):
            continue
        beside = [each for each in mine if word in each.text]
        is_chance = share ** len(beside) > _CHANCE
        if is_chance or len({each.number for each in beside}) < _TEXTS:
            continue
        if len(beside) >= _LIFT * size * at_large.count(word):
            found.append((len(beside), word))
    return [word for _, word in sorted(found, reverse=True)]
