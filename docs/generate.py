"""Writes the pages of the checks into checks.md, from the docstrings. ``make docs`` runs it."""

from pathlib import Path

from termkit.checks import all_checks
from termkit.context import Check
from termkit.files import read_text, write_atomic
from termkit.model.manual import read_manual

PAGE = Path(__file__).parent / "checks.md"
_BEGIN, _END = "<!-- pages -->\n", "<!-- /pages -->\n"


def generate(text: str) -> str:
    """Return checks.md with its generated part made anew."""
    head, begin, rest = text.partition(_BEGIN)
    _, end, tail = rest.partition(_END)
    if not (begin and end):
        raise SystemExit(f"{PAGE}: the lines {_BEGIN.strip()} and {_END.strip()} are missing")
    return f"{head}{begin}{pages()}\n{end}{tail}"


def pages() -> str:
    """Return the table of the checks and the page of each."""
    lines = ["| check | asks | severity | default | fix |", "| --- | --- | --- | --- | --- |"]
    sections = []
    for check in all_checks():
        manual = read_manual(check.doc)
        link = f"[{check.name}](#{check.name})"
        cells = (link, manual.title, check.severity, _default(check), manual.fixes)
        lines.append(f"| {' | '.join(cells)} |")
        facts = f"Severity: {check.severity}; {_default(check)} by default; fix: {manual.fixes}."
        sections.append(f"## {check.name}\n\n{manual.title} {facts}\n\n{manual.markdown}\n")
    return "\n".join(("\n".join(lines) + "\n", *sections))


def _default(check: Check) -> str:
    return "on" if check.default else "off"


if __name__ == "__main__":
    write_atomic(PAGE, generate(read_text(PAGE)).encode())
