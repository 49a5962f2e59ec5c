"""Files that other people and programs wrote, and what single formats do with them."""

import importlib.util
from pathlib import Path

import pytest

from termkit.errors import InputError, TermkitError
from termkit.glossary_formats import ImportRequest, all_formats
from termkit.glossary_formats.wrong_forms import find_rules, literal_of
from termkit.model.term import Concept
from tests.glossary_formats.samples import cells_of

BY_NAME = {each.name: each for each in all_formats()}

CGROUP = """\
-- {type='item', original='no', rule='zh-cn:不;zh-tw:無'}
local Item = require('Module:CGroup/core').Item;
return {
  name = 'IT', --[[ a comment
  {rule='zh-cn:不;zh-tw:無'} ]]
  content = {
    { type = 'text', text = [=[ == 電腦 == ]=] },
    { type = 'item', original = 'user', rule = 'zh-cn:用户; zh-tw:使用者; zh-hk:用戶;' },
    Item('It\\'s "x"', "zh-hans:程式\\u{4E00};zh-hant:程式&#59;一"),
    { type = 'item', original = 'y', rule = '源=>zh-cn:目标;' },
    { type = 'item', rule = '没有', original = 'z' },
    { type = 'item', original = 'sg', rule = 'zh-cn:软件;zh-sg:软体;zh-tw:軟體' },
  },
}
"""
NOTETA = """\
Text {{NoteTA|T=zh-cn:题;zh-tw:題|G1=IT
|1=zh-cn:信息;zh-tw:資訊
|2 = zh-hans:网络; zh-hant:網路; zh-hk:網絡
}} and {{noteTA|zh-cn:硬件;zh-tw:硬體}} {{other|1=zh-cn:甲;zh-tw:乙}}
"""

FILES = [
    (
        "mediawiki",
        "IT.lua",
        CGROUP,
        [
            {"en": "user", "zh-TW": "使用者", "zh-HK": "用戶", "zh-CN": "用户"},
            {"en": 'It\'s "x"', "zh-TW": "程式;一", "zh-HK": "程式;一", "zh-CN": "程式一"},
            {"en": "sg", "zh-TW": "軟體", "zh-CN": "软件"},
        ],
        [
            ":10: 源=>zh-cn:目标: holds in one direction (=>); left out",
            ":11: 没有: is no rule like zh-cn:…;zh-tw:…; left out",
            ":12: zh-sg: has no column in the term base",
        ],
    ),
    (
        "noteta",
        "a.wiki",
        NOTETA,
        [
            {"zh-TW": "資訊", "zh-CN": "信息"},
            {"zh-TW": "網路", "zh-HK": "網絡", "zh-CN": "网络"},
            {"zh-TW": "硬體", "zh-CN": "硬件"},
        ],
        [
            ":1: T: is no rule; it has no place in the term base",
            ":1: G1: is no rule; it has no place in the term base",
        ],
    ),
    (
        "long",
        "a.csv",
        (
            "Concept ID,Language,Term,Type,Definition,Owner\n"
            "1,zh_TW,碼頭,Preferred,Where ships land.,Lin\n"
            "1,en,pier,,Where ships land.,\n"
            "1,zh-TW,渡頭,deprecated,,\n"
            "1,fr,jetée,,,\n"
            "1,en,wharf,maybe,,\n"
        ),
        [
            {
                "id": "1",
                "zh-TW": "碼頭",
                "en": "pier",
                "zh-TW:avoid": "渡頭",
                "definition": "Where ships land.",
                "Owner": "Lin",
            }
        ],
        [
            ":5: locale: fr is no locale of the term base",
            (
                ":6: kind: unknown kind 'maybe' (known: preferred, admitted, approved, allowed, avoid, "
                "deprecated, forbidden, not recommended, except, context)"
            ),
        ],
    ),
    (
        "csv",
        "a.csv",
        "English;繁體中文;zh_CN;備註;zh-XX\npier;碼頭、渡頭;码头;a;b\n\n# no;no;no;no;no\nquay;岸;;;\n",
        [
            {"en": "pier", "zh-TW": "碼頭 | 渡頭", "zh-CN": "码头", "note": "a"},
            {"en": "quay", "zh-TW": "岸"},
        ],
        [":1: zh-XX: no column of the term base; name one with --column"],
    ),
    (
        "json",
        "a.json",
        (
            '[{"en": "pier", "zh_TW": ["碼頭", "渡頭"], "note": 3, "flags": ["dnt"], "x": {}, "own": {"o": "1"}},'
            ' {"id": "q", "terms": {"zh-TW": "岸", "fr": ["quai"], "en": [1]}}]'
        ),
        [
            {"en": "pier", "zh-TW": "碼頭 | 渡頭", "note": "3", "flags": "dnt", "o": "1"},
            {"id": "q", "zh-TW": "岸"},
        ],
        [
            ": x: is not a text",
            ": terms: fr is no locale of the term base",
            ": terms.en: is neither a term nor a list of terms",
        ],
    ),
    (
        "weblate-csv",
        "a.csv",
        (
            '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n'
            '"","pier","碼頭","","True","verb","n","d"\n"","quay","岸","","False","verb","",""\n'
            '"","pier","渡頭","","False","","",""\n'
        ),
        [
            {
                "zh-CN": "pier",
                "zh-TW": "碼頭 | 渡頭",
                "status": "draft",
                "note": "n",
                "definition": "d",
            },
            {"zh-CN": "quay", "zh-TW": "岸"},
        ],
        [":2: context verb: several terms have it, so it is no id (2 times)"],
    ),
    (
        "po",
        "a.po",
        (
            'msgid ""\nmsgstr "Language: zh_TW\\n"\n\n#, forbidden\nmsgid "pier"\nmsgstr "渡頭"\n\n'
            '#. d\n#, read-only, terminology, max-length:9\nmsgid "pier"\nmsgstr "碼頭"\n\n'
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n\n#~ msgid "x"\n#~ msgstr "y"\n'
        ),
        [
            {
                "zh-CN": "pier",
                "zh-TW": "碼頭",
                "zh-TW:avoid": "渡頭",
                "definition": "d",
                "status": "approved",
                "flags": "dnt",
            }
        ],
        [
            ":10: flag max-length:9: has no place in the term base",
            ":13: an entry with plural forms is no term; left out",
        ],
    ),
    (
        "omegat",
        "a.utf8",
        "# a comment\npier\t碼頭\tfirst\nno tab\npier\t渡頭\n",
        [{"zh-CN": "pier", "zh-TW": "碼頭 | 渡頭", "note": "first"}],
        [":3: no tab between source and target; left out"],
    ),
    (
        "prh",
        "prh.yml",
        (
            "version: 1\nrules:\n  - expected: 碼頭\n    pattern: 渡頭\n  - expected: 岸\n    patterns:\n"
            "      - /崖(?!下)/\n      - /[崖厓]/\n    options: {wordBoundary: true}\n  - 沙灘\n  - {a: 1}\n"
        ),
        [
            {"zh-TW": "碼頭", "zh-TW:avoid": "渡頭"},
            {"zh-TW": "岸", "zh-TW:avoid": "崖"},
            {"zh-TW": "沙灘"},
        ],
        [
            ": 岸: /[崖厓]/: is a pattern, no term; left out",
            ": options: has no place in the term base",
            ": a rule that says nothing of what is expected; left out",
        ],
    ),
    (
        "vale",
        "a.yml",
        "extends: substitution\nmessage: x\nswap:\n  渡頭: 碼頭|岸\n  '[崖厓]': 岸\n",
        [{"zh-TW": "碼頭 | 岸", "zh-TW:avoid": "渡頭"}],
        [": [崖厓]: is a pattern, no term; left out"],
    ),
    (
        "opencc",
        "a.txt",
        "码头\t碼頭 渡頭\n# x\n\n岸\t岸\n",
        [{"zh-CN": "码头", "zh-TW": "碼頭 | 渡頭"}, {"zh-CN": "岸", "zh-TW": "岸"}],
        [],
    ),
]


@pytest.mark.parametrize(
    ("name", "file", "text", "rows", "notes"), FILES, ids=[case[0] for case in FILES]
)
def test_read(
    name: str, file: str, text: str, rows: list[dict[str, str]], notes: list[str], tmp_path: Path
) -> None:
    """What others wrote is read as far as it has a place; the rest is told with its line."""
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    load = BY_NAME[name].load
    assert load
    result = load(ImportRequest(path, "zh-CN", "zh-TW", separators="、"))
    assert cells_of(result) == rows
    assert [str(each).removeprefix(str(path)) for each in result.unmapped] == notes


FAULTY = [
    (
        "csv",
        "a.csv",
        "a,b\n1,2\n",
        ":1: no column holds terms (it has: a, b); name one with --column",
    ),
    (
        "csv",
        "a.csv",
        'id,en\n1,"a\n',
        ":2: not valid CSV (unexpected end of data); check the quotes",
    ),
    ("long", "a.tsv", "id\tterm\n", ":1: is no table of terms: the column locale is missing"),
    ("weblate-csv", "a.csv", "source,x\n", ":1: is no glossary of Weblate: the column target is"),
    ("json", "a.json", "[\n{]", ":2: not valid JSON (Expecting property name"),
    ("json", "a.json", '{"a": 1}', ": is not what is read here: an array of objects"),
    ("noteta", "a.wiki", "text", ": holds no {{NoteTA|…}}"),
    ("prh", "a.yml", "rules: 1\n", ": is no prh.yml: it has no list of rules"),
    ("prh", "a.yml", "a: [\n", ":2: not valid YAML ("),
    ("vale", "a.yml", "- 1\n", ": is not what is read here: a YAML mapping"),
    ("opencc", "a.txt", "x\n", ":1: no tab between key and values"),
    ("po", "a.po", "msgid x\n", ":1: is not PO syntax"),
    ("xlsx", "a.xlsx", "PK", ": is no workbook that can be read (File is not a zip file)"),
]


@pytest.mark.parametrize(
    ("name", "file", "text", "message"), FAULTY, ids=[f"{c[0]}: {c[3][:30]}" for c in FAULTY]
)
def test_faults(name: str, file: str, text: str, message: str, tmp_path: Path) -> None:
    """What cannot be read at all is told with file and line."""
    if name == "xlsx" and not importlib.util.find_spec("openpyxl"):
        pytest.skip("needs openpyxl (extra xlsx)")
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    load = BY_NAME[name].load
    assert load
    with pytest.raises(InputError) as caught:
        load(ImportRequest(path, "zh-CN", "zh-TW"))
    assert str(caught.value).startswith(f"{path}{message}")


@pytest.mark.parametrize("name", ["weblate-csv", "omegat", "po", "opencc"])
def test_locales_must_be_told(name: str, tmp_path: Path) -> None:
    """A bilingual file that does not say its locales is not guessed at."""
    path = tmp_path / "a"
    path.write_text('msgid ""\nmsgstr ""\n' if name == "po" else "source,target\n", "utf-8")
    load = BY_NAME[name].load
    assert load
    with pytest.raises(InputError, match="tell it with --from"):
        load(ImportRequest(path))
    with pytest.raises(InputError, match="source and target are both zh-TW"):
        load(ImportRequest(path, "zh-TW", "zh-TW"))


def test_workbook(tmp_path: Path) -> None:
    """Numbers, dates and truth values of a workbook become text; a formula is refused with its row."""
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import date

    book = openpyxl.Workbook()
    for row in (
        ["id", "en", "zh-TW", "since", "note"],
        [1, "pier", "碼頭", date(2025, 1, 20), True],
        ["b", 2.5, "岸", None, 3.0],
    ):
        book.active.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    load = BY_NAME["xlsx"].load
    assert load
    assert cells_of(load(ImportRequest(path))) == [
        {"id": "1", "en": "pier", "zh-TW": "碼頭", "since": "2025-01-20", "note": "TRUE"},
        {"id": "b", "en": "2.5", "zh-TW": "岸", "note": "3"},
    ]
    book.active.cell(3, 5).value = "=1+1"
    book.save(path)
    with pytest.raises(InputError, match=r"a\.xlsx:3: column 5 is a formula; paste its value"):
        load(ImportRequest(path))


def test_workbook_holds_text_only(tmp_path: Path) -> None:
    """No cell of an exported workbook is a formula, and none becomes one when it is edited."""
    openpyxl = pytest.importorskip("openpyxl")
    from termkit.glossary_formats import ExportRequest
    from termkit.glossary_formats.xlsx import export

    path = tmp_path / "a.xlsx"
    export(ExportRequest([Concept("a", {"en": ("=1+1", "@x")}, note="-2")], "", "", path))
    cells = {cell.value: cell for row in openpyxl.load_workbook(path).active for cell in row}
    assert {value: (c.data_type, c.quotePrefix) for value, c in cells.items() if c.row > 1} == {
        "a": ("s", False),
        "=1+1 | @x": ("s", True),
        "-2": ("s", True),
    }


def test_cldr() -> None:
    """CLDR gives names of four locales; an unknown list is told."""
    load = BY_NAME["cldr"].load
    assert load
    rows = {row["id"]: row for row in cells_of(load(ImportRequest(Path("territories"))))}
    assert {tag: rows["cldr-territory-it"][tag] for tag in ("en", "zh-TW", "zh-HK", "zh-CN")} == {
        "en": "Italy",
        "zh-TW": "義大利",
        "zh-HK": "意大利",
        "zh-CN": "意大利",
    }
    assert len(rows) > 200
    with pytest.raises(InputError, match="did you mean currencies"):
        load(ImportRequest(Path("currencys")))


RULES = [
    ("data", "數據", "大數據 | 數據機", r"(?<!大)數據(?!機)"),
    ("between", "數據", "大數據庫", r"(?!(?<=大)數據庫)數據"),
    ("overlap", "數據", "函數", r"(?<!函)數據"),
    ("plain", "數據", "", "數據"),
    ("special", "C++庫", "", r"(?<![A-Za-z0-9_])C\+\+庫"),
]


@pytest.mark.parametrize(
    ("wrong", "shields", "pattern"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES]
)
def test_patterns(wrong: str, shields: str, pattern: str) -> None:
    """A pattern finds a form but where a longer string, or one that begins before it, wins."""
    kept = tuple(term for term in shields.split(" | ") if term)
    concept = Concept(
        "a", {"zh-TW": ("好詞",)}, {"zh-TW": (wrong,)}, {"zh-TW": kept} if kept else {}
    )
    (rule,) = find_rules([concept], "zh-TW")
    assert (rule.pattern, literal_of(rule.pattern)) == (pattern, wrong)


def test_forms_that_need_a_look_around_make_no_rule() -> None:
    """Where a clue word or the kind of text decides, or several words are right, no rule is made."""
    concepts = [
        Concept("d", {"zh-TW": ("電腦",), "zh-CN": ("计算机",)}, domain="software"),
        Concept(
            "e", {"zh-TW": ("計算機",), "zh-CN": ("计算器",)}, flags=frozenset({"convert-only"})
        ),
        Concept("a", {"zh-TW": ("程式",), "zh-CN": ("程序",)}, context={"zh-TW": ("電腦",)}),
        Concept("b", {"zh-TW": ("甲詞",), "zh-CN": ("丙词",)}),
        Concept("c", {"zh-TW": ("乙詞",), "zh-CN": ("丙词",)}),
    ]
    assert list(find_rules(concepts, "zh-TW")) == []


def test_opencc_has_terms_of_one_character(tmp_path: Path) -> None:
    """A term of one character wins over the dictionaries' character: 钚 is 鈽 in zh-TW, not 鈈."""
    from termkit.glossary_formats import ExportRequest

    export = BY_NAME["opencc"].export
    assert export
    concepts = [Concept("plutonium", {"zh-TW": ("鈽",), "zh-CN": ("钚",)})]
    export(ExportRequest(concepts, "zh-CN", "zh-TW", tmp_path))
    lines = (tmp_path / "zh-CN_zh-TW.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("钚\t")] == ["钚\t鈽"]


def test_same_locale_twice(tmp_path: Path) -> None:
    """OpenCC has nothing to convert from a locale to itself."""
    from termkit.glossary_formats import ExportRequest

    export = BY_NAME["opencc"].export
    assert export
    with pytest.raises(TermkitError, match="there is nothing to convert"):
        export(ExportRequest([], "zh-TW", "zh-TW", tmp_path))
