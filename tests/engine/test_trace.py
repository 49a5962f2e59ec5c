"""The trace: it replays, it survives JSON, and it names what is behind each change."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termkit.engine.explain import LayerCount, count_layers, explain
from termkit.engine.origins import Origins
from termkit.engine.trace import (
    FileTrace,
    dump_traces,
    load_traces,
    replay_trace,
    trace_file,
)
from termkit.errors import InputError, TermkitError
from termkit.termbase.store import TermBase
from tests.convert.test_table import ALPHABET, PAIRS
from tests.engine.conftest import converted

TEXT = "---\ntitle: 乙厂\n---\n\n他的头发，`乙厂`。\r\n“乙厂”里。\n"


def trace_of(text: str, base: TermBase, source: str = "zh-CN", target: str = "zh-TW") -> FileTrace:
    """Return the trace of a text."""
    return trace_file(converted(text, base, source, target), Origins(base, target), target)


def test_json_round_trip(team: TermBase) -> None:
    """A trace that was written and read again makes the output from the source."""
    file = converted(TEXT, team)
    text = dump_traces([trace_of(TEXT, team), trace_of("", team)])
    full, empty = load_traces(text, "trace.json")
    assert replay_trace(TEXT, full) == file.text
    assert empty.changes == ()
    assert dump_traces([full, empty]) == text
    assert json.loads(dump_traces([])) == []


def test_json_fields(team: TermBase) -> None:
    """One object per file; every change has its offsets, its place, and what is behind it."""
    (found,) = json.loads(dump_traces([trace_of("好\n乙厂", team)]))
    assert (found["path"], found["source"], found["target"]) == ("a.md", "zh-CN", "zh-TW")
    (change,) = found["changes"]
    row = change.pop("origin")
    assert row.startswith("vendor (")
    assert row.endswith("team.csv:2)")
    assert change == {
        "start": 2,
        "end": 4,
        "line": 2,
        "column": 1,
        "before": "乙厂",
        "after": "甲廠",
        "layer": "base",
        "certain": True,
    }


@pytest.mark.parametrize(
    ("source", "target", "text", "before", "layer", "origin"),
    [
        ("zh-CN", "zh-TW", "说", "说", "character", ["STCharacters.txt"]),
        ("zh-CN", "zh-TW", "里", "里", "character", ["STCharacters.txt", "TWVariants.txt"]),
        ("zh-CN", "zh-TW", "说臺", "臺", "character", ["house style of zh-TW"]),
        ("zh-CN", "zh-TW", "头发", "头发", "phrase", ["STPhrases.txt"]),
        ("zh-CN", "zh-TW", "硬盘", "硬盘", "region", ["TWPhrases.txt"]),
        ("zh-TW", "zh-CN", "硬碟", "硬碟", "region", ["TWPhrasesRev.txt"]),
        ("zh-CN", "zh-TW", "“好”", "“", "quote", ["quotation marks of zh-TW"]),
    ],
    ids=["character", "glyph", "house", "phrase", "regional word", "back", "quotation mark"],
)
def test_origins(
    team: TermBase,
    source: str,
    target: str,
    text: str,
    before: str,
    layer: str,
    origin: list[str],
) -> None:
    """A change by OpenCC names the dictionaries and the lines; ours name themselves."""
    changes = trace_of(text, team, source, target).changes
    change = next(change for change in changes if change.before == before)
    assert change.layer == layer
    named = change.origin.split(", ")
    assert [name.partition(":")[0] for name in named] == origin
    assert all(name.partition(":")[2].isdigit() for name in named if ".txt" in name)


def test_dictionary_line(team: TermBase) -> None:
    """The line that is named holds the word."""
    from termkit.scripts.dictionaries import find_dictionaries

    file, _, line = trace_of("头发", team).changes[0].origin.partition(":")
    lines = (find_dictionaries().dictionaries / file).read_text("utf-8").split("\n")
    assert lines[int(line) - 1].startswith("头发\t")


def test_replay_refuses_another_text(team: TermBase) -> None:
    """A trace is not applied to a text that it was not made from."""
    trace = trace_of("好\n乙厂", team)
    with pytest.raises(TermkitError, match=r"a\.md:2:1: the trace expects “乙厂” here"):
        replay_trace("好。\n乙厂", trace)


@pytest.mark.parametrize("text", ["{", "[1]", '[{"path": "a"}]'], ids=["cut", "number", "fields"])
def test_no_trace(text: str) -> None:
    """A file that is no trace is refused by name."""
    with pytest.raises(InputError, match=r"x\.json: is not a trace of termkit"):
        load_traces(text, "x.json")


def test_explanation_counts(team: TermBase) -> None:
    """Equal changes are told once with their number; the summary counts them all."""
    trace = trace_of("乙厂，乙厂，程序，质量，里。", team)
    rows = [(e.first.column, e.first.before, e.count, e.first.certain) for e in explain(trace)]
    assert rows == [(1, "乙厂", 2, True), (10, "质量", 1, False), (13, "里", 1, False)]
    assert count_layers([trace, trace]) == (
        LayerCount("base", 6, 2),
        LayerCount("character", 2, 2),
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(alphabet=ALPHABET + "`乙厂质量\r", max_size=60), pair=st.sampled_from(PAIRS))
def test_any_trace_replays(tmp_path: Path, text: str, pair: tuple[str, str]) -> None:
    """Whatever the text, the trace that went through JSON gives the output."""
    path = tmp_path / "base.csv"
    path.write_text("id,zh-TW,zh-HK,zh-CN\nvendor,甲廠,丙廠,乙厂\n", encoding="utf-8")
    base = TermBase.load(path, builtin=False)
    (trace,) = load_traces(dump_traces([trace_of(text, base, *pair)]), "t")
    assert replay_trace(text, trace) == converted(text, base, *pair).text
