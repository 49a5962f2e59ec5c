"""gettext takes what we write, and gives it back as it was."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.engine.po.project import Project
from tests.engine.po.test_update import ARTICLE, translated

pytestmark = pytest.mark.skipif(
    not shutil.which("msgmerge"), reason="needs msgmerge (Debian: gettext)"
)

HARD = """\
第一行很長很長，長到一定要折行才放得下，因為一行只有七十九欄，而漢字一個就占兩欄。\\
第二行有 {braces} 和<br>標籤，還有 "quotes" 與 \\\\\\\\ 反斜線。

![一張圖](a.png)

{{< ref "a" >}}前面有一個捷徑，後面也有一個{{< ref "b" >}}

輝達的軟體
"""


def gettext(*command: str | Path) -> str:
    """Run a program of gettext, which must have nothing to say; return what it prints."""
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize("state", ["drafts", "translated", "edited"])
def test_gettext_changes_nothing(project: Project, state: str) -> None:
    """Msgfmt -c is content, msgmerge with our template and msgcat give the same bytes."""
    Path("a file.md").write_text(ARTICLE, encoding="utf-8")
    Path("b.md").write_text(HARD, encoding="utf-8")
    project.export("a file.md", "b.md")
    if state != "drafts":
        project.translate(translated)
    if state == "edited":
        Path("a file.md").write_text(ARTICLE.replace("遠遠就", "遠遠地就")[:-300], encoding="utf-8")
        Path("b.md").write_text(HARD.replace("很長很長", "很長很長很長"), encoding="utf-8")
        project.export()
    path = project.path
    text = path.read_text("utf-8")
    gettext("msgfmt", "-c", "-o", "/dev/null", path)
    assert gettext("msgcat", path) == text
    assert gettext("msgmerge", "-q", "--previous", path, "locales/articles.pot") == text
    project.export()
    assert path.read_text("utf-8") == text
