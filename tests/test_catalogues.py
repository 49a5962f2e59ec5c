"""The catalogues of termkit's own messages are complete, sound, and written as termkit wants it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from locales.extract import SOURCE, template
from locales.unwrapped import suspects
from locales.update import catalog_path

from termkit.engine.checking import check_files
from termkit.engine.collect import Named
from termkit.engine.language import LANGUAGES
from termkit.engine.runner import CheckOptions, select_checks
from termkit.messages import ENGLISH
from termkit.po.file import Catalog
from termkit.po.header import get_field
from termkit.po.message import Message
from termkit.termbase.store import TermBase

pytestmark = pytest.mark.source_tree

TRANSLATED = tuple(language for language in LANGUAGES if language != ENGLISH)
_SLOT = re.compile(r"\{[^{}]*\}|--[a-z][a-z-]+")


def messages(language: str) -> list[Message]:
    """Return what the catalogue of a language holds."""
    return list(Catalog.load(catalog_path(language)).messages)


@pytest.fixture(scope="module")
def wanted() -> list[Message]:
    """The messages of the program as it is."""
    return template()


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_current(language: str, wanted: list[Message]) -> None:
    """The template and every catalogue hold the messages of the code, in its order."""
    found = [(one.msgid, one.plural, one.references) for one in messages(language)]
    assert found == [(one.msgid, one.plural, one.references) for one in wanted], "run make messages"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    """No message lacks its translation, and none is fuzzy."""
    assert [one.msgid for one in messages(language) if not one.is_translated] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_what_is_no_language(language: str) -> None:
    """Every slot and every option of a message is in its translation, and no other."""
    wrong = [
        (one.msgid, one.msgstr[0])
        for one in messages(language)
        if not set(_SLOT.findall(one.msgid))
        <= set(_SLOT.findall(one.msgstr[0]))
        <= set(_SLOT.findall(f"{one.msgid} {one.plural}"))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_headers(language: str) -> None:
    """A catalogue says its language, and that this has one form for all numbers."""
    header = Catalog.load(catalog_path(language)).header
    fields = get_field(header, "Language"), get_field(header, "Plural-Forms")
    assert fields == (language, "nplurals=1; plural=0;")


@pytest.mark.parametrize("language", TRANSLATED)
def test_gettext_takes_them(language: str) -> None:
    """The compiler of gettext has nothing to say."""
    program = shutil.which("msgfmt")
    if not program:
        pytest.skip("gettext is not here")
    command = [program, "--check", "--output-file=-", str(catalog_path(language))]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize("language", TRANSLATED)
def test_termkit_takes_them(language: str, builtin: TermBase) -> None:
    """``termkit check`` finds nothing in them."""
    path = catalog_path(language)
    options = CheckOptions(builtin, select_checks())
    (result,) = check_files([Named(path)], options)
    found = [(one.check, one.span.of(result.source)) for one in result.diagnostics]
    assert (result.locale.replace("-", "_"), found) == (language, [])


def test_nothing_is_forgotten() -> None:
    """Whatever reads like a sentence in the code is a message, or marked as none."""
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line, text in suspects(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("complain('no such file')", ["no such file"]),
        ("x = f'{path}: nothing found'", ["{}: nothing found"]),
        ("x = f'{count} rows'", ["{} rows"]),
        ("raise Error('a.csv' + ' is not there')", [" is not there"]),
        ("x = {'a': 'not for you'}", ["not for you"]),
        ("x = tr('not for you') + mark('nor this')", []),
        ("tr_n('{number} row here', '{number} rows here', 3)", []),
        ("tr('a {thing} here', thing='this one')", ["this one"]),
        ("def f():\n    '''This is for programmers.'''", []),
        ("x: int = 3\n'''This too.'''", []),
        ("Option(help='Help is found where it is shown.')", []),
        ("x = regex('not seen')", []),
        ("x = 'not seen'  # not shown", []),
        ("x = 'zh-TW', '--lang', 'utf-8', f'{a}: {b}', f'{path}:{line}'", []),
    ],
)
def test_what_is_forgotten_is_found(code: str, expected: list[str]) -> None:
    """Parts of sentences are suspected wherever they stand, identifiers and patterns are not."""
    assert [text for _, text in suspects(code)] == expected


def test_a_reworded_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that is reworded keeps its translation, flagged fuzzy; one that is gone goes."""
    import locales.update

    path = tmp_path / "termkit.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n'
        'msgid "The file is not there."\nmsgstr "檔案不存在。"\n\n'
        'msgid "Stays."\nmsgstr "留著。"\n\nmsgid "Something else."\nmsgstr "別的。"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(locales.update, "catalog_path", lambda _: path)
    new = [Message("Stays."), Message("The file {name} is not there."), Message("New and unlike.")]
    catalog = locales.update.update("zh_TW", new)
    found = [(one.msgid, one.msgstr[0], one.is_fuzzy) for one in catalog.messages]
    assert found == [
        ("Stays.", "留著。", False),
        ("The file {name} is not there.", "檔案不存在。", True),
        ("New and unlike.", "", False),
    ]
