"""Writes what the code knows of itself into the pages. ``make docs`` runs it.

The pages of the checks come from their docstrings, the table of glossary formats from
what each declares.
"""

from pathlib import Path

from termkit.checks import all_checks
from termkit.context import Check
from termkit.files import read_text, write_atomic
from termkit.glossary_formats import GlossaryFormat, all_formats
from termkit.model.manual import read_manual

PAGE = Path(__file__).parent / "checks.md"
FORMATS_PAGE = Path(__file__).parent / "formats.md"
_BEGIN, _END = "<!-- pages -->\n", "<!-- /pages -->\n"


def generate(text: str) -> str:
    """Return checks.md with its generated part made anew."""
    return _replaced(text, pages())


def generate_formats(text: str) -> str:
    """Return formats.md with its table made anew."""
    return _replaced(text, formats())


def _replaced(text: str, generated: str) -> str:
    head, begin, rest = text.partition(_BEGIN)
    _, end, tail = rest.partition(_END)
    if not (begin and end):
        raise SystemExit(f"the lines {_BEGIN.strip()} and {_END.strip()} are missing")
    return f"{head}{begin}{generated}\n{end}{tail}"


def formats() -> str:
    """Return the table of the glossary formats."""
    lines = ["| format | what it is | suffixes | does not hold |", "| --- | --- | --- | --- |"]
    lines += (f"| `{each.name}` | {' | '.join(_format_cells(each))} |" for each in all_formats())
    return "\n".join(lines)


def _format_cells(each: GlossaryFormat) -> tuple[str, str, str]:
    suffixes = " ".join(f"`{suffix}`" for suffix in each.suffixes) or "–"
    if each.directory:
        suffixes = "a directory"
    title = each.title if each.export else f"{each.title} (import only)"
    return title, suffixes, ", ".join(each.loses) or "–"


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
    write_atomic(FORMATS_PAGE, generate_formats(read_text(FORMATS_PAGE)).encode())
