"""How characters sound: the syllable of each in Mandarin, without its tone.

A text is written with one private character for each syllable, so that what sounds
alike is equal and can be searched for; offsets stay the same.
"""

from collections.abc import Mapping
from functools import cache

_HAN = 0x4E00, 0xA000
_FIRST = 0xE000  # of the private use area
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
# Sounds that many speakers do not tell apart, and that transcriptions mix.
_ALIKE = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("n", "l"),
    ("f", "h"),
    ("l", "r"),
    ("y", ""),
    ("w", ""),
)


def sounds(text: str) -> str:
    """Write the sounds of a text; what is no Han character stays."""
    return text.translate(_codes())


def romanised(text: str) -> str:
    """Spell the sounds of a text in letters, without spaces: liangwenfeng."""
    syllables = _syllables()
    return "".join(
        syllables[ord(sound) - _FIRST] if 0 <= ord(sound) - _FIRST < len(syllables) else sound
        for sound in sounds(text)
    )


@cache
def similar(sound: str) -> str:
    """Return the sounds that one might hear, or type, instead of one of ``sounds``."""
    syllables = _syllables()
    index = ord(sound) - _FIRST
    if not 0 <= index < len(syllables):
        return ""
    heard = syllables[index]
    return "".join(
        chr(_FIRST + other) for other, one in enumerate(syllables) if _is_similar(heard, one)
    )


def _is_similar(one: str, other: str) -> bool:
    """Tell whether two syllables differ a little at their beginning, or a little at their end."""
    if one == other:
        return False
    (initial, final), (other_initial, other_final) = _split(one), _split(other)
    if final == other_final:
        return (initial, other_initial) in _ALIKE or (other_initial, initial) in _ALIKE
    return initial == other_initial and _is_edit(final, other_final)


def _is_edit(one: str, other: str) -> bool:
    """Tell whether one letter more, less or another makes one of the other."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(left != right for left, right in zip(short, long, strict=True)) == 1
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )


def _split(syllable: str) -> tuple[str, str]:
    initial = next((one for one in _INITIALS if syllable.startswith(one)), "")
    return initial, syllable[len(initial) :]


@cache
def _syllables() -> tuple[str, ...]:
    return tuple(sorted({*_readings().values()}))


@cache
def _codes() -> Mapping[int, int]:
    numbers = {syllable: number for number, syllable in enumerate(_syllables())}
    return {code: _FIRST + numbers[syllable] for code, syllable in _readings().items()}


@cache
def _readings() -> Mapping[int, str]:
    """Return the syllable of each character of the unified ideographs, those in use."""
    from anyascii import anyascii  # reads tables

    readings = {code: anyascii(chr(code)).lower() for code in range(*_HAN)}
    return {code: syllable for code, syllable in readings.items() if syllable}
