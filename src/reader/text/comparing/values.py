"""What became of a paragraph, and of the words in it."""

from dataclasses import dataclass
from enum import StrEnum


class Edit(StrEnum):
    """What happened between the old text and the new one."""

    KEPT = "kept"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that was kept, removed or added, with the white space after each word."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of the old text, of the new one, or of both.

    `was` and `now` are its numbers there, from 0; None where it does not stand. The segments read
    in order are the paragraph: without those added the old one, without those removed the new one.
    A moved paragraph stands where it is now, and may have been changed as well.
    """

    edit: Edit
    segments: tuple[Segment, ...]
    was: int | None = None
    now: int | None = None

    @property
    def old(self) -> str | None:
        """The paragraph as it was, word for word; None for an added one."""
        return None if self.was is None else self._without(Edit.ADDED)

    @property
    def new(self) -> str | None:
        """The paragraph as it is now, word for word; None for a removed one."""
        return None if self.now is None else self._without(Edit.REMOVED)

    def _without(self, edit: Edit) -> str:
        return "".join(one.text for one in self.segments if one.edit is not edit)
