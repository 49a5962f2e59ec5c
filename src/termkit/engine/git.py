"""Asking git, without running anything that a repository configures, and without writing."""

import os

from termkit.errors import TermkitError

_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def run_git(folder: str, *arguments: str) -> bytes | None:
    """Return what git prints, None where it fails; raise TermkitError where there is no git."""
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
        raise TermkitError(f"git is needed, and can't be run ({error.strerror})") from None
    return done.stdout if done.returncode == 0 else None


def find_root(folder: str) -> str | None:
    """Return the top directory of the repository that a folder is in."""
    top = run_git(folder, "rev-parse", "--show-toplevel")
    return None if top is None else os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))


def find_commit(root: str, revision: str) -> str | None:
    """Return the commit that a revision names."""
    asked = f"{revision}^{{commit}}"
    found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    return None if found is None else os.fsdecode(found.strip())
