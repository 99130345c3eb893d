"""Source, Block and Article: what was imported and how it is divided. Never changed once made."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

UNSEEN = "\u2060"
"""Stands, where offsets must not move, for what a block hides; no source text has it."""


class Kind(StrEnum):
    """What a block is, typographically."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


class Role(StrEnum):
    """What a block is for. Those down to `FOOTNOTE` are kept, the rest set aside."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    SUMMARY = "summary"
    BODY = "body"
    QUESTION = "question"
    ANSWER = "answer"
    ENTRY = "entry"
    CORRECTION = "correction"
    FOOTNOTE = "footnote"
    TEASER = "teaser"
    SHARE = "share"
    NAVIGATION = "navigation"
    RELATED = "related"
    ADVERTISEMENT = "advertisement"
    DISCLAIMER = "disclaimer"
    LEGAL = "legal"
    AUTHOR_BIO = "author_bio"
    CAPTION_CREDIT = "caption_credit"
    DUPLICATE = "duplicate"
    OTHER = "other"

    @property
    def kept(self) -> bool:
        """Whether blocks with this role are read unless the reader says otherwise."""
        return self in _KEPT

    @property
    def is_text(self) -> bool:
        """Whether blocks with this role are the article's running text, in whatever form."""
        return self in _TEXT


_TEXT = frozenset(
    {Role.BODY, Role.QUESTION, Role.ANSWER, Role.ENTRY, Role.CORRECTION, Role.FOOTNOTE}
)
_KEPT = _TEXT | {Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATE, Role.SUMMARY}


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported: where from, when, of what media type, and the SHA-256 of its bytes.

    `charset` is what the bytes were decoded with, kept so that the source text comes out the
    same for ever. Exactly one of `path` and `url` is set, or neither for a paste.
    """

    sha256: str
    media_type: str
    imported: datetime
    path: str | None = None
    url: str | None = None
    charset: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Block:
    """A run `[start, end)` of the source text, in code points, with a kind, a role and a reason.

    The blocks of an article tile its source text: each begins where the one before it ended, the
    first at 0 and the last ending at its length, so that white space between paragraphs belongs to
    the block before it. `level` is a heading's (1-6) or a list item's depth (from 1), else 0.
    `score` is how likely cleaning thinks it belongs to the article, from 0 to 1; None where it only
    went by rules. `hidden` are the runs `[start, end)` inside it, in order, that are not read: a
    hyphen that broke a word, the “>” of a quoted mail.
    """

    start: int
    end: int
    kind: Kind
    role: Role
    kept: bool
    reason: str
    level: int = 0
    score: float | None = None
    hidden: tuple[tuple[int, int], ...] = ()

    def words(self, source_text: str) -> tuple[int, int]:
        """The block's span without the white space around it and what is hidden before its words.

        Code points of the source text, `[start, end)`.
        """
        text = source_text[self.start : self.end]
        start = self.start + len(text) - len(text.lstrip())
        end = max(start, self.start + len(text.rstrip()))
        for first, last in self.hidden:
            if first <= start:
                start = max(start, min(last, end))
        return start, end

    def text(self, source_text: str) -> str:
        """The block's words as they stand in the source text."""
        return source_text[self.start : self.end].strip()

    def shown(self, source_text: str, start: int, end: int) -> str:
        """The span `[start, end)` of the block as it is read, no offset moved.

        Line breaks are spaces but in code and tables, what is hidden is UNSEEN.
        """
        words = masked(source_text, start, end, self.hidden)
        return words if self.kind in _PREFORMATTED else words.replace("\n", " ")

    def read(self, source_text: str, start: int, end: int) -> str:
        """The span `[start, end)` of the block for people, without what is hidden."""
        words = self.shown(source_text, start, end).replace(UNSEEN, "")
        return words if self.kind in _PREFORMATTED else words.strip()


def masked(text: str, start: int, end: int, hidden: tuple[tuple[int, int], ...]) -> str:
    """The span `[start, end)` of a text, UNSEEN for each code point of the hidden runs."""
    pieces = []
    at = start
    for first, last in hidden:
        first, last = max(first, at), min(last, end)
        if first < last:
            pieces += [text[at:first], UNSEEN * (last - first)]
            at = last
    return "".join([*pieces, text[at:end]])


@dataclass(frozen=True)
class Article:
    """Source, source text, blocks and metadata: what the reader reads.

    Two articles found in one source share its source text; in each, the other's blocks have the
    role `related`. `part` numbers them from 1. `published` is ISO 8601 at the precision the source
    gives. `related` names the other articles of the source, by id.
    """

    id: str
    source: Source
    source_text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    title: str
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    part: int = 1
    related: tuple[str, ...] = ()

    @cached_property
    def kept(self) -> tuple[Block, ...]:
        """The blocks worth reading."""
        return tuple(block for block in self.blocks if block.kept)

    @cached_property
    def removed(self) -> tuple[Block, ...]:
        """The blocks set aside, but for those that are only white space."""
        return tuple(b for b in self.blocks if not b.kept and b.text(self.source_text))

    @cached_property
    def text(self) -> str:
        """The kept body as plain paragraphs joined by a blank line: no title, no date."""
        body = (b for b in self.kept if b.role.is_text)
        return "\n\n".join(filter(None, map(self.text_of, body)))

    @cached_property
    def summary(self) -> tuple[str, ...]:
        """The summary points, in order, without headings such as “Key points”."""
        points = (b for b in self.kept if b.role is Role.SUMMARY and b.kind is not Kind.HEADING)
        return tuple(filter(None, map(self.text_of, points)))

    @cached_property
    def kept_text(self) -> str:
        """The source text with every set-aside code point replaced, offsets unmoved.

        Line breaks inside a paragraph become spaces, what a block hides UNSEEN, everything outside
        kept blocks "\\n": what is searched and recognised, so that nothing that was cut is ever
        found.
        """
        return "".join(_kept_piece(block, self.source_text) for block in self.blocks)

    def text_of(self, block: Block) -> str:
        """A block's words for people: hard-wrapped lines joined, code and tables as they stand."""
        return block.read(self.source_text, *block.words(self.source_text))

    def read(self, start: int, end: int) -> str:
        """The words of `[start, end)` for people, as `text_of` gives them; blocks as paragraphs."""
        after = bisect_right(self.blocks, start, key=lambda block: block.start)
        beyond = bisect_left(self.blocks, end, key=lambda block: block.start)
        spans = ((b, *b.words(self.source_text)) for b in self.blocks[max(0, after - 1) : beyond])
        return "\n\n".join(
            block.read(self.source_text, max(first, start), min(last, end))
            for block, first, last in spans
            if max(first, start) < min(last, end)
        )

    def with_blocks(self, blocks: tuple[Block, ...]) -> "Article":
        """The same article, divided otherwise."""
        return replace(self, blocks=blocks)


_PREFORMATTED = frozenset({Kind.CODE, Kind.TABLE})


def _kept_piece(block: Block, source_text: str) -> str:
    piece = source_text[block.start : block.end]
    if not block.kept:
        return "\n" * len(piece)
    start, end = block.words(source_text)
    words = block.shown(source_text, start, end)
    return "\n" * (start - block.start) + words + "\n" * (block.end - end)
