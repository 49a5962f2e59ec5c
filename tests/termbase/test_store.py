"""Layers of files, what is wrong with them, and the cache of what was compiled."""

import os
import pickle
from pathlib import Path

import pytest

from termkit.errors import InputError, UnknownLocaleError
from termkit.termbase.matcher import Matcher
from termkit.termbase.store import Layer, TermBase

HEADER = "id,en,zh-TW,zh-HK,zh-CN,note\n"
SOFTWARE = HEADER + "software,software,軟體,軟件,软件,\n"
TEXT = "這個軟件很好。"


def write(path: Path, text: str) -> Path:
    """Write a CSV file of the test, its folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def opened(*paths: Path) -> TermBase:
    """Open a term base without the built-in one."""
    return TermBase.open(*paths, builtin=False)


def messages(base: TermBase) -> list[str]:
    """Return the problems of a base as they are shown."""
    return [str(problem) for problem in base.problems]


def corrections(base: TermBase) -> list[tuple[str, str]]:
    """Return what the base finds wrong in TEXT, with what it suggests."""
    found = base.matcher("zh-TW").scan(TEXT).wrong
    return [(f.form.text, claim.suggestion) for f in found for claim in f.claims]


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of this test alone."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("TERMKIT_CACHE_DIR", str(folder))
    return folder


def test_mapping(tmp_path: Path) -> None:
    """A term base has a length, its concepts in the order of the rows, and finds them by id."""
    base = opened(write(tmp_path / "a.csv", SOFTWARE + "ai,AI,AI,AI,AI,\n"))
    assert len(base) == 2
    assert [concept.id for concept in base] == ["software", "ai"]
    assert base["software"].preferred("zh-HK") == "軟件"
    assert "ai" in base
    assert "hardware" not in base
    with pytest.raises(KeyError):
        base["hardware"]


def test_upper_row_replaces_the_whole_lower_row(tmp_path: Path) -> None:
    """Of two rows with one id the later layer's counts, and no cell of the other remains."""
    low = write(tmp_path / "low.csv", HEADER + "ai,AI,人工智慧,人工智能,人工智能,low\n")
    high = write(tmp_path / "high.csv", HEADER + "ai,AI,AI,,,\n")
    base = opened(low, high)
    assert messages(base) == []
    assert len(base) == 1
    assert base["ai"].terms == {"en": ("AI",), "zh-TW": ("AI",)}
    assert (base["ai"].note, base["ai"].path) == ("", str(high))
    assert opened(high, low)["ai"].note == "low"


def test_team_switches_a_row_off(tmp_path: Path) -> None:
    """An obsolete row of the same id silences the one below."""
    low = write(tmp_path / "low.csv", SOFTWARE)
    high = write(tmp_path / "high.csv", "id,zh-TW,status\nsoftware,軟體,obsolete\n")
    assert corrections(opened(low)) == [("軟件", "軟體")]
    assert corrections(opened(low, high)) == []


def test_folder_is_one_layer(tmp_path: Path) -> None:
    """The CSV files of a folder are read in the order of their names, other files are not."""
    write(tmp_path / "b.csv", HEADER + "two,,乙,,,\n")
    write(tmp_path / "a.csv", HEADER + "one,,甲,,,\n")
    write(tmp_path / "notes.txt", "not a term base")
    base = opened(tmp_path)
    assert messages(base) == []
    assert [(c.id, c.domain, c.layer) for c in base] == [("one", "a", 1), ("two", "b", 1)]


def test_same_id_twice_in_one_layer(tmp_path: Path) -> None:
    """Two rows of one layer with the same id are a fault; the first one counts."""
    first = write(tmp_path / "a.csv", HEADER + "ai,AI,甲,,,\nx,,乙,,,\nai,AI,丙,,,\n")
    second = write(tmp_path / "b.csv", HEADER + "ai,AI,丁,,,\n")
    base = opened(tmp_path)
    assert messages(base) == [
        f"{first}:4: id: the id ai stands already at {first}:2; rename one of them",
        f"{second}:2: id: the id ai stands already at {first}:2; rename one of them",
    ]
    assert base["ai"].preferred("zh-TW") == "甲"
    assert len(base) == 2


def test_unreadable_files_are_told_and_the_rest_is_used(tmp_path: Path) -> None:
    """A missing file, an empty folder and a file of another encoding leave the others at work."""
    sound = write(tmp_path / "sound.csv", SOFTWARE)
    empty = tmp_path / "empty"
    empty.mkdir()
    gbk = tmp_path / "gbk.csv"
    gbk.write_bytes(HEADER.encode() + "a,,,,软件程序设计,\n".encode("gbk"))
    missing = tmp_path / "missing.csv"
    base = opened(missing, sound, empty, gbk)
    assert messages(base) == [
        f"{missing}: no such file; check the path",
        f"{empty}: holds no .csv file; name the glossary's folder",
        f"{gbk}:2: not UTF-8 (byte 0xc8); save the file as UTF-8 (it may be GB18030)",
    ]
    assert [concept.id for concept in base] == ["software"]
    assert corrections(base) == [("軟件", "軟體")]


def test_faulty_rows_are_told_and_the_sound_ones_used(tmp_path: Path) -> None:
    """Opening a base with faults works with what is sound; every fault is kept, each time."""
    path = write(tmp_path / "a.csv", SOFTWARE + "Bad,,甲,,,\nx,,软,,,\n")
    expected = [
        f"{path}:3: id: 'Bad' is not an id; use lower-case letters, digits and hyphens",
        f"{path}:4: zh-TW: “软” holds the simplified character 软",
    ]
    for base in (opened(path), opened(path)):
        assert messages(base) == expected
        assert corrections(base) == [("軟件", "軟體")]


def test_load_raises_with_every_fault(tmp_path: Path) -> None:
    """Loading refuses a base with faults and tells them all at once."""
    first = write(tmp_path / "a.csv", SOFTWARE + "Bad,,甲,,,\n")
    second = tmp_path / "b.csv"
    with pytest.raises(InputError) as caught:
        TermBase.load(first, second, builtin=False)
    assert str(caught.value).splitlines() == [
        f"{second}: no such file; check the path",
        f"{first}:3: id: 'Bad' is not an id; use lower-case letters, digits and hyphens",
    ]


def test_load_returns_a_sound_base(tmp_path: Path) -> None:
    """Loading a base without faults gives it, and no paths at all give an empty one."""
    path = write(tmp_path / "a.csv", SOFTWARE)
    assert [concept.id for concept in TermBase.load(path, builtin=False)] == ["software"]
    assert len(TermBase.load(builtin=False)) == 0


def test_key_follows_the_content(tmp_path: Path) -> None:
    """The same files give the same key; another byte, another order or another layer does not."""
    a = write(tmp_path / "a.csv", SOFTWARE)
    b = write(tmp_path / "b.csv", HEADER + "ai,AI,甲,,,\n")
    keys = {opened(a, b).key, opened(b, a).key, opened(a).key, opened(tmp_path).key}
    assert len(keys) == 4
    assert opened(a, b).key in keys
    os.utime(a, (1, 1))
    assert opened(a, b).key in keys
    write(a, SOFTWARE + "\n")
    assert opened(a, b).key not in keys


def test_matcher_is_that_of_the_column(tmp_path: Path) -> None:
    """Macao is served by Hong Kong's column; a locale that is not Chinese has no matcher."""
    base = opened(write(tmp_path / "a.csv", SOFTWARE))
    assert base.matcher("zh_MO") is base.matcher("zh-HK")
    assert base.matcher("zh-TW") is not base.matcher("zh-HK")
    with pytest.raises(UnknownLocaleError):
        base.matcher("en")


def test_second_run_compiles_nothing(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one run compiled the next one reads, without parsing the files again."""
    path = write(tmp_path / "a.csv", SOFTWARE)
    first = TermBase.load(path, builtin=False)
    assert corrections(first) == [("軟件", "軟體")]
    assert any(cache_folder.iterdir())

    def fail(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(Matcher, "build", fail)
    monkeypatch.setattr("termkit.termbase.csvfile.read_csv", fail)
    assert corrections(TermBase.load(path, builtin=False)) == [("軟件", "軟體")]
    write(path, SOFTWARE + "ai,AI,甲,,,\n")
    with pytest.raises(AssertionError, match="made again"):
        opened(path).matcher("zh-TW")


def test_changed_file_is_compiled_anew(tmp_path: Path, cache_folder: Path) -> None:
    """An edit is seen at once, whatever the cache holds."""
    path = write(tmp_path / "a.csv", SOFTWARE)
    assert corrections(opened(path)) == [("軟件", "軟體")]
    write(path, SOFTWARE.replace("軟體", "軟件"))
    assert corrections(opened(path)) == []
    assert any(cache_folder.iterdir())


@pytest.mark.parametrize("name", ["empty", "cut", "flipped", "garbage", "another"])
def test_damaged_cache_is_made_again(tmp_path: Path, cache_folder: Path, name: str) -> None:
    """An entry that is not what was stored is replaced by a good one, silently."""
    path = write(tmp_path / "a.csv", SOFTWARE)
    assert corrections(TermBase.load(path, builtin=False)) == [("軟件", "軟體")]
    good = {entry: entry.read_bytes() for entry in cache_folder.iterdir()}
    assert good
    for entry, data in good.items():
        damaged = {
            "empty": b"",
            "cut": data[:-1],
            "flipped": data[:-1] + bytes([data[-1] ^ 1]),
            "garbage": b"\0" * 40,
            "another": b"x" * 32 + data[32:],
        }
        entry.write_bytes(damaged[name])
    assert corrections(TermBase.load(path, builtin=False)) == [("軟件", "軟體")]
    assert {entry: entry.read_bytes() for entry in cache_folder.iterdir()} == good


@pytest.mark.parametrize("place", ["", "file", "file/below"], ids=["off", "a file", "below a file"])
def test_cache_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Without a usable cache folder everything works the same, and nothing is left behind."""
    (tmp_path / "file").write_bytes(b"mine")
    monkeypatch.setenv("TERMKIT_CACHE_DIR", str(tmp_path / place) if place else "")
    path = write(tmp_path / "a.csv", SOFTWARE)
    for _ in range(2):
        assert corrections(TermBase.load(path, builtin=False)) == [("軟件", "軟體")]
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "file"]
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_to_frame(tmp_path: Path) -> None:
    """The pandas table has the columns of the CSV, and nothing but text in its cells."""
    path = write(
        tmp_path / "it.csv",
        "id,en,zh-TW,zh-TW:avoid,zh-TW:except,zh-TW:context,flags,Ticket\n"
        "a,NA,甲 | 乙,丙,丁,戊 |己,one-way dnt,001\n"
        "b,null,庚,,,,,\n",
    )
    frame = opened(path).to_frame()
    assert frame.to_dict("records") == [
        {
            "id": "a",
            "en": "NA",
            "zh-TW": "甲 | 乙",
            "zh-TW:avoid": "丙",
            "zh-TW:except": "丁",
            "zh-TW:context": "戊 | 己",
            "domain": "it",
            "flags": "dnt one-way",
            "Ticket": "001",
        },
        {
            "id": "b",
            "en": "null",
            "zh-TW": "庚",
            "zh-TW:avoid": "",
            "zh-TW:except": "",
            "zh-TW:context": "",
            "domain": "it",
            "flags": "",
            "Ticket": "",
        },
    ]


def test_to_frame_of_nothing() -> None:
    """An empty term base gives an empty table."""
    assert len(TermBase.open(builtin=False).to_frame()) == 0


NARROWED = [
    ((), ["a1", "b1", "b2"]),
    (("a",), ["a1"]),
    (("b",), ["b1"]),
    (("other",), ["b2"]),
    (("a", "other"), ["a1", "b2"]),
    (("nothing",), []),
]


@pytest.mark.parametrize(("domains", "ids"), NARROWED, ids=[str(d) for d, _ in NARROWED])
def test_layer_narrowed_to_domains(
    tmp_path: Path, domains: tuple[str, ...], ids: list[str]
) -> None:
    """Of a narrowed layer only the rows of its domains count, for the cache as well."""
    folder = tmp_path / "terms"
    write(folder / "a.csv", "id,zh-TW,domain\na1,甲詞,\n")
    write(folder / "b.csv", "id,zh-TW,domain\nb1,乙詞,\nb2,丙詞,other\n")
    every = TermBase.open(folder, builtin=False)
    base = TermBase.open(Layer(folder, domains), builtin=False)
    assert [concept.id for concept in base] == ids
    assert (base.key == every.key) == (not domains)
    assert every.domains == ("a", "b", "other")


def test_narrowed_row_does_not_hide_a_lower_one(tmp_path: Path) -> None:
    """A row that is left out replaces nothing."""
    lower = write(tmp_path / "lower.csv", SOFTWARE)
    upper = write(tmp_path / "upper.csv", SOFTWARE.replace("軟體", "軟件"))
    base = TermBase.open(lower, Layer(upper, ("other",)), builtin=False)
    assert base["software"].preferred("zh-TW") == "軟體"


def test_builtin_narrowed_to_domains() -> None:
    """The built-in base can be narrowed too."""
    base = TermBase.open(domains=("ai", "cloud"))
    assert base.domains == ("ai", "cloud")
    assert not base.problems


def test_travels_to_another_process(tmp_path: Path) -> None:
    """A base that was pickled is the same base."""
    base = TermBase.open(Layer(write(tmp_path / "a.csv", SOFTWARE), ("a",)), builtin=False)
    base.matcher("zh-TW")
    again = pickle.loads(pickle.dumps(base))
    assert again.key == base.key
    assert corrections(again) == corrections(base) == [("軟件", "軟體")]
