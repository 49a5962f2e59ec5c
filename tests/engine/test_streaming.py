"""Text that comes in blocks is converted as if it were read whole."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termkit.engine.collect import parse_document
from termkit.engine.converting import Converters, convert_document
from termkit.engine.streaming import can_stream, convert_stream
from termkit.errors import InputError
from termkit.termbase.store import TermBase

BASE = TermBase.open()
PAIRS = (("zh-CN", "zh-TW"), ("zh-TW", "zh-HK"), ("zh-HK", "zh-CN"), ("zh-CN", "zh-SG"))
CONVERTERS = {
    (*pair, domain): Converters(pair[1], BASE, pair[0], domain)
    for pair in PAIRS
    for domain in ("software", "general")
}
PIECES = st.sampled_from(
    (
        *(
            "软件程序的参数",
            "打印文件“数据”",
            "计算法则",
            "軟體的程式",
            "「資料」",
            "运",
            "行程序",
            "里",
        ),
        *(
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\u2028",
            "\ufeff",
            "https://a.b/软件",
            "-{软件}-",
            "-{",
            "}-",
        ),
        *("<!-- termkit: keep -->", "<!-- /termkit -->", "<!--", "termkit:", "keep", "/termkit"),
        *("-->", "<!--\ntermkit:\r\nkeep\n-->", "<!--\n/termkit\n\n-->", "It’s", "‘头发’", "𠮟"),
    )
)


def whole(text: str, converters: Converters, name: str = "<stdin>") -> str:
    """Convert a text that is held whole."""
    document = parse_document(text.encode(), name)
    return convert_document(document, converters.for_document(document)[0]).text


def streamed(text: str, converters: Converters, **sizes: int) -> list[str]:
    """Convert a text by blocks."""
    stream = io.BytesIO(text.encode())
    return [piece.text for piece in convert_stream(stream, "<stdin>", converters, **sizes)]


@example(
    pieces=["<!--\ntermkit:\r\nkeep\n-->软件程序的参数<!--"],
    key=sorted(CONVERTERS)[0],
    block=1,
    first=0,
)
@given(
    pieces=st.lists(PIECES, max_size=40),
    key=st.sampled_from(sorted(CONVERTERS)),
    block=st.integers(1, 60),
    first=st.integers(0, 60),
)
def test_blocks_make_the_whole(
    pieces: list[str], key: tuple[str, str, str], block: int, first: int
) -> None:
    """Wherever a text is cut, its pieces together are its conversion as a whole."""
    text = "".join(pieces)
    done = streamed(text, CONVERTERS[key], block=block, first=first)
    assert "".join(done) == whole(text, CONVERTERS[key])


LINE = "程序里的文件很重要，头发也是。\n"
PROTECTED = "<!-- termkit: keep -->\n" + LINE * 25_000 + "<!-- /termkit -->\n" + LINE
TEXTS = {
    "found out as a whole": ("无法打开文件“%s”，运行程序时内存不足。\n" + LINE) * 8_000,
    "locale known late": "Line.\n" * 30_000 + LINE * 9_000,
    "protected over many blocks": LINE + PROTECTED,
    "one line": LINE.strip() * 20_000,
    "old line ends": LINE.replace("\n", "\r") * 20_000,
}


@pytest.mark.parametrize("text", list(TEXTS.values()), ids=list(TEXTS))
def test_long_texts(text: str) -> None:
    """Locale and domain are those of the whole text, at the sizes that are used."""
    assert "".join(streamed(text, Converters("zh-TW", BASE))) == whole(
        text, Converters("zh-TW", BASE)
    )


def test_is_cut() -> None:
    """A long text does come in pieces, each about as long as a block, the first one longer."""
    done = streamed(LINE * 120_000, Converters("zh-TW", BASE))
    assert len(done) > 3
    assert len(done[0]) >= 200_000
    assert max(map(len, done)) < 500_000


@pytest.mark.parametrize("text", ["", "\n", "软件"], ids=["empty", "a line end", "no line end"])
def test_short(text: str) -> None:
    """A text shorter than a block is converted too, or refused, as it would be whole."""
    converters = CONVERTERS["zh-CN", "zh-TW", "general"]
    assert "".join(streamed(text, converters)) == whole(text, converters)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "<stdin>: it holds no Chinese text; tell what to convert from with --from"),
        (b"a\0b", "<stdin>: is a binary file or UTF-16; save it as UTF-8 text"),
        (
            "软件\r\n".encode() * 100 + b"\r\xff\n",
            "<stdin>:102: not UTF-8 (byte 0xff); save the file as UTF-8",
        ),
    ],
    ids=["nothing", "binary", "undecodable"],
)
def test_faults(data: bytes, message: str) -> None:
    """What can't be converted is told as it is of a file, with its line in the whole text."""
    with pytest.raises(InputError) as caught:
        list(convert_stream(io.BytesIO(data), "<stdin>", Converters("zh-TW", BASE), 64, 10))
    assert str(caught.value) == message


def test_which_formats() -> None:
    """What needs the whole file is not streamed."""
    names = ("<stdin>", "a.txt", "a.zh-TW", "a.md", "a.po", "a.csv", "a.html", "a.srt")
    assert [name for name in names if can_stream(name)] == ["<stdin>", "a.txt", "a.zh-TW"]
