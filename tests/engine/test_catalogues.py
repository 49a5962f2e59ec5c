"""Catalogues are checked and fixed, or refused with a reason; nothing else in them changes."""

from pathlib import Path

import pytest

from termkit.checks import all_checks
from termkit.engine.runner import CheckOptions
from termkit.model.diagnostic import Edit
from termkit.termbase.store import TermBase
from termkit.text import Span
from tests.conftest import SHARED
from tests.engine.catalogues import faults

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
BODY = (
    '# a comment\n#: a.c:1\n#, c-format\nmsgid "Not enough memory for %d files"\n'
    'msgstr ""\n"軟件的內存不足，"\n"無法容納 %d 個檔案"\n\n'
    '#, fuzzy\n#| msgid "old"\nmsgid "Save 3 files"\nmsgstr "保存 4"\n\n'
    'msgctxt "menu"\nmsgid "_Open"\nmsgstr   "開啟(_O)"\n\n'
    '#~ msgid "gone"\n#~ msgstr "軟件"\n'
)
BROKEN = 'msgid "a"\nmsgstr "b\n'
MADE = {
    "UTF-8": HEADER.format("zh_TW", "UTF-8") + BODY,
    "BIG5": HEADER.format("zh_TW", "BIG5") + BODY,
    "GB18030": HEADER.format("zh_CN", "GB18030") + BODY,
    "CRLF": (HEADER.format("zh_TW", "UTF-8") + BODY).replace("\n", "\r\n"),
    "BOM": "\ufeff" + HEADER.format("zh_TW", "UTF-8") + BODY,
    "no header": BODY,
    "no line end": HEADER.format("zh_TW", "UTF-8") + 'msgid "software"\nmsgstr "軟件"',
    "broken": HEADER.format("zh_TW", "UTF-8") + BROKEN,
    "empty": "",
}
_SMALL = 60_000
_EVERY = 16
REAL = (
    [
        path
        for folder in ("po", "po_edge")
        for path in sorted((SHARED / "data" / folder).rglob("*.po*"))
        if path.stat().st_size < _SMALL
    ][::_EVERY]
    if SHARED.is_dir()
    else []
)


@pytest.fixture
def options(builtin: TermBase) -> CheckOptions:
    """All checks, those that are off by default too."""
    return CheckOptions(builtin, all_checks())


@pytest.mark.parametrize("name", MADE)
def test_made_catalogue(tmp_path: Path, options: CheckOptions, name: str) -> None:
    """A catalogue of any encoding is fixed in the entries that have a fault, and only there."""
    encoding = name if name in {"BIG5", "GB18030"} else "utf-8"
    path = tmp_path / "a.po"
    path.write_bytes(MADE[name].encode(encoding))
    assert [*faults(path, tmp_path / "copy.po", options)] == []
    assert (tmp_path / "copy.po").exists() == (name != "broken")


@pytest.mark.parametrize("path", REAL, ids=lambda path: "/".join(path.parts[-2:]))
def test_real_catalogue(tmp_path: Path, options: CheckOptions, path: Path) -> None:
    """So is a real one; the benchmark has all of them."""
    assert [*faults(path, tmp_path / path.name, options)] == []


def test_faults_are_seen(
    tmp_path: Path, options: CheckOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fix that touches what it should not is seen by these tests."""
    comment = Edit(Span(0, 0), "# touched\n")
    monkeypatch.setattr("termkit.engine.fuzzy.fuzzy_edits", lambda *_: [comment])
    path = tmp_path / "a.po"
    path.write_text(MADE["UTF-8"], encoding="utf-8")
    assert [*faults(path, tmp_path / "copy.po", options)] != []
