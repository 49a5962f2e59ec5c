"""What the program says in the languages of its users."""

from collections.abc import Iterator
from unittest.mock import Mock

import pytest

from termkit.cli.language import take_language
from termkit.cli.speaking import sentence
from termkit.engine.language import language_of, speak
from termkit.errors import TermkitError
from termkit.messages import ENGLISH, language, paragraphs, quoted, set_language, tr, tr_n

_CATALOG = {
    "no {thing} here": "這裡沒有{thing}",
    "{number} file": "{number} 個檔案",
    "“{text}”": "「{text}」",
    "No such command {name}. Did you mean {names}?": "沒有 {name}，是 {names} 嗎？",
    "Invalid value for {name}: {reason}": "{name} 的值不對：{reason}",
    "{value} is not one of {names}.": "{value} 不在 {names} 之中。",
}


@pytest.fixture
def _chinese() -> Iterator[None]:
    """A small catalogue of Chinese."""
    set_language("zh_TW", lambda: _CATALOG)
    yield
    set_language()


def test_english_needs_no_catalogue() -> None:
    """English is what stands in the code."""
    assert tr("no {thing} here", thing="file") == "no file here"
    assert [tr_n("{number} file", "{number} files", n) for n in (0, 1, 2)] == [
        "0 files",
        "1 file",
        "2 files",
    ]


@pytest.mark.usefixtures("_chinese")
def test_messages_are_translated() -> None:
    """What the catalogue has is said; what it lacks stays English; braces without values are braces."""
    assert tr("no {thing} here", thing="檔案") == "這裡沒有檔案"
    assert tr_n("{number} file", "{number} files", 3) == "3 個檔案"
    assert tr_n("{number} place", "{number} places", 3) == "3 places"
    assert tr("-{ }- is kept") == "-{ }- is kept"
    assert quoted("輝達") == "「輝達」"


def test_a_catalogue_is_loaded_once_and_late() -> None:
    """Nothing is loaded before the first message, nor again after it."""
    load = Mock(return_value=_CATALOG)
    set_language("zh_TW", load)
    assert (load.call_count, language()) == (0, "zh_TW")
    tr("a")
    tr("b")
    set_language()
    assert load.call_count == 1


def test_paragraphs() -> None:
    """A longer text is translated by paragraphs, and may be wrapped anew without harm."""
    assert paragraphs("\n    One\n    two.\n\n    Three.\n") == ["One two.", "Three."]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ("", "en"),
        ("LANG=C", "en"),
        ("LANG=C.UTF-8", "en"),
        ("LANG=fr_FR.UTF-8", "en"),
        ("LANG=zh_TW.UTF-8", "zh_TW"),
        ("LANG=zh_CN.GB18030", "zh_CN"),
        ("LANG=zh_HK", "zh_HK"),
        ("LANG=zh_MO.UTF-8", "zh_HK"),
        ("LANG=zh_SG.utf8", "zh_CN"),
        ("LANG=zh_TW.UTF-8@radical", "zh_TW"),
        ("LANG=zh_TW@radical", "zh_TW"),
        ("LANG=zh-Hant-HK", "zh_HK"),
        ("LANG=zh_Hans", "zh_CN"),
        ("LC_MESSAGES=zh_CN LANG=zh_TW", "zh_CN"),
        ("LC_ALL=zh_HK LC_MESSAGES=zh_CN LANG=zh_TW", "zh_HK"),
        ("LC_ALL= LANG=zh_TW", "zh_TW"),
        ("LC_ALL=en_US.UTF-8 LANG=zh_TW", "en"),
        ("LANGUAGE=zh_HK:zh_TW LANG=zh_CN.UTF-8", "zh_HK"),
        ("LANGUAGE=fr:zh_TW LANG=zh_CN.UTF-8", "zh_TW"),
        ("LANGUAGE=en:zh_TW LANG=zh_CN.UTF-8", "en"),
        ("LANGUAGE=zh_TW", "zh_TW"),
        ("LANGUAGE=zh_TW LANG=C.UTF-8", "zh_TW"),
        ("LANGUAGE=zh_TW LANG=C", "en"),
        ("LANGUAGE=zh_TW LC_ALL=POSIX LANG=zh_TW", "en"),
    ],
)
def test_the_language_of_the_environment(environment: str, expected: str) -> None:
    """The variables count as for gettext, in every spelling that locales have."""
    variables = dict(pair.split("=", 1) for pair in environment.split())
    assert language_of(variables) == expected


@pytest.mark.parametrize(
    ("arguments", "left", "expected"),
    [
        ("check a.md", "check a.md", "zh_TW"),
        ("--lang en check a.md", "check a.md", "en"),
        ("--lang=zh-CN check a.md", "check a.md", "zh_CN"),
        ("check --lang zh_HK a.md", "check a.md", "zh_HK"),
        ("check a.md --lang hk", "check a.md", "zh_HK"),
        ("--lang zh_HK check --lang en", "check", "en"),
        ("check -- --lang", "check -- --lang", "zh_TW"),
    ],
)
def test_the_option(
    arguments: str, left: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--lang may stand anywhere before “--”, and rules the environment."""
    monkeypatch.delenv("LANGUAGE")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert take_language(arguments.split()) == left.split()
    assert language() == expected
    speak(ENGLISH)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--lang fr", "no messages in 'fr' (known: en, zh_TW, zh_HK, zh_CN)"),
        ("check --lang", "--lang needs the name of a language: en, zh_TW, zh_HK, zh_CN"),
        ("check --lang -- a", "--lang needs the name of a language: en, zh_TW, zh_HK, zh_CN"),
    ],
)
def test_a_wrong_option(arguments: str, message: str) -> None:
    """What is no language is told, with those that there are."""
    with pytest.raises(TermkitError) as caught:
        take_language(arguments.split())
    assert str(caught.value) == message


@pytest.mark.usefixtures("_chinese")
@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("No such command 'chek'. Did you mean 'check'?", "沒有 'chek'，是 'check' 嗎？"),
        ("Invalid value for '--tai': 'x' is not one of 'a', 'b'.",
         "'--tai' 的值不對：'x' 不在 'a', 'b' 之中。"),
        ("Something that nobody has foreseen.", "Something that nobody has foreseen."),
    ],
)  # fmt: skip
def test_sentences_of_typer(english: str, expected: str) -> None:
    """What typer says is known by its form; what is not known stays as it is."""
    assert sentence(english) == expected
