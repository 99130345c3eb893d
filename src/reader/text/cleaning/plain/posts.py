"""Posts pasted from a social network: who posted when, and what is counted below."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.model import Role
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.plain.origins import words_of
from reader.text.cleaning.segments import Verdict

_COUNTERS = Verdict(Role.SHARE, "counters of a post")
_POSTER = Verdict(Role.OTHER, "who posted it, and when")
_COUNT = re.compile(
    r"[\d٠-٩][\d٠-٩.,\u202f ]*(?:[KkMm]|тыс\.?|млн\.?|Tsd\.?|Mio\.?|万|亿|ألف)?(?=[^\d٠-٩]|$)"
)
_HANDLE = re.compile(r"(?:^|\s)@\w[\w.]{1,30}(?:@[\w.-]+)?(?=\s|$)")
_MOST_NAMES, _MOST_WORDS = 5, 10
_LONGEST = 120


def find(lines: list[Line], found: Asides) -> None:
    """Set aside what a network puts about posts, where a line says who posted."""
    posters = [line for line in lines if _is_poster(line)]
    counters = [line for line in lines if _is_counters(line.text)]
    if posters and counters:
        found.set_aside(_names(lines, posters), _POSTER)
        found.set_aside(posters, _POSTER)
        found.set_aside(counters, _COUNTERS)


def _names(lines: list[Line], posters: list[Line]) -> Iterator[Line]:
    """The lines over posters that begin with the handle: the same people's names."""
    below = {line.start for line in posters if line.said.startswith("@")}
    for line, after in pairwise(lines):
        if after.start in below and len(line.text.split()) <= _MOST_NAMES:
            yield line


def _is_poster(line: Line) -> bool:
    if len(line.text) > _LONGEST or len(line.text.split()) > _MOST_WORDS or line.quoted:
        return False
    handle = _HANDLE.search(line.text)
    if not handle:
        return False
    rest = line.text[handle.end() :].strip()
    return not rest or rest[0] in "·•|-–"


def _is_counters(text: str) -> bool:
    """Whether a line is nothing but numbers and what they count: “12 reposts · 1.2K likes”."""
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return False
    pieces = [piece.strip(" ·•|,:\u200f()") for piece in _COUNT.split(text)]
    words = [piece.casefold() for piece in pieces if piece]
    return bool(words) and all(word in words_of("social", "counters") for word in words)
