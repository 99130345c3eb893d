"""Print turned into text: numbers of pages, and the heads and feet that stand on every page."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reader.model import Role
from reader.text.cleaning.families import match
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line, wrap_width
from reader.text.cleaning.plain.origins import words_of
from reader.text.cleaning.segments import Verdict

_NUMBER = Verdict(Role.OTHER, "number of a page")
_FURNITURE = Verdict(Role.OTHER, "stands on every page")
_DIGITS = re.compile(r"\d+")
_EDGES = " -–—|·•[]()~"
_LONGEST = 90
_FEWEST_LINES = 6
"""A page has at least so many lines, unless its number says that it is a page's."""
_FEWEST_NAMED, _FEWEST_PAGES = 2, 3
"""Pages whose numbers say that they are pages', and pages with bare numbers."""
_UNEVEN = 1.6
"""The fullest page has at most so many times the lines of the emptiest."""
_REACH = 2
"""Lines between the number of a page and its head or foot."""


def find(lines: list[Line], found: Asides) -> None:
    """Set page furniture aside: numbers of pages that rise, and what stands beside each of them."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST and line not in found:
            places[_DIGITS.sub("#", line.text.casefold())].append(at)
    is_wrapped = cache(lambda: wrap_width(lines) is not None)
    numbers: set[int] = set()
    for key, standing in places.items():
        if _names_page(key):
            numbers |= _rising(lines, standing, fewest=_FEWEST_NAMED, apart=1)
        elif key.strip(_EDGES) == "#" and _even(standing) and is_wrapped():
            numbers |= _rising(lines, standing, fewest=_FEWEST_PAGES, apart=_FEWEST_LINES)
    if not numbers:
        return
    found.set_aside((lines[at] for at in sorted(numbers)), _NUMBER)
    edges = {at + step for at in numbers for step in range(-_REACH, _REACH + 1)}
    edges.update((*range(_REACH), *range(len(lines) - _REACH, len(lines))))
    for standing in places.values():
        repeats = [at for at in standing if at not in numbers]
        if _on_every_page(lines, repeats, edges):
            found.set_aside((lines[at] for at in repeats), _FURNITURE)


def _even(standing: list[int]) -> bool:
    """Whether pages are about as long as each other, as chapters are not."""
    gaps = [b - a for a, b in pairwise(standing)]
    return bool(gaps) and max(gaps) <= _UNEVEN * min(gaps)


def _names_page(key: str) -> bool:
    """Whether a line is nothing but a page's number with a word for page or a total: “# of #”."""
    words = key.replace("#", " # ").strip(_EDGES).split()
    said = {word.strip(_EDGES) for word in words} - {"#", ""}
    page, of = words_of("pages", "page"), words_of("pages", "of")
    return bool(said & page) and said <= page | of


def _rising(lines: list[Line], standing: list[int], *, fewest: int, apart: int) -> set[int]:
    """Places where one number of the line rises by one from each to the next, so far apart."""
    columns = list(zip(*(_DIGITS.findall(lines[at].text) for at in standing), strict=True))
    found: set[int] = set()
    for column in columns if len(standing) >= fewest else ():
        for run in _runs(standing, [int(number[:9]) for number in column], apart):
            if len(run) >= fewest:
                found.update(run)
    return found


def _runs(standing: list[int], numbers: list[int], apart: int) -> Iterator[list[int]]:
    run = standing[:1]
    for index in range(1, len(standing)):
        near = standing[index] - standing[index - 1] < apart
        if near or numbers[index] != numbers[index - 1] + 1:
            yield run
            run = []
        run.append(standing[index])
    yield run


def _on_every_page(lines: list[Line], standing: list[int], edges: set[int]) -> bool:
    gaps = [b - a for a, b in pairwise(standing)]
    if not gaps or min(gaps) < _FEWEST_LINES or match(lines[standing[0]].text):
        return False
    return edges.issuperset(standing)
