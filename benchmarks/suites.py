"""Run the published test suites of other converters, and tell each case that fails.

    python -m benchmarks.suites                             one line a suite
    python -m benchmarks.suites --show opencc_testcases:t2s its failing cases, ours and theirs
    python -m benchmarks.suites --verify                    exit 1 where known-differences.tsv is not true

The suites are not part of this repository; they are looked for in ../shared/data/suites.
Configurations between two forms of generic traditional Chinese, and Japanese, have no
locale here and are left out, as are suites that rewrite a text rather than convert it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from termkit import Converter

ROOT = Path(__file__).parent.parent
SUITES = ROOT.parent / "shared" / "data" / "suites"
KNOWN = Path(__file__).parent / "known-differences.tsv"
KINDS = {
    "base": "our term base or a rule of ours gives another word on purpose",
    "house": "our house spelling is another",
    "theirs": "no editor of the target would write what the suite expects",
    "gap": "we are wrong",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what the authors of the suite expect."""

    id: str
    text: str
    expected: str


@dataclass(frozen=True, slots=True)
class Suite:
    """The cases of one configuration of one file, and how a converter for them is made.

    ``floor`` is the percentage below which ``--verify`` fails. Where ``listed`` holds,
    every failing case has its row in the file of known differences; the others are long
    texts, of which only the percentage says something.
    """

    file: str
    config: str
    source: str
    target: str
    script_only: bool = False
    floor: float = 0
    listed: bool = True

    @property
    def name(self) -> str:
        """The name for ``--show``."""
        return f"{self.file}:{self.config}" if self.config else self.file

    def converter(self) -> Converter:
        """Return the converter that the configuration stands for."""
        return Converter(self.source, self.target, script_only=self.script_only)


_SCRIPT = {
    "s2t": ("zh-CN", "zh-Hant"),
    "t2s": ("zh-Hant", "zh-Hans"),
    "s2tw": ("zh-CN", "zh-TW"),
    "tw2s": ("zh-TW", "zh-CN"),
    "s2hk": ("zh-CN", "zh-HK"),
    "hk2s": ("zh-HK", "zh-CN"),
}
_WORDS = {
    "s2twp": ("zh-CN", "zh-TW"),
    "tw2sp": ("zh-TW", "zh-CN"),
    "s2hkp": ("zh-CN", "zh-HK"),
    "hk2sp": ("zh-HK", "zh-CN"),
}
_FLOORS = dict.fromkeys(_SCRIPT, 90) | {"s2twp": 60, "tw2sp": 60}


def _opencc(file: str, *names: str, floors: dict[str, int] | None = None) -> Iterator[Suite]:
    """Yield the suites of OpenCC's configurations: script alone, then with regional words."""
    least = floors or {}
    for name, (source, target) in (_SCRIPT | _WORDS).items():
        if not names or name in names:
            yield Suite(file, name, source, target, name in _SCRIPT, least.get(name, 0))


ALL = (
    Suite("ud_gsd_train", "", "zh-CN", "zh-TW", script_only=True, floor=88, listed=False),
    *_opencc("opencc_testcases", floors=_FLOORS),
    Suite("mediawiki_zhconverter", "zh-tw", "zh-CN", "zh-TW", floor=100 * 14 / 16),
    Suite("mediawiki_zhconverter", "zh-cn", "zh-TW", "zh-CN", floor=100 * 14 / 16),
    *_opencc("opencc_golden", "s2t", "s2tw", "s2hk", "s2twp", "s2hkp"),
    *_opencc("opencc_python_tests", "s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "s2twp", "tw2sp"),
    *_opencc("opencc_js_tests", "t2s", "hk2s", "s2twp"),
    Suite("zhconv_doctests", "zh-tw", "zh-CN", "zh-TW"),
    Suite("zhconv_doctests", "zh-cn", "zh-TW", "zh-CN"),
    Suite("zhconv_doctests", "zh-hant", "zh-CN", "zh-Hant"),
    Suite("zhtw_mcp_fix", "native-zh-tw:direct", "zh-CN", "zh-TW"),
    Suite("aosp", "", "zh-CN", "zh-TW", listed=False),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A failing case and what we write."""

    case: Case
    ours: str

    def __str__(self) -> str:
        return "\n  ".join(
            (self.case.id, *(f"{ours}  (theirs: {theirs})" for ours, theirs in self.words()))
        )

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the pieces that differ, each with a character of what stands around it."""
        ours, theirs = self.ours, self.case.expected
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        for tag, start, end, left, right in matcher.get_opcodes():
            if tag != "equal":
                yield ours[max(start - 1, 0) : end + 1], theirs[max(left - 1, 0) : right + 1]


def read_cases(suite: Suite, folder: Path) -> list[Case]:
    """Read the cases of a suite; those that share an id are counted: ``id#2``."""
    if suite.file == "opencc_golden":
        return list(_golden(folder / suite.file, suite.config))
    cases: list[Case] = []
    seen: Counter[str] = Counter()
    for row in _rows(folder / f"{suite.file}.tsv"):
        if suite.config and row["config"] != suite.config:
            continue
        seen[row["id"]] += 1
        number = seen[row["id"]]
        name = row["id"] if number == 1 else f"{row['id']}#{number}"
        cases.append(Case(name, row["input"], row["expected"]))
    return cases


@cache
def _rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text("utf-8").split("\n")
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:] if line]


def _golden(folder: Path, config: str) -> Iterator[Case]:
    """Yield the lines of a long text; ``config`` names the file of what is expected."""
    text, expected = (
        (folder / f"us_constitution_zhs{part}.txt").read_text("utf-8").split("\n")
        for part in ("", f".{config}")
    )
    for number, (before, after) in enumerate(zip(text, expected, strict=True), 1):
        if before.strip():
            yield Case(f"line {number}", before, after)


def run(suite: Suite, folder: Path) -> tuple[int, list[Outcome]]:
    """Return how many cases a suite has, and those that fail."""
    cases = read_cases(suite, folder)
    if not cases:
        raise SystemExit(f"benchmarks.suites: {folder}: no cases for {suite.name}")
    convert: Callable[[str], str] = _convert(suite.converter())
    outcomes = [Outcome(case, convert(case.text)) for case in cases]
    return len(cases), [o for o in outcomes if o.ours != o.case.expected]


def _convert(converter: Converter) -> Callable[[str], str]:
    return lambda text: converter.convert(text).text


Key = tuple[str, str, str]
"""File, configuration and id of a case."""


def read_known(path: Path = KNOWN) -> dict[Key, tuple[str, str]]:
    """Read the known differences: kind and reason of each."""
    known: dict[Key, tuple[str, str]] = {}
    for number, row in enumerate(_rows(path), 2):
        key = (row["suite"], row["config"], row["case"])
        if row["kind"] not in KINDS or not row["reason"].strip() or key in known:
            raise SystemExit(f"{path}:{number}: a kind of {', '.join(KINDS)}, a reason, and once")
        known[key] = (row["kind"], row["reason"])
    return known


def verify(failing: dict[Suite, tuple[int, list[Outcome]]]) -> Iterator[str]:
    """Yield what is not as it should be: floors, failing cases without a row, rows without one."""
    known = read_known()
    left = {key for key in known if any(key[:2] == (s.file, s.config) for s in failing)}
    for suite, (total, failed) in failing.items():
        share = 100 * (total - len(failed)) / total
        if share < suite.floor:
            yield f"{suite.name}: {share:.1f} % pass, at least {suite.floor:.1f} must"
        for outcome in failed if suite.listed else ():
            key = (suite.file, suite.config, outcome.case.id)
            if key not in known:
                words = "; ".join(f"{ours} / {theirs}" for ours, theirs in outcome.words())
                yield "fails and has no row: " + "\t".join((*key, words))
            left.discard(key)
    for key in sorted(left):
        yield "has a row and passes, or is no case: " + "\t".join(key)


def choose(names: Iterable[str]) -> list[Suite]:
    """Return the suites of these names; a file's name stands for all its configurations."""
    wanted = set(names)
    unknown = wanted - {s.name for s in ALL} - {s.file for s in ALL}
    if unknown:
        known = ", ".join(s.name for s in ALL)
        raise SystemExit(
            f"benchmarks.suites: no suite {', '.join(sorted(unknown))} (known: {known})"
        )
    return [s for s in ALL if not wanted or s.name in wanted or s.file in wanted]


def main(arguments: list[str] | None = None) -> int:
    """Print one line a suite; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.suites",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these suites")
    parser.add_argument("--suites", type=Path, default=SUITES, metavar="DIR", help="where they are")
    parser.add_argument("--show", action="append", default=[], metavar="NAME", help="its failures")
    parser.add_argument("--verify", action="store_true", help="compare with known-differences.tsv")
    options = parser.parse_args(arguments)
    if not options.suites.is_dir():
        parser.exit(
            2, f"benchmarks.suites: no folder {options.suites}; name it with --suites DIR\n"
        )
    found: dict[Suite, tuple[int, list[Outcome]]] = {}
    known = read_known()
    for suite in choose([*options.names, *options.show]):
        total, failed = found[suite] = run(suite, options.suites)
        passed = total - len(failed)
        kinds = Counter(
            known.get((suite.file, suite.config, o.case.id), ("not listed",))[0]
            for o in failed
            if suite.listed
        )
        told = ", ".join(f"{kinds[kind]} {kind}" for kind in (*KINDS, "not listed") if kinds[kind])
        print(f"{suite.name:<34} {passed:>5}/{total:<5} {100 * passed / total:5.1f} %  {told}")
        if {suite.name, suite.file} & set(options.show):
            print(*(f"  {outcome}" for outcome in failed), sep="\n")
    wrong = list(verify(found)) if options.verify else []
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
