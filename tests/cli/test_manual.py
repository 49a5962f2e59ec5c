"""``termkit explain`` and ``termkit checks``."""

import pytest

from termkit.checks import all_checks
from termkit.model.manual import read_manual
from tests.cli.runner import run


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_explain(check: object) -> None:
    """A page has its facts, every section and every example."""
    (one,) = (known for known in all_checks() if known is check)
    done = run("explain", one.name)
    assert (done.returncode, done.stderr) == (0, "")
    manual = read_manual(one.doc)
    lines = done.stdout.splitlines()
    assert lines[0] == f"{one.name}: {manual.title}"
    assert lines[1].startswith(f"{one.severity}; o")
    assert lines[1].endswith(f"; fix: {manual.fixes}")
    for section in manual.sections:
        assert section.heading in lines
        for example in section.examples:
            (line,) = (
                text for text in lines if f"{example.locale}  {example.text}  " in text + "  "
            )
            assert line.endswith(example.found or example.text)
        if not section.examples:
            assert all(f"  {text}".rstrip() in lines for text in section.text.splitlines())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("latin-case", "unknown check 'latin-case'; did you mean latin-casing?"),
        ("xyz", "unknown check 'xyz' (known: deprecated-term, "),
    ],
)
def test_unknown_name(name: str, message: str) -> None:
    """An unknown name is refused with the nearest one, or with all."""
    done = run("explain", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"termkit: {message}")


def test_checks() -> None:
    """Every check has its line: name, severity, on or off, fixes, title."""
    lines = [line.split(maxsplit=3) for line in run("checks").stdout.splitlines()[2:] if line]
    assert [line[0] for line in lines] == [check.name for check in all_checks()]
    for (_, severity, default, rest), check in zip(lines, all_checks(), strict=True):
        manual = read_manual(check.doc)
        assert (severity, default) == (check.severity, "on" if check.default else "off")
        assert rest.split(manual.title) == [rest.removesuffix(manual.title), ""]
        assert rest.startswith(f"{manual.fixes} ")
