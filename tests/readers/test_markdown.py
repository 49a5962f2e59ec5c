"""Markdown: what is prose, and what is not, in every construct."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.model.document import Document
from termkit.readers.markdown import parse
from termkit.text import MASK
from tests.conftest import SHARED
from tests.readers.test_conformance import assert_sound as assert_conforms


def segments(source: str) -> list[str]:
    """Return the segments of a text, each run of what is not prose in them shown as one dot."""
    document = parse(source, "a.md")
    found = (document.prose[s.span.start : s.span.end] for s in document.segments)
    return [re.sub(f"{MASK}+", "·", text) for text in found]


def assert_sound(document: Document) -> None:
    """Assert what holds of every document, and what Markdown's segments promise besides."""
    assert_conforms(document)
    source = document.source
    for segment in document.segments:
        start, end = segment.span
        assert not source[start].isspace()
        assert not source[end - 1].isspace()
    assert document.prose == _prose_by_hand(document)


def _prose_by_hand(document: Document) -> str:
    shown: set[int] = set()
    for segment in document.segments:
        shown.update(range(*segment.span))
        for mask in segment.masks:
            shown.difference_update(range(*mask))
    return "".join(
        char if at in shown or char in "\r\n" else MASK for at, char in enumerate(document.source)
    )


# One construct a line: its source, and the segments that it has. A dot is what is not prose.
BLOCKS = {
    "paragraph": ("今天天氣好。\n", ["今天天氣好。"]),
    "two paragraphs": ("甲\n\n乙\n", ["甲", "乙"]),
    "paragraph over two lines": ("甲\n乙\n", ["甲\n乙"]),
    "hard breaks": ("甲  \n乙\\\n丙\n", ["甲·\n乙·\n丙"]),
    "nothing": ("", []),
    "only blank lines": ("\n \n\t\n", []),
    "heading": ("# 甲\n", ["甲"]),
    "closed heading": ("## 甲 ##\n", ["甲"]),
    "heading underlined": ("甲\n===\n\n乙\n---\n", ["甲", "乙"]),
    "heading with an id": ("## 甲 {#軟體}\n", ["甲"]),
    "heading with id, class and key": ("## 甲 {#軟體 .程式 鍵=值}\n", ["甲"]),
    "heading with markup": ("# *甲* `碼` [乙](u)\n", ["·甲· · ·乙·"]),
    "hash without a space": ("#甲\n", ["#甲"]),
    "rule": ("甲\n\n***\n\n乙\n", ["甲", "乙"]),
    "bulleted list": ("- 甲\n- 乙\n  丙\n", ["甲", "乙\n·丙"]),
    "numbered list": ("1. 甲\n2) 乙\n", ["甲", "乙"]),
    "nested list": ("- 甲\n  - 乙\n\n    丙\n", ["甲", "乙", "丙"]),
    "task list": ("- [ ] 甲\n- [x] 乙\n", ["甲", "乙"]),
    "definition list": ("甲\n: 乙\n: 丙\n", ["甲", "乙", "丙"]),
    "blockquote": ("> 甲\n> 乙\n>\n> > 丙\n", ["甲\n·乙", "丙"]),
    "lazy blockquote": ("> 甲\n乙\n", ["甲\n乙"]),
    "alert": ("> [!NOTE]\n> 甲\n", ["甲"]),
    "table": (
        "| 甲 | 乙 |\n|:--|--:|\n| `碼` | 丙 [丁](u) |\n| 戊 | |\n",
        ["甲", "乙", "丙 ·丁·", "戊"],
    ),
    "table without outer bars": ("甲 | 乙\n--|--\n丙 | 丁\n", ["甲", "乙", "丙", "丁"]),
    "bar in a table cell": ("| 甲 |\n|---|\n| 乙\\|丙 |\n", ["甲", "乙·|丙"]),
    "footnote": ("甲[^註]乙\n\n[^註]: 丙\n", ["甲·乙", "丙"]),
    "footnote of two paragraphs": (
        "甲[^1]\n\n[^1]: 乙\n\n    丙\n",
        ["甲·", "乙", "丙"],
    ),
    "footnote that is not defined": ("甲[^1]乙\n", ["甲[^1]乙"]),
    "fenced code": ("甲\n\n```python\n軟件\n```\n\n乙\n", ["甲", "乙"]),
    "fenced with tildes": ("~~~ 軟件\n軟件\n```\n~~~\n甲\n", ["甲"]),
    "fence that is never closed": ("甲\n```\n軟件\n\n軟件\n", ["甲"]),
    "fence in a list": ("- 甲\n\n  ```\n  軟件\n  ```\n- 乙\n", ["甲", "乙"]),
    "fence in a quote": ("> ```\n> 軟件\n> ```\n> 甲\n", ["甲"]),
    "indented code": ("甲\n\n    軟件\n\n    軟件\n\n乙\n", ["甲", "乙"]),
    "indented by a tab": ("\t軟件\n", []),
    "indented line that goes on": ("甲\n    乙\n", ["甲\n·乙"]),
    "indented code in a list": ("- 甲\n\n      軟件\n\n  乙\n", ["甲", "乙"]),
}

INLINE = {
    "emphasis": ("這*是*一個**字**和___詞___", ["這·是·一個·字·和___詞___"]),
    "struck": ("甲~~乙~~丙", ["甲·乙·丙"]),
    "stars that mean nothing": ("2 * 3 * 4 ** 5", ["2 * 3 * 4 ** 5"]),
    "code span": ("用`軟件`吧", ["用·吧"]),
    "code span with a backtick": ("用``軟`件``吧", ["用·吧"]),
    "code span over two lines": ("用`軟\n件`吧", ["用·\n·吧"]),
    "backtick that opens nothing": ("用`軟體", ["用`軟體"]),
    "escaped backticks": ("用\\`軟體\\`", ["用·`軟體·`"]),
    "inline link": ("看[甲](軟件.html)吧", ["看·甲·吧"]),
    "link with a title": ('看[甲](u "乙")吧', ["看·甲·乙·吧"]),
    "link with a title in single quotes": ("看[甲](<軟 件> '乙')吧", ["看·甲·乙·吧"]),
    "link with a title in parentheses": ("看[甲](u (乙))吧", ["看·甲·乙·吧"]),
    "title with escapes": ('[甲](u "乙\\"丙&amp;丁")吧', ["·甲·乙·丙·丁·吧"]),
    "markup in a link": ("[*甲*`碼`乙](u)", ["·甲·乙·"]),
    "two links": ("[甲](u)[乙](v)", ["·甲·乙·"]),
    "link by reference": ("看[甲][軟件]吧\n\n[軟件]: u", ["看·甲·吧"]),
    "title of a reference": ('看[甲][鍵]吧\n\n[鍵]: u "乙"', ["看·甲·吧", "乙"]),
    "title of a reference on its own line": ("[鍵]: <u>\n  '乙 &amp;丙'\n", ["乙 ·丙"]),
    "link whose text is its key": ("看[軟件][]吧\n\n[軟件]: u", ["看·吧"]),
    "shortcut link": ("看[軟件]與*甲*\n\n[軟件]: u", ["看·與·甲·"]),
    "brackets that link nothing": ("看[甲]吧", ["看[甲]吧"]),
    "autolink": ("<https://a.b/軟件>與<a@b.cc>", ["·與·"]),
    "bare URL": ("見https://a.b/軟件/頁?q=軟件#軟件，還有", ["見·，還有"]),
    "bare URL before a full-width bracket": ("見 https://a.b/（甲）", ["見 ·（甲）"]),
    "bare host": ("到www.a.com吧，或 www.b.org。", ["到·吧，或 ·。"]),
    "e-mail": ("寄到a.b@c.com吧", ["寄到·吧"]),
    "scheme alone": ("用 https 或 ftp", ["用 https 或 ftp"]),
    "link that shows its URL": ("看[https://a.b/軟件](https://a.b/軟件)", ["看·"]),
    "image": ("![甲](軟件.png)", ["·甲·"]),
    "image with a title": ('![甲](軟件.png "乙")', ["·甲·乙·"]),
    "image in a link": ("[![甲](軟件.png)](軟件) 乙", ["·甲· 乙"]),
    "image whose text is its key": ("![軟件][] 甲\n\n[軟件]: u", ["· 甲"]),
    "image by key in a link": ("[![軟件][] 甲](v) 乙\n\n[軟件]: u", ["· 甲· 乙"]),
    "formula": ("算式$x_1+y$與$$\\sum$$", ["算式·與·"]),
    "prices are no formula": ("花了$5，比$6便宜", ["花了$5，比$6便宜"]),
    "escaped dollar": ("花了\\$5和\\$6", ["花了·$5和·$6"]),
    "entities": ("甲&amp;乙&#36575;丙&#x8edf;丁&nbsp;", ["甲·乙·丙·丁·"]),
    "no entities": ("甲&乙;AT&T &xyzzy;", ["甲&乙;AT&T &xyzzy;"]),
    "escapes": ("甲\\*乙\\*丙\\甲", ["甲·*乙·*丙\\甲"]),
}

HTML = {
    "tag in a line": ('甲<span title="軟件">乙</span>丙<br/>', ["甲·乙·丙·"]),
    "comment in a line": ("甲<!-- 軟件 -->乙", ["甲·乙"]),
    "code in a line": ("甲<code>軟件</code>乙<kbd>軟件</kbd>丙", ["甲·乙·丙"]),
    "nested code": ("甲<code><b>軟</b>件<samp>軟</samp>件</code>乙", ["甲·乙"]),
    "script in a line": ("甲<script>軟件</script>乙", ["甲·乙"]),
    "end tag without a beginning": ("甲</code>乙", ["甲·乙"]),
    "code ends with its paragraph": ("甲<code>軟件\n\n乙", ["甲·", "乙"]),
    "less-than": ("甲 < 乙 > 丙", ["甲 < 乙 > 丙"]),
    "block": ('<div class="軟件">\n甲\n</div>\n\n乙', ["甲", "乙"]),
    "tag over two lines": ('<div\n title="軟件">\n甲\n</div>', ["甲"]),
    "attribute with a greater-than": ('<div title="軟 > 件">甲</div>', ["甲"]),
    "block in a quote": ("> <div\n> title='軟件'>\n> 甲\n> </div>\n", ["甲"]),
    "block in a list": ("- <div>\n  甲<b>乙</b>\n  </div>\n", ["甲", "乙"]),
    "Markdown between blocks": ("<div>\n\n*甲* `碼`\n\n</div>", ["·甲· ·"]),
    "details": ("<details>\n<summary>甲</summary>\n\n乙\n\n</details>", ["甲", "乙"]),
    "table": ("<table><tr><td>甲</td><td>乙&nbsp;丙</td></tr></table>", ["甲", "乙", "丙"]),
    "comment over lines": ("<!-- 軟件\n\n軟件\n軟件 -->\n\n甲", ["甲"]),
    "text after a comment": ("<!-- 軟件\n軟件 -->甲\n", ["甲"]),
    "comment that is never closed": ("甲\n\n<!-- 軟件\n\n軟件\n", ["甲"]),
    "comment in a block": ("<div>\n甲<!-- 軟\n件 -->乙\n</div>", ["甲", "乙"]),
    "script": ("<script>\nlet 軟件 = 1\n\n軟件\n</script>\n\n甲", ["甲"]),
    "style": ("<style>\n.軟件 {}\n</style>\n\n甲", ["甲"]),
    "pre": ("<pre>\n軟件\n\n軟件</pre>\n\n甲", ["甲"]),
    "pre in capitals": ("<PRE class='x'>\n軟件\n</PRE>\n\n甲", ["甲"]),
    "textarea": ("<textarea>軟件\n\n軟件</textarea>\n\n甲", ["甲"]),
    "code in a block": ("<p>甲<code>軟\n件</code>乙</p>", ["甲", "乙"]),
    "processing instruction": ("<?php if (軟 > 件) ?>\n\n甲", ["甲"]),
    "declaration": ("<!DOCTYPE html>\n\n甲", ["甲"]),
    "URL in a block": ("<p>見 https://a.b/軟件 吧</p>", ["見 · 吧"]),
}

TEMPLATES = {
    "shortcode": ('{{< note "軟件" >}}\n甲\n{{< /note >}}', ["·\n甲\n·"]),
    "shortcode with Markdown": ("{{% 軟件 %}}甲{{% /軟件 %}}", ["·甲·"]),
    "shortcode over lines": ('{{< figure\n  alt="軟件"\n>}}\n\n甲', ["甲"]),
    "shortcode in a line": ('看{{< ref "軟件" >}}與{{< br >}}甲', ["看·與·甲"]),
    "shortcode with Markdown characters": ('甲{{< x "*軟*`件`" >}}乙', ["甲·乙"]),
    "shortcode as a URL": ('[甲]({{< ref "軟件" >}} "乙")', ["·甲·乙·"]),
    "shortcode in an attribute": ('<a href="{{< ref "軟件" >}}">甲</a>', ["·甲·"]),
    "shortcode in a block of HTML": ('<div id="{{< x "軟件" >}}">甲{{< 軟件 >}}</div>', ["甲·"]),
    "shortcode in a heading": ("# 甲 {{< x >}} {#id}", ["甲 ·"]),
    "shortcode in a table": ('| 甲 {{< x "軟|件" >}} |\n|---|\n', ["甲 ·"]),
    "shortcode that is shown": ("{{</* 軟件 */>}}甲", ["·甲"]),
    "tag": ('{% note "軟件" %}\n甲\n{% endnote %}', ["·\n甲\n·"]),
    "expression": ("甲{{ .Site.軟件 }}乙", ["甲·乙"]),
    "code of a shortcode": ("{{< highlight go >}}\n軟件\n\n軟件\n{{< /highlight >}}\n\n甲", ["甲"]),
    "code of a tag": ("{% codeblock lang:js %}\n軟件\n\n軟件\n{% endcodeblock %}\n\n甲", ["甲"]),
    "comment of a template": ("{% comment %}軟件{% endcomment %}甲", ["·甲"]),
    "braces that open nothing": ("甲{{ 乙", ["甲{{ 乙"]),
    "braces that the text speaks of": ("用`{{`開始，用`}}`結束", ["用·開始，用·結束"]),
}

ODD = {
    "non-BMP": ("𠀀`碼𠮟`𠮟[𠮷](𠀀)", ["𠀀·𠮟·𠮷·"]),
    "NUL": ("甲\0乙`碼`丙", ["甲\0乙·丙"]),
    "lone surrogate": ("甲\ud800乙`碼`丙", ["甲\ud800乙·丙"]),
    "surrogate in code": ("甲`\udfff`乙", ["甲·乙"]),
    "ideographic space": ("　甲　乙　", ["甲　乙"]),
    "BOM in the middle": ("甲\ufeff乙", ["甲\ufeff乙"]),
    "line separators": ("甲\u2028乙\x85丙", ["甲\u2028乙\x85丙"]),
    "the mask itself": (f"甲{MASK}{MASK}乙", ["甲·乙"]),
}

FRONT_MATTER = {
    "YAML": ("---\ntitle: 甲\nslug: 軟件\n---\n\n乙\n", ["甲", "乙"]),
    "TOML": ("+++\ntitle = '甲'\nslug = '軟件'\n+++\n\n乙\n", ["甲", "乙"]),
    "YAML closed by points": ("---\ntitle: 甲\n...\n\n乙\n", ["甲", "乙"]),
    "empty": ("---\n\n---\n\n乙\n", ["乙"]),
    "nothing but front matter": ("---\ntitle: 甲\n---", ["甲"]),
    "broken YAML": ("---\ntitle: [甲\n---\n\n乙\n", ["乙"]),
    "broken TOML": ("+++\ntitle = 甲\n+++\n\n乙\n", ["乙"]),
    "URL and template in a value": (
        "---\ntitle: 甲 https://a.b/軟件 乙\nsummary: 丙{{ 軟件 }}丁\n---\n",
        ["甲 · 乙", "丙·丁"],
    ),
    "of one line that is not closed": ("---\ntitle: 甲\n", ["title: 甲"]),
    "a rule at the beginning": ("---\n\n甲\n\n---\n\n乙\n", ["甲", "乙"]),
    "rules are no front matter": ("甲\n\n---\n乙：丙\n\n丁\n\n---\n", ["甲", "乙：丙", "丁"]),
    "not at the beginning": ("甲\n\n+++\ntitle = '乙'\n+++\n", ["甲", "+++\ntitle = '乙'\n+++"]),
    "after a blank line": ("\n---\ntitle: 乙\n---\n", ["title: 乙"]),
}

CASES = {
    f"{group}: {name}": case
    for group, cases in (
        ("block", BLOCKS),
        ("inline", INLINE),
        ("HTML", HTML),
        ("template", TEMPLATES),
        ("odd", ODD),
        ("front matter", FRONT_MATTER),
    )
    for name, case in cases.items()
}


@pytest.mark.parametrize(("source", "expected"), list(CASES.values()), ids=list(CASES))
def test_prose(source: str, expected: list[str]) -> None:
    """The prose of a construct is just this; everything else is hidden."""
    assert segments(source) == expected
    assert_sound(parse(source, "a.md"))


@pytest.mark.parametrize(("source", "expected"), list(CASES.values()), ids=list(CASES))
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "BOM"])
def test_crlf_and_bom_change_nothing(bom: str, source: str, expected: list[str]) -> None:
    """A file with CRLF line ends, with or without a BOM, has the same prose."""
    text = bom + source.replace("\n", "\r\n")
    assert segments(text) == [each.replace("\n", "\r\n") for each in expected]
    assert_sound(parse(text, "a.md"))


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("# 甲\n\n乙\n", ["heading", "paragraph"]),
        ("- 甲\n- [ ] 乙\n", ["list item", "list item"]),
        ("- 甲\n\n- 乙\n", ["paragraph", "paragraph"]),
        ("> 甲\n", ["paragraph"]),
        ("| 甲 |\n|---|\n| 乙 |\n", ["table cell", "table cell"]),
        ("甲\n: 乙\n", ["term", "definition"]),
        ("<div>甲</div>\n", ["html"]),
        ('甲[^1]\n\n[^1]: 乙\n\n[u]: u "丙"\n', ["paragraph", "paragraph", "link title"]),
        ("---\ntitle: 甲\ntags: [乙]\n---\n", ["front matter: title", "front matter: tags"]),
    ],
    ids=[
        "heading and paragraph",
        "tight list",
        "loose list",
        "quote",
        "table",
        "definition list",
        "HTML",
        "footnote and link title",
        "front matter",
    ],
)
def test_kinds(source: str, kinds: list[str]) -> None:
    """Each segment says what it is."""
    assert [segment.kind for segment in parse(source, "a.md").segments] == kinds


@pytest.mark.parametrize(
    ("source", "declared"),
    [
        ("---\nlang: zh-TW\n---\n", "zh-TW"),
        ('+++\nlocale = "zh_CN"\n+++\n', "zh_CN"),
        ("\ufeff---\r\nlanguage: 'zh-hk'\r\n---\r\n", "zh-hk"),
        ("lang: zh-TW\n", ""),
        ("---\ntitle: lang\n---\n", ""),
    ],
    ids=["YAML", "TOML", "BOM and CRLF", "no front matter", "no such key"],
)
def test_declared_locale(source: str, declared: str) -> None:
    """The locale that the front matter names is told as it is written there."""
    assert parse(source, "a.md").declared == declared


def test_document_keeps_path_and_source() -> None:
    """A document knows its path and its source, BOM included, and has no locale yet."""
    document = parse("\ufeff甲\n", "zh-TW/a.md")
    assert (document.path, document.source, document.locale) == ("zh-TW/a.md", "\ufeff甲\n", "")
    assert document.prose == MASK + "甲\n"


MARKS = re.compile(r"\S+").findall(r"""
甲 軟體 𠀀 x 1. - + * _ ` `` ``` ~~~ [ ] ( ) ]( [^1] [^1]: ! < > " ' | # : \ $ $$ &amp; {#a} [x]
{{< >}} {{% %}} {{ }} {% %} <b> </b> <code> </code> <!-- --> <script> </script> <pre> <div> </div>
--- +++ === |-|-| https://a.b/軟 a@b.c [鍵]:
""")
SPACES = ("\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "\u3000", "\ufeff", "\0", "\ud800", "\x85")
HEADER_LINES = (
    "title: 甲\n",
    "title = '甲'\n",
    "tags: [甲]\n",
    "summary: >\n  甲\n",
    "---\n",
    "+++\n",
)
WHOLE = tuple(source for source, _ in CASES.values())
PIECES = st.sampled_from((*MARKS, *SPACES, *HEADER_LINES, *WHOLE))


@settings(deadline=None, max_examples=400)
@given(
    st.sampled_from(["", "", "\ufeff", "---\n", "+++\n"]),
    st.lists(PIECES, max_size=14).map("".join),
)
def test_any_text_is_read(opening: str, text: str) -> None:
    """Whatever pieces of Markdown a text is made of, it is read, and the document is sound."""
    assert_sound(parse(opening + text, "a.md"))


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=None), max_size=60))
def test_any_characters_are_read(text: str) -> None:
    """Any characters at all are read, and the document is sound."""
    assert_sound(parse(text, "a.md"))


HAN = st.text(alphabet="今天氣好的軟體程式，。「」？𠀀", min_size=1, max_size=20)


@given(st.lists(st.lists(HAN, min_size=1, max_size=3).map("\n".join), max_size=4))
def test_plain_text_is_all_prose(paragraphs: list[str]) -> None:
    """Chinese text without markup is prose to the last character."""
    source = "\n\n".join(paragraphs)
    document = parse(source, "a.md")
    assert document.prose == source
    assert [s.span.of(source) for s in document.segments] == paragraphs


CODE = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="`"), min_size=1
)


@given(CODE)
def test_code_span_is_never_prose(code: str) -> None:
    """Whatever stands in a code span, the text around it is all there is of prose."""
    document = parse(f"甲 `{code}` 乙", "a.md")
    assert document.prose == f"甲 {MASK * (len(code) + 2)} 乙"


@given(st.lists(CODE, max_size=5), st.sampled_from(["```", "~~~~"]))
def test_fenced_code_is_never_prose(lines: list[str], fence: str) -> None:
    """Whatever stands in a code block, the text around it is all there is of prose."""
    body = "\n".join(line.replace("~", "-") for line in lines)
    document = parse(f"甲\n\n{fence}\n{body}\n{fence}\n\n乙\n", "a.md")
    assert document.prose.replace(MASK, "").split() == ["甲", "乙"]


FILES = sorted((SHARED / "data" / "markdown").rglob("*.md"))
NAMES = [str(path.relative_to(SHARED / "data" / "markdown")) for path in FILES]
real = pytest.mark.parametrize("path", FILES, ids=NAMES)
_FENCED = re.compile(r"^( *)(```+|~~~+)[^\n]*\n(.*?)^ *\2", re.MULTILINE | re.DOTALL)
_HEADER = re.compile(r"---\r?\n(.*?)^---\r?$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^([A-Za-z_]+) *:", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<![`\\])`([^`\n]+)`(?!`)")
_URL = re.compile(r"https?://\S+|\bwww\.\w\S*|[\w.]+@[\w-]+\.\w+")


@pytest.fixture
def article(shared: Path, path: Path) -> Document:
    """A real article."""
    return parse(path.read_bytes().decode(), str(path.relative_to(shared)))


@real
def test_real_article_is_sound(article: Document) -> None:
    """A real article has prose, and the document is sound."""
    assert_sound(article)
    assert sum(char != MASK for char in article.prose) > 200


def test_real_articles_hold_what_is_to_be_hidden(shared: Path) -> None:
    """The real articles have URLs, code spans and code blocks by the dozen."""
    texts = [path.read_bytes().decode() for path in (shared / "data/markdown").rglob("*.md")]
    for pattern in (_URL, _CODE_SPAN, _FENCED):
        assert sum(len(pattern.findall(text)) for text in texts) > 50


@real
def test_real_article_hides_urls(article: Document) -> None:
    """No URL of a real article is prose."""
    assert _URL.findall(article.prose) == []


@real
def test_real_article_hides_code(article: Document) -> None:
    """Neither a code span nor a code block of a real article is prose."""
    source, prose = article.source, article.prose
    spans = [match.span(1) for match in _CODE_SPAN.finditer(source)]
    spans += [match.span(3) for match in _FENCED.finditer(source)]
    shown = [source[start:end] for start, end in spans if prose[start:end].strip(MASK + "\n")]
    assert shown == []


@real
def test_real_article_hides_front_matter_keys(article: Document) -> None:
    """No key of a front matter is prose, while the title is."""
    header = _HEADER.match(article.source)
    for key in _KEY.finditer(article.source, *header.span(1)) if header else ():
        start, end = key.span()
        assert set(article.prose[start:end]) == {MASK}
        if key[1] == "title":
            line = article.prose[end : article.prose.index("\n", end)]
            assert line.strip(MASK)
