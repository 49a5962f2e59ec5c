"""A project of its own for each test."""

from pathlib import Path

import pytest

from termkit.engine.converting import Converters
from termkit.termbase.store import TermBase
from tests.conftest import SMALL_BASE
from tests.engine.po.project import Project


@pytest.fixture(scope="session")
def into_cn(tmp_path_factory: pytest.TempPathFactory) -> Converters:
    """Converters from zh-TW to zh-CN with a small term base."""
    path = tmp_path_factory.mktemp("base") / "small.csv"
    path.write_text(SMALL_BASE, encoding="utf-8")
    return Converters("zh-CN", TermBase.load(path, builtin=False), "zh-TW")


@pytest.fixture
def project(tmp_path: Path, into_cn: Converters, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An empty project in the working directory."""
    monkeypatch.chdir(tmp_path)
    return Project(into_cn)
