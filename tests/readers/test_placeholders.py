"""What a program reads inside a message is masked; the rest of the message is prose."""

import re

import pytest

from termkit.readers.masks import merged, without
from termkit.readers.placeholders import accelerators, placeholders
from termkit.text import Span

CASES = {
    "printf": ("甲%s乙%d丙%5.2f丁%-10s戊%lu己%%庚", "甲·乙·丙·丁·戊·己·庚"),
    "printf by number": ("甲%1$s乙%2$lld", "甲·乙·"),
    "Python, by name": ("甲%(name)s乙%(軟件)d", "甲·乙·"),
    "per cent": ("甲 50% 的 100%", "甲 50% 的 100%"),
    "Qt": ("甲%1乙%L2丙%n個", "甲·乙·丙·個"),
    "strftime": ("%Y年%m月%-d日", "·年·月·日"),
    "Ruby": ("甲%{軟件}乙", "甲·乙"),
    "braces": ("甲{}乙{0}丙{name!r:>8}丁{軟件}戊", "甲·乙·丙·丁·戊"),
    "braces around prose": ("甲{ 乙 丙 }", "甲{ 乙 丙 }"),
    "mustache": ("甲{{ 軟件 }}乙{{x}}", "甲·乙·"),
    "ICU types": ("甲{n, number}乙{d, date, short}", "甲·乙·"),
    "ICU plural": ("{n, plural, =0 {甲} one {# 乙} other {丙 {x}}}丁", "·甲·# 乙·丙 ·丁"),
    "ICU, nested": ("{a, select, x {{n, plural, other {甲}}} other {乙}}", "·甲·乙·"),
    "ICU, never closed": ("{n, plural, other {甲", "·甲"),
    "dollars": ("甲${軟件}乙$name丙$t(軟件)丁$5", "甲·乙·丙·丁$5"),
    "tags": ("甲<b>乙</b><br/><a href='軟件'>丙</a>", "甲·乙·丙·"),
    "tags that hold code": ("用<code>軟件</code>吧", "用·吧"),
    "tag that is spoken of": ("用 <pre> 標籤", "用 · 標籤"),
    "what a user fills in": ("<檔案> <rev-list 選項> 1<2", "<檔案> <rev-list 選項> 1<2"),
    "entities": ("甲&amp;乙&#20013;", "甲·乙·"),
    "URLs": ("見 https://a.b/軟件 與 a@b.tw", "見 · 與 ·"),
}


def shown(text: str, masks: list[Span]) -> str:
    """Show a text with a dot for each mask."""
    hidden = merged(masks)
    pieces = [re.sub(".+", "·", span.of(text)) for span in hidden]
    kept = [
        text[a:b]
        for a, b in zip(
            [0, *(h.end for h in hidden)], [*(h.start for h in hidden), len(text)], strict=True
        )
    ]
    assert [piece for piece in kept if piece] == [
        span.of(text) for span in without([Span(0, len(text))], hidden)
    ]
    return "".join(a + b for a, b in zip(kept, [*pieces, ""], strict=True))


@pytest.mark.parametrize(("text", "expected"), list(CASES.values()), ids=list(CASES))
def test_placeholders(text: str, expected: str) -> None:
    """Just this is prose."""
    assert shown(text, list(placeholders(text, Span(0, len(text))))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("開啟(_O)…", "開啟·…"),
        ("開啟(&O)", "開啟·"),
        ("開啟(O)", "開啟·"),
        ("_開啟 &File", "·開啟 ·File"),
        ("foo_bar A&B A & B && (OK)", "foo_bar A&B A & B && (OK)"),
    ],
)
def test_accelerators(text: str, expected: str) -> None:
    """Accelerators are masked, other signs are not."""
    assert shown(text, list(accelerators(text, Span(0, len(text))))) == expected


def test_hostile_nesting() -> None:
    """However deep a message is nested, it is read."""
    text = "{n, plural, other {" * 5000
    assert shown(text + "甲", list(placeholders(text + "甲", Span(0, len(text) + 1))))
