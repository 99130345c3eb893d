"""What forms are looked for in: the blocks of an article, in order, by their words."""

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import Block, Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.segments import Verdict

Forms = Mapping[int, Verdict]
"""What a block is for and why, by its place among the article's blocks."""


_ABOVE = 3
"""Blocks above the text that may be the time and the heading of its first entry."""


class Passage(NamedTuple):
    """A block's place among the article's blocks, its words as read, and what is said of it."""

    at: int
    text: str
    kind: Kind
    read: bool

    @property
    def asks(self) -> bool:
        """Whether it ends with a question."""
        return self.text.rstrip("\"'”’»“)* ").endswith(("?", "？", "؟"))


def passages(one: Cleaned) -> list[Passage]:
    """The blocks that are read as text, and those set aside among and right above them; none is
    empty.
    """
    text = [at for at, block in enumerate(one.blocks) if _is_text(block)]
    if not text:
        return []
    near = range(max(0, text[0] - _ABOVE), text[-1] + 1)
    blocks = [(at, one.blocks[at]) for at in near]
    found = [
        Passage(at, block.read(one.source_text, *block.words(one.source_text)), block.kind, read)
        for at, block in blocks
        if (read := _is_text(block)) or not block.kept
    ]
    return [passage for passage in found if passage.text]


def _is_text(block: Block) -> bool:
    return block.kept and block.role is Role.BODY
