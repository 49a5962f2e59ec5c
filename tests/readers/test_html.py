"""HTML: what is prose, and what is not."""

import pytest

from termkit.readers.html import parse
from tests.readers.show import kinds, segments

CASES = {
    "paragraphs": ("<p>甲</p>\n<p>乙</p>", ["甲", "乙"]),
    "no tags": ("甲 乙\n", ["甲 乙"]),
    "inline tags": ("<p>甲<b>乙</b>丙</p>", ["甲·乙·丙"]),
    "paragraph that opens with a tag": ("<p><b>甲</b>乙</p>", ["·甲·乙"]),
    "over two lines": ("<p>甲\n乙</p>", ["甲\n乙"]),
    "line breaks cut": ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
    "attributes": ('<p class="软件" data-x="软件">甲</p>', ["甲"]),
    "comments": ("甲<!-- 软件 -->乙<!-- 软件", ["甲·乙"]),
    "doctype and declaration": ('<?xml version="1.0"?><!DOCTYPE 软件><p>甲</p>', ["甲"]),
    "script and style": ("<script>软件</script><style>软件</style>甲", ["甲"]),
    "code": ("用<code>软件</code>和<kbd>软件</kbd><samp>软件</samp>吧", ["用·和·吧"]),
    "preformatted": ("甲<pre><code>软件</code></pre>乙", ["甲", "乙"]),
    "never closed": ("甲<pre>软件", ["甲"]),
    "tag cut off": ('甲<p class="软件', ["甲"]),
    "entities": ("甲&nbsp;乙&#20013;丙&#x4e2d;", ["甲·乙·丙·"]),
    "ampersand": ("甲 & 乙", ["甲 & 乙"]),
    "less than": ("甲 < 乙，1<2", ["甲 < 乙，1<2"]),
    "greater than in an attribute": ('<p data-x="软>件">甲</p>', ["甲"]),
    "title and heading": ("<title>甲</title><h1>乙</h1>", ["甲", "乙"]),
    "upper case": ("<P>甲<B>乙</B></P><SCRIPT>软件</SCRIPT>", ["甲·乙·"]),
    "title attribute": ('<p title="甲">乙</p>', ["甲", "乙"]),
    "title attribute inside a paragraph": ('甲<b title="乙">丙</b>', ["甲·乙·丙·"]),
    "image alone": ('<p><img src="软件.png" alt="甲"></p>', ["甲"]),
    "two attributes": ("<img title='甲' alt='乙'>", ["甲", "乙"]),
    "no quotes": ("<img alt=甲 src=软件>", ["甲"]),
    "placeholder and label": (
        '<input placeholder="甲" aria-label="乙" value="软件">',
        ["甲", "乙"],
    ),
    "placeholder of a text area": ('<textarea placeholder="甲">软件</textarea>', ["甲"]),
    "attribute inside another": ("<p data-x=\"title='软件'\">甲</p>", ["甲"]),
    "attribute with entity": ('<p title="甲&quot;乙">', ["甲·乙"]),
    "empty attribute": ('<img alt="">甲', ["·甲"]),
    "description": ('<meta name="description" content="甲">', ["甲"]),
    "content first": ('<meta content="甲" property="og:title">', ["甲"]),
    "other meta": ('<meta name="author" content="软件">', []),
    "URL": ("<p>见 https://a.b/软件 吧</p>", ["见 · 吧"]),
    "template": ('<p>甲{{ "软件" }}乙{% 软件 %}</p>', ["甲·乙·"]),
    "template in a tag": ('<a href="{{ "软件" }}" title="甲{{ x }}乙">', ["甲·乙"]),
    "table": ("<table><tr><td>甲<td>乙</table>", ["甲", "乙"]),
    "unknown elements are blocks": ("<my-card>甲</my-card>乙", ["甲", "乙"]),
}


@pytest.mark.parametrize(("source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(source: str, expected: list[str]) -> None:
    """The prose of a page is just this."""
    assert segments(parse(source, "a.html")) == expected


@pytest.mark.parametrize(
    ("source", "declared"),
    [
        ('<html lang="zh-Hant-TW">', "zh-Hant-TW"),
        ("<!DOCTYPE html>\n<HTML class=x LANG=zh-CN>", "zh-CN"),
        ('<html xml:lang="zh-HK" xmlns="x">', "zh-HK"),
        ('<html><p lang="zh-CN">', ""),
        ("", ""),
    ],
)
def test_declared(source: str, declared: str) -> None:
    """The locale is that of the root element."""
    assert parse(source, "a.html").declared == declared


def test_kinds() -> None:
    """A segment says whether it is text or which attribute."""
    source = '<p title="甲">乙</p><img alt="丙"><meta name="description" content="丁">'
    assert kinds(parse(source, "a.html")) == ["title", "text", "alt", "description"]
