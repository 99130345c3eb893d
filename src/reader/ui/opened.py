"""The article that is open: everything the reading side shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Article, ReaderState, Recognised

if TYPE_CHECKING:
    from reader.library import Anchored, Library


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with what was recognised in it and what the reader said of it."""

    article: Article
    recognised: Recognised
    state: ReaderState
    note: str
    annotations: tuple[Anchored, ...]

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(self.article.text_of(block).split()) for block in self.article.kept)

    @property
    def progress(self) -> float:
        """How far the reader was when reading stopped, from 0 to 1, by what is kept."""
        whole = sum(block.end - block.start for block in self.article.kept)
        stop = self.state.position
        read = sum(max(0, min(block.end, stop) - block.start) for block in self.article.kept)
        return read / whole if whole else 0.0

    def annotation(self, id: str) -> Anchored | None:
        """The annotation of that id."""
        return next((one for one in self.annotations if one.annotation.id == id), None)


def look_up(library: Library, article_id: str) -> Opened:
    """Read all of it, beside the screen. Raises UnknownArticle, also for what is in the bin."""
    from reader.model import UnknownArticle

    state = library.state(article_id)
    if state.deleted:
        raise UnknownArticle("is in the bin; U brings it back", article_id)
    return Opened(
        library.article(article_id),
        library.recognised(article_id),
        state,
        library.note(article_id),
        library.annotations(article_id),
    )
