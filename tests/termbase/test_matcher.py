"""Finding the forms of a term base in text: where, in which company, and where not."""

import marshal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.termbase.forms import Kind
from termkit.termbase.matcher import Matcher
from termkit.termbase.store import Source, TermBase
from termkit.text import MASK, Span

HEADER = (
    "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,zh-TW:context,zh-CN:context,status,flags\n"
)
ROWS = """\
software,software,軟體,軟件,软件,,軟件猿,,,,
program,program,程式,程式,程序,,,執行 | 軟體,软件 | 运行,,
application,application,應用程式,應用程式,应用程序,,,,,,
procedure,procedure,程序,程序,程序,,,,,,
video,video,影片,影片,视频,,視頻卡,,,,
hacker,hacker,駭客,黑客,黑客,,黑客松,,,,
sovereign,sovereign AI,自主AI,,主权AI,主權AI,,,,,
kubernetes,Kubernetes,Kubernetes,,,K8S | AI機,,,,,
github,GitHub,GitHub,GitHub,GitHub,,,,,,
editor,,Visual Studio Code,,,,,,,,
excel,,Excel,,,,,,,,ignore-case
nvidia,NVIDIA,輝達 | 輝達公司 | NVIDIA,輝達,英伟达,,,,,,
bus,bus,公車,巴士,公交车,,,,,,one-way
fax,fax,傳真,,图文传真,電傳,,,,obsolete,
"""


def matcher(locale: str, *layers: str) -> Matcher:
    """Compile a locale of a term base of some layers of rows; of ROWS without any."""
    base = TermBase(
        Source(f"layer-{number}.csv", number, (HEADER + rows).encode())
        for number, rows in enumerate(layers or (ROWS,), 1)
    )
    assert base.problems == ()
    return base.matcher(locale)


def wrong(found: Matcher, text: str) -> list[str]:
    """Return what is wrong in a text and what should stand there."""
    return [
        f"{finding.span.of(text)} → {' / '.join(claim.suggestion for claim in finding.claims)}"
        for finding in found.scan(text).wrong
    ]


FOUND = {
    "another region's word": ("zh-TW", "這個軟件很好。", ["軟件 → 軟體"]),
    "on the mainland": ("zh-CN", "这个软体很好。", ["软体 → 软件"]),
    "in Hong Kong": ("zh-HK", "這個軟體很好。", ["軟體 → 軟件"]),
    "several, in order": ("zh-TW", "黑客寫軟件。", ["黑客 → 駭客", "軟件 → 軟體"]),
    "twice": ("zh-TW", "軟件與軟件。", ["軟件 → 軟體", "軟件 → 軟體"]),
    "the longest form": ("zh-TW", "這個應用程序很好。", ["應用程序 → 應用程式"]),
    "clue before": ("zh-TW", "請執行這個程序。", ["程序 → 程式"]),
    "clue behind": ("zh-TW", "這個程序，是軟體的一部分。", ["程序 → 程式"]),
    "one-way from the mainland": ("zh-TW", "我搭公交車去。", ["公交車 → 公車"]),
    "avoided, mixed": ("zh-TW", "我們要主權AI。", ["主權AI → 自主AI"]),
    "mixed before Han": ("zh-TW", "主權AI晶片", ["主權AI → 自主AI"]),
    "mixed before a space": ("zh-TW", "主權AI x", ["主權AI → 自主AI"]),
    "Latin on the left": ("zh-TW", "用AI機吧", ["AI機 → Kubernetes"]),
    "avoided Latin": ("zh-TW", "用K8S吧，K8S。", ["K8S → Kubernetes", "K8S → Kubernetes"]),
    "after non-BMP characters": ("zh-TW", "𠀀𠮟軟件𠀀", ["軟件 → 軟體"]),
    "between masks": ("zh-TW", f"{MASK}軟件{MASK}", ["軟件 → 軟體"]),
}


@pytest.mark.parametrize(("locale", "text", "expected"), list(FOUND.values()), ids=list(FOUND))
def test_found(locale: str, text: str, expected: list[str]) -> None:
    """What the term base calls wrong is found, with what should stand there."""
    assert wrong(matcher(locale), text) == expected


SILENT = {
    "nothing of ours": ("zh-TW", "今天天氣很好。"),
    "empty": ("zh-TW", ""),
    "our own words": ("zh-TW", "這個軟體、應用程式和影片都很好。"),
    "our own words in Hong Kong": ("zh-HK", "黑客寫軟件，搭巴士。"),
    "the other script is no business of this check": ("zh-TW", "这个软件很好。"),
    "ambiguous without a clue": ("zh-TW", "法律程序要走完。"),
    "clue in the sentence before": ("zh-TW", "請執行。程序已經走完。"),
    "clue in the sentence behind": ("zh-TW", "程序走完了！軟體也好了。"),
    "clue on another line": ("zh-TW", "程序\n軟體"),
    "clue that is masked": ("zh-TW", f"請{MASK * 2}這個程序。"),
    "the longer good term": ("zh-TW", "應用程式"),
    "shield": ("zh-TW", "黑客松的作品。"),
    "shield with another word before": ("zh-TW", "這張視頻卡很貴。"),
    "shield of the whole word": ("zh-TW", "他是軟件猿。"),
    "one-way towards the mainland": ("zh-CN", "我坐公车和巴士去。"),
    "one-way from Hong Kong": ("zh-TW", "我搭巴士去。"),
    "obsolete": ("zh-TW", "請用電傳或圖文傳真。"),
    "mixed term that goes on": ("zh-TW", "主權AIx與主權AI2和主權AI_"),
    "mixed term inside a Latin word": ("zh-TW", "OpenAI機"),
    "Latin that goes on": ("zh-TW", "K8Sx、xK8S、K8S_1、3K8S"),
    "Latin in another casing": ("zh-TW", "k8s"),
    "cut by a mask": ("zh-TW", f"軟{MASK}件"),
    "cut by a line break": ("zh-TW", "軟\n件"),
    "cut by a space": ("zh-TW", "軟 件"),
}


@pytest.mark.parametrize(("locale", "text"), list(SILENT.values()), ids=list(SILENT))
def test_silent(locale: str, text: str) -> None:
    """What is right, shielded, unclear or only part of a word is left alone."""
    assert wrong(matcher(locale), text) == []


def test_lone_surrogates_do_no_harm() -> None:
    """A form between lone surrogates is found like any other."""
    assert wrong(matcher("zh-TW"), "\ud800軟件\udfff") == ["軟件 → 軟體"]


def test_spans_are_offsets_into_the_text() -> None:
    """A finding stands exactly where its form stands, in code points."""
    (finding,) = matcher("zh-TW").scan("𠀀。\r\n好軟件").wrong
    assert finding.span == Span(5, 7)
    assert (finding.form.text, finding.form.kind) == ("軟件", Kind.WRONG)
    assert [(claim.concept, claim.origin) for claim in finding.claims] == [
        ("software", "zh-HK zh-CN")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("輝達公司與輝達和NVIDIA", ["輝達公司", "輝達"]),
        ("英偉達", []),
        ("軟體與應用程式", []),
    ],
    ids=["each of several names", "a wrong one is no name", "concepts of one name"],
)
def test_names(text: str, expected: list[str]) -> None:
    """The Han names of a concept that has several are told, so that mixtures can be found."""
    found = matcher("zh-TW").scan(text).names
    assert [span.of(text) for span, _ in found] == expected
    assert {form.concept for _, form in found} <= {"nvidia"}


LOW = "software,,軟體,軟件,软件,,,,,,\n"
LAYERS = {
    "a team clears what the base below flags": (
        [LOW, "team,,軟件,,,,,,,,\n"],
        "這個軟件很好。",
        [],
    ),
    "a team flags what the base below calls good": (
        [LOW, "team,,程式,,,軟體,,,,,\n"],
        "這個軟體很好。",
        ["軟體 → 程式"],
    ),
    "without the team": ([LOW], "這個軟體與軟件。", ["軟件 → 軟體"]),
    "a team's word for the same form": (
        [LOW, "team,,程式,,软件,,,,,,\n"],
        "這個軟件很好。",
        ["軟件 → 程式"],
    ),
    "a team's longer word is a shield": (
        [LOW, "team,,軟件設計,,,,,,,,\n"],
        "這個軟件設計與軟件。",
        ["軟件 → 軟體"],
    ),
    "a team's row without a term for the region": (
        [LOW, "team,,,,软件,,,,,,\n"],
        "這個軟件很好。",
        ["軟件 → 軟體"],
    ),
}


@pytest.mark.parametrize(("layers", "text", "expected"), list(LAYERS.values()), ids=list(LAYERS))
def test_upper_layer_wins(layers: list[str], text: str, expected: list[str]) -> None:
    """The team's rows decide over the base below, whether they forgive or forbid."""
    assert wrong(matcher("zh-TW", *layers), text) == expected


def test_team_forbids_a_latin_name_that_the_base_below_admits() -> None:
    """A Latin form that the team avoids is found although a lower row calls it good."""
    low = "k,,Kubernetes | K8S,,,,,,,,\n"
    team = "team,,Kubernetes,,,K8S,,,,,\n"
    assert wrong(matcher("zh-TW", low, team), "用K8S吧") == ["K8S → Kubernetes"]


CASING = {
    "lower case": ("用github吧", ["github → GitHub"]),
    "upper case": ("GITHUB很好。", ["GITHUB → GitHub"]),
    "before a full stop": ("用Github。", ["Github → GitHub"]),
    "before a point that ends the sentence": ("用 Github. 好", ["Github → GitHub"]),
    "at the very end, with a point": ("Github.", ["Github → GitHub"]),
    "in quotation marks": ('"Github"', ["Github → GitHub"]),
    "several words": ("VISUAL studio code 很好", ["VISUAL studio code → Visual Studio Code"]),
    "after non-BMP characters": ("𠀀Github", ["Github → GitHub"]),
    "after a letter that grows when lowered": ("İİ Github", ["Github → GitHub"]),
    "twice": ("github與gitHub", ["github → GitHub", "gitHub → GitHub"]),
    "beside a Han name": ("nvidia與輝達", ["nvidia → NVIDIA"]),
    "as it should be": ("GitHub與Visual Studio Code", []),
    "domain name": ("在github.com上", []),
    "host of a domain": ("pages.github的", []),
    "handle": ("@Github說", []),
    "e-mail": ("x@github.io", []),
    "path behind": ("path/Github", []),
    "path before": ("Github/repo", []),
    "Windows path": (r"C:\Github", []),
    "option": ("--github", []),
    "hyphenated": ("Github-actions", []),
    "hash": ("#github", []),
    "scheme": ("github:owner", []),
    "home": ("~github", []),
    "part of a longer word": ("mygithub、githubs、github_x、github2", []),
    "casing ignored": ("EXCEL與excel", []),
    "no term of this region": ("KUBERNETES", ["KUBERNETES → Kubernetes"]),
    "full-width letters": ("ｇｉｔｈｕｂ", []),
}


@pytest.mark.parametrize(("text", "expected"), list(CASING.values()), ids=list(CASING))
def test_casing(text: str, expected: list[str]) -> None:
    """A Latin name in another casing is found, unless it is joined to a path, domain or handle."""
    found = matcher("zh-TW").scan_latin(text)
    assert [f"{each.span.of(text)} → {each.expected}" for each in found] == expected


PIECES = st.sampled_from(
    (
        "軟件",
        "軟體",
        "應用",
        "程序",
        "程式",
        "執行",
        "黑客",
        "松",
        "視頻",
        "卡",
        "主權",
        "AI",
        "x",
        "公交車",
        "公車",
        "輝達",
        "公司",
        "英偉達",
        "K8S",
        "github",
        "GitHub",
        ".com",
        "@",
        "/",
        "。",
        "，",
        "𠀀",
        "的",
        "\n",
        "\r\n",
        " ",
        MASK,
    )
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=15).map("".join), st.sampled_from(["zh-TW", "zh-HK", "zh-CN"]))
def test_restored_matcher_is_the_same(text: str, locale: str) -> None:
    """A matcher that went through the cache finds what the one just built finds."""
    concepts = TermBase([Source("a.csv", 1, (HEADER + ROWS).encode())]).concepts
    built = Matcher.build(concepts, locale)
    restored = Matcher.restore(marshal.loads(marshal.dumps(built.dump())))
    assert restored.scan(text) == built.scan(text)
    assert restored.scan_latin(text) == built.scan_latin(text)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=15).map("".join))
def test_findings_are_ordered_and_disjoint(text: str) -> None:
    """Whatever the text, findings follow one another and cover just their form."""
    found = matcher("zh-TW")
    scan = found.scan(text)
    spans = [(finding.span, finding.form.text) for finding in scan.wrong]
    for taken in (spans, [(span, form.text) for span, form in scan.names]):
        assert [span.of(text) for span, _ in taken] == [form for _, form in taken]
        assert all(a.end <= b.start for (a, _), (b, _) in pairwise(taken))
    for latin in found.scan_latin(text):
        assert latin.span.of(text).lower() == latin.expected.lower()
        assert latin.span.of(text) != latin.expected


DOMAINS = [
    ("software", "打開文件", [("文件", "檔案")]),
    ("software", "這份程序文件", [("文件", "檔案")]),
    ("", "打開文件", []),
    ("", "把文件存到硬碟", [("文件", "檔案")]),
    ("software", "未找到", []),
    ("software", "命令未找到", [("未找到", "找不到")]),
]

DOMAIN_BASE = """\
id,zh-TW,zh-CN,zh-TW:context,domain,flags
file,檔案,文件,硬碟,software,
document,文件,文件,,general,
not-found,找不到,未找到,命令,software,clue-only
not-yet-found,未找到,还没找到,,general,
"""


@pytest.mark.parametrize(("domain", "text", "expected"), DOMAINS)
def test_domain_decides(
    tmp_path: Path, domain: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """In texts of programs a technical row needs no clue word, unless it says so."""
    path = tmp_path / "base.csv"
    path.write_text(DOMAIN_BASE, "utf-8")
    wrong = TermBase.load(path, builtin=False).matcher("zh-TW").scan(text, domain).wrong
    assert [(each.span.of(text), *each.suggestions) for each in wrong] == expected
    assert all(each.is_clued for each in wrong)
