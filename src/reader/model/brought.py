"""What comes out of another application: articles as it knew them, and what was said of them."""

from dataclasses import dataclass
from datetime import datetime

from reader.model.annotation import Colour, TextPositionSelector
from reader.model.state import FollowUp, Status


@dataclass(frozen=True, slots=True)
class BroughtHighlight:
    """A passage marked elsewhere: its words, what stood around them where that is known.

    Without `exact` it is a note on the whole article. `id` is the other application's, "" where it
    has none. Times carry a time zone. With `position` and `source_hash` see `Annotation`.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    created: datetime | None = None
    modified: datetime | None = None
    id: str = ""
    position: TextPositionSelector | None = None
    source_hash: str = ""
    follow_up: FollowUp | None = None


@dataclass(frozen=True, slots=True)
class BroughtArticle:
    """An article as another application knew it.

    `content` is its text as bytes of `media_type` in UTF-8, None where only its address or some
    quotes were kept. `published` is ISO 8601. `saved` carries a time zone. `note` is on the whole.
    `id` is that of the article in the library it came from, "" where that is not known.
    """

    title: str
    url: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    saved: datetime | None = None
    tags: tuple[str, ...] = ()
    status: Status = Status.UNREAD
    starred: bool = False
    note: str = ""
    content: bytes | None = None
    media_type: str = "text/html"
    highlights: tuple[BroughtHighlight, ...] = ()
    follow_up: FollowUp | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """One export of another application; `passed_over` says what in it is not taken, and why."""

    app: str
    articles: tuple[BroughtArticle, ...]
    passed_over: tuple[str, ...] = ()
