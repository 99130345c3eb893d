"""What the reader adds to an article, apart from annotations. Lives in the notes file."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.model.article import Role


class Status(StrEnum):
    """How far the reader is with an article."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Come back on this day, for this reason."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class BlockCorrection:
    """The reader's word on the block that covers `[start, end)`: kept or not, and as what."""

    start: int
    end: int
    kept: bool
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What the reader said of one article, annotations apart.

    `position` is where reading stopped, a code point offset into the source text. `deleted` is
    the bin: the article is hidden until it is restored. `newer` is the id of the article that is a
    newer version of this one, which is hidden behind it.
    """

    tags: tuple[str, ...] = ()
    status: Status = Status.UNREAD
    follow_up: FollowUp | None = None
    position: int = 0
    blocks: tuple[BlockCorrection, ...] = ()
    deleted: bool = False
    starred: bool = False
    newer: str | None = None


NO_STATE = ReaderState()
