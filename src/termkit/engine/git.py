"""Asking git."""

import os

from termkit.errors import TermkitError

# Nothing that a repository configures is run, and nothing is written.
_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def run_git(purpose: str, folder: str, *arguments: str) -> bytes | None:
    """Return what git prints, None where it fails.

    Raises TermkitError where there is no git, telling the ``purpose`` that needs it.
    """
    import subprocess

    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, "-C", folder, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            check=False,
        )
    except OSError as error:
        raise TermkitError(f"{purpose} needs git, which can't be run ({error.strerror})") from None
    return done.stdout if done.returncode == 0 else None
