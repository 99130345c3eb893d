"""A choice of one among a few, each a line with a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.ui.widgets.virtual_list import Piece, VirtualList


class Option(NamedTuple):
    """Something to choose."""

    name: str
    words: str


def options(pairs: Iterable[tuple[str, str]]) -> list[Option]:
    """Options of names and words from elsewhere; a `Choice` never reads them as markup."""
    return list(map(Option._make, pairs))


class Choice(VirtualList):
    """Options one under the other."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = options
        self._width = max(len(option.name) for option in options)
        self.styles.height = len(options)

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._options)

    def pieces(self, index: int) -> Sequence[Piece]:
        """A name and what it means."""
        option = self._options[index]
        mark = "●" if index == self.cursor else " "
        return [
            (f" {mark} ", "accent"),
            (f"{option.name:<{self._width}}  ", "strong"),
            (option.words, "muted"),
        ]
