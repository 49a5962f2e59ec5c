"""The checks of terms with a term base of their own: deprecated-term, inconsistent-term, latin-casing."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

SMALL = [
    ("deprecated-term", Case("zh-TW", "談到主權人工智能時", "主權人工智能 → 主權AI")),
    ("deprecated-term", Case("zh-TW", "自己製做的", "製做 → 製作")),
    ("deprecated-term", Case("zh-TW", "談到主權AI時")),
    ("deprecated-term", Case("zh-HK", "談到主權人工智能時")),
    ("inconsistent-term", Case("zh-HK", "輝達好，輝達大，英偉達強", "英偉達 → 輝達")),
    ("inconsistent-term", Case("zh-HK", "英偉達好，英偉達大，輝達強", "輝達 → 英偉達")),
    ("inconsistent-term", Case("zh-HK", "英偉達和輝達", "英偉達 → 輝達")),
    ("inconsistent-term", Case("zh-TW", "發布之後又發佈", "發佈 → 發布")),
    ("inconsistent-term", Case("zh-HK", "輝達（NVIDIA）就是NVIDIA")),
    ("inconsistent-term", Case("zh-HK", "英偉達好，英偉達大")),
    ("inconsistent-term", Case("zh-TW", "輝達公司與NVIDIA")),
    ("latin-casing", Case("zh-TW", "放在Github上", "Github → GitHub")),
    ("latin-casing", Case("zh-TW", "放在 github 上", "github → GitHub")),
    ("latin-casing", Case("zh-CN", "用gitHub", "gitHub → GitHub")),
    ("latin-casing", Case("zh-TW", "買Nvidia的股票", "Nvidia → NVIDIA")),
    ("latin-casing", Case("zh-TW", "放在 GitHub 上")),
    ("latin-casing", Case("zh-TW", "網址是 github.com/a 和 https://www.github.com/")),
    ("latin-casing", Case("zh-TW", "帳號 @github，目錄 src/github/x，選項 --github")),
    ("latin-casing", Case("zh-TW", "GITHUB 大特價")),
    ("latin-casing", Case("zh-TW", "Githubber 與 myGithub")),
]


@pytest.mark.parametrize(("name", "case"), SMALL, ids=str)
def test_small_base(name: str, case: Case, small: TermBase) -> None:
    """The rules hold for any term base."""
    verify(name, case, small)
