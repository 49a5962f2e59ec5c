"""What all tests share: real texts where they are at hand, a cache of their own, a small term base."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from termkit.engine.language import LANGUAGES, speak
from termkit.messages import ENGLISH
from termkit.termbase.store import TermBase

# The first example of a property compiles tables, and machines are noisy: nothing is timed.
settings.register_profile("termkit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("termkit")

pytest.register_assert_rewrite("tests.checks.harness")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compile into a temporary folder, never into the user's cache."""
    os.environ["TERMKIT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session", autouse=True)
def _english() -> None:
    """Whatever the user's language is, messages are compared in English."""
    os.environ["LANGUAGE"] = ENGLISH


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language that there are messages in, spoken during the test."""
    speak(request.param)
    yield request.param
    speak(ENGLISH)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the real texts (../shared) are not here")
    return SHARED


@pytest.fixture(scope="session")
def builtin() -> TermBase:
    """The built-in term base."""
    return TermBase.open()


SMALL_BASE = """\
id,en,zh-TW,zh-HK,zh-CN,zh-TW:avoid,zh-TW:except,zh-TW:context,zh-CN:context,definition,note
nvidia,NVIDIA,輝達 | NVIDIA,輝達 | 英偉達 | NVIDIA,英伟达 | NVIDIA,,,,,,company
macron,Emmanuel Macron,馬克宏,馬克龍,马克龙,,,,,,President of France since 2017
sovereign-ai,sovereign AI,主權AI,主權AI,主权AI,主權人工智能,,,,,
software,software,軟體,軟件,软件,,軟件猿,,,programs,
program,program,程式,程式,程序,,,軟體 | 執行,软件 | 运行,,
procedure,procedure,程序,程序,程序,,,,,,
algorithm,algorithm,演算法,演算法,算法,,,,,,
publish,publish,發布 | 發佈,發布,发布,,,,,,
github,GitHub,GitHub,GitHub,GitHub,,,,,,
spelling,,製作,,,製做,,,,,
"""


@pytest.fixture
def small(tmp_path: Path) -> TermBase:
    """A term base of ten concepts, without the built-in one."""
    path = tmp_path / "small.csv"
    path.write_text(SMALL_BASE, encoding="utf-8")
    return TermBase.load(path, builtin=False)
