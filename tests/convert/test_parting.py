"""Terms of three and more characters, and texts in which one only comes about as words meet."""

import pytest

from termkit import Converter, TermBase

ROWS = """\
id,zh-TW,zh-HK,zh-CN,zh-CN:context
ceo,執行長,,首席执行官,
summit,高峰會,,峰会,
packet,封包,,数据包,
pasta,義大利麵,,意大利面,
genome,基因體,,基因组,
instance,多工,,多任务,
call,呼叫,,召唤,
shell,命令列,,命令行,
article,內文,,正文章节,
quantity,運算元,,操作数,
data,資料,,数据,软件
goal,目標檔,,目标文件,
file,檔案,,文件,
plasma-state,電漿,,等离子,
plasma,電漿,,等离子体,
through-each,透過各,,通过各,
through,透過,,通过,靠
"""

# source, target, text, what is written
PARTED = (
    ("zh-TW", "zh-CN", "打造執行長效機制", "打造运行长效机制"),
    ("zh-TW", "zh-CN", "美巴高峰會晤之前", "美巴高峰会晤之前"),
    ("zh-TW", "zh-CN", "既有的目標檔案", "既有的目标文件"),
    ("zh-CN", "zh-TW", "压缩的数据包括照片", "壓縮的數據包括照片"),
    ("zh-CN", "zh-TW", "意大利面积很大", "義大利面積很大"),
    ("zh-CN", "zh-TW", "发现基因组织特异", "發現基因組織特異"),
    ("zh-CN", "zh-TW", "完成很多任务", "完成很多任務"),
    ("zh-CN", "zh-TW", "命令行贿的人", "命令行賄的人"),
)
KEPT = (
    ("zh-TW", "zh-CN", "執行長對外說明", "首席执行官对外说明"),
    ("zh-TW", "zh-CN", "執行長江小明", "首席执行官江小明"),
    ("zh-TW", "zh-CN", "執行長安德魯", "首席执行官安德鲁"),
    ("zh-TW", "zh-CN", "高峰會後宣布", "峰会后宣布"),
    ("zh-CN", "zh-TW", "丢了数据包", "丟了封包"),
    ("zh-CN", "zh-TW", "数据包的长度", "封包的長度"),
    ("zh-CN", "zh-TW", "吃意大利面和沙拉", "吃義大利麵和沙拉"),
    ("zh-CN", "zh-TW", "可以多任务", "可以多工"),
    ("zh-CN", "zh-TW", "基因组很大", "基因體很大"),
    # one character more, and the term is the likelier one again
    ("zh-CN", "zh-TW", "命令行情况", "命令列情況"),
    ("zh-CN", "zh-TW", "操作数步骤", "運算元步驟"),
    ("zh-CN", "zh-TW", "水平等离子体", "水平電漿"),
    # a term and its neighbour go on with any word
    ("zh-CN", "zh-TW", "通过各级组织", "透過各級組織"),
    ("zh-CN", "zh-TW", "通过各种办法", "透過各種辦法"),
)
FINE = (
    ("zh-CN", "建立执行长效机制"),
    ("zh-CN", "在高峰会晤之前"),
    ("zh-TW", "這個基因組織很大"),
    ("zh-TW", "意大利面積"),
)
WRONG = (
    ("zh-CN", "执行长对外说明", [("执行长", "首席执行官")]),
    ("zh-CN", "执行长江小明", [("执行长", "首席执行官")]),
    ("zh-CN", "高峰会后宣布", [("高峰会", "峰会")]),
    ("zh-TW", "這個基因組很大", [("基因組", "基因體")]),
    ("zh-TW", "吃意大利麵", [("意大利麵", "義大利麵")]),
    # where a word of the two is wrong itself, it is told, and the fix is right
    ("zh-CN", "既有的目标档案", [("目标档案", "目标文件")]),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> TermBase:
    """Return a base of the rows above alone."""
    path = tmp_path_factory.mktemp("base") / "rows.csv"
    path.write_text(ROWS, encoding="utf-8")
    return TermBase.load(path, builtin=False)


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"), [*PARTED, *KEPT], ids=[c[2] for c in (*PARTED, *KEPT)]
)
def test_converted(base: TermBase, source: str, target: str, text: str, expected: str) -> None:
    """Words keep their characters, terms are replaced, by both ways of converting."""
    converter = Converter(source, target, base, domain="general")
    assert converter.convert(text).text == expected
    assert set(converter.convert_bulk(f"{text}\n" * 2000).split("\n")) == {expected, ""}


@pytest.mark.parametrize(("locale", "text"), FINE)
def test_words_are_no_finding(base: TermBase, locale: str, text: str) -> None:
    """No term is wrong in a text where ordinary words meet."""
    assert not base.matcher(locale).scan(text).wrong


@pytest.mark.parametrize(("locale", "text", "expected"), WRONG)
def test_terms_are_found(
    base: TermBase, locale: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """A term is wrong in front of whatever does not make another word of its end."""
    found = base.matcher(locale).scan(text).wrong
    assert [(one.span.of(text), *one.suggestions) for one in found] == expected


def test_words_that_are_ambiguous_stay_so(base: TermBase) -> None:
    """Of two words that meet, one with several readings is still decided by what stands around."""
    convert = Converter("zh-CN", "zh-TW", base).convert
    assert convert("数据包括照片。").text == "數據包括照片。"
    assert convert("软件的数据包括照片。").text == "軟體的資料包括照片。"
