"""Counting a term base: what is another word is kept apart from what is another character."""

from termkit.engine.curation.stats import count_concepts
from termkit.engine.curation.stats_tables import headline, stats_values
from termkit.termbase.csvfile import read_csv

BASE = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,domain,status,flags
data,data,資料 | 數據,數據,数据,,it,approved,
chip,chip,晶片,晶片,芯片,芯片,it,draft,one-way
summit,summit,峰會,峰會,峰会,,news,,
nvidia,NVIDIA,NVIDIA,,NVIDIA,,it,,dnt
mainland,,,,厕所,,news,,
gone,gone,甲詞,乙詞,丙词,,it,obsolete,
"""


def test_counts() -> None:
    """Every kind of count, by hand."""
    concepts, problems = read_csv(BASE, "a.csv")
    assert problems == []
    stats = count_concepts(concepts)
    assert stats_values(stats) == {
        "concepts": 5,
        "terms": 17,
        "regional": 2,
        "locales": {"en": 4, "zh-TW": 4, "zh-HK": 3, "zh-CN": 5},
        "domains": {
            "it": {
                "concepts": 3,
                "terms": 12,
                "regional": 2,
                "locales": {"en": 3, "zh-TW": 3, "zh-HK": 2, "zh-CN": 3},
            },
            "news": {
                "concepts": 2,
                "terms": 5,
                "regional": 0,
                "locales": {"en": 1, "zh-TW": 1, "zh-HK": 1, "zh-CN": 2},
            },
        },
        "pairs": {
            "zh-TW/zh-CN": {"both": 4, "words": 2, "script": 1, "same": 1},
            "zh-TW/zh-HK": {"both": 3, "words": 1, "script": 0, "same": 2},
            "zh-HK/zh-CN": {"both": 3, "words": 1, "script": 2, "same": 0},
        },
        "status": {"none": 3, "approved": 1, "draft": 1, "obsolete": 1},
        "flags": {"dnt": 1, "one-way": 1},
        "guards": {"avoid": 1},
    }
    assert headline(stats) == (
        "5 concepts with 17 terms; 2 differ between regions in more than script, "
        "2 (40 %) between zh-TW and zh-CN."
    )
