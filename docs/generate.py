"""Writes what the code knows of itself into the pages. ``make docs`` runs it.

The pages of the checks come from their docstrings, the table of glossary formats from
what each declares, the counts in the README from the built-in term base.
"""

from pathlib import Path

from termkit.checks import all_checks
from termkit.context import Check
from termkit.engine.curation.stats import count_concepts
from termkit.engine.curation.stats_tables import headline, stats_tables
from termkit.engine.curation.tables import markdown_table
from termkit.files import read_text, write_atomic
from termkit.glossary_formats import GlossaryFormat, all_formats
from termkit.model.manual import read_manual
from termkit.termbase.store import TermBase

PAGE = Path(__file__).parent / "checks.md"
README = Path(__file__).parent.parent / "README.md"
FORMATS_PAGE = Path(__file__).parent / "formats.md"


def generate(text: str) -> str:
    """Return checks.md with its generated part made anew."""
    return _between(text, "pages", pages() + "\n")


def generate_readme(text: str) -> str:
    """Return the README with the counts of the built-in term base made anew."""
    return _between(text, "stats", counts())


def _between(text: str, name: str, new: str) -> str:
    """Return a page with what stands between two comments replaced."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    head, found, rest = text.partition(begin)
    _, ended, tail = rest.partition(end)
    if not (found and ended):
        raise SystemExit(f"the lines {begin.strip()} and {end.strip()} are missing")
    return f"{head}{begin}{new}{end}{tail}"


def counts() -> str:
    """Return the counts of the built-in term base: in one sentence, by domain, by pair of locales."""
    stats = count_concepts(TermBase.load().concepts)
    domains, pairs, *_ = stats_tables(stats)
    tables = (markdown_table(table.header, table.rows) for table in (domains, pairs))
    return "\n".join((headline(stats) + "\n", *tables))


def generate_formats(text: str) -> str:
    """Return formats.md with its table made anew."""
    return _between(text, "pages", formats() + "\n")


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
    write_atomic(README, generate_readme(read_text(README)).encode())
    write_atomic(FORMATS_PAGE, generate_formats(read_text(FORMATS_PAGE)).encode())
