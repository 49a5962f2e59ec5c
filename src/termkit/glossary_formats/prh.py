"""prh.yml, the rules of textlint-rule-prh: what termkit would report without looking around."""

import re
from collections.abc import Iterator
from typing import Any

from termkit.errors import InputError
from termkit.files import write_atomic
from termkit.glossary_formats import (
    Exported,
    ExportRequest,
    GlossaryFormat,
    Imported,
    ImportRequest,
)
from termkit.glossary_formats.collecting import Collector
from termkit.glossary_formats.fields import MATCHING, REST, TEXTS, Field
from termkit.glossary_formats.wrong_forms import Rule, find_rules, literal_of
from termkit.glossary_formats.yamltext import load_mapping, quoted
from termkit.messages import tr
from termkit.problems import Problem

_REGEX = re.compile(r"/(.*)/[gimyu]*\Z", re.DOTALL)
_REFERENCE = re.compile(r"\$\d")


def export(request: ExportRequest) -> Exported:
    """Write a rule for each right term, with the patterns of the wrong ones."""
    rules: dict[str, list[Rule]] = {}
    for rule in find_rules(request.concepts, request.target):
        if not _REFERENCE.search(rule.right):  # prh would put a group of the pattern there
            rules.setdefault(rule.right, []).append(rule)
    lines = ["version: 1", "rules:" if rules else "rules: []"]
    for right, members in rules.items():
        lines += _lines(right, members)
    write_atomic(request.path, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return Exported(len(rules), of="rules")


def _lines(right: str, rules: list[Rule]) -> Iterator[str]:
    yield f"  - expected: {quoted(right)}"  # not shown
    yield "    patterns:"
    for rule in rules:
        is_text = rule.pattern == rule.form
        yield f"      - {quoted(rule.pattern if is_text else f'/{rule.pattern}/')}"
    yield "    specs:"
    for rule in rules:
        yield f"      - from: {quoted(rule.form)}"  # not shown
        yield f"        to: {quoted(right)}"  # not shown


def load(request: ImportRequest) -> Imported:
    """Read the rules: what is expected is the term, patterns that are plain texts are to be avoided."""
    if not request.target:
        message = tr(
            "does not say which locale its terms are in; tell it with {option}", option="--to"
        )
        raise InputError(Problem(str(request.path), 0, "", message))
    rules = load_mapping(request.path).get("rules")
    if not isinstance(rules, list):
        message = tr("is no prh.yml: it has no list of rules")
        raise InputError(Problem(str(request.path), 0, "", message))
    found = Collector(request.path)
    for rule in rules:
        found.open()
        if isinstance(rule, str):
            found.term(request.target, rule)
        elif isinstance(rule, dict) and isinstance(rule.get("expected"), str):
            _add_rule(found, rule, request.target)
        else:
            found.notes.add(tr("a rule that says nothing of what is expected; left out"))
    return found.result()


def _add_rule(found: Collector, rule: dict[Any, Any], target: str) -> None:
    expected = rule["expected"]
    found.term(target, expected)
    patterns = rule.get("patterns", rule.get("pattern", []))
    for pattern in [patterns] if isinstance(patterns, str) else patterns:
        regex = _REGEX.match(pattern) if isinstance(pattern, str) else None
        text = literal_of(regex[1]) if regex else pattern
        if isinstance(text, str) and text:
            found.term(f"{target}:avoid", text)
        else:
            message = tr("is a pattern, no term; left out")
            found.notes.add(message, column=f"{expected}: {pattern}")
    for name in rule.keys() & {"regexpMustEmpty", "options"}:
        found.notes.add(tr("has no place in the term base"), column=str(name))


FORMAT = GlossaryFormat(
    "prh",
    (".yml", ".yaml"),
    (Field.ID, Field.OTHER_LOCALES, Field.ADMITTED, *MATCHING, *TEXTS, *REST),
    export,
    load,
    "prh.yml, for textlint",
    monolingual=True,
    recognizes=lambda data: b"rules:" in data,
)
