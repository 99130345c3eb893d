"""Rows of the lists, as the index gives them: nothing of an article's text is in them."""

from dataclasses import dataclass
from datetime import datetime

from reader.model.recognised import EntityType, Figure
from reader.model.state import FollowUp, Status


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list. `notes` counts annotations, the article's note among them."""

    id: str
    title: str
    site: str | None
    published: str | None
    imported: datetime
    tags: tuple[str, ...]
    status: Status
    notes: int
    follow_up: FollowUp | None
    words: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles match, and of those how many are unread and how many due."""

    articles: int
    unread: int
    due: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A mention of an entity somewhere in the library, with the sentence around it."""

    article: str
    title: str
    name: str
    type: EntityType
    text: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure somewhere in the library, with the sentence around it."""

    article: str
    title: str
    figure: Figure
    sentence: str
