"""Spans of many kinds → the styled runs of one line. Pure; the cost is that of the line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from reader.model import Annotation, FigureKind, Recognised
from reader.ui.reading.cells import boundary

_BUCKET = 512


class Span(NamedTuple):
    """`[start, end)` in code points, marked as a kind: the name of a component class."""

    start: int
    end: int
    kind: str


class Run(NamedTuple):
    """A piece of a line that looks the same throughout; later kinds lie over earlier ones."""

    start: int
    end: int
    kinds: tuple[str, ...]


class Spans:
    """Spans, found by place. They may overlap.

    Each is filed under every stretch of code points it touches, so that a few long ones do not
    make the lookup of all others slow.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.all = sorted(span for span in spans if span.start < span.end)
        self._buckets: dict[int, list[Span]] = defaultdict(list)
        for span in self.all:
            for bucket in range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1):
                self._buckets[bucket].append(span)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.all]

    def within(self, start: int, end: int) -> list[Span]:
        """The spans that overlap `[start, end)`, in order."""
        buckets = range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1)
        found = dict.fromkeys(
            span
            for bucket in buckets
            for span in self._buckets.get(bucket, ())
            if span.start < end and span.end > start
        )
        return sorted(found)

    @property
    def first(self) -> Span | None:
        """The first of all."""
        return self.all[0] if self.all else None

    @property
    def last(self) -> Span | None:
        """The last of all."""
        return self.all[-1] if self.all else None

    def at_or_after(self, offset: int) -> Span | None:
        """The first span that starts at an offset or later."""
        return self._get(bisect_left(self._starts, offset))

    def after(self, offset: int) -> Span | None:
        """The first span that starts after an offset."""
        return self._get(bisect_right(self._starts, offset))

    def before(self, offset: int) -> Span | None:
        """The last span that starts before an offset."""
        return self._get(bisect_left(self._starts, offset) - 1)

    def _get(self, index: int) -> Span | None:
        return self.all[index] if 0 <= index < len(self.all) else None


def runs(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Run]:
    """Divide `[start, end)` of a text where what is marked changes; cuts no character in two."""
    line = text[start:end]
    edges = {0, len(line)}
    clipped = []
    for span in spans:
        a = boundary(line, min(max(span.start - start, 0), len(line)))
        b = boundary(line, min(max(span.end - start, 0), len(line)))
        if a < b:
            clipped.append((a, b, span.kind))
            edges |= {a, b}
    cuts = sorted(edges)
    return [
        Run(start + a, start + b, tuple(dict.fromkeys(k for x, y, k in clipped if x <= a < y)))
        for a, b in pairwise(cuts)
    ]


def names(recognised: Recognised) -> Spans:
    """The mentions, by the type of what they name."""
    return Spans(Span(m.start, m.end, m.type.value) for m in recognised.mentions)


def figures(recognised: Recognised) -> Spans:
    """The figures, dates apart."""
    return Spans(
        Span(f.start, f.end, "date" if f.kind is FigureKind.DATE else "figure")
        for f in recognised.figures
    )


def highlights(placed: Iterable[tuple[Annotation, tuple[int, int]]]) -> Spans:
    """The highlights, by colour."""
    return Spans(Span(start, end, annotation.colour.value) for annotation, (start, end) in placed)
