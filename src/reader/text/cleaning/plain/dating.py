"""When an article was published, by the lines around it."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Role
from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.signatures import words_of
from reader.text.cleaning.segments import Segment, Verdict

_DATE = Verdict(Role.DATE, "date of publication")
_ABOVE, _BELOW = 9, 8
"""Segments above the title and after the end in which the date may stand."""
_LONGEST_MONTH = 4
"""Words of a line that is for a month alone, at most."""
_MONTH = 7
"""Code points of an ISO 8601 date that gives no day."""


class _Dated(NamedTuple):
    at: int
    iso: str
    updated: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """The lowest is the surest: a day before a month, first published before updated."""
        return len(self.iso) <= _MONTH, self.updated


def published(
    segments: list[Segment],
    seen: list[Features],
    verdicts: dict[int, Verdict],
    at: int | None,
    bounds: tuple[int, int, int],
) -> str | None:
    """The date under the title, which stands `at`; failing that above it, or after the end.

    `bounds`: where the header begins and ends, and where the article ends. The lines that give
    dates get their verdicts. ISO 8601.
    """
    top, bottom, last = bounds
    under = _dated(range(top, bottom), segments, seen, at)
    above = _dated(range(top - 1, max(-1, top - _ABOVE), -1), segments, seen, at)[:1]
    end = _dated(range(last, min(len(segments), last + _BELOW)), segments, seen, at)[:1]
    for one in (*under, *(above if not _sure(under) else ())):
        verdicts[one.at] = _DATE
    if end and not (under or above) and not seen[end[0].at].families:
        verdicts[end[0].at] = _DATE
    best = min((*under, *above, *end), key=lambda one: one.rank, default=None)
    return best.iso if best else None


def _sure(found: list[_Dated]) -> bool:
    return any(not any(one.rank) for one in found)


def _dated(
    places: Iterable[int], segments: list[Segment], seen: list[Features], title: int | None
) -> list[_Dated]:
    found = []
    for at in places:
        iso = _date_of(seen[at]) if at != title else None
        if iso:
            found.append(_Dated(at, iso, _is_update(segments[at].text)))
    return found


def _date_of(seen: Features) -> str | None:
    """The date of a line; a month alone counts only in a line that is for nothing else."""
    is_month = seen.date is not None and len(seen.date) <= _MONTH
    return None if is_month and seen.words > _LONGEST_MONTH else seen.date


def _is_update(text: str) -> bool:
    return text.casefold().startswith(tuple(words_of("moment", "updated")))
