"""Terminal cells: how wide words are shown, and where they may be cut."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size, split_graphemes

# Scripts and punctuation whose every code point takes one cell: most text, measured by `len`.
_ONE_CELL = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0377\u037b-\u037f\u0384-\u038a\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a"
    "\u2010-\u2027\u2030-\u2038\u20a0-\u20bf\u2100-\u2119]*"
)


def one_cell_each(text: str) -> bool:
    """Whether every code point is known to take exactly one cell."""
    return text.isascii() or _ONE_CELL.fullmatch(text) is not None


def width(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(text)


def is_wide(character: str) -> bool:
    """Whether one code point takes two cells."""
    return get_character_cell_size(character) == 2


def graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """What is shown as one character: `(start, end, cells)`, in code points, covering the text."""
    if one_cell_each(text):
        return ((at, at + 1, 1) for at in range(len(text)))
    return iter(split_graphemes(text)[0])


def boundary(text: str, at: int) -> int:
    """The end of the character that `at` would cut in two, or `at` itself."""
    if not 0 < at < len(text) or text.isascii():
        return at
    for start, end, _ in graphemes(text):
        if start >= at:
            return at
        if end > at:
            return end
    return at


def fit(text: str, cells: int) -> str:
    """The text cut to so many cells, `…` for what was cut."""
    if width(text) <= cells:
        return text
    kept = used = 0
    for _, end, size in graphemes(text):
        if used + size > cells - 1:
            break
        kept, used = end, used + size
    return text[:kept].rstrip() + "…"
