"""What the library answers when it has done something."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.model import Annotation, ArticleRow, FollowUp, ReaderError


class Format(StrEnum):
    """What an export can be written as."""

    MARKDOWN = "markdown"
    JSON = "json"
    W3C = "w3c"
    CSV = "csv"
    ORG = "org"
    HTML = "html"
    ARCHIVE = "archive"


class Anchored(NamedTuple):
    """An annotation and where its passage stands now: `[start, end)`, None when orphaned.

    `moved` if that is not where it was; `approximate` if its words are no longer quite the same.
    """

    annotation: Annotation
    span: tuple[int, int] | None
    moved: bool = False
    approximate: bool = False


class Due(NamedTuple):
    """Something to come back to: an article, or a passage of it."""

    article: ArticleRow
    follow_up: FollowUp
    annotation: Annotation | None = None


class Offered(NamedTuple):
    """A day that a text speaks of, in its words."""

    on: date
    words: str


class Progress(NamedTuple):
    """How far a long piece of work is; `total` is None while it is not known."""

    done: int
    total: int | None
    name: str


class Repeat(NamedTuple):
    """Words that are read in so many articles of one site."""

    site: str
    words: str
    articles: int


class ImportReport(NamedTuple):
    """What came of an import: new articles, those that were there already, what failed and why.

    `renewed` are those of the new ones that took the place of an earlier version.
    """

    imported: tuple[ArticleRow, ...] = ()
    known: tuple[ArticleRow, ...] = ()
    failed: tuple[ReaderError, ...] = ()
    cancelled: bool = False
    renewed: tuple[ArticleRow, ...] = ()


class ExportReport(NamedTuple):
    """What came of an export: the files written, or the text when there was no place to write."""

    paths: tuple[Path, ...]
    articles: int
    text: str | None = None


class Finding(NamedTuple):
    """One thing the doctor looked at, and what is to be done about it."""

    ok: bool
    message: str
