"""The texts that are measured: the repository's examples, or the real ones beside the checkout."""

import csv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
MEGABYTE = 1_000_000
_COLUMNS = {"zh-CN": ("zh_CN", "input"), "zh-TW": ("zh_TW", "expected")}


def repeated(text: str, size: int) -> str:
    """Repeat ``text`` until it has about ``size`` bytes of UTF-8."""
    length = len(text.encode())
    return text * max(round(size / length), 1)


def examples(locale: str) -> str:
    """Return the example articles of one locale."""
    files = sorted((ROOT / "examples" / "articles").glob(f"*.{locale}.md"))
    return "\n".join(f.read_text("utf-8") for f in files if "mistakes" not in f.name)


def real(locale: str, shared: Path = SHARED, *, prose: bool = True, strings: bool = True) -> str:
    """Return real texts in zh-CN or zh-TW, about 2 MB.

    Prose are articles and sentences of Wikipedia, strings are those of programs.
    """
    if not (shared / "data").is_dir():
        raise SystemExit(f"benchmarks: the real texts are not in {shared}")
    pairs, sentences = _COLUMNS[locale]
    pieces: list[str] = []
    if prose:
        pieces += [
            p.read_text("utf-8") for p in sorted((shared / "articles").glob(f"*.{locale}.*"))
        ]
        pieces += _column(shared / "data" / "suites" / "ud_gsd_train.tsv", sentences)
    for path in sorted((shared / "data" / "pairs").glob("*.tsv")) if strings else ():
        pieces += (text.replace("\\n", "\n") for text in _column(path, pairs) if text)
    return "\n".join(pieces)


def _column(path: Path, name: str) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row[name]
