"""The outputs for programs: json, github, gitlab, rdjson, junit."""

import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest

from termkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from termkit.model.result import FileResult
from termkit.outputs import all_outputs
from termkit.problems import Problem
from termkit.text import Span
from tests.outputs.make import BROKEN, CLEAN, SKIPPED, VIEW, hit, result, shown

HOSTILE = "x]]>\x1b[31m&<\"'>\x00 ::error::%0A,:\n##[error]\ud800數據\uffff"
HOSTILE_RESULT = result(
    HOSTILE, hit(HOSTILE, "數據", HOSTILE, message=HOSTILE, concept="c"), path="::a,b]]>\udcff%.md"
)
# Byte columns: 6 for the BOM and e with its accent, 4 for the emoji.
WIDE = "\ufeffe\u0301👍數據。\r\n\t中心是數據，兩行\n文。"
WIDE_RESULT = result(
    WIDE,
    hit(WIDE, "數據", "資料"),
    hit(WIDE, "中心", "機房", "中樞", severity=Severity.WARNING),
    hit(WIDE, "數據", "資料", nth=1, severity=Severity.INFO),
    hit(WIDE, "行\n文", "行文"),
    path="./文/a b.md",
)


def parsed(output: str, *results: Any) -> Any:
    """Return a JSON output as any program would read it."""
    return json.loads(shown(output, *results).encode())


def test_json() -> None:
    """Everything that is known of a finding, columns in code points without the BOM."""
    first, second, third, last = parsed("json", WIDE_RESULT)
    assert first == {
        "path": "./文/a b.md",
        "line": 1,
        "column": 4,
        "end_line": 1,
        "end_column": 6,
        "check": "wrong-region-term",
        "severity": "error",
        "message": "“數據” is wrong",
        "text": "數據",
        "suggestions": ["資料"],
        "applicability": "safe",
        "locale": "zh-TW",
        "concept": "",
        "fingerprint": first["fingerprint"],
        "edits": [{"line": 1, "column": 4, "end_line": 1, "end_column": 6, "text": "資料"}],
    }
    assert [len(one["fingerprint"]) for one in (first, second, third, last)] == [32] * 4
    assert (second["line"], second["column"], second["suggestions"]) == (2, 2, ["機房", "中樞"])
    assert (last["line"], last["end_line"], last["end_column"]) == (2, 3, 2)


def test_json_tells_problems() -> None:
    """What could not be read has the keys of a finding."""
    (problem,) = parsed("json", CLEAN, BROKEN)
    (finding, *_) = parsed("json", WIDE_RESULT)
    assert problem.keys() == finding.keys()
    assert (problem["path"], problem["line"], problem["check"]) == ("broken.md", 7, "input-error")
    assert problem["message"] == "zh-TW: not UTF-8; save it as UTF-8"


@pytest.mark.parametrize("output", ["json", "gitlab"])
def test_arrays_of_nothing(output: str) -> None:
    """No finding, an empty array."""
    assert shown(output, CLEAN, SKIPPED) == "[]\n"


def test_github() -> None:
    """Annotations with columns where lines allow, then the whole in the log."""
    assert shown("github", BROKEN, WIDE_RESULT) == (
        "::error file=broken.md,line=7,title=input-error::zh-TW: not UTF-8; save it as UTF-8\n"
        "::error file=文/a b.md,line=1,endLine=1,col=4,endColumn=6,title=wrong-region-term::"
        "“數據” is wrong\n"
        "::warning file=文/a b.md,line=2,endLine=2,col=2,endColumn=4,title=wrong-region-term::"
        "“中心” is wrong\n"
        "::notice file=文/a b.md,line=2,endLine=2,col=5,endColumn=7,title=wrong-region-term::"
        "“數據” is wrong\n"
        "::error file=文/a b.md,line=2,endLine=3,title=wrong-region-term::“行%0A文” is wrong\n"
        "::group::All of them\n"
        "broken.md:7: zh-TW: not UTF-8; save it as UTF-8\n"
        "./文/a b.md:1:4: error wrong-region-term: “數據” is wrong\n"
        "./文/a b.md:2:2: warning wrong-region-term: “中心” is wrong\n"
        "./文/a b.md:2:5: info wrong-region-term: “數據” is wrong\n"
        "./文/a b.md:2:9: error wrong-region-term: “行␊文” is wrong\n"
        "::endgroup::\n"
        "4 findings in 1 of 1 file, 4 fixable with --fix; 1 input with errors.\n"
        "By check:\n"
        "  wrong-region-term  4\n"
    )
    assert shown("github", CLEAN) == "No findings in 1 file.\n"


def test_github_escapes() -> None:
    """Nothing in a path, a message or a text is taken for another command."""
    annotation, *log = shown("github", HOSTILE_RESULT).splitlines()
    assert annotation.startswith("::error file=%3A%3Aa%2Cb]]>\ufffd%25.md,line=2,endLine=2,col=11,")
    assert annotation.partition("title=wrong-region-term::")[2].startswith("x]]>␛[31m&<")
    assert "::error::%250A,:%0A##[error]" in annotation
    commands = [line for line in log if line.lstrip().startswith("::")]
    assert commands == ["::group::All of them", "::endgroup::"]
    assert not [line for line in log if "##[" in line]


def test_gitlab() -> None:
    """Every finding has a place, a severity of GitLab's and a fingerprint of its own."""
    report = parsed("gitlab", WIDE_RESULT, BROKEN, CLEAN)
    assert report[1] == {
        "description": "“中心” is wrong",
        "check_name": "wrong-region-term",
        "fingerprint": report[1]["fingerprint"],
        "severity": "minor",
        "categories": ["Style"],
        "location": {"path": "文/a b.md", "lines": {"begin": 2, "end": 2}},
    }
    assert [one["severity"] for one in report] == ["major", "minor", "info", "major", "critical"]
    assert len({one["fingerprint"] for one in report}) == 5
    assert report[4]["location"] == {"path": "broken.md", "lines": {"begin": 7}}


def test_rdjson() -> None:
    """Columns are bytes, ends exclusive; every suggestion is an edit."""
    report = parsed("rdjson", WIDE_RESULT, BROKEN)
    assert report["source"] == {"name": "termkit"}
    first, second, third, last, problem = report["diagnostics"]
    assert first == {
        "message": "“數據” is wrong",
        "location": {"path": "文/a b.md", "range": _range(1, 11, 1, 17)},
        "severity": "ERROR",
        "code": {"value": "wrong-region-term"},
        "suggestions": [{"range": _range(1, 11, 1, 17), "text": "資料"}],
    }
    assert second["location"]["range"] == _range(2, 2, 2, 8)
    assert [one["text"] for one in second["suggestions"]] == ["機房", "中樞"]
    assert (third["location"]["range"], third["severity"]) == (_range(2, 11, 2, 17), "INFO")
    assert last["location"]["range"] == _range(2, 23, 3, 4)
    assert problem["location"] == {"path": "broken.md", "range": {"start": {"line": 7}}}


def test_rdjson_columns_are_those_of_the_bytes() -> None:
    """Cut out of the file's bytes, the range is what was found."""
    report = parsed("rdjson", WIDE_RESULT)
    for diagnostic, one in zip(WIDE_RESULT.diagnostics, report["diagnostics"], strict=True):
        where = one["location"]["range"]
        lines = WIDE.encode().split(b"\n")
        starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
        start, end = (
            starts[where[key]["line"] - 1] + where[key]["column"] - 1 for key in ("start", "end")
        )
        assert WIDE.encode()[start:end].decode() == diagnostic.span.of(WIDE)


def test_rdjson_fix_of_several_edits() -> None:
    """Edits that belong together are no suggestion: each alone would break the text."""
    span = Span(0, 1)
    fix = Fix((Edit(span, "「"), Edit(Span(2, 3), "」")), Applicability.SAFE)
    (one,) = parsed(
        "rdjson", result("“a”", Diagnostic("quote", Severity.INFO, span, "quotes", (), fix))
    )["diagnostics"]
    assert one["suggestions"] == []


def test_junit() -> None:
    """A suite for each file, a case for each finding; counts add up."""
    root = ElementTree.fromstring(shown("junit", WIDE_RESULT, BROKEN, CLEAN, SKIPPED).encode())
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["文/a b.md", "broken.md", "clean.md", "readme.md"]
    counts = [
        tuple(suite.get(name) for name in ("tests", "failures", "errors", "skipped"))
        for suite in root
    ]
    assert counts == [
        ("4", "4", "0", "0"),
        ("1", "0", "1", "0"),
        ("1", "0", "0", "0"),
        ("1", "0", "0", "1"),
    ]
    case = suites["文/a b.md"][0]
    assert case.attrib == {
        "name": "wrong-region-term 1:4",
        "classname": "文/a b.md",
        "file": "文/a b.md",
        "line": "1",
    }
    assert case[0].attrib == {"message": "“數據” is wrong", "type": "error"}
    assert case[0].text == "文/a b.md:1:4: “數據” is wrong"
    assert suites["broken.md"][0][0].text == "broken.md:7: zh-TW: not UTF-8; save it as UTF-8"
    assert suites["readme.md"][0][0].get("message") == SKIPPED.reason
    assert list(suites["clean.md"][0]) == []


def test_junit_escapes() -> None:
    """Markup is text, and what XML cannot hold is replaced."""
    root = ElementTree.fromstring(shown("junit", HOSTILE_RESULT).encode())
    failure = root[0][0][0]
    expected = HOSTILE.translate(dict.fromkeys(map(ord, "\x1b\x00\ud800\uffff"), "\ufffd"))
    assert failure.get("message") == expected
    assert failure.text == f"::a,b]]>\ufffd%.md:2:11: {expected}"


@pytest.mark.parametrize("output", ["json", "gitlab", "rdjson", "sarif"])
def test_json_of_hostile_text(output: str) -> None:
    """Whatever a text holds, JSON gives it back."""
    assert HOSTILE in _strings(parsed(output, HOSTILE_RESULT))


@pytest.mark.parametrize("output", all_outputs())
def test_streams(output: str) -> None:
    """A format that tells finding by finding tells the first before the second file is read."""
    if output == "table":
        pytest.skip("its columns are known at the end only")
    source = "這是數據。"
    first = result(source, hit(source, "數據", "資料"))

    def results() -> Any:
        yield first
        raise InterruptedError

    out = io.StringIO()
    with pytest.raises(InterruptedError):
        out.writelines(all_outputs()[output].render(results(), VIEW))
    assert "數據" in out.getvalue()


def _range(line: int, column: int, end_line: int, end_column: int) -> dict[str, Any]:
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def test_gitlab_knows_a_problem_in_every_language() -> None:
    """The fingerprint of what could not be read does not hang on how it is worded; two on a line have two."""
    worded = [
        FileResult(
            "a.csv", problems=(Problem("a.csv", 3, "id", text), Problem("a.csv", 3, "id", "x"))
        )
        for text in ("the id is missing", "缺少 id")
    ]
    english, chinese = ([one["fingerprint"] for one in parsed("gitlab", each)] for each in worded)
    assert english == chinese
    assert len(set(english)) == 2


def test_severities_are_for_programs_or_for_people(language: str) -> None:
    """Programs read severities in English, people in their language; rules describe themselves in it."""
    spoken = {"en": "warning", "zh_TW": "警告", "zh_HK": "警告", "zh_CN": "警告"}[language]
    assert ": warning wrong-region-term: " in shown("concise", WIDE_RESULT)
    assert f": {spoken} wrong-region-term: " in shown("text", WIDE_RESULT)
    (run,) = parsed("sarif", WIDE_RESULT)["runs"]
    assert [one["level"] for one in run["results"]][:3] == ["error", "warning", "note"]
    described = run["tool"]["driver"]["rules"][0]["help"]["text"]
    assert described.startswith("Allow no") == (language == "en")
