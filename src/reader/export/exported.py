"""What an export is made of: one article with everything found in it and said of it."""

from dataclasses import dataclass

from reader.model import Annotation, Article, ReaderState, Recognised


@dataclass(frozen=True, slots=True)
class Exported:
    """An article, the reader's words on it, and where each highlight stands (None: orphaned)."""

    article: Article
    state: ReaderState
    note: str
    annotations: tuple[tuple[Annotation, tuple[int, int] | None], ...]
    recognised: Recognised
