"""Whatever a document holds, every output can tell it."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.model.diagnostic import Diagnostic, Severity
from termkit.outputs import all_outputs
from termkit.text import Span
from tests.outputs.make import result, shown

TEXT = st.text(
    st.sampled_from("中a\u0301👍\r\n\t\x00\x1b\x85\u2028]>&<\"'%:,|\ufeff\ud800\uffff"), max_size=60
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, tuple[Diagnostic, ...]]:
    """Draw a text with findings anywhere in it."""
    source = draw(TEXT)
    ends = st.tuples(*[st.integers(0, len(source))] * 2).map(lambda pair: Span(*sorted(pair)))
    spans = sorted(draw(st.lists(ends, max_size=4)))
    return source, tuple(
        Diagnostic(
            "c",
            draw(st.sampled_from(Severity)),
            span,
            draw(TEXT),
            tuple(draw(st.lists(TEXT))),
            None,
            "x",
        )
        for span in spans
    )


@pytest.mark.parametrize("output", [name for name in all_outputs() if name != "table"])
@given(documents())
def test_any_text(output: str, document: tuple[str, tuple[Diagnostic, ...]]) -> None:
    """It parses as what it claims to be, has every finding, and holds no control."""
    source, diagnostics = document
    text = shown(output, result(source, *diagnostics))
    if output == "junit":
        root = ElementTree.fromstring(text.encode())
        assert len(root.findall("*/testcase/failure")) == len(diagnostics)
    elif output in {"text", "concise", "github"}:
        assert not set("\x00\x1b\r\x85\u2028\ud800") & set(text)
        assert sum("a.zh-TW.md:" in line for line in text.split("\n")) == len(diagnostics)
    else:
        value = json.loads(text.encode())
        if output == "sarif":
            value = value["runs"][0]["results"]
        elif output == "rdjson":
            value = value["diagnostics"]
        assert len(value) == len(diagnostics)
