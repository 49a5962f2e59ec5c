"""English terms as they stand in sentences."""

import pytest

from termkit.bitext.english import forms


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("model", {"models"}),
        ("policy", {"policies"}),
        ("key", {"keys"}),
        ("class", {"classes"}),
        ("box", {"boxes"}),
        ("branch", {"branches"}),
        ("hash", {"hashes"}),
        ("index", {"indexes", "indices"}),
        ("matrix", {"matrices"}),
        ("analysis", {"analyses"}),
        ("hero", {"heroes", "heros"}),
        ("GPU", {"GPUs"}),
        ("knife", {"knives"}),
        ("Person", {"People"}),
        ("data centre", {"data centres", "data center", "data centers", "data-centres"}),
        ("open-source", {"open source"}),
        ("colour", {"color", "colors"}),
        ("organisation", {"organizations"}),
        ("normalize", {"normalise"}),
        ("licence", {"license", "licenses"}),
        ("C++", set()),
    ],
)
def test_forms(term: str, expected: set[str]) -> None:
    """The plural and the other spellings of a term are among its forms, and the term itself."""
    assert expected | {term} <= forms(term)


@pytest.mark.parametrize(
    ("term", "strange"),
    [
        ("policy", "policys"),
        ("class", "classs"),
        ("day", "daies"),
        ("GPU", "GPUS"),
        ("C++", "C++s"),
    ],
)
def test_no_form(term: str, strange: str) -> None:
    """What nobody writes is no form."""
    assert strange not in forms(term)
