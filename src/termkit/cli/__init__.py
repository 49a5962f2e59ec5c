"""The command line: one module per command group. It asks and it prints; the work is done below."""

import gc
import sys

_GARBAGE = 50_000
"""Objects after which garbage is looked for: what is loaded and found is no garbage."""


def main() -> None:
    """Run termkit; exit code 0: clean, 1: findings, 2: the run itself failed."""
    gc.set_threshold(_GARBAGE)
    from termkit.cli.app import app
    from termkit.cli.report import EXIT_FAILED, complain
    from termkit.errors import InputError, TermkitError

    try:
        app()
    except InputError as error:
        for problem in error.problems:
            complain(str(problem))
        sys.exit(EXIT_FAILED)
    except TermkitError as error:
        complain(str(error))
        sys.exit(EXIT_FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_FAILED)
