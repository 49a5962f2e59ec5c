"""A folder of articles with a catalogue, as a team has it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from termkit.engine.collect import find_files
from termkit.engine.converting import Converters
from termkit.engine.po.apply import Applied, Applying, apply_articles
from termkit.engine.po.export import Exported, Wishes, catalog_path, export_articles
from termkit.engine.po.places import referenced_files
from termkit.po.file import Catalog
from termkit.po.message import Message

CATALOGUES = Path("locales")


class Project:
    """Articles of the working directory in zh-TW, and their catalogue in zh-CN."""

    def __init__(self, converters: Converters) -> None:
        """Take the converters into the catalogue's locale."""
        self.converters = converters
        self.path = catalog_path(CATALOGUES, converters.target.gettext, "articles")

    def export(self, *names: str, wishes: Wishes = Wishes()) -> Exported:
        """Export these articles, or update from all that the catalogue names."""
        files, problems = find_files(names)
        assert not problems
        known = referenced_files([Catalog.load(self.path)]) if self.path.exists() else []
        every = {file.path: file for file in (*known, *files)}
        return export_articles(every.values(), [self.converters], CATALOGUES, wishes)

    @property
    def catalog(self) -> Catalog:
        """The catalogue as it is now."""
        return Catalog.load(self.path)

    def message(self, msgid: str) -> Message:
        """Return the entry of a text."""
        (found,) = (message for message in self.catalog.messages if message.msgid == msgid)
        return found

    def translate(self, translation: Callable[[Message], str | None] = lambda m: m.msgid) -> None:
        """Put a translator's text into every entry that ``translation`` gives one for."""
        catalog = self.catalog
        for item in catalog.items:
            if item.message.is_header or item.message.obsolete:
                continue
            text = translation(item.message)
            if text is not None:
                done = replace(item.message, msgstr=(text,), previous=None)
                item.message = done.with_fuzzy(False)
        catalog.save(self.path)

    def apply(self, how: Applying = Applying(), output: str = "out") -> list[Applied]:
        """Return the articles that the catalogue gives."""
        files = referenced_files([self.catalog])
        done = [
            *apply_articles(files, [self.converters], CATALOGUES, "articles", Path(output), how)
        ]
        assert all(isinstance(each, Applied) for each in done), done
        return [each for each in done if isinstance(each, Applied)]
