"""``termkit convert`` of a catalogue into one that is there already."""

from pathlib import Path

import pytest

from termkit.engine.collect import Named
from termkit.engine.converting import Converters, convert_document_text, convert_file
from termkit.engine.po.finishing import finished
from termkit.termbase.store import TermBase
from tests.conftest import SMALL_BASE

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2020-01-01 00:00+0000\\n"\n'
    '"Language-Team: Chinese (China)\\n"\n"Language: zh_CN\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
)
SOURCE = HEADER + (
    '\nmsgid "Software"\nmsgstr "软件"\n\nmsgid "Program"\nmsgstr "执行程序"\n'
    '\nmsgid "New"\nmsgstr "软件的"\n\nmsgid "Empty"\nmsgstr ""\n'
)


@pytest.fixture(scope="module")
def into_tw(tmp_path_factory: pytest.TempPathFactory) -> Converters:
    """Converters into zh-TW."""
    path = tmp_path_factory.mktemp("base") / "small.csv"
    path.write_text(SMALL_BASE, encoding="utf-8")
    return Converters("zh-TW", TermBase.load(path, builtin=False))


def convert(into_tw: Converters, *, overwrite: bool = False, place: str = "zh_TW.po") -> str:
    """Convert zh_CN.po and write it."""
    done = convert_file(Named(Path("zh_CN.po")), into_tw, convert=convert_document_text)
    assert not done.problems
    data = finished(done, Path(place), into_tw.target, overwrite=overwrite)
    Path(place).write_bytes(data)
    return data.decode()


@pytest.fixture(autouse=True)
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue in zh-CN, in the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    Path("zh_CN.po").write_text(SOURCE, encoding="utf-8")


def test_new(into_tw: Converters) -> None:
    """Language, team, plural forms and date of the header follow; a second run changes no byte."""
    text = convert(into_tw)
    expected = (
        SOURCE.replace("zh_CN", "zh_TW")
        .replace("Chinese (China)", "Chinese (Taiwan)")
        .replace("2020-01-01 00:00", "2025-11-24 16:00")
        .replace("软件", "軟體")
        .replace("执行程序", "執行程式")
    )
    assert text == expected
    assert convert(into_tw) == text


def test_kept(into_tw: Converters, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is translated in the output stays to the byte; what is fuzzy, empty or not there is converted."""
    kept = (
        HEADER.replace("zh_CN", "zh_TW").replace("Project-Id-Version: x", "Project-Id-Version:  y")
        + '\n#  odd comment\nmsgid "Software"\nmsgstr   "我的軟體"\n\n#, fuzzy\nmsgid "Program"\nmsgstr "?"\n'
    )
    Path("zh_TW.po").write_text(kept + '\nmsgid "Gone"\nmsgstr "舊"\n', encoding="utf-8")
    text = convert(into_tw)
    assert text == (
        kept.replace("2020-01-01 00:00", "2025-11-24 16:00")
        .replace("#, fuzzy\n", "")
        .replace('msgstr "?"', 'msgstr "執行程式"')
        + '\nmsgid "New"\nmsgstr "軟體的"\n\nmsgid "Empty"\nmsgstr ""\n\nmsgid "Gone"\nmsgstr "舊"\n'
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1765000000")
    assert convert(into_tw) == text
    assert 'msgstr "軟體"' in convert(into_tw, overwrite=True)


def test_in_place(into_tw: Converters) -> None:
    """A catalogue that is converted in its place is no output to be kept."""
    assert 'msgstr "軟體"' in convert(into_tw, place="zh_CN.po")
