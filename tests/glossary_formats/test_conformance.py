"""What holds of every format: what it does not declare as lost comes back, whatever the text."""

import importlib.util
from pathlib import Path

import pytest

from termkit.engine.exchange import export_format, import_format
from termkit.glossary_formats import GlossaryFormat, all_formats
from termkit.model.term import Concept
from tests.glossary_formats.samples import (
    ALL,
    SOURCE,
    TARGET,
    back,
    cells_of,
    expected,
    fault_of,
    only_target,
    path_for,
    there,
)

BOTH_WAYS = [each for each in all_formats() if each.export and each.load]
QUICK = [each for each in BOTH_WAYS if each.name != "opencc"]  # its table takes a second to make
BY_FORMAT = pytest.mark.parametrize("found", BOTH_WAYS, ids=lambda each: each.name)
BY_QUICK_FORMAT = pytest.mark.parametrize("found", QUICK, ids=lambda each: each.name)

HOSTILE = [
    *("=1+1", "+886", "-1", "@SUM(A1)", "'quoted", "''=1", "#hash", "001", "NA", "null", "1e5"),
    *("2025-01-20", "TRUE", "a;b", "a:b", "a=b", "a,b", 'say "hi"', "a'b", "a\\b", "\\n", "%s"),
    *("$1", "{x}", "{{x}}", "[[x]]", "<b>&amp;</b>", "]]>", "&lt;", "a/b", "-{x}-", "~", "x: y"),
    *("- x", "! x", "&x", "*x", "`x`", "(x)", "x?", "x+", "^x", "café", "𠀀𠮟", "👩‍👩‍👧", "a  b"),
]


@pytest.fixture(autouse=True)
def _needs(request: pytest.FixtureRequest) -> None:
    """Skip workbooks where the extra is not installed."""
    found = request.node.callspec.params.get("found") if hasattr(request.node, "callspec") else None
    if found and found.name == "xlsx" and not importlib.util.find_spec("openpyxl"):
        pytest.skip("needs openpyxl (extra xlsx)")


def fitting(found: GlossaryFormat, concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts as a format can be given them."""
    return tuple(map(only_target, concepts)) if found.monolingual else concepts


@BY_FORMAT
def test_round_trip(found: GlossaryFormat, tmp_path: Path) -> None:
    """What a format does not declare as lost comes back, cell by cell, and nothing is noted."""
    concepts = fitting(found, ALL)
    if found.monolingual:
        concepts = tuple(each for each in concepts if each.avoid)  # rules are made of these
    result = back(found, there(found, concepts, tmp_path))
    assert cells_of(result) == with_notes(found, expected(found, concepts))
    assert result.unmapped == ()


@BY_QUICK_FORMAT
def test_second_export_is_equal(found: GlossaryFormat, tmp_path: Path) -> None:
    """The same base gives the same bytes."""
    concepts = fitting(found, ALL)

    def files() -> dict[Path, bytes]:
        path = there(found, concepts, tmp_path)
        inside = sorted(each for each in path.rglob("*") if each.is_file()) or [path]
        return {each: each.read_bytes() for each in inside}

    if found.name == "xlsx":
        pytest.skip("a workbook tells when it was made")
    assert files() == files()


@BY_FORMAT
def test_hostile_terms(found: GlossaryFormat, tmp_path: Path) -> None:
    """Terms that another program would take for a formula, markup or an escape stay text."""
    concepts = fitting(
        found,
        tuple(
            Concept(
                f"t{number}",
                {"en": (text,), "zh-TW": (f"{text}臺",), "zh-CN": (f"{text}中",)},
                {"zh-TW": (f"{text}避",)},
                domain="d",
            )
            for number, text in enumerate(_single_spaced(HOSTILE))
        ),
    )
    result = back(found, there(found, concepts, tmp_path))
    wanted = expected(found, concepts)
    if found.name in {"omegat", "opencc"}:
        # A source that begins with # is a comment there, and a value with a space two values.
        wanted = [row for row in wanted if _fits(row, found.name)]
    if found.name == "prh":
        wanted = [row for row in wanted if "$1" not in row[TARGET]]
    assert _sorted(cells_of(result)) == _sorted(wanted)


def _single_spaced(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def _fits(row: dict[str, str], name: str) -> bool:
    if row[SOURCE].startswith("#"):
        return False
    return name != "opencc" or " " not in row[TARGET]


def _sorted(rows: list) -> list:  # type: ignore[type-arg]
    return sorted(rows, key=lambda row: sorted(row.items()))


TEXTS = [
    "two\nlines",
    "a\ttab",
    'a "quote", a comma; and | a bar',
    "=cmd|' /C calc'!A0",
    "]]> & <b>",
    "Definition: x\n#. y",
    "null\x01byte",
    "𠀀👍🏽",
    "x" * 40_000,
]


@BY_QUICK_FORMAT
def test_hostile_notes(found: GlossaryFormat, tmp_path: Path) -> None:
    """A note is a note: it changes no other cell, and comes back where the format holds notes."""
    concepts = fitting(
        found,
        tuple(
            Concept(
                f"t{number}",
                {"zh-TW": (f"臺{number}",), "zh-CN": (f"中{number}",)},
                {"zh-TW": (f"避{number}",)},
                domain="d",
                note=text,
            )
            for number, text in enumerate(TEXTS)
        ),
    )
    result = back(found, there(found, concepts, tmp_path))
    wanted = with_notes(found, expected(found, concepts))
    assert _sorted(cells_of(result)) == _sorted(wanted)


def with_notes(found: GlossaryFormat, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return rows with their notes as the format can hold them."""
    return [
        row | ({"note": _note(row["note"], found.name)} if "note" in row else {}) for row in rows
    ]


def _note(text: str, name: str) -> str:
    """Return what a format makes of a note that it cannot hold as it is."""
    if name == "omegat":
        return " ".join(text.split())
    if name == "xlsx" or name.startswith("tbx"):
        text = text.replace("\x01", "\ufffd")
    return text[:32_767] if name == "xlsx" else text


@BY_FORMAT
def test_bom_and_line_ends(found: GlossaryFormat, tmp_path: Path) -> None:
    """A byte order mark and the line ends of another system change no cell."""
    if found.name == "xlsx":
        pytest.skip("is no text")
    path = there(found, fitting(found, ALL[:1]), tmp_path)
    before = cells_of(back(found, path))
    files = [each for each in path.rglob("*.*") if each.is_file()] or [path]
    texts = {file: file.read_text("utf-8") for file in files}
    for bom, end in (("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")):
        for file, text in texts.items():
            file.write_bytes((bom + text.replace("\n", end)).encode())
        assert _flat(cells_of(back(found, path))) == _flat(before)


def _flat(rows: list) -> list[dict[str, str]]:  # type: ignore[type-arg]
    """Return rows with the line breaks inside their cells as LF."""
    return [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in rows]


@BY_FORMAT
def test_nothing_to_export(found: GlossaryFormat, tmp_path: Path) -> None:
    """Concepts with empty cells give a file that reads as nothing, or as no more than an id."""
    path = there(found, (Concept("bare", {}, domain="d"),), tmp_path)
    fault = fault_of(found, path)
    assert fault == "" or "no column holds terms" in fault or "is missing" in fault


@BY_FORMAT
def test_ten_thousand_rows(found: GlossaryFormat, tmp_path: Path) -> None:
    """Ten thousand concepts go there and back."""
    count = 10_000 if found.name not in {"xlsx", "opencc"} else 1_000
    concepts = fitting(
        found,
        tuple(
            Concept(
                f"c-{number}",
                {"en": (f"w{number}",), "zh-TW": (f"臺{number}",), "zh-CN": (f"台{number}",)},
                {"zh-TW": (f"避{number}號",)},
                domain="d",
            )
            for number in range(count)
        ),
    )
    assert len(back(found, there(found, concepts, tmp_path)).rows) == count


@BY_FORMAT
def test_format_is_found_by_name_and_content(found: GlossaryFormat, tmp_path: Path) -> None:
    """A file that was exported is recognised when it is imported."""
    if found.directory:
        pytest.skip("a directory has no suffix: --format tells")
    path = there(found, fitting(found, ALL), tmp_path)
    assert import_format("", path) is found


@pytest.mark.parametrize(
    ("name", "expected_name"),
    [
        *(("a.csv", "csv"), ("a.tsv", "long"), ("a.xlsx", "xlsx"), ("a.tbx", "tbx")),
        *(("a.po", "po"), ("a.utf8", "omegat"), ("a.lua", "mediawiki"), ("a.wiki", "noteta")),
        *(("prh.yml", "prh"), ("a.json", "json"), ("A.CSV", "csv")),
    ],
)
def test_format_to_write(name: str, expected_name: str) -> None:
    """The suffix tells the format; of several for one suffix, the usual one."""
    assert export_format("", Path(name)).name == expected_name


@BY_FORMAT
def test_what_is_no_such_file(found: GlossaryFormat, tmp_path: Path) -> None:
    """Bytes of another kind are told with the file's name, and end in no traceback."""
    path = path_for(found, tmp_path)
    if found.directory:
        path = tmp_path / "x.txt" if found.name == "opencc" else tmp_path / "x.yml"
    for data in (b"\xff\xfe\x00\x01", b"PK\x03\x04", b"{", b'"', b"\x00" * 100, b"[" * 100_000):
        path.write_bytes(data)
        fault = fault_of(found, path)
        assert not fault or str(path) in fault


def test_wide_table_with_tabs(tmp_path: Path) -> None:
    """A ``.tsv`` is a long table if its columns say so, else a wide one."""
    path = tmp_path / "a.tsv"
    path.write_text("id\ten\tzh-TW\npier\tpier\t碼頭\n", encoding="utf-8")
    found = import_format("", path)
    assert found.name == "csv"
    assert cells_of(back(found, path)) == [{"id": "pier", "en": "pier", "zh-TW": "碼頭"}]
