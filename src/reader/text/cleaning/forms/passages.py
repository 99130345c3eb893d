"""What forms are looked for in: the blocks of an article, in order, by their words."""

from collections.abc import Mapping
from typing import NamedTuple

from reader.model import Block, Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.segments import Verdict

Forms = Mapping[int, Verdict]
"""What a block is for and why, by its place among the article's blocks."""


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
    """The blocks that are read as text, and those set aside between them; none is empty."""
    found = [
        Passage(
            at,
            block.read(one.source_text, *block.words(one.source_text)),
            block.kind,
            _is_text(block),
        )
        for at, block in enumerate(one.blocks)
        if _is_text(block) or not block.kept
    ]
    return [passage for passage in found if passage.text]


def _is_text(block: Block) -> bool:
    return block.kept and block.role is Role.BODY
