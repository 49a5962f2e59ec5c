"""placeholder-mismatch."""

import pytest

from termkit.termbase.store import TermBase
from tests.checks.harness import Case, verify

NAME = "placeholder-mismatch"

FLAGGED = [
    Case(
        "zh-TW",
        "Hello, %(name)s! ⇒ 您好！",
        "您好！",
        "the original has “%(name)s”, which is missing here",
    ),
    Case(
        "zh-CN",
        "Hello, %(name)s! ⇒ 您好，%(nmae)s！",
        "%(nmae)s → %(name)s",
        "“%(nmae)s” is not in the original, which has “%(name)s”",
    ),
    Case(
        "zh-TW",
        "[c-format] Copied %d of %s ⇒ 已將 %s 複製 %d 個",
        "%s",
        "“%s”, “%d” stand in another order than in the original; number them as there: “%1$d”, “%2$s”",
    ),
    Case(
        "zh-CN",
        "[c-format] %s: not found ⇒ 未找到",
        "未找到",
        "the original has “%s”, which is missing here",
    ),
    Case(
        "zh-TW",
        "[python-format] %d rows ⇒ %s 列",
        "%s → %d",
        "“%s” is not in the original, which has “%d”",
    ),
    Case(
        "zh-CN",
        "[python-brace-format] Page {page} of {total} ⇒ 第 {page} 页",
        "第 {page} 页",
        "the original has “{total}”, which is missing here",
    ),
    Case(
        "zh-TW",
        "Open {file} with {app} ⇒ 用 {app} 開啟 {档案}",
        "用 {app} 開啟 {档案}",
        "the original has “{file}”, which is missing here",
    ),
    Case(
        "zh-CN",
        "{{ user }} joined ⇒ {{ 用户 }} 加入了",
        "{{ 用户 }} → {{ user }}",
        "“{{ 用户 }}” is not in the original, which has “{{ user }}”",
    ),
    Case(
        "zh-TW",
        "Saved as %s ⇒ 已另存為 ％s",
        "％s → %s",
        "“％s” is not in the original, which has “%s”",
    ),
    Case(
        "zh-CN",
        "Hello, %(name)s! ⇒ 您好，%（name）s！",
        "%（name）s → %(name)s",
        "“%（name）s” is not in the original, which has “%(name)s”",
    ),
    Case(
        "zh-TW",
        "[qt-format] %1 of %2 bytes ⇒ %1 位元組",
        "%1 位元組",
        "the original has “%2”, which is missing here",
    ),
    Case(
        "zh-CN",
        "${HOME} is not set ⇒ 未设置主目录",
        "未设置主目录",
        "the original has “${HOME}”, which is missing here",
    ),
    Case(
        "zh-TW",
        "%{count} new messages ⇒ %{數量} 則新訊息",
        "%{數量} → %{count}",
        "“%{數量}” is not in the original, which has “%{count}”",
    ),
    Case(
        "zh-CN",
        "{count, plural, one {# file in {dir}} other {# files in {dir}}} ⇒ {count, plural, other {# 个文件}}",
        "{count, plural, other {# 个文件}}",
        "the original has “{dir}”, which is missing here",
    ),
    Case(
        "zh-TW",
        "One new file / %d new files ⇒ 有新檔案 %s",
        "%s",
        "“%s” is not in the original",
    ),
    Case(
        "zh-CN",
        "Sort by name ⇒ 按 %s 排序",
        "%s",
        "“%s” is not in the original",
    ),
    Case(
        "zh-TW",
        "{% if user %}Hello{% endif %} ⇒ {% if user %}您好",
        "{% if user %}您好",
        "the original has “{% endif %}”, which is missing here",
    ),
]

FINE = [
    Case("zh-TW", "[c-format] Copied %d of %s ⇒ 在 %2$s 中已複製 %1$d 個"),
    Case("zh-CN", "One new file / %d new files ⇒ %d 个新文件"),
    Case("zh-TW", "%A, %B %e, %Y ⇒ %Y年%m月%e日 %A"),
    Case("zh-CN", "[python-brace-format] {0:.2f} of {1} ⇒ {1} 中的 {0:.1f}"),
    Case("zh-TW", "[c-format] Battery at 50%% of %d ⇒ 電池為 %d 的 50%%"),
    Case("zh-CN", "Progress: 100% sure, 5% off ⇒ 进度：百分之百确定，打九五折"),
    Case("zh-TW", "%(user)s likes %(item)s ⇒ %(item)s 得到 %(user)s 的讚"),
    Case("zh-CN", "[python-brace-format] Unknown state: {} ⇒ 未知状态：{0}"),
    Case(
        "zh-TW", "{count, plural, one {# file} other {# files}} ⇒ {count, plural, other {# 個檔案}}"
    ),
    Case("zh-CN", "Grid of %d x %d cells ⇒ %dx%d 的网格"),
    Case("zh-TW", "Hello {{ user }} ⇒ {{user}}，您好"),
    Case("zh-CN", "[c-format] chunk %<PRIu64> of %zu ⇒ 第 %2$zu 块中的 %1$<PRIu64>"),
    Case("zh-TW", "[no-c-format] 90%d is not a placeholder ⇒ 90%d 不是變數"),
    Case("zh-CN", "Usage: cp <file> ⇒ 用法：cp <文件>"),
    Case("zh-TW", '{% note "Warning" %} ⇒ {% note "警告" %}'),
    Case("zh-CN", "%s times slower than a 100%e sample ⇒ 比样本慢 %s 倍"),
]


@pytest.mark.parametrize("case", FLAGGED, ids=str)
def test_flagged(case: Case, builtin: TermBase) -> None:
    """What a program would not fill, or fill wrongly, is found."""
    verify(NAME, case, builtin)


@pytest.mark.parametrize("case", FINE, ids=str)
def test_fine(case: Case, builtin: TermBase) -> None:
    """What is filled in the same way is fine, in every syntax."""
    verify(NAME, case, builtin)
