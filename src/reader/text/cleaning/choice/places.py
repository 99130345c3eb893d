"""Columns of where a segment stands: in the text, among dates, behind the signs of an end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.text.cleaning.features import Features

NAMES = (
    "place", "words_before", "prose_before", "from_start", "from_end", "segments", "words_in_all",
    "prose_share", "dates", "dates_near", "dates_before", "dates_after", "since_date", "until_date",
    "ends_before", "prose_before_end", "prose_before_comments", "short_before", "short_after",
)  # fmt: skip

_EDGE = 60
_MANY, _LONG = 300, 2500
"""Segments and words above which texts count as equally long: few of those fitted on are longer."""
_NEAR = 8
_MOST_DATES = 30
_FAR = 40
_HEADING = 8
"""Words of a heading such as “Related articles” at most."""
_ENOUGH = 60
"""Words of prose before such a heading says that something has ended."""


def places_columns(seen: list[Features]) -> list[list[float]]:
    """The columns named in `NAMES`, a row a segment; linear in their number."""
    groups = (_positions(seen), _dates(seen), _endings(seen), _short_runs(seen))
    return [[*a, *b, *c, *d] for a, b, c, d in zip(*groups, strict=True)]


def _positions(seen: list[Features]) -> Iterator[list[float]]:
    count = len(seen)
    total = sum(each.words for each in seen) or 1
    prose = sum(each.words for each in seen if each.prose) or 1
    words = said = 0
    for at, each in enumerate(seen):
        edges = (min(at, _EDGE), min(count - at, _EDGE))
        sizes = (min(count, _MANY), min(total, _LONG), prose / total)
        yield [at / count, words / total, said / prose, *edges, *sizes]
        words += each.words
        said += each.words if each.prose else 0


def _dates(seen: list[Features]) -> Iterator[list[float]]:
    dated = [at for at, each in enumerate(seen) if each.dated]
    for at in range(len(seen)):
        before, after = bisect_left(dated, at), bisect_right(dated, at)
        near = bisect_right(dated, at + _NEAR) - bisect_left(dated, at - _NEAR)
        since = min(_FAR, at - dated[before - 1]) if before else _FAR
        until = min(_FAR, dated[after] - at) if after < len(dated) else _FAR
        counts = (len(dated), near, before, len(dated) - after)
        yield [*(min(n, _MOST_DATES) for n in counts), since, until]


def _endings(seen: list[Features]) -> Iterator[list[float]]:
    """How many headings that usually end an article stand before, and after how much prose."""
    total = sum(each.words for each in seen if each.prose) or 1
    prose = ends = first = comments = 0
    for each in seen:
        yield [min(ends, 9), first / total, comments / total]
        prose += each.words if each.prose else 0
        if each.words > _HEADING or prose <= _ENOUGH:
            continue
        if any(family.ends for family in each.families):
            ends += 1
            first = first or prose
        if each.is_a("comments"):
            comments = comments or prose


def _short_runs(seen: list[Features]) -> Iterator[list[float]]:
    """How many segments in a row, up to this one and from it on, are not prose."""
    after = list(_runs(reversed(seen)))
    return ([a, b] for a, b in zip(_runs(iter(seen)), reversed(after), strict=True))


def _runs(seen: Iterator[Features]) -> Iterator[int]:
    run = 0
    for each in seen:
        run = 0 if each.prose else min(run + 1, _FAR)
        yield run
