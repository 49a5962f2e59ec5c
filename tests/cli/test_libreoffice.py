"""A file that LibreOffice opened and saved says what it said before."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.runner import run

PROGRAM = shutil.which("libreoffice") or shutil.which("soffice")

TABLE = '''\
id,en,zh-TW,zh-HK,zh-CN,note,since,mine
# offices, with "branches"
001,NA,輝達 | NVIDIA,輝達 | 英偉達,英伟达,"a, ""b""",2025-01-20,1e5
1e5,TRUE,甲,乙,丙,"two
lines",2017-05-14,007

null,None,𠮷野家,,丙,-ism,,3/4
na,12:30,甲,,丙,1.50,,1-2
12345678901234567890,+886,甲,,丙,@home,,true
'''
TEXT_COLUMNS = "44,34,76,1," + "/".join(f"{number}/2" for number in range(1, 9))
CAREFUL = (
    f"--infilter=CSV:{TEXT_COLUMNS}",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
)
CARELESS = ("--convert-to", "csv")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings of LibreOffice, made once."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def saved(tmp_path: Path, profile: Path, request: pytest.FixtureRequest) -> Path:
    """The table as LibreOffice saves it with the options of the test."""
    if PROGRAM is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-calc)")
    (tmp_path / "offices.csv").write_text(request.param[0] + TABLE, encoding="utf-8")
    command = [
        PROGRAM,
        profile,
        "--headless",
        *request.param[1],
        "--outdir",
        "saved",
        "offices.csv",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    return tmp_path / "saved" / "offices.csv"


@pytest.mark.parametrize("saved", [("\ufeff", CAREFUL)], indirect=True)
def test_columns_set_to_text(saved: Path) -> None:
    """With its columns set to Text, as the manual says, every value is as it was."""
    done = run("glossary", "diff", "../offices.csv", "offices.csv", cwd=saved.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "no change\n", "")
    formatted = run("glossary", "format", "-", stdin=saved.read_bytes())
    assert formatted.stdout == TABLE


@pytest.mark.parametrize("saved", [("", CARELESS)], indirect=True)
def test_nothing_set(saved: Path) -> None:
    """What it took for numbers is known for what it was, told, and can be put back."""
    done = run("glossary", "diff", "../offices.csv", "offices.csv", cwd=saved.parent)
    assert (done.returncode, done.stdout) == (0, "no change\n")
    assert "offices.csv:3: id: a spreadsheet has made “1” of “001”\n" in done.stderr
    restored = run("glossary", "format", "--restore", "../offices.csv", ".", cwd=saved.parent)
    assert restored.returncode == 0
    assert saved.read_text("utf-8") == TABLE
