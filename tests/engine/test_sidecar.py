"""The sidecar as a file: it holds any two texts, and says what is wrong with it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.engine.sidecar import Sidecar
from termkit.errors import InputError
from termkit.model.change import Change, replay
from termkit.text import Span
from tests.engine.test_restoring import kept


@given(text=st.text(max_size=40), other=st.text(max_size=40), data=st.data())
def test_any_texts_are_kept(text: str, other: str, data: st.DataObject) -> None:
    """A sidecar holds any two texts, lone surrogates included, and whatever the trace tells."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    words = st.text(alphabet=f"甲乙\n{text}", max_size=3)
    trace = [Change(span, span.of(text), data.draw(words), "base") for span in spans]
    for result in (other, replay(text, tuple(trace))):
        sidecar = Sidecar.of("zh-TW", "zh-CN", text, trace, result)
        assert (sidecar.source_text, sidecar.target_text) == (text, result)
        assert replay(result, sidecar.changes_back) == text
        assert Sidecar.load(sidecar.dump(), "s.json") == sidecar
        assert all(piece.after for piece in sidecar.pieces) or not result


def test_written_form() -> None:
    """A sidecar is JSON with a line for each line of the text, to be looked at in a diff."""
    found = Sidecar.of(
        "zh-TW", "zh-CN", "臺灣\n好", [Change(Span(0, 2), "臺灣", "台湾", "base")], "台湾\n好"
    )
    text = found.dump().decode()
    assert text.endswith(' "pieces": [\n  [["臺灣", "台湾"], "\\n"],\n  ["好"]\n ]\n}\n')
    assert list(json.loads(text)) == [
        *("what", "format", "source", "target", "source_sha256", "target_sha256", "pieces")
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"termkit sidecar"', '"a"', "it says that it is 'a'"),
        ('"what"', '"who"', "'what' is missing"),
        ('"format": 1', '"format": 2', "is of format 2, which this termkit does not read"),
        ('"zh-TW"', '"zh-XX"', "unknown locale 'zh-XX'"),
        ('"zh-TW"', '"en"', "en is not a Chinese locale"),
        ('"zh-TW"', "1", "damaged"),
        ('["臺", "台"]', '["台", "台"]', "the source text is not the one that was kept"),
        ('["臺", "台"]', '["臺", "臺"]', "the target text is not the one that was kept"),
        ('["臺", "台"]', '["臺"]', "not enough values"),
        ('["臺", "台"]', '["臺", 1]', "is no piece of text"),
        ('["臺", "台"]', "1", "damaged"),
        ("}", "", "damaged"),
    ],
)
def test_damaged(old: str, new: str, reason: str) -> None:
    """A sidecar that is damaged, or none, is refused by name and with what is wrong."""
    data = kept("臺\n", "zh-TW", "zh-CN").dump().decode()
    assert old in data
    with pytest.raises(InputError, match=rf"^s\.json: .*{re.escape(reason)}"):
        Sidecar.load(data.replace(old, new).encode(), "s.json")
