"""What the term base contributes to the conversion table of one pair of locales."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from termkit.convert.readings import Reading
from termkit.locales import CHINESE, CN
from termkit.model.term import Concept
from termkit.scripts.chain import same_script, script_chain, to_script
from termkit.termbase.claims import claimed_forms, source_forms
from termkit.text import has_han

_BRACKETS = (("（", "）"), ("(", ")"), (" (", ")"))


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """A form of the source locale and its readings.

    ``default`` is used where no clue word decides; ``layer`` is the term base's. A shield
    tells which forms it ``hides``: what else stands in it is converted as anywhere.
    """

    key: str
    default: str
    concept: str
    layer: int
    readings: tuple[Reading, ...] = ()
    certain: bool = True
    domain: str = ""
    hides: frozenset[str] = frozenset()


def base_entries(concepts: Iterable[Concept], source: str, target: str) -> dict[str, BaseEntry]:
    """Return the entries that the concepts give for ``source`` → ``target``.

    Every term of the source becomes the preferred term of the target, unless the
    target admits the same word: then only its characters change. Latin terms are
    never sources. A form that several concepts of the same layer claim differently
    is decided by its clue words; where none stands near it keeps its own characters.
    """
    active = [concept for concept in concepts if concept.is_active]
    claims = claimed_forms(active, source, target)
    entries = {form: _entry(form, found, source, target) for form, found in claims.items()}
    _replace_avoided(entries, active, target)
    _unite_glossed(entries)
    if not same_script(source, target):
        _add_target_spellings(entries, active, source, target)
    for concept in active:
        _add_shields(entries, concept, source, target)
    _add_longer_words(entries, active, source, target)
    # What has been converted stays as it is: 演算法 never becomes 演演算法.
    for concept in active:
        for term in concept.terms.get(target, ()):
            if has_han(term):
                entries.setdefault(term, BaseEntry(term, term, concept.id, concept.layer))
    return entries


def base_alternatives(
    concepts: Iterable[Concept], forms: Collection[str], source: str, target: str
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, for each of ``forms``, every value that its uppermost layer gives, with the concept."""
    active = (
        concept
        for concept in concepts
        if concept.is_active
        and any(
            form in forms
            for cells in (concept.terms, concept.avoid)
            for form in cells.get(source, ())
        )
    )
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for form, claims in claimed_forms(active, source, target).items():
        top = max(concept.layer for concept, _ in claims)
        values: dict[str, str] = {}
        for concept, value in claims:
            if concept.layer == top:
                values.setdefault(value, concept.id)
        found[form] = tuple(values.items())
    return found


def _entry(form: str, claims: list[tuple[Concept, str]], source: str, target: str) -> BaseEntry:
    top = max(concept.layer for concept, _ in claims)
    claims = [(concept, value) for concept, value in claims if concept.layer == top]
    kept = to_script(form, source, target)
    # Simplified words merge what the others keep apart, so their clue words always count;
    # elsewhere a cell of clue words is there for foreign forms, unless two rows claim the term.
    weighed = source == CN or len(claims) > 1
    readings: list[Reading] = []
    free: list[tuple[Concept, str]] = []
    for concept, value in claims:
        clues = concept.context.get(source, ()) if weighed else ()
        if clues or "domain-only" in concept.flags:
            readings.append(Reading(value, concept.id, clues, concept.domain))
        else:
            free.append((concept, value))
    first = claims[0][0]
    if not free:
        certain = all(reading.value == kept for reading in readings)
        return BaseEntry(form, kept, first.id, top, tuple(readings), certain, first.domain)
    values = {value for _, value in free}
    if len(values) == 1:
        owner, value = free[0]
        return BaseEntry(form, value, owner.id, top, tuple(readings), domain=owner.domain)
    return BaseEntry(form, kept, first.id, top, tuple(readings), certain=False)


def _add_shields(entries: dict[str, BaseEntry], concept: Concept, source: str, target: str) -> None:
    """Keep the row's forms from being found in its shields.

    Nor does the dictionary find them there: 规定制 has no 定製. But where a row spells its
    form by the character (复合, 復合), its shields are what the dictionary writes: 複合材料.
    """
    forms = set(concept.terms.get(source, ())) | set(concept.avoid.get(source, ()))
    spelled = {
        form
        for form in forms
        if form in entries
        and entries[form].default == "".join(to_script(char, source, target) for char in form)
    }
    for shield in concept.shields.get(source, ()):
        hidden = frozenset(form for form in forms if form in shield)
        kept = to_script(shield, source, target)
        if hidden.isdisjoint(spelled) and source != target:
            kept = script_chain(source, target).convert(shield, hidden)
        entries.setdefault(shield, BaseEntry(shield, kept, concept.id, concept.layer, hides=hidden))


def _replace_avoided(
    entries: dict[str, BaseEntry], concepts: Iterable[Concept], target: str
) -> None:
    """Write no term that an upper layer avoids: its own preferred one stands there instead."""
    avoided = {term: concept for concept in concepts for term in concept.avoid.get(target, ())}
    for key, entry in entries.items():
        concept = avoided.get(entry.default)
        if concept and concept.layer > entry.layer:
            entries[key] = BaseEntry(key, concept.preferred(target), concept.id, concept.layer)


def _unite_glossed(entries: dict[str, BaseEntry]) -> None:
    """Write a name once that stands in brackets behind itself: 谷歌（Google） becomes Google."""
    for entry in list(entries.values()):
        if entry.default and not has_han(entry.default):
            for opening, closing in _BRACKETS:
                key = f"{entry.key}{opening}{entry.default}{closing}"
                glossed = BaseEntry(key, entry.default, entry.concept, entry.layer)
                entries.setdefault(key, glossed)


def _add_target_spellings(
    entries: dict[str, BaseEntry], concepts: Iterable[Concept], source: str, target: str
) -> None:
    """Let a source word that already stands in the target's characters be replaced too: 軟件 → 軟體."""
    good = {term for concept in concepts for term in concept.terms.get(target, ())}
    for entry in list(entries.values()):
        spelled = to_script(entry.key, source, target)
        if spelled == entry.key or spelled in good or len(spelled) < 2 or entry.readings:
            continue
        if to_script(entry.default, target, source) == entry.key:
            continue  # how the word is spelled: 明了 and 明瞭 are two
        if entry.certain:
            entries.setdefault(
                spelled, BaseEntry(spelled, entry.default, entry.concept, entry.layer)
            )


def _add_longer_words(
    entries: dict[str, BaseEntry], concepts: Iterable[Concept], source: str, target: str
) -> None:
    """See another locale's word whole where the source's is a part of it: 哈薩克斯坦 in zh-TW.

    Only that part would be replaced otherwise, and become 哈萨克斯坦斯坦.
    """
    for concept in concepts:
        own = tuple(source_forms(concept, source, target))
        for locale in (target, *CHINESE) if own and concept.preferred(target) else ():
            for term in concept.terms.get(locale, ()) if locale != source else ():
                word = to_script(term, locale, source)
                # 身體檢查 has 體檢 in it, but is none: only a name goes on so.
                within = word.startswith(own) if locale != target else any(f in word for f in own)
                if within:
                    value = term if locale == target else concept.preferred(target)
                    entries.setdefault(word, BaseEntry(word, value, concept.id, concept.layer))
