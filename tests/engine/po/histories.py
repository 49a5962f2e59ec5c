"""Random histories of an article: edits, translators at work, updates in between."""

from pathlib import Path

from hypothesis import strategies as st

from tests.engine.po.project import Project

_WORDS = ("港口", "燈塔", "漁船", "清晨", "軟體", "資料", "海風", "魚市", "船期", "輝達")
_SENTENCE = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=6).map(
    lambda words: "".join(words) + "。"
)
_BLOCK = st.one_of(
    st.lists(_SENTENCE, min_size=1, max_size=4).map("".join),
    _SENTENCE.map(lambda text: f"## {text[:-1]}"),
    _SENTENCE.map(lambda text: f"- {text[:-1]}"),
    _SENTENCE.map(lambda text: f"看[這裡](https://example.org/a){text}"),
)
BLOCKS = st.lists(_BLOCK, min_size=2, max_size=7)
_KINDS = ("typo", "move", "split", "merge", "insert", "delete", "link", "title", "rename", "none")
_STEP = st.tuples(
    st.sampled_from(_KINDS),
    st.integers(0, 9),
    st.integers(0, 9),
    _BLOCK,
    st.sets(st.integers(0, 9)),
)
HISTORY = st.lists(_STEP, min_size=1, max_size=6)
Step = tuple[str, int, int, str, set[int]]


class Story:
    """One article as it is edited, and what its translators wrote."""

    def __init__(self, project: Project, blocks: list[str]) -> None:
        """Write the article and export it."""
        self.project = project
        self.blocks = list(blocks)
        self.title = "故事"
        self.name = "a.md"
        self.written: dict[str, str] = {}
        self._count = 0
        self._save()
        project.export(self.name)

    def step(self, step: Step) -> None:
        """Let translators work, edit the article, update; then nothing may be lost."""
        kind, one, other, block, wanted = step
        self._translate(wanted)
        before = {m.msgid: m for m in self.project.catalog.messages}
        self._edit(kind, one, other, block)
        self._save()
        self.project.export(self.name)
        catalog = self.project.catalog
        texts = "\n".join("".join(item.message.msgstr) for item in catalog.items)
        for mark in self.written.values():
            assert mark in texts, (kind, mark)
        for message in catalog.messages:
            old = before.get(message.msgid)
            if old and old.has_text:
                assert (message.msgstr, message.is_fuzzy) == (old.msgstr, old.is_fuzzy)
        keys = [item.message.key for item in catalog.items]
        assert len(keys) == len(set(keys))
        data = self.project.path.read_bytes()
        self.project.export()
        assert self.project.path.read_bytes() == data

    def _translate(self, wanted: set[int]) -> None:
        messages = list(self.project.catalog.messages)
        chosen = {m.msgid for number, m in enumerate(messages) if number in wanted}
        marks: dict[str, str] = {}
        for message in messages:
            if message.msgid in chosen:
                # What is overwritten by its translator is no loss.
                for mark in [m for m in self.written.values() if m in message.msgstr[0]]:
                    self.written = {k: v for k, v in self.written.items() if v != mark}
                self._count += 1
                marks[message.msgid] = f"〔{self._count}〕"
        self.project.translate(
            lambda m: m.msgid.replace("。", "。", 1) + marks[m.msgid] if m.msgid in marks else None
        )
        self.written |= {mark: mark for mark in marks.values()}

    def _edit(self, kind: str, one: int, other: int, block: str) -> None:
        blocks = self.blocks
        at, to = one % len(blocks), other % len(blocks)
        if kind == "typo":
            where = len(blocks[at]) // 2
            blocks[at] = blocks[at][:where] + "的" + blocks[at][where:]
        elif kind == "move":
            blocks.insert(to, blocks.pop(at))
        elif kind == "split" and "。" in blocks[at][:-1]:
            head, _, rest = blocks[at].partition("。")
            blocks[at : at + 1] = [f"{head}。", rest]
        elif kind == "merge" and at + 1 < len(blocks):
            blocks[at : at + 2] = [blocks[at] + blocks[at + 1].lstrip("#- ")]
        elif kind == "insert":
            blocks.insert(to, block)
        elif kind == "delete" and len(blocks) > 1:
            del blocks[at]
        elif kind == "link":
            blocks[at] = blocks[at].replace("example.org/", "example.org/b")
        elif kind == "title":
            self.title += "新"
        elif kind == "rename":
            Path(self.name).unlink()
            self.name = f"b{self.name}"

    def _save(self) -> None:
        text = "\n\n".join((f"---\ntitle: {self.title}\n---", *self.blocks)) + "\n"
        Path(self.name).write_text(text, encoding="utf-8")
