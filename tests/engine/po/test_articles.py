"""Articles out to a catalogue and back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters
from termkit.engine.placing import Placing
from termkit.engine.po.apply import Applying, Translations, apply_article
from termkit.engine.po.export import Wishes
from termkit.engine.po.units import find_units, unwrapped
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.locales import get_locale
from termkit.po.file import Catalog, Item
from termkit.po.message import Message
from termkit.readers import read_document
from termkit.termbase.store import TermBase
from tests.conftest import ROOT
from tests.engine.po.project import Project

# The texts of an article, with their kinds.
TEXTS = {
    "soft break between Han": ("a.md", "第一行，\n第二行。\n", [("paragraph", "第一行，第二行。")]),
    "soft break beside Latin": (
        "a.md",
        "用 Go\nlang 寫\nC 也行\n",
        [("paragraph", "用 Go lang 寫 C 也行")],
    ),
    "hard break": (
        "a.md",
        "第一行  \n第二行\\\n第三行\n",
        [("paragraph", "第一行\n第二行\n第三行")],
    ),
    "quote": ("a.md", "> 第一行\n> 第二行\n", [("paragraph", "第一行第二行")]),
    "image alone": (
        "a.md",
        '![封面圖](a.png "標題")\n',
        [("alt text", "封面圖"), ("title", "標題")],
    ),
    "image in a text": ("a.md", "看![圖](a.png)這裡\n", [("paragraph", "看![圖](a.png)這裡")]),
    "table": (
        "a.md",
        "| 甲 | 乙 |\n| - | - |\n| 丙 | `x` |\n",
        [("table cell", "甲"), ("table cell", "乙"), ("table cell", "丙")],
    ),
    "shortcode": ("a.md", '前{{< ref "a" >}}後\n', [("paragraph", "前{1}後")]),
    "HTML": ("a.md", "按<kbd>A</kbd>或<br>B<br>\n", [("paragraph", "按{1}或{2}B{2}")]),
    "braces of its own": ("a.md", "寫{1}和<br>\n", [("paragraph", "寫{1}和{2}")]),
    "code is no HTML": ("a.md", "寫 `<b>` 即可\n", [("paragraph", "寫 `<b>` 即可")]),
    "front matter": (
        "a.md",
        "---\ntitle: \"說\\\"好\\\"\"\ntags: ['it''s 甲']\n---\n",
        [("front matter: title", '說"好"'), ("front matter: tags", "it's 甲")],
    ),
    "block of lines": (
        "a.md",
        "---\nsummary: |\n  第一行\n  第二行\n---\n",
        [("front matter: summary", "第一行\n第二行")],
    ),
    "attribute in HTML": (
        "a.html",
        '<p>看<a title="題" href="x">這裡</a></p>',
        [("paragraph", "看{1}這裡{2}"), ("attribute", "題")],
    ),
    "kinds of HTML": (
        "a.html",
        "<h2>題</h2>話<figure><img src=x><figcaption>圖說</figcaption></figure><ul><li>項",
        [("heading", "題"), ("text", "話"), ("caption", "圖說"), ("list item", "項")],
    ),
    "text": ("a.txt", "第一行\n第二行\n", [("line", "第一行"), ("line", "第二行")]),
}


@pytest.mark.parametrize(("path", "source", "expected"), TEXTS.values(), ids=TEXTS)
def test_texts(path: str, source: str, expected: list[tuple[str, str]]) -> None:
    """Each block is a text without its wrapping; what must not be broken is a placeholder."""
    units = find_units(read_document(source, path))
    assert [(unit.kind, unit.text) for unit in units] == expected


# An article, the translation of its first text, and the article then.
BUILT = {
    "paragraph": ("a.md", "第一行，\n第二行。\n", "好。", "好。\n"),
    "hard break": ("a.md", "> 一  \n> 二\n", "甲\n乙", "> 甲  \n> 乙\n"),
    "placeholders change places": ("a.md", "前<b>中</b>後\n", "後{1}中{2}前", "後<b>中</b>前\n"),
    "double quotes": (
        "a.md",
        '---\ntitle: "甲"\n---\n',
        '說"好"\\',
        '---\ntitle: "說\\"好\\"\\\\"\n---\n',
    ),
    "single quotes": ("a.md", "---\ntitle: '甲'\n---\n", "it's", "---\ntitle: 'it''s'\n---\n"),
    "plain value that needs quotes": (
        "a.md",
        "---\ntitle: 甲\n---\n",
        "題: 乙",
        '---\ntitle: "題: 乙"\n---\n',
    ),
    "block of lines": (
        "a.md",
        "---\nlead: |\n  甲\n  乙\n---\n",
        "丙\n丁",
        "---\nlead: |\n  丙\n  丁\n---\n",
    ),
    "table cell with a bar": (
        "a.md",
        "| 甲 |\n| - |\n| 乙 |\n",
        "丙|丁",
        "| 丙\\|丁 |\n| - |\n| 乙 |\n",
    ),
    "tag with a translated attribute": (
        "a.html",
        '<p>看<a title="題">這</a></p>',
        "{1}那{2}看",
        '<p><a title="題">那</a>看</p>',
    ),
    "BOM and CRLF": ("a.md", "\ufeff第一行\r\n第二行\r\n", "好", "\ufeff好\r\n"),
}

# Translations that can't be put back, and why.
REFUSED = {
    "placeholder missing": ("前<br>後\n", "前後", "{1} must stand in it once"),
    "placeholder twice": ("前<br>後\n", "前{1}{1}後", "{1} must stand in it once"),
    "line break": ("前後\n", "前\n後", "has a line break where the article has none"),
    "becomes a heading": ("前後\n", "# 前後", "its translation breaks the markup of the article"),
    "swallows the rest": (
        "前後\n\n結尾\n",
        "``` 前後",
        "its translation breaks the markup of the article",
    ),
    "becomes a list": ("前後\n", "- 前後", "its translation breaks the markup of the article"),
}


def applied(
    path: str, source: str, translation: str, keep: int = 0
) -> tuple[str | None, list[str]]:
    """Return an article with a translation for its first text, and what fell back."""
    Path(path).write_text(source, encoding="utf-8", newline="")
    first = find_units(load_document(Named(Path(path))))[0]
    catalog = Catalog("x.po")
    catalog.items.append(Item(Message(first.text, (translation,))))
    locales = (get_locale("zh-TW"), get_locale("zh-CN"))
    placing = Placing(locales[1], Path("out"), to_folder=True)
    done = apply_article(Named(Path(path)), Translations(catalog), locales, placing, Applying(keep))
    return done.text, [str(problem) for problem in done.fallbacks]


@pytest.mark.parametrize(("path", "source", "translation", "expected"), BUILT.values(), ids=BUILT)
def test_built(
    path: str,
    source: str,
    translation: str,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A translation stands where its text was, written as that place wants it."""
    monkeypatch.chdir(tmp_path)
    assert applied(path, source, translation)[0] == expected


@pytest.mark.parametrize(("source", "translation", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(
    source: str, translation: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A translation that would break the article falls back to the source, and that is told."""
    monkeypatch.chdir(tmp_path)
    text, told = applied("a.md", source, translation)
    assert text == source
    assert told[0].startswith("a.md:1: paragraph: ")
    assert reason in told[0]


LINKS = {
    "sibling file": ("[甲](other.zh-TW.md)", "[甲](other.zh-CN.md)"),
    "sibling with a fragment": ("[甲](./other.zh-TW.md#a)", "[甲](./other.zh-CN.md#a)"),
    "no such sibling": ("[甲](gone.zh-TW.md)", "[甲](gone.zh-TW.md)"),
    "from the root of the site": ("[甲](/zh-tw/about/?x=1)", "[甲](/zh-cn/about/?x=1)"),
    "another site": ("[甲](https://example.org/zh-tw/)", "[甲](https://example.org/zh-tw/)"),
    "image": ("![甲](/zh-tw/a.png)", "![甲](/zh-tw/a.png)"),
    "file that is no page": ("[甲](/zh-tw/a.pdf)", "[甲](/zh-tw/a.pdf)"),
    "code": ("`[甲](/zh-tw/)`和字", "`[甲](/zh-tw/)`和字"),
    "definition": ("[甲][x]\n\n[x]: /zh-tw/about/", "[甲][x]\n\n[x]: /zh-cn/about/"),
}


@pytest.mark.parametrize(("source", "expected"), LINKS.values(), ids=LINKS)
def test_links(source: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links between pages of a site lead to the target's pages, where these are."""
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    Path("out/other.zh-CN.md").touch()
    assert applied("a.zh-TW.md", source, "")[0] == expected


def test_too_little(project: Project) -> None:
    """An article of which less than --keep is translated is not written; fuzzy ones count on request."""
    Path("a.md").write_text("甲甲。\n\n乙乙。\n\n丙丙。\n", encoding="utf-8")
    project.export("a.md")
    project.translate(lambda m: "好。" if m.msgid != "丙丙。" else None)
    (done,) = project.apply(Applying(keep=67))
    assert (done.text, done.percent) == (None, 66)
    assert [str(each) for each in done.fallbacks] == ["a.md:5: paragraph: its translation is fuzzy"]
    (done,) = project.apply(Applying(keep=66))
    assert done.text == "好。\n\n好。\n\n丙丙。\n"
    (done,) = project.apply(Applying(keep=100, fuzzy=True))
    assert (done.text, done.fallbacks) == ("好。\n\n好。\n\n丙丙。\n", ())


def test_own_locale(project: Project) -> None:
    """The article calls itself what it is now, in its name and in its front matter."""
    source = "---\nlang: zh-tw\ntitle: 甲甲\n---\n\n輝達\n"
    Path("a.zh-TW.md").write_text(source, encoding="utf-8")
    project.export("a.zh-TW.md")
    (done,) = project.apply(Applying(fuzzy=True))
    assert done.place == Path("out/a.zh-CN.md")
    assert done.text == source.replace("zh-tw", "zh-cn").replace("輝達", "英伟达")


def test_sibling(project: Project) -> None:
    """The same article in the target's locale gives translations where it still fits."""
    Path("a.zh-TW.md").write_text("# 港口\n\n輝達公布財報。\n\n今天天氣很好。\n", encoding="utf-8")
    Path("a.zh-CN.md").write_text(
        "# 海港\n\n英伟达公布了财报。\n\n完全不同的话。\n", encoding="utf-8"
    )
    project.export("a.zh-TW.md")
    message = project.message("輝達公布財報。")
    assert (message.msgstr, message.is_fuzzy) == (("英伟达公布了财报。",), False)
    assert project.message("今天天氣很好。").is_fuzzy


def test_context(project: Project) -> None:
    """A text has a context where two articles need two translations of it, and keeps it."""
    Path("a.zh-TW.md").write_text("輝達公布財報。\n", encoding="utf-8")
    Path("b.zh-TW.md").write_text("輝達公布財報。\n", encoding="utf-8")
    Path("a.zh-CN.md").write_text("英伟达公布了财报。\n", encoding="utf-8")
    Path("b.zh-CN.md").write_text("英伟达的财报公布。\n", encoding="utf-8")
    project.export("a.zh-TW.md", "b.zh-TW.md")
    expected = [(None, "英伟达公布了财报。"), ("b.zh-TW.md", "英伟达的财报公布。")]
    assert [(m.msgctxt, m.msgstr[0]) for m in project.catalog.messages] == expected
    Path("b.zh-CN.md").unlink()
    project.export()
    assert [(m.msgctxt, m.msgstr[0]) for m in project.catalog.messages] == expected
    assert [done.text for done in project.apply()] == [
        "英伟达公布了财报。\n",
        "英伟达的财报公布。\n",
    ]


def test_compendium(project: Project) -> None:
    """Other catalogues give translations; where they do not agree, the entry is fuzzy."""
    Path("memory").mkdir()
    Path("memory/x.po").write_text(
        'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "甲甲"\nmsgstr "一"\n\nmsgid "乙乙"\nmsgstr "二"\n\n#, fuzzy\nmsgid "丁丁"\nmsgstr "四"\n',
        encoding="utf-8",
    )
    Path("memory/y.po").write_text(
        'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "乙乙"\nmsgstr "貳"\n',
        encoding="utf-8",
    )
    Path("a.md").write_text("甲甲\n\n乙乙\n\n丙丙\n\n丁丁\n", encoding="utf-8")
    project.export("a.md", wishes=Wishes(compendium=(Path("memory"),), draft=False))
    found = [(m.msgstr[0], m.is_fuzzy) for m in project.catalog.messages]
    assert found == [("一", False), ("二", True), ("", False), ("", False)]


def real_articles(shared: Path) -> Iterator[Path]:
    """Yield every article at hand."""
    yield from sorted(path for path in (shared / "data/markdown").rglob("*") if path.is_file())
    yield from sorted((shared / "articles").iterdir())
    yield from sorted((ROOT / "examples/articles").glob("*.md"))


def test_identity(shared: Path, tmp_path: Path) -> None:
    """Each text translated by itself gives the article byte for byte; made longer, it is found again."""
    count = 0
    for path in real_articles(shared):
        document = load_document(Named(path))
        units = find_units(document)
        catalog = Catalog("x.po")
        texts = dict.fromkeys(unit.text for unit in units)
        catalog.items = [Item(Message(text, (text,))) for text in texts]
        own = get_locale("zh-TW")
        placing = Placing(own, tmp_path, to_folder=True)
        how = Applying(keep=100)
        same = apply_article(Named(path), Translations(catalog), (own, own), placing, how)
        assert (same.data, same.fallbacks) == (path.read_bytes(), ()), path
        for item in catalog.items:
            item.message = replace(item.message, msgstr=(f"{item.message.msgid}字",))
        longer = apply_article(Named(path), Translations(catalog), (own, own), placing, how)
        again = find_units(read_document(longer.text or "", str(path)))
        assert [unit.text for unit in again] == [f"{unit.text}字" for unit in units], path
        count += 1
    assert count >= 45


@pytest.mark.parametrize(("name", "tag"), [("001.zh-TW.md", "zh-CN"), ("002.zh-CN.md", "zh-TW")])
def test_reviewed_article(
    shared: Path,
    builtin: TermBase,
    name: str,
    tag: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An article whose drafts are accepted passes the checks, and is the same but for prose and lang."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes((shared / "articles" / name).read_bytes())
    project = Project(Converters(tag, builtin))
    project.export(name)
    project.translate(lambda m: m.msgstr[0])
    (done,) = project.apply()
    assert done.fallbacks == ()
    built = read_document(done.text or "", done.place.as_posix())
    assert check_one(built, CheckOptions(builtin, select_checks(), tag)).diagnostics == ()
    source = load_document(Named(Path(name)))
    before = [unwrapped(line) for line in _around(source.source, find_units(source))]
    after = [unwrapped(line) for line in _around(built.source, find_units(built))]
    assert [line.replace(f'lang: - "{name[4:9]}"', f'lang: - "{tag}"') for line in before] == after


def _around(text: str, units: list) -> list[str]:  # type: ignore[type-arg]
    """Return what of an article is no text to translate."""
    at, pieces = 0, []
    for unit in units:
        pieces.append(text[at : unit.span.start])
        at = unit.span.end
    return [*pieces, text[at:]]
