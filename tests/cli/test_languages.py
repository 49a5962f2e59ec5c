"""Every screen in every language: no English is left, and columns line up."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from termkit.checks import all_checks
from termkit.cli import main
from termkit.engine.collect import Named
from termkit.engine.language import LANGUAGES, speak
from termkit.engine.parallel import in_order
from termkit.messages import ENGLISH, tr
from termkit.outputs import all_outputs
from termkit.outputs.display import width
from tests.cli.screens import assert_columns, commands, english

Screen = Callable[..., str]

CHINESE = tuple(language for language in LANGUAGES if language != ENGLISH)
COMMANDS = tuple(commands())
_COMMAND_NAMES = frozenset(part for words in COMMANDS for word in words for part in word.split("-"))


@pytest.fixture
def screen(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Screen]:
    """Runs the program in a directory of its own; returns what it tells, errors first."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        with suppress(SystemExit):
            main(arguments)
        out, err = capfd.readouterr()
        return err + out

    yield run
    speak(ENGLISH)


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help(words: tuple[str, ...], language: str, screen: Screen) -> None:
    """The help of every command is translated, and its frames are straight."""
    text = screen(*words, "--help", "--lang", language)
    assert english(text, _COMMAND_NAMES) == []
    framed = [width(line) for line in text.splitlines() if line[:1] in set("╭│╰")]
    assert framed
    assert set(framed) == {100}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_in_english(words: tuple[str, ...], screen: Screen) -> None:
    """What is looked for is there in English: the tests above can fail."""
    assert len(english(screen(*words, "--help"), _COMMAND_NAMES)) > 3


@pytest.mark.parametrize(
    "arguments",
    [
        "chek",
        "check",
        "check --nope a.md",
        "check --locale",
        "check --fix=3 a.md",
        "check --jobs many a.md",
        "convert --tai x --to zh-TW a.md",
        "convert a.md",
        "po apply -d a -o b --keep 500",
        "glossary nothing",
        "glossary find",
        "glossary import a.csv --into b.csv --match x",
        "explain wrong-character too many",
        "--lang",
        "--lang fr check",
    ],
)
@pytest.mark.parametrize("language", CHINESE)
def test_wrong_command_lines(arguments: str, language: str, screen: Screen) -> None:
    """What is wrong with a command line is told in the user's language."""
    text = screen("--lang", language, *arguments.split())
    assert text
    assert english(text, frozenset(arguments.replace("-", " ").split())) == []


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
@pytest.mark.parametrize("language", CHINESE)
def test_manual_pages(check: Any, language: str, screen: Screen) -> None:
    """The page of every check is translated; its examples are what they are."""
    text = screen("explain", check.name, "--lang", language)
    examples = {line.strip() for line in text.splitlines() if re.match(r"  (zh|en)-?\w* ", line)}
    prose = "\n".join(line for line in text.splitlines() if line.strip() not in examples)
    assert examples
    assert english(prose) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_of_the_checks(language: str, screen: Screen) -> None:
    """The columns of the list line up, whatever the language."""
    text = screen("checks", "--lang", language)
    names = frozenset(part for one in all_checks() for part in one.name.split("-"))
    assert (english(text, names) == []) == (language != ENGLISH)
    assert_columns(text.splitlines()[1:-1], 5)


def test_columns_that_do_not_line_up() -> None:
    """A table that counts characters, not columns, is found out."""
    assert_columns(["名稱  數目", "檔案  3"], 2)
    with pytest.raises(AssertionError):
        assert_columns(["名稱    數目", "檔案名稱很長  3", "a             3"], 2)


BASE = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid
software,software,軟體,軟件,软件,
nvidia,NVIDIA,輝達,輝達 | 英偉達,英伟达,
tide-map,Tide Map,潮線地圖,潮線地圖,潮线地图,潮汐地圖
"""
CATALOG = """\
msgid ""
msgstr "Language: zh_TW\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Open the software"
msgstr "打開軟件"

#, fuzzy
msgid "%d files"
msgstr "檔案"
"""


@pytest.fixture
def files(screen: Screen, tmp_path: Path) -> Screen:
    """The program, with texts and a term base in its directory."""
    (tmp_path / "team.csv").write_text(BASE, encoding="utf-8")
    (tmp_path / "new.csv").write_text(BASE.replace("潮汐地圖", "").replace("輝達 |", ""), "utf-8")
    (tmp_path / "bad.csv").write_text(BASE + "tide-map,Tide Map,潮線\n,,,,,\n", encoding="utf-8")
    (tmp_path / "a.zh-TW.md").write_text("# 軟件\n\n英偉達的軟件和潮汐地圖。\n", encoding="utf-8")
    (tmp_path / "b.zh-CN.md").write_text("# 软件\n\n英伟达的软件。\n", encoding="utf-8")
    (tmp_path / "c.po").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "plain.toml").write_text("", encoding="utf-8")
    (tmp_path / "termkit.toml").write_text('builtin = false\nglossary = ["team.csv"]\n', "utf-8")
    return screen


SCREENS = [
    "check a.zh-TW.md c.po -v",
    "check a.zh-TW.md --fix --diff",
    "check a.zh-TW.md --fix",
    "check a.zh-TW.md --write-baseline known.json",
    "check missing.md",
    "check a.zh-TW.md --select nothing",
    "check a.zh-TW.md --format nothing",
    "check a.zh-TW.md --locale xx",
    "check a.zh-TW.md --since HEAD",
    "check a.zh-TW.md -g bad.csv",
    *(f"check a.zh-TW.md -f {name}" for name in ("table",)),
    "convert b.zh-CN.md --to zh-TW --explain",
    "convert b.zh-CN.md --to zh-TW --compare",
    "convert b.zh-CN.md a.zh-TW.md --to zh-TW",
    "convert b.zh-CN.md --to zh-TW --check -o out.md",
    "convert b.zh-CN.md --to fr",
    "convert b.zh-CN.md --to zh-TW -o out.md -v",
    "convert b.zh-CN.md --to zh-TW -o out.md --review review.csv",
    "po export b.zh-CN.md --to zh-TW -d po",
    "po export a.zh-TW.md --to zh-TW -d po",
    "po update -d nowhere",
    "po stats c.po",
    "po compile c.po",
    "glossary find 軟體",
    "glossary find nothing-at-all",
    "glossary stats",
    "glossary validate",
    "glossary validate bad.csv",
    "glossary diff team.csv new.csv",
    "glossary doctor team.csv --no-builtin --corpus a.zh-TW.md b.zh-CN.md --all",
    "glossary impact team.csv new.csv --corpus a.zh-TW.md b.zh-CN.md",
    "glossary export -o out.tbx",
    "glossary export -o out.unknown",
    "glossary import new.csv --into team.csv --dry-run -v",
    "glossary format team.csv --check",
    "glossary add software zh-TW=軟體",
    "glossary add Rocket zh-TW=火箭 --dry-run",
    "glossary set nvidia zh-TW+=英偉達 --dry-run",
    "glossary set nvidiaa zh-TW=英偉達",
    "glossary remove nvidia --dry-run",
    "glossary merge team.csv team.csv new.csv",
    "glossary merge-driver status",
    "config show",
]
_DATA = frozenset(
    """
    software nvidia tide map nothing rocket team known new bad out missing review nowhere the files
    open xx fr msgstr untranslated export avoid nvidiaa init
    """.split()  # noqa: SIM905
)


@pytest.mark.parametrize("arguments", SCREENS)
@pytest.mark.parametrize("language", CHINESE)
def test_screens(arguments: str, language: str, files: Screen) -> None:
    """What commands print and complain about is in the user's language."""
    if arguments.startswith(("convert", "po export")):
        arguments += " --config plain.toml"  # the tables of the built-in term base are made already
    text = files(*arguments.split(), "--lang", language)
    if arguments == "config show":
        text = re.sub("^.* = .*  # ", "", text, flags=re.MULTILINE)
    assert text
    assert english(text, _DATA | set(all_outputs())) == [], text


@pytest.mark.parametrize(
    ("arguments", "titles", "columns"),
    [
        ("po stats c.po", 0, 8),
        ("glossary stats", 1, 8),
        ("check a.zh-TW.md c.po -f table", 0, 3),
        ("convert b.zh-CN.md --to zh-TW --explain --config plain.toml", 1, 5),
        ("convert b.zh-CN.md --to zh-TW --compare --config plain.toml", 1, 5),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables(arguments: str, titles: int, columns: int, language: str, files: Screen) -> None:
    """Columns of tables line up, whatever the language of their heads and cells."""
    table, *_ = files(*arguments.split(), "--lang", language).split("\n\n")
    assert_columns(table.splitlines()[titles:], columns)


def test_kept_results_speak_the_language_of_the_run(files: Screen) -> None:
    """What an earlier run found is told in the language of this one, and has the same fingerprint."""
    told = [files("check", "a.zh-TW.md", "-f", "json", "--lang", each) for each in LANGUAGES * 2]
    assert told[:4] == told[4:]
    found = [json.loads(text) for text in told[:4]]
    assert len({results[0]["message"] for results in found}) == 3  # zh_TW and zh_HK agree
    assert len({results[0]["fingerprint"] for results in found}) == 1


def test_baselines_of_another_language(files: Screen) -> None:
    """A baseline that was written in one language holds in the others."""
    files("check", "a.zh-TW.md", "--write-baseline", "known.json", "--lang", "zh_TW")
    text = files("check", "a.zh-TW.md", "--baseline", "known.json", "--lang", "en")
    assert "No findings in 1 file." in text


def test_processes_speak(tmp_path: Path) -> None:
    """What a process of its own says is in the language of the run."""
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in paths:
        path.write_text("", encoding="utf-8")
    speak("zh_TW")
    try:
        said = list(in_order(_said, [Named(path) for path in paths], jobs=2))
    finally:
        speak(ENGLISH)
    assert said == ["錯誤"] * 3


def _said(_: Named) -> str:
    return tr("error")
