"""An article as it is put into the index: all that can be made ready without the index itself.

That is most of the work, and may be done in another process.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from reader.model import UNSEEN, Article, Figure, FigureKind, Recognised, Source
from reader.store.index import keys
from reader.store.index.naming import Named, named_in
from reader.store.index.packing import (
    Packed,
    columns,
    packed_blocks,
    packed_recognised,
    packed_text,
)

Amend = Callable[[Article, Recognised], Recognised]
"""How the reader corrects what is recognised in an article."""

Words = tuple[str, str]


class Found(NamedTuple):
    """What a version recognised: as it is kept, and what the article is found by for it."""

    version: str
    body: bytes
    named: Named
    figures: list[tuple[Any, ...]]


class Entry(NamedTuple):
    """The columns of an article, the tables beside it, and the words it is found by."""

    columns: dict[str, Any]
    source: tuple[str | None, ...]
    text: tuple[bytes, bytes]
    blocks: bytes
    words: Words
    found: Found | None = None

    @property
    def sha256(self) -> str:
        """Of the source it was made of."""
        return str(self.source[0])

    @property
    def title(self) -> str:
        """The article's title."""
        return str(self.columns["title"])


def entry(article: Article, found: Found | None = None, packed: Packed | None = None) -> Entry:
    """An article made ready; `packed` is how it is kept, where that is known."""
    return Entry(
        columns(article),
        _source(article.source),
        packed[:2] if packed else packed_text(article.source_text),
        packed.blocks if packed else packed_blocks(article.blocks),
        words_of(article),
        found,
    )


def found_in(
    article: Article,
    recognised: Recognised,
    version: str,
    amend: Amend | None,
    packed: Packed | None = None,
) -> Found:
    """What a version recognised in an article made ready: found by what the reader makes of it."""
    amended = amend(article, recognised) if amend else recognised
    return Found(
        version,
        packed.recognised if packed else packed_recognised(recognised),
        named_in(amended),
        [
            (number, figure.kind, figure.unit, *_bounds(figure), *_days(figure))
            for number, figure in enumerate(recognised.figures)
        ],
    )


def words_of(article: Article) -> Words:
    """What an article is found by: its title and its text as it is read."""
    return keys.spaced(article.title), keys.spaced(article.kept_text.replace(UNSEEN, ""))


def _source(source: Source) -> tuple[str | None, ...]:
    imported = source.imported.isoformat()
    return source.sha256, source.media_type, imported, source.path, source.url, source.charset


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The least and the greatest number a figure stands for; None for dates."""
    ends = [end for end in (figure.value, figure.value_to) if isinstance(end, int | float)]
    return (min(ends), max(ends)) if ends else (None, None)


def _days(figure: Figure) -> tuple[str | None, str | None]:
    """The first and the last day of a date; None for numbers, and where it is not resolved."""
    if figure.kind is not FigureKind.DATE or not isinstance(figure.value, str):
        return None, None
    return figure.value, str(figure.value_to or figure.value)
