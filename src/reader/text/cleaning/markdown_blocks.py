"""Markdown → pieces of visible text with what they are: CommonMark, tables, strikethrough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text.cleaning.markdown_html import visible_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 60
"""Nesting the parser follows; it drops what is nested deeper: such text is left as it is."""
_TOO_DEEP = re.compile(
    r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){25,}\S|^ {120,}\S|(?:\[\W?){30}", re.MULTILINE
)
_WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]+)(?<=\S)==")


@dataclass(frozen=True, slots=True)
class Piece:
    """Visible text and what it is. `linked`: the share of it that is the text of links."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    linked: float = 0.0


@dataclass(slots=True)
class _Walk:
    """Where in the tree of tokens we are."""

    pieces: list[Piece] = field(default_factory=list)
    quotes: int = 0
    numbers: list[int | None] = field(default_factory=list)
    marker: str = ""
    in_item: bool = False
    heading: int = 0
    row: list[str] = field(default_factory=list)
    rows: list[str] | None = None


def pieces_of(markdown: str) -> list[Piece]:
    """The visible text of Markdown, piece by piece, in order; none when nothing is visible."""
    if _TOO_DEEP.search(markdown):
        return [Piece(part) for part in re.split(r"\n[ \t]*\n", markdown) if part.strip()]
    walk = _Walk()
    for token in _parser().parse(markdown):
        _STEPS.get(token.type, _nothing)(walk, token)
    return [piece for piece in walk.pieces if piece.text.strip()]


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"])


def _nothing(_walk: _Walk, _token: "Token") -> None:
    pass


def _open_heading(walk: _Walk, token: "Token") -> None:
    walk.heading = int(token.tag[1])


def _close_heading(walk: _Walk, _token: "Token") -> None:
    walk.heading = 0


def _open_quote(walk: _Walk, _token: "Token") -> None:
    walk.quotes += 1


def _close_quote(walk: _Walk, _token: "Token") -> None:
    walk.quotes -= 1


def _open_list(walk: _Walk, token: "Token") -> None:
    ordered = token.type == "ordered_list_open"
    walk.numbers.append(int(token.attrGet("start") or 1) if ordered else None)


def _close_list(walk: _Walk, _token: "Token") -> None:
    walk.numbers.pop()
    walk.in_item = bool(walk.numbers)


def _open_item(walk: _Walk, _token: "Token") -> None:
    number = walk.numbers[-1] if walk.numbers else None
    walk.marker, walk.in_item = "", True
    if number is not None:
        walk.marker = f"{number}. "
        walk.numbers[-1] = number + 1


def _inline(walk: _Walk, token: "Token") -> None:
    text, linked = _visible(token.children or ())
    if walk.rows is not None:
        walk.row.append(" ".join(text.split()))
    elif walk.heading:
        walk.pieces.append(Piece(text, Kind.HEADING, walk.heading, linked))
    elif walk.in_item:
        depth = max(1, len(walk.numbers))
        walk.pieces.append(Piece(walk.marker + text, Kind.LIST_ITEM, depth, linked))
        walk.marker = ""
    elif walk.quotes:
        walk.pieces.append(Piece(text, Kind.QUOTE, walk.quotes, linked))
    elif _only_pictures(token.children or ()):
        walk.pieces.append(Piece(text, Kind.CAPTION))
    else:
        walk.pieces.append(Piece(text, Kind.PARAGRAPH, 0, linked))


def _code(walk: _Walk, token: "Token") -> None:
    walk.pieces.append(Piece(token.content.strip("\n"), Kind.CODE))


def _html(walk: _Walk, token: "Token") -> None:
    for part in re.split(r"\n\s*\n", visible_text(token.content)):
        walk.pieces.append(Piece(part))


def _open_table(walk: _Walk, _token: "Token") -> None:
    walk.rows = []


def _close_row(walk: _Walk, _token: "Token") -> None:
    if walk.rows is not None:
        walk.rows.append(" | ".join(walk.row))
    walk.row = []


def _close_table(walk: _Walk, _token: "Token") -> None:
    walk.pieces.append(Piece("\n".join(walk.rows or ()), Kind.TABLE))
    walk.rows = None


_STEPS = {
    "heading_open": _open_heading, "heading_close": _close_heading,
    "blockquote_open": _open_quote, "blockquote_close": _close_quote,
    "bullet_list_open": _open_list, "bullet_list_close": _close_list,
    "ordered_list_open": _open_list, "ordered_list_close": _close_list,
    "list_item_open": _open_item, "inline": _inline,
    "fence": _code, "code_block": _code, "html_block": _html,
    "table_open": _open_table, "tr_close": _close_row, "table_close": _close_table,
}  # fmt: skip


def _visible(tokens: Sequence["Token"]) -> tuple[str, float]:
    """The text of inline tokens, and how much of it stands in links."""
    parts: list[str] = []
    links = inside = 0
    for token in tokens:
        if token.type == "link_open":
            inside += 1
        elif token.type == "link_close":
            inside -= 1
        piece = _words(token)
        parts.append(piece)
        links += len(piece) if inside else 0
    text = (
        visible_text("".join(parts))
        if any(t.type == "html_inline" for t in tokens)
        else ("".join(parts))
    )
    text = _HIGHLIGHT.sub(r"\1", _WIKI_LINK.sub(r"\1", text))
    return text, links / len(text) if text else 0.0


def _words(token: "Token") -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "image":
        return "".join(map(_words, token.children or ()))
    return token.content


def _only_pictures(tokens: Sequence["Token"]) -> bool:
    kinds = {t.type for t in tokens if t.type != "text" or t.content.strip()}
    return "image" in kinds and kinds <= {"image", "link_open", "link_close", "softbreak"}
