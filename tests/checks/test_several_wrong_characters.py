"""wrong-character: words with more than one wrong character, and neighbours that are right."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

CASES = [
    Case("zh-TW", "請先復制這段文字。", "復 → 複; 制 → 製"),
    Case("zh-TW", "無法合並兩個分支。", "並 → 併"),
    Case("zh-TW", "錯誤寫在日志裡。", "志 → 誌"),
    Case("zh-TW", "免費注冊帳號。", "注 → 註"),
    Case("zh-TW", "這個函式會遞迴呼叫自己，也會複製結果。"),
    Case("zh-TW", "遊客沿著河往上游走。"),
    Case("zh-TW", "產業回流台灣，工廠並未關閉。"),
    Case("zh-TW", "他立志行醫，注意飲食，志工也不少。"),
    Case("zh-TW", "她恢復了制度，複雜的程序照舊。"),
    Case("zh-HK", "請複製並合併檔案，註冊後查看日誌。"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, builtin: TermBase) -> None:
    """Each wrong character of a word is found, and right words are left alone."""
    verify("wrong-character", case, builtin)
