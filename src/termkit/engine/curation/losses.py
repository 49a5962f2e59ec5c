"""What conversions lose: texts that change a second time, and words that become one."""

from collections.abc import Iterator

from termkit.convert.base_entries import BaseEntry
from termkit.engine.curation.diagnosis import Ailment
from termkit.engine.curation.patient import PAIRS, Patient
from termkit.locales import CHINESE, CN, HK, TW
from termkit.messages import tr
from termkit.scripts.chain import same_script, to_script

_TELLING = {TW: "說：", HK: "說：", CN: "说："}


def unstable(patient: Patient) -> Iterator[Ailment]:
    """Yield the forms whose conversion a second one would change again.

    The rows alone tell which these may be; what a conversion really does decides.
    """
    for source, target in PAIRS:
        entries = patient.entries(source, target)
        for entry in entries.by_key.values():
            row = patient.row(entry.concept)
            if row is None or entry.default == to_script(entry.key, source, target):
                continue
            suspect = any(span.end for span, _ in entries.replaced(entry.default))
            if not suspect:
                continue
            once = patient.converted(entry.key, source, target)
            twice = patient.converted(once, source, target)
            if once != twice:
                message = tr(
                    "“{form}” becomes “{once}” in {target}, and a second time “{twice}”",
                    form=entry.key,
                    once=once,
                    target=target,
                    twice=twice,
                )
                # Of one script nothing tells a text that has been converted from one to convert.
                certain = not same_script(source, target)
                certain = certain and not _is_stable(patient, entry, source, target)
                yield Ailment("unstable", certain, row, source, entry.key, message, (twice,))


def _is_stable(patient: Patient, entry: BaseEntry, source: str, target: str) -> bool:
    """Tell whether a form is settled where it stands as its row wants it to.

    That is beside a clue word, if the row has any, and in a line that tells its script:
    one that could be of either may be taken for one of the source's.
    """
    clues = patient.base[entry.concept].context.get(source, ())[:1]
    line = "".join((_TELLING[source], *clues, "，", entry.key))
    once = patient.converted(line, source, target)
    return patient.converted(once, source, target) == once


def many_to_one(patient: Patient) -> Iterator[Ailment]:
    """Yield the terms that stand for several rows' terms of another locale.

    One reading is taken where clue words are, the other where there are none: what
    speaks for neither comes back as the latter.
    """
    told: set[tuple[str, str]] = set()
    for source in CHINESE:
        for target in CHINESE:
            if source == target:
                continue
            for entry in patient.entries(source, target).by_key.values():
                found = _loss(patient, entry, source, target)
                if found and (source, entry.key) not in told:
                    told.add((source, entry.key))
                    yield found


def _loss(patient: Patient, entry: BaseEntry, source: str, target: str) -> Ailment | None:
    values = {reading.value: reading.concept for reading in entry.readings}
    values.setdefault(entry.default, entry.concept)
    owners = dict.fromkeys(values.values())
    row = next((found for owner in owners if (found := patient.row(owner))), None)
    if row is None or len(values) < 2 or len(owners) < 2:
        return None
    shown = ", ".join(f"{value} ({owner})" for value, owner in values.items())
    message = tr(
        "“{form}” stands for {terms} in {target}; without a clue word it becomes “{default}”",
        form=entry.key,
        terms=shown,
        target=target,
        default=entry.default,
    )
    return Ailment("many-to-one", False, row, source, entry.key, message, tuple(values))
