"""Lists of links in Markdown made from a page: its menus, and what to read next."""

from reader.model import Kind, Role
from reader.text.cleaning.features import Features
from reader.text.cleaning.markdown_blocks import Piece
from reader.text.cleaning.segments import Segment, Verdict

_ALL_LINK = 0.85
_FEWEST = 4
_MENU_WORDS = 4

_MENU = Verdict(Role.NAVIGATION, "menu of a page")
_LINKS = Verdict(Role.RELATED, "list of links to other articles")
_HEADING = Verdict(Role.RELATED, "heading over links to other articles")
_PICTURE = Verdict(Role.CAPTION_CREDIT, "description of a picture")


def set_link_lists_aside(
    pieces: list[Piece], segments: list[Segment], seen: list[Features], given: list[Verdict]
) -> list[Verdict]:
    """The verdicts, with menus and lists under headings such as “Related” set aside.

    A list that is not announced as such stays: lists of links are what many notes are made of.
    """
    pieces = [piece for piece in pieces if piece.text.strip()]
    if len(pieces) != len(segments):
        return given
    given = list(given)
    title = next((at for at, v in enumerate(given) if v.role is Role.TITLE), 0)
    for start, end in _runs(pieces):
        verdict = _judge(start, end, title, seen)
        if verdict:
            given[start:end] = [verdict] * (end - start)
            if verdict is _LINKS:
                given[start - 1] = _HEADING
    for at, segment in enumerate(segments):
        if segment.kind is Kind.CAPTION:
            given[at] = _PICTURE
    return given


def _runs(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Runs `[start, end)` of list items and paragraphs that are nothing but links."""
    runs: list[tuple[int, int]] = []
    start = None
    for at, piece in enumerate([*pieces, Piece("")]):
        link = piece.linked >= _ALL_LINK and piece.kind in {Kind.LIST_ITEM, Kind.PARAGRAPH}
        if link and start is None:
            start = at
        elif not link and start is not None:
            runs.append((start, at))
            start = None
    return runs


def _judge(start: int, end: int, title: int, seen: list[Features]) -> Verdict | None:
    heading = seen[start - 1] if start else None
    if heading and heading.words <= 6 and heading.is_a("related", "read_more"):
        return _LINKS
    words = sum(features.words for features in seen[start:end])
    short = end - start >= _FEWEST and words <= _MENU_WORDS * (end - start)
    known = sum(bool(features.families) for features in seen[start:end])
    if short and (end <= title or known * 3 >= end - start):
        return _MENU
    return None
