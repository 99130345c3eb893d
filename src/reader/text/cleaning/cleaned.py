"""What cleaning answers: an article that does not yet know its source."""

from dataclasses import dataclass

from reader.model import Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Source text, the blocks that tile it, and the metadata found; all strings canonical.

    `published` is ISO 8601 at the precision the source gives, None when it gives none.
    """

    source_text: str
    blocks: tuple[Block, ...]
    title: str
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
