"""The option ``--lang``, which may stand anywhere among the arguments."""

import os
from collections.abc import Sequence

from termkit.engine.language import LANGUAGES, language_of, speak
from termkit.errors import TermkitError
from termkit.messages import tr

OPTION = "--lang"


def take_language(arguments: Sequence[str]) -> list[str]:
    """Speak the language that ``--lang`` names, else that of the environment; return what is left."""
    speak(language_of(os.environ))
    left = list(arguments)
    end = left.index("--") if "--" in left else len(left)
    at = 0
    while at < end:
        name, equals, value = left[at].partition("=")
        if name != OPTION:
            at += 1
            continue
        taken = 1 if equals else 2
        if at + taken > end:
            known = ", ".join(LANGUAGES)
            raise TermkitError(tr("--lang needs the name of a language: {known}", known=known))
        speak(value if equals else left[at + 1])
        del left[at : at + taken]
        end -= taken
    return left
