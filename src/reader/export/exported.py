"""What an export is made of: one article with everything found in it and said of it."""

from dataclasses import dataclass

from reader.model import Annotation, Article, ReaderState, Recognised


@dataclass(frozen=True, slots=True)
class Exported:
    """An article, the notes on it, and each highlight with where it stands (None: orphaned)."""

    article: Article
    state: ReaderState
    notes: tuple[Annotation, ...]
    annotations: tuple[tuple[Annotation, tuple[int, int] | None], ...]
    recognised: Recognised

    @property
    def note(self) -> str:
        """The reader's words on the whole article; what two Readers wrote is one."""
        return "\n\n".join(one.body for one in self.notes)
