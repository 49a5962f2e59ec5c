"""Running the program as a user does."""

import os
import subprocess
import sys
from pathlib import Path


def run(
    *arguments: str,
    stdin: str | bytes = "",
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Run termkit; output and errors are decoded as UTF-8, with line ends as they came.

    ``env`` goes on top of the environment.
    """
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "termkit", *arguments],
        input=data,
        capture_output=True,
        cwd=cwd,
        env=os.environ | (env or {}),
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
