"""Compiled catalogues."""

import gettext
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from termkit.po.file import Catalog
from termkit.po.mo import compile_catalog

SOURCE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "b"
msgstr "乙"

msgctxt "menu"
msgid "b"
msgstr "選單"

msgid "one file"
msgid_plural "%d files"
msgstr[0] "%d 個檔案"

#, fuzzy
msgid "c"
msgstr "丙"

msgid "empty"
msgstr ""

#~ msgid "old"
#~ msgstr "舊"
"""


def read(data: bytes) -> gettext.GNUTranslations:
    """Read a compiled catalogue as programs do."""
    return gettext.GNUTranslations(io.BytesIO(data))


def test_translations() -> None:
    """Programs get the finished translations, with contexts and plurals, and the others untranslated."""
    found = read(compile_catalog(Catalog.parse(SOURCE, "a.po")))
    assert found.gettext("b") == "乙"
    assert found.pgettext("menu", "b") == "選單"
    assert found.ngettext("one file", "%d files", 3) == "%d 個檔案"
    assert [found.gettext(text) for text in ("c", "empty", "old")] == ["c", "empty", "old"]
    assert read(compile_catalog(Catalog.parse(SOURCE, "a.po"), fuzzy=True)).gettext("c") == "丙"


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs msgfmt (Debian: gettext)")
def test_same_as_msgfmt(tmp_path: Path) -> None:
    """Msgunfmt reads from it what it reads from msgfmt's."""
    (tmp_path / "a.po").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "ours.mo").write_bytes(compile_catalog(Catalog.load(tmp_path / "a.po")))
    subprocess.run(["msgfmt", "-o", "theirs.mo", "a.po"], cwd=tmp_path, check=True)
    ours, theirs = (
        subprocess.run(["msgunfmt", name], cwd=tmp_path, check=True, capture_output=True).stdout
        for name in ("ours.mo", "theirs.mo")
    )
    assert ours == theirs
