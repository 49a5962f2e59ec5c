"""The reference converter: opencc-python-reimplemented, as it is.

The official OpenCC package installs over the same module name, so that the module
is loaded from the file that its own distribution names.
"""

import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from termkit.errors import TermkitError
from termkit.locales import CN, HANS, HANT, HK, TW, get_chinese
from termkit.messages import tr
from termkit.scripts.dictionaries import find_reimplemented
from termkit.text import MASK

# It has no regional words for Hong Kong, and no chain between Hong Kong and Taiwan
# but the one that expects OpenCC's standard characters.
_CONFIGURATIONS = {
    (CN, TW): "s2twp",
    (CN, HK): "s2hk",
    (TW, CN): "tw2sp",
    (HK, CN): "hk2s",
    (TW, HK): "t2hk",
    (HK, TW): "t2tw",
    (CN, HANT): "s2t",
    (TW, HANS): "tw2s",
    (HK, HANS): "hk2s",
}
_PROSE = re.compile(f"[^{MASK}]+")


class Reference:
    """Converts as opencc-python-reimplemented does, masked characters aside."""

    def __init__(self, source: str, target: str) -> None:
        """Raise TermkitError for a locale that is not Chinese, or a pair that it has nothing for."""
        wanted = get_chinese(target)
        pair = (get_chinese(source).base, wanted.tag if wanted.script_only else wanted.base)
        name = _CONFIGURATIONS.get(pair)
        if name is None and pair[0] != pair[1] and pair != (CN, HANS):
            raise TermkitError(
                tr("the reference converter has no {pair}", pair=f"{pair[0]} → {pair[1]}")
            )
        self._engine = _load(name) if name else None

    def convert(self, prose: str, text: str = "") -> str:
        """Convert ``prose``; what is masked in it is taken from ``text``, of the same length."""
        if self._engine is None:
            return text or prose
        pieces: list[str] = []
        at = 0
        for match in _PROSE.finditer(prose):
            pieces += ((text or prose)[at : match.start()], self._engine.convert(match[0]))
            at = match.end()
        return "".join((*pieces, (text or prose)[at:]))


@cache
def _load(configuration: str) -> Any:
    found = find_reimplemented()
    file = found.dictionaries.parent / "opencc.py" if found else None
    spec = spec_from_file_location("_termkit_reference", file) if file and file.is_file() else None
    if spec is None or spec.loader is None:
        raise TermkitError(
            tr(
                "the reference converter is not installed; "
                "reinstall with: pip install opencc-python-reimplemented"
            )
        )
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.OpenCC(configuration)
