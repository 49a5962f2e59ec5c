"""What decisions teach: rows for the team's own term base."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termkit.engine.review_file import ReviewRow
from termkit.errors import InputError
from termkit.files import decode, read_bytes, write_atomic
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.termbase.columns import ID, SEPARATOR
from termkit.termbase.csvfile import read_csv
from termkit.termbase.sheet import Sheet
from termkit.termbase.store import TermBase


@dataclass(frozen=True, slots=True)
class Lesson:
    """A word of the source locale and what editors write for it in the target."""

    source: str
    target: str
    word: str
    value: str


@dataclass(frozen=True, slots=True)
class Learned:
    """The lessons that were written down, and of the others why they were not."""

    written: tuple[Lesson, ...]
    left_out: tuple[str, ...]


def find_lessons(
    applied: Iterable[tuple[str, ReviewRow]], rows: Iterable[ReviewRow], target: str
) -> tuple[list[Lesson], list[str]]:
    """Return the words that were decided the same way everywhere, and why others teach nothing.

    ``applied`` holds the rows that went in, with the source locale of their files;
    ``rows`` is the whole review file: a word with an open row is not decided everywhere.
    """
    given: dict[str, set[str]] = {}
    for row in rows:
        given.setdefault(row.before, set()).add(row.decision)
    lessons: dict[tuple[str, str], Lesson] = {}
    left_out: dict[str, str] = {}
    for source, row in applied:
        word = row.before
        if len(given.get(word, ())) > 1:
            open_rows = "" in given[word]
            reason = (
                tr("some of its rows are open")
                if open_rows
                else tr("it was decided in several ways")
            )
            left_out[word] = f"{word}: {reason}"
        elif len(word) == 1:
            left_out[word] = tr(
                "{word}: a row for a single character would hold in every word", word=word
            )
        elif SEPARATOR in row.decision:
            left_out[word] = tr(
                "{word}: a term cannot hold {separator}", word=word, separator=SEPARATOR
            )
        else:
            lessons.setdefault((source, word), Lesson(source, target, word, row.decision))
    return list(lessons.values()), list(left_out.values())


def learn(path: Path, lessons: Iterable[Lesson], base: TermBase) -> Learned:
    """Write lessons as rows at the end of a term base file, whose bytes stay; make it if need be.

    Raises InputError where the file has no column for a locale, or could not be read
    back with the new rows in it; then nothing is written.
    """
    data = read_bytes(path) if path.exists() else b""
    text = decode(data, str(path))
    known, faults = read_csv(text, str(path)) if data else ([], [])
    new, left_out = _new_lessons(lessons, known, path)
    if not new:
        return Learned((), tuple(left_out))
    locales = dict.fromkeys(locale for one in new for locale in (one.target, one.source))
    sheet = Sheet(text, str(path)) if data else Sheet.new((ID, *locales), str(path))
    for needed in locales:
        if needed not in sheet.names:
            raise InputError(
                Problem(str(path), 1, needed, tr("add this column, so that rows fit in"))
            )
    ids = _free_ids({concept.id for concept in known} | {concept.id for concept in base})
    for lesson in new:
        sheet.append({ID: next(ids), lesson.source: lesson.word, lesson.target: lesson.value})
    result = sheet.text
    _verify(result, path, known, faults, len(new))
    write_atomic(path, result.encode())
    return Learned(tuple(new), tuple(left_out))


def _new_lessons(
    lessons: Iterable[Lesson], known: list[Concept], path: Path
) -> tuple[list[Lesson], list[str]]:
    """Return the lessons that the file does not hold, and those that it contradicts."""
    new: list[Lesson] = []
    left_out: list[str] = []
    for lesson in lessons:
        rows = [c for c in known if lesson.word in c.terms.get(lesson.source, ()) and c.is_active]
        other = next((row for row in rows if row.preferred(lesson.target) != lesson.value), None)
        if other:
            place = f"{path}:{other.line}"
            left_out.append(
                tr(
                    "{word}: the row {id} at {place} says otherwise",
                    word=lesson.word,
                    id=other.id,
                    place=place,
                )
            )
        elif not rows:
            new.append(lesson)
    return new, left_out


def _free_ids(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if f"review-{number}" not in taken:
            yield f"review-{number}"


def _verify(
    text: str, path: Path, known: list[Concept], faults: Sequence[Problem], added: int
) -> None:
    """Raise InputError unless the file reads as before, and the new rows with it."""
    found, problems = read_csv(text, str(path))
    same = found[: len(known)] == known and len(found) == len(known) + added
    if not same or len(problems) > len(faults):
        unfit = Problem(str(path), 0, "", tr("cannot be added to"))
        raise InputError(*(problems or (unfit,)))
