"""Several processes make the same as one, in the same order."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from termkit.engine import parallel
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import (
    ConvertedFile,
    Converters,
    convert_document,
    convert_file,
    convert_plainly,
)
from termkit.engine.parallel import choose_jobs, in_order
from termkit.engine.paths import PathTable
from termkit.errors import TermkitError
from termkit.locales import get_locale
from termkit.model.document import Document
from termkit.termbase.store import TermBase


@pytest.fixture
def files(tmp_path: Path) -> list[Named]:
    """Files of several formats and locales; some can't be converted."""
    contents = {
        "a.zh-CN.md": "---\nlang: zh-CN\n---\n他的头发，乙厂的程序。\n",
        "b.md": b"\xff\xfe\xff",
        "c.md": "English only.\n",
        "d.txt": "頭髮\n",
        "e.csv": "id,text,more\n软件,软件,软件\n",
        "f.po": 'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=GBK\\n"\n',
        "missing.md": None,
    }
    for number in range(20):
        contents[f"z{number:02}.md"] = f"第{number}个软件。\n"
    named = []
    for name, text in contents.items():
        path = tmp_path / name
        if text is not None:
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        named.append(Named(path, tmp_path))
    return named


def told(file: ConvertedFile) -> ConvertedFile:
    """Return a result with what it holds of the document spelled out, to be compared."""
    found = file.document
    return replace(file, document=found and Document(found.path, found.source, found.segments))


@pytest.mark.parametrize("reasons", [True, False], ids=["with reasons", "text only"])
def test_parallel_is_serial(
    files: list[Named], team: TermBase, reasons: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The results are equal, faults and skipped files among them, and stand in the order of the files."""
    monkeypatch.setattr(parallel, "_CHUNK_FILES", 3)
    convert = partial(
        convert_file,
        converters=Converters("zh-TW", team, domain="software"),
        load=partial(load_document, columns=["text"]),
        convert=partial(convert_document, doubts=True),
    )
    work = convert if reasons else partial(convert_plainly, convert=convert)
    serial = [told(file) for file in in_order(work, files, 1)]
    assert [told(file) for file in in_order(work, files, 2)] == serial
    assert [file.file for file in serial] == files
    assert [file.file.path.name for file in serial if file.problems] == ["b.md", "missing.md"]
    assert [file.file.path.name for file in serial if file.skipped] == ["c.md"]
    assert any(file.trace for file in serial) is reasons
    assert all(file.locale for file in serial if file.text)
    assert serial[4].text == "id,text,more\n软件,軟體,软件\n"
    assert serial[5].data == files[5].path.read_bytes().replace(b"zh_CN", b"zh_TW")


def test_work_that_fails(files: list[Named]) -> None:
    """An error in another process is an error here."""
    with pytest.raises(FileNotFoundError, match=r"missing\.md"):
        list(in_order(length, files, 2))


def length(file: Named) -> int:
    """Return the size of a file that is there."""
    return file.path.stat().st_size


def test_ending_early(files: list[Named], team: TermBase) -> None:
    """Whoever stops listening ends the processes."""
    work = partial(convert_file, converters=Converters("zh-TW", team))
    results = in_order(work, files, 2)
    assert isinstance(results, Generator)
    assert [next(results).file, next(results).file] == files[:2]
    results.close()


@pytest.mark.parametrize(
    ("wanted", "count", "size", "jobs"),
    [(4, 8, 10, 1), (4, 8, 1000, 4), (4, 3, 1000, 3), (1, 8, 1000, 1), (8, 8, 500, 4)],
    ids=["small tree", "big tree", "few files", "one wanted", "worth four"],
)
def test_choose_jobs(tmp_path: Path, wanted: int, count: int, size: int, jobs: int) -> None:
    """Processes are started where there is enough to do, and not more than asked for."""
    files = []
    for number in range(count):
        path = tmp_path / str(number)
        path.touch()
        with path.open("wb") as file:
            file.truncate(size)
        files.append(Named(path))
    assert choose_jobs(wanted, files, 1000) == jobs


def test_no_negative_jobs() -> None:
    """A number of processes is not negative."""
    with pytest.raises(TermkitError, match="--jobs must be 1 or more"):
        choose_jobs(-1, [], 1)


def test_converters_travel(team: TermBase) -> None:
    """What another process is given is what this one has."""
    import pickle

    table = PathTable(Path(), (("hk/", "zh-HK"),))
    one = Converters(
        "zh-MO", team, "zh-SG", "software", script_only=True, tai="keep", by_path=table
    )
    other = pickle.loads(pickle.dumps(one))
    assert other.by_path == table
    assert (other.target, other.source, other.domain, other.options, other.base.key) == (
        get_locale("zh-MO"),
        get_locale("zh-SG"),
        "software",
        {"script_only": True, "keep_quotes": False, "tai": "keep"},
        team.key,
    )
