"""Vale: a directory with a style, a vocabulary and a configuration that uses both."""

from collections.abc import Iterable

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
from termkit.glossary_formats.wrong_forms import Rule, escape, find_rules, literal_of
from termkit.glossary_formats.yamltext import load_mapping, quoted
from termkit.messages import tr
from termkit.model.term import Concept
from termkit.problems import Problem
from termkit.text import has_han

_STYLE = "termkit-{}"
_CONFIGURATION = """\
StylesPath = styles
MinAlertLevel = suggestion
Vocab = {style}

[*.{{md,markdown,txt,html,rst,adoc}}]
BasedOnStyles = Vale, {style}
Vale.Spelling = NO
"""


def export(request: ExportRequest) -> Exported:
    """Write the style's rules, the vocabulary and ``.vale.ini`` into the directory ``path``."""
    style = _STYLE.format(request.target)
    rules = list(find_rules(request.concepts, request.target))
    regional = [rule for rule in rules if rule.is_regional]
    avoided = [rule for rule in rules if not rule.is_regional]
    latin = [rule.form for rule in avoided if not has_han(rule.form)]
    vocabulary = f"styles/config/vocabularies/{style}"
    files = {  # not shown
        ".vale.ini": _CONFIGURATION.format(style=style),
        f"styles/{style}/WrongRegion.yml": _rule_file(regional, "another region's word", "error"),
        f"styles/{style}/Avoided.yml": _rule_file(avoided, "a term to avoid", "warning"),
        f"{vocabulary}/accept.txt": _list(_latin_terms(request.concepts, request.target)),
        f"{vocabulary}/reject.txt": _list(latin),
    }
    for file, text in files.items():
        write_atomic(request.path / file, text.encode("utf-8", "replace"))
    return Exported(len(rules), of="rules")


def _rule_file(rules: Iterable[Rule], fault: str, level: str) -> str:
    swaps = [f"  {quoted(rule.pattern)}: {quoted(rule.right)}\n" for rule in rules]
    message = f"“%s” is the word here; “%s” is {fault}."  # not shown
    return (
        f"extends: substitution\nmessage: {quoted(message)}\nlevel: {level}\n"  # not shown
        "nonword: true\nignorecase: false\naction:\n  name: replace\n"
        f"swap:{'' if swaps else ' {}'}\n{''.join(swaps)}"
    )


def _latin_terms(concepts: Iterable[Concept], locale: str) -> Iterable[str]:
    """Yield the Latin names, whose casing Vale checks; it finds no Chinese word in a vocabulary."""
    for concept in concepts:
        if concept.is_active and "ignore-case" not in concept.flags:
            yield from (term for term in concept.terms.get(locale, ()) if not has_han(term))


def _list(terms: Iterable[str]) -> str:
    return "".join(f"{escape(term)}\n" for term in dict.fromkeys(terms))


def load(request: ImportRequest) -> Imported:
    """Read the swaps of a rule, or of every rule below a directory that was exported."""
    if not request.target:
        message = tr(
            "does not say which locale its terms are in; tell it with {option}", option="--to"
        )
        raise InputError(Problem(str(request.path), 0, "", message))
    found = Collector(request.path)
    is_folder = request.path.is_dir()
    files = sorted(request.path.glob("styles/*/*.yml")) if is_folder else [request.path]
    rights: dict[str, list[str]] = {}
    for file in files:
        rule = load_mapping(file)
        swap = rule.get("swap")
        if rule.get("extends") != "substitution" or not isinstance(swap, dict):
            found.notes.add(tr("is no rule of substitution; left out"), column=file.name)
            continue
        for pattern, right in swap.items():
            form = literal_of(str(pattern))
            if form and isinstance(right, str):
                rights.setdefault(right, []).append(form)
            else:
                found.notes.add(tr("is a pattern, no term; left out"), column=str(pattern))
    for right, forms in rights.items():
        found.open()
        found.terms(request.target, right.split("|"))
        found.terms(f"{request.target}:avoid", forms)
    return found.result()


FORMAT = GlossaryFormat(
    "vale",
    (".yml", ".yaml"),
    (Field.ID, Field.OTHER_LOCALES, Field.ADMITTED, *MATCHING, *TEXTS, *REST),
    export,
    load,
    "Vale's style with a vocabulary",
    monolingual=True,
    directory=True,
    recognizes=lambda data: b"extends:" in data,
)
