"""Columns of the run of prose that weighs most (`plain.weighing`): a first guess by hand."""

from itertools import accumulate

from reader.text.cleaning.choice.weighing import best_run, weigh
from reader.text.cleaning.features import Features
from reader.text.cleaning.segments import Segment

NAMES = (
    "weight", "in_run", "after_run_start", "before_run_end", "run_share", "weight_around",
    "weight_before", "weight_after",
)  # fmt: skip

_FAR = 40
_AROUND = 5
_BESIDE = 3


def runs_columns(segments: list[Segment], seen: list[Features]) -> list[list[float]]:
    """The columns named in `NAMES`, a row a segment."""
    weights = weigh(segments, seen)
    first, last = best_run(weights)
    sums = [0.0, *accumulate(weights)]
    share = (sums[last] - sums[first]) / (sum(w for w in weights if w > 0) or 1)
    count = len(weights)
    return [
        [
            weight,
            first <= at < last,
            max(-_FAR, min(_FAR, at - first)),
            max(-_FAR, min(_FAR, last - 1 - at)),
            share,
            sums[min(count, at + _AROUND + 1)] - sums[max(0, at - _AROUND)],
            sums[at] - sums[max(0, at - _BESIDE)],
            sums[min(count, at + _BESIDE + 1)] - sums[at + 1],
        ]
        for at, weight in enumerate(weights)
    ]
