"""Large catalogues: check, convert and update 10,000 entries, and twice as many.

python -m benchmarks.po_size [ENTRIES]
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from termkit import TermBase
from termkit.engine.collect import Named, load_document
from termkit.engine.converting import Converters, convert_document_text, convert_file
from termkit.engine.po.export import export_articles
from termkit.engine.po.finishing import finished
from termkit.engine.runner import CheckOptions, check_one, select_checks
from termkit.po.file import Catalog

_SUBJECTS = ("記者", "工程師", "資料中心", "軟體公司", "輝達", "研究團隊", "市政府", "讀者")
_VERBS = ("討論", "介紹", "發布", "檢查", "更新", "支援", "拒絕", "比較")
_OBJECTS = ("伺服器", "預算", "演算法", "機房", "晶片", "網路", "程式", "報告")


def article(size: int, edited: int = 0) -> str:
    """Return an article of ``size`` paragraphs; every ``edited``-th one has one word more."""
    lines = []
    for number in range(size):
        words = (_SUBJECTS[number % 8], _VERBS[number // 8 % 8], _OBJECTS[number // 64 % 8])
        more = "也" if edited and number % edited == 0 else ""
        lines.append(
            f"第{number}段：{words[0]}昨天{more}{words[1]}了{words[2]}，但沒有人知道結果。"
        )
    return "\n\n".join(lines) + "\n"


def main(size: int) -> None:
    """Print the CPU seconds of each step, for ``size`` entries and for twice as many."""
    base = TermBase.open()
    converters = Converters("zh-CN", base, "zh-TW")
    converters.for_document(load_document(_small()))[0].convert("暖機")
    for count in (size, 2 * size):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            for name, seconds in _steps(count, base, converters):
                print(f"{count:>7} entries  {name:<24} {seconds:6.2f} s")


def _small() -> Named:
    path = Path(tempfile.mkdtemp()) / "a.md"
    path.write_text("暖機\n", encoding="utf-8")
    return Named(path)


def _steps(count: int, base: TermBase, converters: Converters) -> list[tuple[str, float]]:
    file, folder = Named(Path("a.md")), Path("locales")
    catalogue = folder / "zh_CN/LC_MESSAGES/articles.po"

    def export() -> None:
        export_articles([file], [converters], folder)

    def check() -> None:
        options = CheckOptions(base, select_checks())
        check_one(load_document(Named(catalogue)), options)

    def convert() -> None:
        back = Converters("zh-TW", base)
        done = convert_file(Named(catalogue), back, convert=convert_document_text)
        Path("zh_TW.po").write_bytes(finished(done, Path("zh_TW.po"), back.target))

    file.path.write_text(article(count), encoding="utf-8")
    times = [("export", _timed(export))]
    catalog = Catalog.load(catalogue)
    for item in catalog.items[1:]:
        item.message = replace(item.message.with_fuzzy(False), notes=())
    catalog.save(catalogue)
    convert()  # compiles the table
    times += [("check", _timed(check)), ("convert", _timed(convert))]
    times.append(("update, nothing new", _timed(export)))
    file.path.write_text(article(count, 10), encoding="utf-8")
    times.append(("update, a tenth edited", _timed(export)))
    return times


def _timed(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
