"""Asking git."""

import os

from termkit.errors import TermkitError
from termkit.foreign import said
from termkit.messages import tr

# Nothing that a repository configures is run, and nothing is written.
_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def run_git(lacking: str, folder: str, *arguments: str) -> bytes | None:
    """Return what git prints, None where it fails.

    Raises TermkitError where there is no git, with the message ``lacking``, which tells what needs it.
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
        raise TermkitError(tr(lacking, error=said(error.strerror))) from None
    return done.stdout if done.returncode == 0 else None
