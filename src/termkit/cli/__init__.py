"""The command line: one module per command group. It asks and it prints; the work is done below."""

import gc
import sys
from collections.abc import Sequence

_GARBAGE = 50_000
"""Objects after which garbage is looked for: what is loaded and found is no garbage."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run termkit; exit code 0: clean, 1: findings, 2: the run itself failed."""
    gc.set_threshold(_GARBAGE)
    from termkit.cli.app import app
    from termkit.cli.language import take_language
    from termkit.cli.report import EXIT_FAILED, complain
    from termkit.errors import InputError, TermkitError

    try:
        app(take_language(sys.argv[1:] if arguments is None else arguments))
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
