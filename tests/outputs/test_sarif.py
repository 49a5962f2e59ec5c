"""SARIF 2.1.0: the structure that the standard and code scanning ask for, by hand."""

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest

from termkit.checks import all_checks
from termkit.model.diagnostic import Applicability, Severity
from tests.outputs.make import BROKEN, CLEAN, hit, result, shown

SOURCE = "\ufeff👍數據\r\n這是數據。\n"
RESULT = result(
    SOURCE,
    hit(SOURCE, "數據", "資料"),
    hit(SOURCE, "數據", "資料", nth=1, check="new-check", severity=Severity.INFO),
    path="./文/a:b c.md",
)


def run_of(*results: Any) -> Any:
    """Return the only run of a log."""
    log = json.loads(shown("sarif", *results))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    return run


def test_result() -> None:
    """A result is complete: rule, level, place in code points, fingerprint, fix."""
    run = run_of(RESULT)
    first, second = run["results"]
    artifact = {"uri": "%E6%96%87/a%3Ab%20c.md", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4}
    assert run["columnKind"] == "unicodeCodePoints"
    assert first == {
        "ruleId": "wrong-region-term",
        "ruleIndex": first["ruleIndex"],
        "level": "error",
        "message": {"text": "“數據” is wrong"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": region | {"snippet": {"text": "數據"}},
                }
            }
        ],
        "partialFingerprints": first["partialFingerprints"],
        "fixes": [
            {
                "description": {"text": "Safe fix"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "資料"}}
                        ],
                    }
                ],
            }
        ],
    }
    assert second["level"] == "note"
    prints = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(prints)) == 2
    assert all(len(one) == 34 and one.endswith(":1") for one in prints)


def test_rules() -> None:
    """Every check is a rule with its manual page; a result points to its own."""
    run = run_of(RESULT)
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "termkit"
    assert [rule["id"] for rule in rules] == [*(c.name for c in all_checks()), "new-check"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    for rule, check in zip(rules, all_checks(), strict=False):
        assert rule["shortDescription"]["text"] == check.doc.splitlines()[0]
        assert "\n" not in rule["fullDescription"]["text"]
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert "| locale | text |" in rule["help"]["markdown"]
        level = rule["defaultConfiguration"]["level"]
        assert level == {"error": "error", "warning": "warning", "info": "note"}[check.severity]


def test_problems() -> None:
    """What could not be read makes the run a failed one."""
    (invocation,) = run_of(CLEAN)["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}
    (invocation,) = run_of(BROKEN)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert (notification["level"], notification["message"]["text"]) == (
        "error",
        "zh-TW: not UTF-8; save it as UTF-8",
    )
    (place,) = notification["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "broken.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7},
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.md", "a.md"),
        ("./docs/../a.md", "a.md"),
        ("/project/docs/文.md", "docs/文.md"),
        ("../a.md", "../a.md"),
        ("<stdin>", "<stdin>"),
        ("/elsewhere/a b.md", "file:///elsewhere/a b.md"),
    ],
)
def test_uri(path: str, uri: str) -> None:
    """Paths are relative to the root of the sources, with forward slashes, escaped."""
    (first, _) = run_of(replace(RESULT, path=path))["results"]
    artifact = first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(artifact["uri"]) == uri
    assert ("uriBaseId" in artifact) == (not PurePosixPath(path).is_relative_to("/elsewhere"))
    assert artifact["uri"].isascii()
    assert not set("<> \\") & set(artifact["uri"])


@pytest.mark.parametrize(
    ("applicability", "described"),
    [
        (Applicability.SAFE, "Safe fix"),
        (Applicability.UNSAFE, "Unsafe fix: look at it first"),
        (Applicability.DISPLAY, None),
    ],
)
def test_fix(applicability: Applicability, described: str | None) -> None:
    """A fix tells whether it may be applied unseen; several suggestions are none."""
    (one,) = run_of(result("數據", hit("數據", "數據", "資料", applicability=applicability)))[
        "results"
    ]
    assert [fix["description"]["text"] for fix in one.get("fixes", [])] == (
        [described] if described else []
    )
