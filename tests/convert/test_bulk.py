"""The bulk path gives the text of the traced one, whatever is in it."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit import Converter, TermBase
from termkit.convert import bulk, converter
from termkit.engine.converting import convert_document, convert_document_text
from termkit.readers import read_document
from tests.convert.random_text import random_text

pytest.importorskip("zhconv_rs", reason="needs zhconv-rs (the extra fast)")

PAIRS = [
    ("zh-CN", "zh-TW"),
    ("zh-CN", "zh-HK"),
    ("zh-TW", "zh-CN"),
    ("zh-HK", "zh-CN"),
    ("zh-TW", "zh-HK"),
    ("zh-HK", "zh-TW"),
    ("zh-CN", "zh-Hant"),
    ("zh-TW", "zh-Hans"),
]
WORDS = (
    *("程序", "文件", "项目", "数据", "信息", "软件", "电脑", "网络", "5米", "高2500米", "小米"),
    *("主权AI", "XAI芯片", "AI芯片", "AI芯片s", "U盘", "页面包含", "向用户", "看台风", "当选中"),
    *("軟體", "資料", "檔案", "數據", "演算法", "皇后", "后来", "干部", "饼干", "台湾", "臺灣"),
    *("“", "”", "‘", "’", "「", "」", "『", "』", "it’s", "“quoted”", "hello", "裏面", "着"),
    *(
        "。",
        "，",
        "！",
        "？",
        "；",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\ufffc",
        "\ufdd0",
        "\ufdd3",
        "\ud800",
    ),
)


@pytest.fixture(autouse=True)
def _any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short texts go the bulk way too, in blocks of a few lines."""
    monkeypatch.setattr(converter, "_LONG", 0)
    monkeypatch.setattr(bulk, "_BLOCK", 40)


@pytest.mark.parametrize("domain", ["", "software", "general"])
@pytest.mark.parametrize(("source", "target"), PAIRS)
@given(pieces=st.lists(st.sampled_from(WORDS), max_size=30))
def test_same_text(source: str, target: str, domain: str, pieces: list[str]) -> None:
    """Terms, marks, quotation marks, lines of the other script: both paths write the same."""
    text = "".join(pieces)
    converter = _converter(source, target, domain)
    assert converter.convert_bulk(text) == converter.convert(text).text


_MADE: dict[tuple[str, str, str], Converter] = {}


def _converter(source: str, target: str, domain: str) -> Converter:
    """Return a converter that is made once: handing a table to Rust takes a while."""
    return _MADE.setdefault((source, target, domain), Converter(source, target, domain=domain))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_random_unicode(source: str, target: str) -> None:
    """And so for everything that Unicode has."""
    text = random_text(random.Random(f"{source}{target}"), 60_000)
    converter = _converter(source, target, "general")
    assert converter.convert_bulk(text) == converter.convert(text).text


@pytest.mark.parametrize("options", [{"keep_quotes": True}, {"tai": "臺"}, {"script_only": True}])
def test_options(options: dict[str, object]) -> None:
    """What a converter was told holds on both paths."""
    converter = Converter("zh-CN", "zh-TW", **options)  # type: ignore[arg-type]
    text = "“台湾的‘平台’和软件”\n“quoted” only\n軟件、内存、內存\n" * 20
    assert converter.convert_bulk(text) == converter.convert(text).text


def test_real_texts(shared: Path, builtin: TermBase) -> None:
    """Documents whose text alone is wanted come out as those whose trace is."""
    for path in sorted((shared / "articles").iterdir()):
        document = read_document(path.read_text("utf-8"), path.name)
        source = path.name.split(".")[1]
        for target in {"zh-TW", "zh-HK", "zh-CN"} - {source}:
            converter = Converter(source, target, builtin)
            assert (
                convert_document_text(document, converter).text
                == convert_document(document, converter).text
            )


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without zhconv-rs it is the same call."""
    monkeypatch.setattr(bulk, "is_available", lambda: False)
    assert Converter("zh-CN", "zh-TW").convert_bulk("软件") == "軟體"
