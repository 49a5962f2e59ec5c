"""Which forms a locale looks for, derived from the rows of the term base."""

from pathlib import Path

import pytest

from termkit.termbase.forms import Form, Kind, derive_forms, latin_avoided, latin_terms
from termkit.termbase.store import Source, TermBase

HEADER = "id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,zh-TW:context,domain,status,flags\n"


def base(*layers: str) -> TermBase:
    """Return a sound term base of some layers of rows."""
    made = TermBase(
        Source(f"layer-{number}.csv", number, (HEADER + rows).encode())
        for number, rows in enumerate(layers, 1)
    )
    assert made.problems == ()
    return made


def forms(locale: str, *layers: str) -> dict[str, Form]:
    """Return the forms of a locale by their text."""
    derived = derive_forms(base(*layers), locale)
    found = {form.text: form for form in derived}
    assert len(found) == len(derived)
    return found


def told(found: dict[str, Form]) -> dict[str, str]:
    """Show the forms that mean something: kind, suggestions and where they come from."""
    return {
        text: " ".join(
            [form.kind.name, *(f"{c.suggestion}<{c.origin or '-'}" for c in form.claims)]
        )
        for text, form in found.items()
        if form.kind is not Kind.PLAIN
    }


NVIDIA = "nvidia,NVIDIA,輝達 | NVIDIA,輝達 | 英偉達,英伟达 | NVIDIA,,,,,,\n"
SOFTWARE = "software,software,軟體,軟件,软件,,,,,,\n"
PROGRAM = "program,program,程式,程式,程序,,,執行 | 軟體,,,\n"
PROCEDURE = "procedure,procedure,程序,程序,程序,,,,,,\n"

CASES = {
    "another script gives a form": ("zh-TW", NVIDIA, {"英偉達": "WRONG 輝達<zh-HK zh-CN"}),
    "from traditional too": ("zh-CN", NVIDIA, {"辉达": "WRONG 英伟达<zh-TW zh-HK"}),
    "admitted here is not wrong; two names": (
        "zh-HK",
        NVIDIA,
        {"輝達": "NAME 輝達<-", "英偉達": "NAME 輝達<-"},
    ),
    "Hong Kong's word in Taiwan": ("zh-TW", SOFTWARE, {"軟件": "WRONG 軟體<zh-HK zh-CN"}),
    "Taiwan's word on the mainland": ("zh-CN", SOFTWARE, {"软体": "WRONG 软件<zh-TW"}),
    "the same word everywhere": ("zh-TW", "ai,AI,人工,人工,人工,,,,,,\n", {}),
    "only the script differs": ("zh-TW", "car,car,汽車,汽車,汽车,,,,,,\n", {}),
    "no word of ours, no opinion": ("zh-TW", "car,car,,房車,轿车,,,,,,\n", {}),
    "one character is too little": ("zh-TW", "port,port,港口,,港,,,,,,\n", {}),
    "Latin names are no forms": ("zh-TW", "x,X,未知數,,X Corp,,,,,,\n", {}),
    "mixed names are": ("zh-TW", "x,,主權智慧,,主权AI,,,,,,\n", {"主權AI": "WRONG 主權智慧<zh-CN"}),
    "avoided": ("zh-TW", "ai,,主權AI,,,主權人工智能,,,,,\n", {"主權人工智能": "AVOID 主權AI<-"}),
    "avoided and another region's": (
        "zh-TW",
        "software,,軟體,軟件,软件,軟件,,,,,\n",
        {"軟件": "AVOID 軟體<-"},
    ),
    "avoided in Taiwan says nothing elsewhere": (
        "zh-CN",
        "ai,,智慧,,智能,智能化,,,,,\n",
        {"智慧": "WRONG 智能<zh-TW"},
    ),
    "avoided in a row about spelling": (
        "zh-TW",
        "make,,製作,,,製做,,,characters,,\n",
        {"製做": "MISSPELT 製作<-"},
    ),
    "admitted terms of other regions count": (
        "zh-TW",
        "x,,影片,,视频 | 录像,,,,,,\n",
        {"視頻": "WRONG 影片<zh-CN", "錄像": "WRONG 影片<zh-CN"},
    ),
    "several good terms, the first is suggested": (
        "zh-TW",
        "x,,影片 | 短片,,视频,,,,,,\n",
        {"影片": "NAME 影片<-", "短片": "NAME 影片<-", "視頻": "WRONG 影片<zh-CN"},
    ),
    "one-way works from the mainland": (
        "zh-TW",
        "bus,,公車,巴士,公交车,,,,,,one-way\n",
        {"公交車": "WRONG 公車<zh-CN"},
    ),
    "one-way does not work towards it": (
        "zh-CN",
        "bus,,公車,巴士,公交车,,,,,,one-way\n",
        {},
    ),
    "both ways without the flag": (
        "zh-CN",
        "bus,,公車,巴士,公交车,,,,,,\n",
        {"公车": "WRONG 公交车<zh-TW", "巴士": "WRONG 公交车<zh-HK"},
    ),
    "obsolete rows say nothing": ("zh-TW", "fax,,傳真,,图文传真,電傳,,,,obsolete,\n", {}),
    "draft rows do": ("zh-TW", "fax,,傳真,,,電傳,,,,draft,\n", {"電傳": "AVOID 傳真<-"}),
    "ambiguous without clues": (
        "zh-TW",
        "program,,程式,程式,程序,,,,,,\n" + PROCEDURE,
        {},
    ),
    "ambiguous with clues": ("zh-TW", PROGRAM + PROCEDURE, {"程序": "WRONG 程式<zh-CN"}),
    "good again once the other row is obsolete": (
        "zh-TW",
        "program,,程式,程式,程序,,,,,,\n" + "procedure,,程序,,,,,,,obsolete,\n",
        {"程序": "WRONG 程式<zh-CN"},
    ),
    "a form that is itself a shield": (
        "zh-TW",
        "film,,影片,,视频,,視頻,,,,\n",
        {},
    ),
}


@pytest.mark.parametrize(("locale", "rows", "expected"), list(CASES.values()), ids=list(CASES))
def test_derived(locale: str, rows: str, expected: dict[str, str]) -> None:
    """The forms that mean something are these, with these suggestions, and no others."""
    assert told(forms(locale, rows)) == expected


def test_clues_come_with_the_claim() -> None:
    """An ambiguous form carries the clue words of the row that calls it wrong."""
    (claim,) = forms("zh-TW", PROGRAM + PROCEDURE)["程序"].claims
    assert (claim.concept, claim.clues) == ("program", ("執行", "軟體"))


def test_good_terms_and_shields_take_part() -> None:
    """Good terms and shields are looked for as well, so that they win over shorter forms."""
    found = forms("zh-TW", "film,,影片,,视频,,高清視頻 | 視頻卡,,,,\n")
    assert {text for text, form in found.items() if form.kind is Kind.PLAIN} == {
        "影片",
        "高清視頻",
        "視頻卡",
    }
    assert told(found) == {"視頻": "WRONG 影片<zh-CN"}


LAYERS = {
    "a team's good term clears a lower wrong form": (
        [SOFTWARE, "team,,軟件,,,,,,,,\n"],
        {},
    ),
    "a team's avoided term outdoes a lower good one": (
        [SOFTWARE, "team,,程式,,,軟體,,,,,\n"],
        {"軟體": "AVOID 程式<-", "軟件": "WRONG 軟體<zh-HK zh-CN"},
    ),
    "a team's wrong-region form outdoes a lower good one": (
        [PROCEDURE, "team,,程式,,程序,,,,,,\n"],
        {"程序": "WRONG 程式<zh-CN"},
    ),
    "in one layer the two cancel out": (
        [SOFTWARE + "team,,程式,,,軟體,,,,,\n"],
        {"軟件": "WRONG 軟體<zh-HK zh-CN"},
    ),
    "of two wrong claims the upper one counts": (
        [SOFTWARE, "team,,程式,,软件,,,,,,\n"],
        {"軟件": "WRONG 程式<zh-CN"},
    ),
    "of two wrong claims in one layer both count": (
        [SOFTWARE + "team,,程式,,软件,,,,,,\n"],
        {"軟件": "WRONG 軟體<zh-HK zh-CN 程式<zh-CN"},
    ),
    "a lower good term says nothing against an upper claim": (
        ["low,,程序,,,,,,,,\n", "mid,,流程,,,,,,,,\n", "top,,程式,,程序,,,,,,\n"],
        {"程序": "WRONG 程式<zh-CN"},
    ),
}


@pytest.mark.parametrize(("layers", "expected"), list(LAYERS.values()), ids=list(LAYERS))
def test_layers(layers: list[str], expected: dict[str, str]) -> None:
    """Where two rows claim the same form, the upper layer decides, in both directions."""
    assert told(forms("zh-TW", *layers)) == expected


LATIN = {
    "own column": ("zh-TW", "g,,GitHub,,,,,,,,\n", {"github": ("GitHub", "g")}),
    "other column": ("zh-CN", "g,,GitHub,,,,,,,,\n", {}),
    "beside a Han name": ("zh-TW", NVIDIA, {"nvidia": ("NVIDIA", "nvidia")}),
    "English of a translated row": ("zh-TW", SOFTWARE, {}),
    "English that is kept": (
        "zh-CN",
        "g,GitLab,,,,,,,,,dnt\n",
        {"gitlab": ("GitLab", "g")},
    ),
    "casing ignored": ("zh-TW", "g,,GitHub,,,,,,,,ignore-case\n", {}),
    "obsolete": ("zh-TW", "g,,GitHub,,,,,,,obsolete,\n", {}),
    "no letters": ("zh-TW", "g,,24/7,,,,,,,,\n", {}),
    "written in two ways": ("zh-TW", "g,,Excel,,,,,,,,\nh,,EXCEL,,,,,,,,\n", {}),
    "written in one way twice": (
        "zh-TW",
        "g,,Excel,,,,,,,,\nh,,Excel,,,,,,,,\n",
        {"excel": ("Excel", "h")},
    ),
}


@pytest.mark.parametrize(("locale", "rows", "expected"), list(LATIN.values()), ids=list(LATIN))
def test_latin_terms(locale: str, rows: str, expected: dict[str, tuple[str, str]]) -> None:
    """A Latin term has a fixed casing where its rows agree on one."""
    assert latin_terms(base(rows), locale) == expected


def test_upper_layer_decides_the_casing() -> None:
    """A team that writes a Latin name in its own way is followed."""
    found = latin_terms(base("g,,GitHub,,,,,,,,\n", "team,,GITHUB,,,,,,,,\n"), "zh-TW")
    assert {key: written for key, (written, _) in found.items()} == {"github": "GITHUB"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("k,,Kubernetes,,,K8S | 庫伯,,,,,\n", {"K8S": "AVOID Kubernetes<-"}),
        ("k,,Kubernetes,,,K8S,,,,obsolete,\n", {}),
        (SOFTWARE, {}),
    ],
    ids=["avoided", "obsolete", "none"],
)
def test_latin_avoided(rows: str, expected: dict[str, str]) -> None:
    """Deprecated forms without Han characters are kept apart from the others."""
    assert told(latin_avoided(base(rows), "zh-TW")) == expected


def test_convert_only_rows_report_nothing(tmp_path: Path) -> None:
    """The foreign forms of a convert-only row are not looked for; what it avoids still is."""
    path = tmp_path / "rows.csv"
    path.write_text(
        "id,zh-TW,zh-CN,zh-TW:avoid,flags\na,執行,运行,執形,convert-only\nb,軟體,软件,,\n",
        encoding="utf-8",
    )
    base = TermBase.load(path, builtin=False)
    found = {form.text: form.kind for form in derive_forms(base.concepts, "zh-TW")}
    assert found == {
        "執行": Kind.PLAIN,
        "執形": Kind.AVOID,
        "軟體": Kind.PLAIN,
        "軟件": Kind.WRONG,
    }
