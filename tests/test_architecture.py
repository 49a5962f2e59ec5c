"""The shape of the code: imports go downward, modules stay small, starting up stays cheap."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "termkit"
HEAVY = ("pandas", "babel", "polib", "opencc", "rjieba", "yaml", "numpy")


@pytest.mark.source_tree
def test_imports_go_downward() -> None:
    """Every contract of import-linter holds."""
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.source_tree
def test_modules_stay_small() -> None:
    """No module is longer than 300 lines."""
    lengths = {
        path.name: len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > 300} == {}


@pytest.mark.parametrize(
    "statement",
    ["import termkit", "import termkit.cli.app", "from termkit import check_text, Converter"],
    ids=["package", "command line", "functions"],
)
def test_import_is_light(statement: str) -> None:
    """Nothing heavy is imported before it is needed."""
    code = f"{statement}\nimport sys\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_first_conversion_is_light() -> None:
    """A short text is converted with little more than its table: a start is short."""
    text = "英伟达发布了新的软件。"
    unwanted = (*HEAVY, "dataclasses", "datetime", "zhconv_rs", "termkit.convert.compose")
    code = (
        "import sys\nfrom termkit import Converter\n"
        f"print(Converter('zh-CN', 'zh-TW').convert({text!r}).text)\n"
        f"print([m for m in {unwanted!r} if m in sys.modules])"
    )
    for _ in range(2):  # the first one makes what other tests have pushed out of the cache
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    assert done.stdout.split("\n")[:2] == ["輝達發布了新的軟體。", "[]"]


def test_check_of_an_article_is_light(tmp_path: Path) -> None:
    """Checking an article with what is compiled already imports no pandas."""
    article = tmp_path / "a.zh-TW.txt"
    article.write_text("這是一篇文章。\n", encoding="utf-8")
    code = (
        "import sys\nfrom termkit.engine.runner import *\n"
        "from termkit.engine.checking import *\nfrom termkit.engine.collect import *\n"
        "from termkit.termbase.store import TermBase\n"
        f"files, _ = find_files([{str(article)!r}])\n"
        "list(check_files(files, CheckOptions(TermBase.open(), select_checks())))\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    for _ in range(2):  # the first one compiles
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
    assert done.stdout.strip() == "[]"
