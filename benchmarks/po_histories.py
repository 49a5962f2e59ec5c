"""Random histories of articles whose catalogues are updated: nothing a translator wrote is lost.

    python -m benchmarks.po_histories [HISTORIES]

The suite runs a few of them; this runs 500, which takes minutes.
"""

import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.conftest import SMALL_BASE
from tests.engine.po.histories import BLOCKS, HISTORY, Step, Story
from tests.engine.po.project import Project

from termkit.engine.converting import Converters
from termkit.termbase.store import TermBase


def main(count: int) -> None:
    """Run ``count`` histories; the first that fails is shown as short as it can be."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.csv"
        path.write_text(SMALL_BASE, encoding="utf-8")
        converters = Converters("zh-CN", TermBase.load(path, builtin=False), "zh-TW")
        steps = 0

        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(blocks=BLOCKS, history=HISTORY)
        def run(blocks: list[str], history: list[Step]) -> None:
            nonlocal steps
            with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
                patch.chdir(place)
                story = Story(Project(converters), blocks)
                for step in history:
                    story.step(step)
                    steps += 1

        run()
    print(f"{count} histories, {steps} edits: nothing lost")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
