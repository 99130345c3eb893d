"""Rows of the lists, as the index gives them: nothing of an article's text is in them."""

from datetime import datetime
from typing import NamedTuple

from reader.model.recognised import EntityType, Figure
from reader.model.state import FollowUp, Status


class ArticleRow(NamedTuple):
    """One line of the list. `notes` counts annotations, the article's note among them.

    `follow_up` is the first there is, the article's own or of a passage.
    """

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
    starred: bool = False


class Counts(NamedTuple):
    """How many articles match, and of those how many are unread and how many due."""

    articles: int
    unread: int
    due: int


class EntityRow(NamedTuple):
    """A mention of an entity somewhere in the library, with the sentence around it.

    `day` is when the article was published or, without that, imported (ISO 8601); `at` is where
    in the sentence the mention begins, in code points.
    """

    article: str
    title: str
    name: str
    type: EntityType
    text: str
    start: int
    end: int
    sentence: str
    at: int = 0
    day: str = ""


class FigureRow(NamedTuple):
    """A figure somewhere in the library, with the sentence around it; `at` and `day` likewise."""

    article: str
    title: str
    figure: Figure
    sentence: str
    at: int = 0
    day: str = ""


class NameRow(NamedTuple):
    """An entity across the library: in how many articles, how often, by which fuller name."""

    name: str
    type: EntityType
    articles: int
    mentions: int
    also: tuple[str, ...] = ()
