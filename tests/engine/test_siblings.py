"""Articles beside what they are translated from: which, block by block, and what is found."""

from pathlib import Path

import pytest

from termkit.engine.blocks import pair_blocks
from termkit.engine.checking import Means, check_files
from termkit.engine.collect import Named, find_files
from termkit.engine.result_cache import ResultCache
from termkit.engine.runner import CheckOptions, select_checks
from termkit.engine.siblings import Siblings
from termkit.readers import read_document
from termkit.termbase.store import TermBase
from tests.cli.runner import run

KEYED = "---\ntranslationKey: {}\n---\n\n{}\n"
PLACES = [
    ("zh-TW", "a.zh-cn.md", "a.zh-tw.md"),
    ("zh-TW", "a.zh_CN.md", "a.zh_TW.md"),
    ("zh-TW", "zh-CN/news/a.md", "zh-TW/news/a.md"),
    ("zh-TW", "zh-Hans/a.md", "zh-Hant/a.md"),
    ("zh-TW", "content/zh-cn/a.md", "content/zh-tw/a.md"),
    ("en", "a.zh-tw.md", "a.en.md"),
    ("en", "zh-TW/a.md", "en/a.md"),
    ("en", "a.zh-tw.md", "a.md"),
    ("en", "docs/zh-TW/a.md", "docs/a.md"),
    ("zh-HK", "a-zh-TW.md", "a-zh-HK.md"),
    ("zh-CN", "README.zh-TW.md", "README.md"),
]
NONE = [
    ("", "a.zh-cn.md", "a.zh-tw.md"),
    ("zh-TW", "a.zh-tw.md", "a.zh-cn.md"),
    ("zh-TW", "a.zh-cn.md", "b.zh-tw.md"),
    ("zh-HK", "a.zh-cn.md", "a.zh-tw.md"),
    ("zh-TW", "a.md", "b.md"),
    ("en", "a.en.md", "a.md"),
    ("zh-TW", "zh-CN/a.md", "zh-TW/b/a.md"),
]


def written(folder: Path, **texts: str) -> None:
    """Write files of some names."""
    for name, text in texts.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("source", "name", "sibling"), PLACES)
def test_sibling(tmp_path: Path, source: str, name: str, sibling: str) -> None:
    """The sibling is found under the name of its locale, in its own spelling, or under none."""
    written(tmp_path, **{name: "x", sibling: "x"})
    assert Siblings(source).source_of(str(tmp_path / name)) == tmp_path / sibling


@pytest.mark.parametrize(("source", "name", "other"), NONE)
def test_no_sibling(tmp_path: Path, source: str, name: str, other: str) -> None:
    """A file in the source locale has none, nor has one whose counterpart is not there."""
    written(tmp_path, **{name: "x", other: "x"})
    assert Siblings(source).source_of(str(tmp_path / name)) is None


def test_translation_key(tmp_path: Path) -> None:
    """Pages of other names belong together by their translationKey, as in Hugo."""
    names = {
        "zh-tw/chao.md": KEYED.format("tide", "潮"),
        "zh-cn/tide.md": KEYED.format("tide", "潮"),
        "zh-cn/other.md": KEYED.format("other", "别"),
    }
    written(tmp_path, **names)
    files = [Named(tmp_path / name) for name in names]
    siblings = Siblings("zh-TW").among(files)
    assert siblings.source_of(str(tmp_path / "zh-cn/tide.md")) == tmp_path / "zh-tw/chao.md"
    assert siblings.source_of(str(tmp_path / "zh-cn/other.md")) is None


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    """Return the blocks of two Markdown texts that stand beside each other."""
    found = pair_blocks(read_document(source, "a.md"), read_document(target, "b.md"))
    return [(pair.sources[0].text, pair.target.text) for pair in found]


def test_blocks() -> None:
    """Blocks stand beside those of their kind, in order; a missing one shifts nothing."""
    source = (
        "# The tide map\n\nThe map shows 12 harbours.\n\n- Opened in 1998\n- Closed in 2004\n\n"
        "This paragraph about the lighthouse was left out of the translation altogether.\n\n"
        "The harbour master, Ms Lin, counts 340 ships a day.\n\n> Nobody knows them all.\n"
    )
    target = (
        "# 潮線地圖\n\n地圖上有 12 個港口。\n\n- 1998年啟用\n- 2004年關閉\n\n"
        "港務長 Lin 女士每天數到 340 艘船。\n\n> 沒有人全都認得。\n"
    )
    assert pairs(source, target) == [
        ("The tide map", "潮線地圖"),
        ("The map shows 12 harbours.", "地圖上有 12 個港口。"),
        ("Opened in 1998", "1998年啟用"),
        ("Closed in 2004", "2004年關閉"),
        (
            "The harbour master, Ms Lin, counts 340 ships a day.",
            "港務長 Lin 女士每天數到 340 艘船。",
        ),
        ("Nobody knows them all.", "沒有人全都認得。"),
    ]


def test_split_paragraph() -> None:
    """Two paragraphs that were one stand beside it together."""
    source = "第一段說到潮汐，也說到月亮與海岸線的變化。第二段說到2024年的燈塔與船隻。\n\n完。"
    target = "第一段说到潮汐，也说到月亮与海岸线的变化。\n\n第二段说到2024年的灯塔与船只。\n\n完。"
    assert pairs(source, target) == [
        (source.partition("\n")[0], target.rpartition("\n\n")[0]),
        ("完。", "完。"),
    ]


def test_other_article() -> None:
    """Articles that have hardly a block in common are no translations of each other."""
    source = "# Tides\n\n- a\n- b\n- c\n- d\n- e\n- f\n"
    target = "一篇別的文章，只有一段。\n\n| a | b |\n| - | - |\n| 一 | 二 |\n"
    assert pairs(source, target) == []


ORIGINAL = "# 潮線地圖\n\n地圖上有 12 個港口，見 https://example.org/map 。\n\n輝達在 2019 年捐出 340 台主機。\n"
TRANSLATION = "# 潮线地图\n\n地图上有 21 个港口，见 https://example.org/map 。\n\n英伟达在 2019 年捐出 340 台主机。\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in two locales, in the current directory; the cache is empty."""
    monkeypatch.setenv("TERMKIT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    written(folder, **{"zh-tw/map.md": ORIGINAL, "zh-cn/map.md": TRANSLATION})
    monkeypatch.chdir(folder)
    return folder


def test_command(tree: Path) -> None:
    """The program compares with the source locale where it is told one, by option or configuration."""
    line = (
        "zh-cn/map.md:3:6: warning number-mismatch: “21” is not in the original, which has “12”\n"
    )
    done = run("check", ".", "--source", "zh-TW", "--format", "concise")
    assert (done.returncode, done.stdout.splitlines(keepends=True)[0]) == (1, line)
    assert run("check", ".").returncode == 0
    (tree / "termkit.toml").write_text('source = "zh-TW"\n', encoding="utf-8")
    assert run("check", "zh-cn", "--format", "concise").stdout.startswith(line)
    (tree / "termkit.toml").write_text('source = "zh-TV"\n', encoding="utf-8")
    assert (
        "termkit.toml:1: source: unknown locale 'zh-TV'; did you mean zh-TW?"
        in run("check", "zh-cn").stderr
    )


def test_cache_knows_the_original(tree: Path, builtin: TermBase) -> None:
    """A translation is checked anew when its original has changed, and only then."""
    options = CheckOptions(builtin, select_checks(), siblings=Siblings("zh-TW"))
    files = find_files(["."])[0]

    def found() -> list[str]:
        results = check_files(files, options, means=Means(1, ResultCache(options)))
        return [each.check for result in results for each in result.diagnostics]

    assert found() == ["number-mismatch"]
    (translation,) = [file for file in files if "zh-cn" in file.name]
    assert ResultCache(options).holds(translation)
    written(tree, **{"zh-tw/map.md": ORIGINAL.replace("12", "21")})
    assert not ResultCache(options).holds(translation)
    assert found() == []


@pytest.mark.parametrize("text", ["# Map\n\nIt shows 13 harbours.\n", TRANSLATION])
def test_original_in_another_locale(tree: Path, builtin: TermBase, text: str) -> None:
    """What stands where an original may, without a name, and is in another language, is none."""
    (tree / "zh-tw" / "map.md").unlink()
    written(tree, **{"map.md": text})
    options = CheckOptions(builtin, select_checks(), siblings=Siblings("zh-TW"))
    (result,) = check_files(find_files(["zh-cn"])[0], options)
    assert result.diagnostics == ()
    written(tree, **{"map.md": ORIGINAL})
    (result,) = check_files(find_files(["zh-cn"])[0], options)
    assert [each.check for each in result.diagnostics] == ["number-mismatch"]


def test_unreadable_original(tree: Path, builtin: TermBase) -> None:
    """An original that can't be read is told, with its own name."""
    (tree / "zh-tw" / "map.md").write_bytes(b"\xff")
    options = CheckOptions(builtin, select_checks(), siblings=Siblings("zh-TW"))
    (result,) = check_files(find_files(["zh-cn"])[0], options)
    assert [str(problem) for problem in result.problems] == [
        "zh-tw/map.md:1: not UTF-8 (byte 0xff); save the file as UTF-8"
    ]


def test_suppressed(tree: Path, builtin: TermBase) -> None:
    """A comment in the translation hides a finding of it."""
    hidden = TRANSLATION.replace("地图上", "<!-- termkit: ignore number-mismatch -->\n\n地图上")
    written(tree, **{"zh-cn/map.md": hidden})
    options = CheckOptions(builtin, select_checks(), siblings=Siblings("zh-TW"))
    (result,) = check_files(find_files(["zh-cn"])[0], options)
    assert result.diagnostics == ()
