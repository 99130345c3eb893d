"""Article → what is shown of it, in order. Pure: offsets in, offsets out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from reader.model import Article, Block, Kind, Role

_READ = frozenset({"body", "item", "quote", "code", "caption", "question", "entry"})
_PREFORMATTED = frozenset({Kind.CODE, Kind.TABLE})
_ABOVE_THE_TEXT = frozenset({Role.SUBTITLE, Role.BYLINE, Role.DATE})
_MARKER = re.compile(r"(?:[•·‣⁃◦▪●○–—*+-]|\d{1,3}[.)]|[A-Za-z][.)]) +")
_SHOWN = re.compile(r"\S")
_TYPED_BULLETS = ("*", "+", "-")
_DEEPEST = 4
_LONGEST_HEADING = 100


class Paragraph(NamedTuple):
    """Something shown from the start of a line: a span of the source text, or `literal` words.

    `[start, end)` has no white space around it; a literal stands where `start` is and is empty in
    the source text. `lead` is shown before the first line and `hang` before the others; `gap` is
    the number of blank lines above; `marker` counts the code points of a bullet or number that
    stands in the text itself. `look` names a component class of the view.
    """

    start: int
    end: int
    look: str
    gap: int = 1
    lead: str = ""
    hang: str = ""
    block: int | None = None
    marker: int = 0
    literal: str | None = None
    preformatted: bool = False


@dataclass(frozen=True)
class Document:
    """The paragraphs of an article, and its text as shown.

    `text` is as long as the source text and offsets hold in it: line breaks inside a paragraph are
    spaces, what a block hides is UNSEEN (no cell wide), what is not shown is "\\n".
    `paragraphs` are in order of `start`.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def beginning(self) -> int:
        """Where reading begins: under the title, the authors and the headings."""
        shown = [p for p in self.paragraphs if p.literal is None]
        read = (p for p in shown if p.look in _READ)
        return next(read, shown[0]).start if shown else 0

    def at_or_after(self, offset: int) -> int:
        """Where reading goes on when what stood at an offset is not shown; the offset if it is."""
        shown = _SHOWN.search(self.text, offset)
        return shown.start() if shown else offset


EMPTY = Document("", ())


def document(article: Article, show_removed: bool = False) -> Document:
    """What is shown of an article: its kept blocks, and on demand the others in place, labelled."""
    shown = [
        (index, block)
        for index, block in enumerate(article.blocks)
        if (block.kept or show_removed) and block.text(article.source_text)
    ]
    text = _shown_text(article.source_text, [block for _, block in shown])
    paragraphs = [*_missing_title(article), *_paragraphs(article, text, shown)]
    return Document(text, tuple(_with_gaps(paragraphs)))


def _shown_text(source_text: str, blocks: list[Block]) -> str:
    pieces, done = [], 0
    for block in blocks:
        start, end = block.words(source_text)
        words = block.shown(source_text, start, end)
        if (
            block.kind is Kind.LIST_ITEM
            and words.startswith(_TYPED_BULLETS)
            and _MARKER.match(words)
        ):
            words = "•" + words[1:]
        pieces += ["\n" * (start - done), words]
        done = end
    pieces.append("\n" * (len(source_text) - done))
    return "".join(pieces)


def _missing_title(article: Article) -> Iterator[Paragraph]:
    """The title, unless it stands over the text itself: one chosen further down stands twice."""
    over_the_text = takewhile(lambda block: not block.role.is_text, article.kept)
    if article.title and not any(block.role is Role.TITLE for block in over_the_text):
        yield Paragraph(0, 0, "title", literal=article.title)


def _paragraphs(article: Article, text: str, shown: list[tuple[int, Block]]) -> Iterator[Paragraph]:
    def why(item: tuple[int, Block]) -> tuple[Role, str] | None:
        block = item[1]
        return None if block.kept else (block.role, block.reason)

    for reason, items in groupby(shown, why):
        group = list(items)
        if reason is not None:
            start = group[0][1].words(article.source_text)[0]
            yield Paragraph(start, start, "label", literal=_label(*reason))
        for index, block in group:
            yield from _block(index, block, *block.words(article.source_text), text)


def _label(role: Role, reason: str) -> str:
    """Which words were set aside, and why: `╌ share · share buttons ╌`."""
    name = role.value.replace("_", " ")
    return f"╌ {name} · {reason} ╌" if reason else f"╌ {name} ╌"


def _block(index: int, block: Block, start: int, end: int, text: str) -> Iterator[Paragraph]:
    look = _look(block)
    lead, hang, marker = _margins(block, text[start : start + 8])
    if not block.kept:
        lead, hang = f"┊ {lead}", f"┊ {hang}"
    if block.kind not in _PREFORMATTED:
        yield Paragraph(start, end, look, lead=lead, hang=hang, block=index, marker=marker)
        return
    for line in text[start:end].split("\n"):
        yield Paragraph(
            start, start + len(line), look, 0, lead, hang, block=index, preformatted=True
        )
        start += len(line) + 1


def _look(block: Block) -> str:
    if not block.kept:
        return "removed"
    if block.role is Role.TITLE:
        return "title"
    if block.role in _ABOVE_THE_TEXT:
        return "subtitle" if block.role is Role.SUBTITLE else "meta"
    if block.role in _FORMS and not _runs_on(block):
        return _FORMS[block.role]
    if block.kind is Kind.HEADING:
        return "heading" if block.level <= 2 else "subheading"
    return _LOOKS.get(block.kind, "body")


def _runs_on(block: Block) -> bool:
    """Whether an entry is not only its time and heading but text as well."""
    return block.role is Role.ENTRY and block.end - block.start > _LONGEST_HEADING


_FORMS = {
    Role.QUESTION: "question",
    Role.ENTRY: "entry",
    Role.CORRECTION: "correction",
    Role.FOOTNOTE: "footnote",
}
_LOOKS = {
    Kind.QUOTE: "quote",
    Kind.CODE: "code",
    Kind.TABLE: "code",
    Kind.CAPTION: "caption",
    Kind.LIST_ITEM: "item",
}


def _margins(block: Block, words: str) -> tuple[str, str, int]:
    """What stands before a block's first line and before its others, and its typed marker."""
    if block.kind is Kind.QUOTE:
        return "│ ", "│ ", 0
    if block.kind in _PREFORMATTED:
        return "  ", "  ", 0
    if block.kind is not Kind.LIST_ITEM:
        return "", "", 0
    indent = "  " * (min(max(block.level, 1), _DEEPEST) - 1)
    if marker := _MARKER.match(words):
        return indent, indent + " " * marker.end(), marker.end()
    return indent + "• ", indent + "  ", 0


def _with_gaps(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    above: Paragraph | None = None
    for paragraph in paragraphs:
        yield paragraph._replace(gap=_gap(above, paragraph))
        above = paragraph


def _gap(above: Paragraph | None, below: Paragraph) -> int:
    if above is None:
        return 1
    pair = (above.look, below.look)
    if above.look == "label" or pair in _CLOSE or _same_lines(above, below):
        return 0
    return 2 if below.look in _APART and above.look not in _APART else 1


_APART = {"heading", "entry"}
_CLOSE = {(look, look) for look in ("item", "meta", "removed", "entry", "footnote")}


def _same_lines(above: Paragraph, below: Paragraph) -> bool:
    """Whether both are lines of one block of code or one table."""
    return below.preformatted and above.block == below.block
