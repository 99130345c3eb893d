"""The reader's mark on a passage, in the terms of the W3C Web Annotation Data Model."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.model.state import FollowUp


class Colour(StrEnum):
    """The colours a highlight can have. Shown with a letter too, never by colour alone."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    RED = "red"


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The passage and what stands around it (https://www.w3.org/TR/annotation-model/#text-quote-selector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """`[start, end)` in code points (https://www.w3.org/TR/annotation-model/#text-position-selector)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, with or without a note; without selectors, the note on the whole article.

    `body` is the reader's words, Markdown. `created` and `modified` carry a time zone. `id` is a
    URN or UUID that stays the same through export and import. `source_hash` tells the source text
    that `position` counts in, "" where it is not known. `follow_up` is on the passage.
    """

    id: str
    article: str
    created: datetime
    modified: datetime
    quote: TextQuoteSelector | None = None
    position: TextPositionSelector | None = None
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    source_hash: str = ""
    follow_up: FollowUp | None = None

    @property
    def on_passage(self) -> bool:
        """Whether it marks a passage rather than the whole article."""
        return self.quote is not None
