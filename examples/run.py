"""The main job on the examples: check the articles, convert them, export PO. ``make run`` runs it.

Converted articles go to out/, catalogues to locales/. Exit code 0 when every step
did what it should; the findings in the mistakes.* articles are what it should show.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLES = Path("examples/articles")
TEAM = "examples/glossary/team.csv"


def main() -> int:
    """Run every step; return the exit code."""
    clean = sorted(p.as_posix() for p in (ROOT / ARTICLES).glob("*.md") if "mistakes" not in p.name)
    clean = [str(Path(path).relative_to(ROOT)) for path in clean]
    mistakes = [str(p.relative_to(ROOT)) for p in sorted((ROOT / ARTICLES).glob("mistakes.*.md"))]
    sources = {
        tag: [path for path in clean if f".{tag}." in path] for tag in ("zh-TW", "zh-HK", "zh-CN")
    }
    steps = [
        (0, ["check", "-v", *clean]),
        (1, ["check", *mistakes]),
        (1, ["check", "--glossary", TEAM, *sources["zh-TW"], *mistakes[-1:]]),
    ]
    for source, target in (
        ("zh-TW", "zh-CN"),
        ("zh-CN", "zh-TW"),
        ("zh-CN", "zh-HK"),
        ("zh-HK", "zh-TW"),
    ):
        steps.append((0, ["convert", *sources[source], "--to", target, "-o", f"out/{target}"]))
    steps.append(
        (
            0,
            [
                "po",
                "export",
                *sources["zh-TW"],
                *sources["zh-HK"],
                "--to",
                "zh-CN",
                "-d",
                "locales",
            ],
        )
    )
    steps.append(
        (
            0,
            [
                "po",
                "export",
                *sources["zh-CN"],
                "--to",
                "zh-TW",
                "-d",
                "locales",
                "--domain",
                "articles-hans",
            ],
        )
    )
    for source, target, name in (
        ("zh-TW", "zh-CN", "zh_CN"),
        ("zh-CN", "zh-TW", "zh_TW"),
        ("zh-TW", "zh-HK", "zh_HK"),
    ):
        file = f"locales/{name}/LC_MESSAGES/glossary.po"
        steps.append(
            (
                0,
                [
                    "glossary",
                    "export",
                    "--format",
                    "po",
                    "--from",
                    source,
                    "--to",
                    target,
                    "-o",
                    file,
                ],
            )
        )
    for expected, arguments in steps:
        print(f"\n$ termkit {' '.join(arguments)}", flush=True)
        done = subprocess.run([sys.executable, "-m", "termkit", *arguments], cwd=ROOT, check=False)
        if done.returncode != expected:
            print(f"exit code {done.returncode}, expected {expected}", file=sys.stderr)
            return 1
    print("\nThe articles, converted, are in out/; the catalogues are in locales/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
