"""The main job on the five real articles: what must be found, and what must not."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from termkit import Converter, TermBase
from termkit.engine.checking import check_files
from termkit.engine.collect import find_files, load_document
from termkit.engine.converting import convert_document
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.model.document import Document
from termkit.readers import read_document
from tests.cli.runner import run

ASCII = [chr(code) for code in range(128)]


def findings(path: Path, base: TermBase, locale: str = "") -> Counter[tuple[str, str]]:
    """Return how often each text is found wrong, with its first suggestion."""
    result = check_one(read(path), CheckOptions(base, select_checks(), locale))
    return Counter((d.span.of(result.source), d.suggestions[0]) for d in result.diagnostics)


def read(path: Path) -> Document:
    """Read one article."""
    files, problems = find_files([str(path)])
    assert not problems
    return load_document(files[0])


def silent(found: Counter[tuple[str, str]], *words: str) -> bool:
    """Tell that no finding touches any of the words."""
    return not [text for text, _ in found if any(text in word or word in text for word in words)]


def test_locales_are_found_out(shared: Path, builtin: TermBase) -> None:
    """Each article is taken for what it is, by its name or its own word."""
    files, _ = find_files([str(shared / "articles")])
    results = check_files(files, CheckOptions(builtin, select_checks()))
    assert [result.locale for result in results] == ["zh-TW", "zh-TW", "zh-CN", "zh-HK", "zh-TW"]


@pytest.mark.parametrize(
    ("name", "locale"),
    [("003.zh-HK.txt", "zh-HK"), ("000.zh-TW.txt", "zh-TW"), ("004.zh-TW.txt", "zh-TW")],
)
def test_locale_from_the_text_alone(
    shared: Path, builtin: TermBase, name: str, locale: str
) -> None:
    """Without a telling name, script and words tell the region."""
    source = (shared / "articles" / name).read_text("utf-8")
    result = check_one(read_document(source, "article.txt"), CheckOptions(builtin, select_checks()))
    assert result.locale == locale


def test_000(shared: Path, builtin: TermBase) -> None:
    """The mainland word three times, a name in the wrong casing twice, nothing ordinary."""
    found = findings(shared / "articles" / "000.zh-TW.txt", builtin)
    assert found["數據中心", "資料中心"] == 3
    assert found["BlackWell", "Blackwell"] == 2
    assert silent(found, "平台", "布局", "循環", "導入", "回流", "借助", "台北市", "主權AI")


def test_004(shared: Path, builtin: TermBase) -> None:
    """A careless conversion and a casing are found, ordinary words are not."""
    found = findings(shared / "articles" / "004.zh-TW.txt", builtin)
    assert found["瞭", "了"] == 1
    assert found["Github", "GitHub"] == 1
    assert silent(found, "不勝枚舉", "黑客松", "本地", "循環", "台灣", "這些數據", "臺北市")


def test_003_as_zh_tw(shared: Path, builtin: TermBase) -> None:
    """A Hong Kong article read as a Taiwanese one gives each word its Taiwanese counterpart."""
    found = findings(shared / "articles" / "003.zh-HK.txt", builtin, "zh-TW")
    pairs = {
        "英偉達": "輝達",
        "馬克龍": "馬克宏",
        "特朗普": "川普",
        "谷歌": "Google",
        "人工智能": "人工智慧",
        "硅谷": "矽谷",
        "首席執行官": "執行長",
        "芯片": "晶片",
        "視頻": "影片",
        "互聯網": "網際網路",
        "應用程序": "應用程式",
        "數據中心": "資料中心",
        "着": "著",
    }
    assert {pair for pair in pairs.items() if not found[pair]} == set()
    assert silent(found, "擴展", "布局", "皇后")


def test_002_is_clean(shared: Path) -> None:
    """A mainland article has no finding."""
    done = run("check", str(shared / "articles" / "002.zh-CN.md"))
    assert (done.returncode, done.stderr) == (0, "")


def test_convert_002(shared: Path, builtin: TermBase) -> None:
    """zh-CN to zh-TW: our names and words, and everything that is no prose byte for byte."""
    document = read(shared / "articles" / "002.zh-CN.md")
    converter = Converter("zh-CN", "zh-TW", builtin)
    text = convert_document(document, converter).text
    for word in (
        "馬克宏",
        "川普",
        "人工智慧",
        "資料中心",
        "坎城",
        "發布",
        "站台",
        "了解",
        "週活躍",
    ):
        assert word in text, word
    for word in ("釋出", "發佈", "瞭解", "“", "”", "马", "馬克龍", "特朗普"):
        assert word not in text, word
    assert text.count("「") == document.source.count("“") > 0
    # What a Google for a 谷歌 adds aside, ASCII comes out as it went in.
    assert [c for c in text if c.isascii()] == [c for c in document.source if c.isascii()]
    again = read_document(text, "002.md")
    assert convert_document(again, converter).text == text
    assert convert_document(again, Converter("zh-HK", "zh-TW", builtin)).text == text


def test_convert_004(shared: Path, builtin: TermBase) -> None:
    """zh-TW to zh-CN: mainland words, mainland quotation marks, what is shared stays."""
    document = read(shared / "articles" / "004.zh-TW.txt")
    text = convert_document(document, Converter("zh-TW", "zh-CN", builtin)).text
    for word in ("软件", "芯片", "开放数据", "韩国", "证明了", "建立"):
        assert word in text, word
    for word in ("创建", "「", "」", "软体", "晶片", "南韩"):
        assert word not in text, word
    assert text.count("“") == document.source.count("「")


@pytest.mark.parametrize(
    "name", ["000.zh-TW.txt", "001.zh-TW.md", "002.zh-CN.md", "003.zh-HK.txt", "004.zh-TW.txt"]
)
@pytest.mark.parametrize("target", ["zh-TW", "zh-HK", "zh-CN"])
def test_second_pass_is_the_identity(
    shared: Path, builtin: TermBase, name: str, target: str
) -> None:
    """Converting a conversion once more changes nothing."""
    document = read(shared / "articles" / name)
    converter = Converter(name.split(".")[1], target, builtin)
    text = convert_document(document, converter).text
    assert convert_document(read_document(text, document.path), converter).text == text


def test_po_of_real_articles(shared: Path, tmp_path: Path) -> None:
    """The catalogues of real articles satisfy gettext, and a second run changes no byte."""
    if not shutil.which("msgfmt"):
        pytest.skip("needs msgfmt (Debian: gettext)")
    jobs = [("001.zh-TW.md", "zh-CN", "zh_CN"), ("002.zh-CN.md", "zh-TW", "zh_TW")]
    for name, target, folder in jobs:
        command = (
            "po",
            "export",
            str(shared / "articles" / name),
            "--to",
            target,
            "-d",
            str(tmp_path),
        )
        assert run(*command).returncode == 0
        catalog = tmp_path / folder / "LC_MESSAGES" / "articles.po"
        before = catalog.read_bytes(), (tmp_path / "articles.pot").read_bytes()
        checked = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", catalog],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (checked.returncode, checked.stderr) == (0, "")
        assert run(*command).returncode == 0
        assert (catalog.read_bytes(), (tmp_path / "articles.pot").read_bytes()) == before


def test_json_positions_point_into_the_file(shared: Path) -> None:
    """Every finding's text stands where its line and column say."""
    done = run("check", str(shared / "articles"), "--format", "json", "--locale", "zh-TW")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert len(found) > 50
    for one in found:
        lines = Path(one["path"]).read_text("utf-8").split("\n")
        assert one["line"] == one["end_line"]
        assert lines[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1] == one["text"]


def test_masked_text_survives_every_conversion(shared: Path, builtin: TermBase) -> None:
    """In all real Markdown no masked code point changes, in any direction."""
    for path in sorted((shared / "data" / "markdown").rglob("*.md")):
        document = read(path)
        source = next(tag for tag in ("zh-TW", "zh-HK", "zh-CN") if f"/{tag}/" in path.as_posix())
        for target in {"zh-TW", "zh-HK", "zh-CN"} - {source}:
            conversion = convert_document(document, Converter(source, target, builtin))
            for change in conversion.trace:
                assert "\ufffc" not in change.span.of(document.prose), (path, change)
