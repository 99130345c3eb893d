"""How much each segment speaks for being inside the article, and where the article is.

The article is the run of segments with the greatest sum of weights: maximum subsequence
segmentation (Pasternack and Roth, “Extracting article text from the web with maximum subsequence
segmentation”, WWW 2009), here over segments with weights set by hand rather than learned tokens.
"""

from itertools import accumulate

from reader.model import Kind
from reader.text.cleaning.features import Features
from reader.text.cleaning.segments import Segment

_WORDS_A_POINT = 10
_MOST = 9.0
_LONE = 45
"""Prose of fewer words with no prose beside it is as likely a teaser as a paragraph."""
_ENOUGH = 15.0
"""Points of prose after which a heading such as “Comments” can end an article."""
_END_COST = {"comments": 8.0, "legal": 6.0, "author_bio": 5.0, "disclaimer": 5.0, "related": 4.0}
_DATED_COST = 3.0
"""Below an article every date heads another: a comment, a teaser."""
_NOTICES = ("cookie", "subscribe", "disclaimer", "legal")
_ASIDES = ("share", "advertisement", "navigation", "read_more", "caption_credit", "subscribe")
_FEWEST_ITEMS = 3
_NEAR = 6
_IN_COMMENTS = 0.3
_SHORT_RUN_COST = 12.0


def weigh(segments: list[Segment], seen: list[Features]) -> list[float]:
    """Weights, above 0 for inside; the sum over any run says how much it is an article."""
    base = [_base(segment, features) for segment, features in zip(segments, seen, strict=True)]
    weights = [_in_context(at, base, seen) for at in range(len(base))]
    _soften_runs(weights)
    _end_it(weights, seen)
    return weights


def best_run(weights: list[float]) -> tuple[int, int]:
    """The run `[first, last)` of indices with the greatest sum; (0, 0) when none is above 0."""
    best, where = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, where = total, (start, at + 1)
    return where


def with_announced_list(
    segments: list[Segment], seen: list[Features], first: int, last: int
) -> tuple[int, int]:
    """The run, and the list of short lines after it if its last line announces one (“:”)."""
    start = last
    if last < len(segments) and segments[last].text.endswith(":") and not seen[last].families:
        start = last + 1
    elif not last or not segments[last - 1].text.endswith(":"):
        return first, last
    end = start
    while end < len(segments) and not seen[end].families and not seen[end].control:
        if end > start and segments[end].blanks != segments[start + 1].blanks:
            break
        end += 1
    return first, end if end - start >= _FEWEST_ITEMS else last


def _base(segment: Segment, seen: Features) -> float:
    if seen.cut:
        return -0.5
    if seen.prose and not seen.control:
        points = min(0.5 + seen.words / _WORDS_A_POINT, _MOST)
        if seen.is_a(*_NOTICES):
            return -min(points, 3.0)
        if seen.is_a(*_ASIDES):
            return -0.5
        return points
    if segment.said and segment.kind is Kind.HEADING:
        return -0.3
    if segment.kind in {Kind.CODE, Kind.TABLE, Kind.QUOTE} and not seen.families:
        return 0.5
    if seen.families or seen.control:
        return -1.0
    return -0.4 if seen.alone and seen.words > 2 else -0.8


def _in_context(at: int, base: list[float], seen: list[Features]) -> float:
    """Short prose counts in full only beside other prose."""
    weight = base[at]
    if weight <= 0 or seen[at].words >= _LONE:
        return weight
    near = [_nearest(at, step, base, seen) for step in (-1, 1)]
    return weight * (1.0 if 1 in near else 0.6 if 2 in near else 0.35)


def _nearest(at: int, step: int, base: list[float], seen: list[Features]) -> int:
    """How many lines away the nearest prose is, known furniture (“Advertisement”) not counted."""
    away = 0
    for near in range(at + step, at + _NEAR * step, step):
        if not 0 <= near < len(seen):
            break
        away += not (seen[near].families and base[near] <= 0)
        if base[near] > 0:
            return away
        if away > 2:
            break
    return _NEAR


def _soften_runs(weights: list[float]) -> None:
    """A box of many short lines costs no more than `_SHORT_RUN_COST`, however long it is."""
    at = 0
    while at < len(weights):
        end = at
        while end < len(weights) and weights[end] < 0:
            end += 1
        cost = -sum(weights[at:end])
        if cost > _SHORT_RUN_COST:
            weights[at:end] = [w * _SHORT_RUN_COST / cost for w in weights[at:end]]
        at = end + 1


def _end_it(weights: list[float], seen: list[Features]) -> None:
    """What usually stands after an article's end costs more once there has been an article."""
    so_far = list(accumulate((max(0.0, weight) for weight in weights), initial=0.0))
    in_comments = False
    for at, features in enumerate(seen):
        if in_comments and weights[at] > 0:
            weights[at] *= _IN_COMMENTS
        if so_far[at] < _ENOUGH or (features.words > 8 and features.prose):
            continue
        if features.dated and features.words > 2:
            weights[at] = min(weights[at], -_DATED_COST)
        costs = [_END_COST[f.name] for f in features.families if f.ends and f.name in _END_COST]
        if not costs or features.is_a("read_more", "share", "summary"):
            continue
        weights[at] = min(weights[at], -max(costs))
        in_comments = in_comments or features.is_a("comments")
