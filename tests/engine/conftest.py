"""Small term bases and converted files for the tests of the engine."""

from pathlib import Path

import pytest

from termkit.convert.converter import Converter
from termkit.engine.collect import Named, parse_document
from termkit.engine.converting import ConvertedFile, convert_document
from termkit.termbase.store import TermBase

TEAM = """\
id,zh-TW,zh-HK,zh-CN,zh-CN:context
vendor,甲廠,甲廠,乙厂,
program,程式,程式,程序,软件
procedure,程序,程序,程序,
quality,品質,質素,质量,产品
"""


@pytest.fixture
def team(tmp_path: Path) -> TermBase:
    """A term base of four rows, two words of which are ambiguous."""
    path = tmp_path / "team.csv"
    path.write_text(TEAM, encoding="utf-8")
    return TermBase.load(path, builtin=False)


def converted(
    text: str, base: TermBase, source: str = "zh-CN", target: str = "zh-TW", name: str = "a.md"
) -> ConvertedFile:
    """Convert a text as the file ``name`` would be, with its doubts."""
    document = parse_document(text.encode(), name)
    done = convert_document(document, Converter(source, target, base), doubts=True)
    return ConvertedFile(
        Named(Path(name)),
        done.text,
        source,
        document=document,
        trace=done.trace,
        doubts=done.doubts,
    )
