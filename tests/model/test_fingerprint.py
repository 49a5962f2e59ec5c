"""A finding is known again wherever its lines have moved to."""

import pytest

from termkit.model.fingerprint import fingerprints
from tests.outputs.make import hit, result

SOURCE = "第一句。這座數據中心很大。最後一句。\n"


def of(
    source: str, *, nth: int = 0, found: str = "數據中心", check: str = "c", path: str = "a.md"
) -> str:
    """Return the fingerprint of one finding."""
    (one,) = fingerprints(result(source, hit(source, found, nth=nth, check=check), path=path))
    return one


@pytest.mark.parametrize(
    "source",
    [
        "\n\n# 標題\n\n" + SOURCE,
        SOURCE.replace("第一句", "別的話"),
        SOURCE.replace("最後一句", "別的話"),
        "  " + SOURCE.replace("\n", "\r\n"),
        "甲\r" + SOURCE,
        "\ufeff" + SOURCE.removeprefix("第一句。"),
        SOURCE.replace("這座數據中心很大", "這座 數據中心\t很大"),
    ],
    ids=[
        "moved down",
        "the sentence before changed",
        "the sentence after changed",
        "indented, CRLF",
        "after a line that ends with CR",
        "first, with a BOM",
        "other spaces",
    ],
)
def test_stays(source: str) -> None:
    """Lines, neighbours and spaces do not matter."""
    assert of(source) == of(SOURCE)


def test_differs() -> None:
    """Path, check, text, sentence and the how-manieth do."""
    twice = SOURCE + SOURCE
    both = fingerprints(
        result(twice, *(hit(twice, "數據中心", nth=nth, check="c") for nth in (0, 1)), path="a.md")
    )
    found = [
        of(SOURCE),
        of(SOURCE, path="b.md"),
        of(SOURCE, check="d"),
        of(SOURCE, found="數據"),
        of(SOURCE.replace("很大", "很小")),
        both[1],
    ]
    assert both[0] == found[0]
    assert len(set(found)) == len(found)


def test_parts_are_kept_apart() -> None:
    """What ends one part and begins the next is not confused."""
    assert of("乙丙。", found="乙", check="甲") != of("乙丙。", found="丙", check="甲乙")


def test_very_long_sentence() -> None:
    """Without an end in sight only a neighbourhood counts."""
    long = "字" * 500 + "數據中心" + "字" * 500
    assert of("甲" + long + "乙") == of(long)


def test_normal_form() -> None:
    """A letter with its mark is the letter with a mark."""
    assert of("caf\u00e9 的數據中心") == of("cafe\u0301 的數據中心")


def test_path() -> None:
    """The path can be given in another way than the result has it."""
    found = result(SOURCE, hit(SOURCE, "數據中心", check="c"), path="./a.md")
    assert fingerprints(found, "a.md") == [of(SOURCE)]


def test_lone_surrogate() -> None:
    """Text that is no Unicode has a name too."""
    assert of("\ud800詞", found="\ud800詞") != of("\ud801詞", found="\ud801詞")
