"""Whatever happens to an article, nothing that a translator wrote is lost."""

import tempfile

import pytest
from hypothesis import HealthCheck, given, settings

from termkit.engine.converting import Converters
from tests.engine.po.histories import BLOCKS, HISTORY, Step, Story
from tests.engine.po.project import Project


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(blocks=BLOCKS, history=HISTORY)
def test_nothing_is_lost(into_cn: Converters, blocks: list[str], history: list[Step]) -> None:
    """After each update all that translators wrote is there, and a second update changes nothing."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        story = Story(Project(into_cn), blocks)
        for step in history:
            story.step(step)
