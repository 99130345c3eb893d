"""Lines that could be the title of a further article: title-like, with prose on both sides."""

from collections.abc import Iterator

from reader.model import Kind
from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.byline import authors_of
from reader.text.cleaning.segments import Segment

_TITLE_WORDS = range(2, 36)
_MOST_TIMES = 4
"""A line that stands more often is the page's own, not a title."""
_SENTENCES = 25
"""A sentence may be a title when it has no more words than this."""
LEAST_PROSE = 80
"""Words of prose together under a title; a teaser has fewer."""
_LEAST_BEFORE = 65
"""The same for what stands in front, where notices and pictures come between: else it is a menu."""
_ENOUGH = 400
_OTHERS = 12
"""So many lines in a row that are not prose end what stands under a title."""
_LINES = 80
_SENTENCE_WORDS = 12
OTHER_COST = 20
"""Words of prose that a line which is none takes from a run."""


def candidates(segments: list[Segment], seen: list[Features]) -> Iterator[int]:
    """The indices of lines that could be titles of further articles, in order."""
    runs = heaviest_runs(seen)
    for at in range(1, len(seen) - 1):
        if runs[at] < _LEAST_BEFORE or not title_like(segments[at], seen[at]):
            continue
        if longest_stretch(under(at, seen)) >= LEAST_PROSE:
            yield at


def title_like(segment: Segment, seen: Features) -> bool:
    """Whether a line could be a title: some words, no date, no furniture, not the page's own."""
    if seen.words not in _TITLE_WORDS or seen.dated or seen.control or seen.address:
        return False
    if segment.kind not in {Kind.PARAGRAPH, Kind.HEADING} or not seen.key:
        return False
    if seen.times > _MOST_TIMES or (seen.prose and seen.words > _SENTENCES):
        return False
    return all(_may_be_title(family.name, segment.text) for family in seen.families)


def _may_be_title(family: str, text: str) -> bool:
    """“Von München bis Aachen” begins as bylines do, “Le tour” as dates, and is neither."""
    return family in {"caption_credit", "date_label"} or (
        family == "byline" and not authors_of(text)
    )


def under(at: int, seen: list[Features]) -> list[Features]:
    """What stands under a line, up to a run of lines that are not prose or enough words."""
    words = others = 0
    found: list[Features] = []
    for features in seen[at + 1 : at + 1 + _LINES]:
        words += prose_words(features)
        others = 0 if prose_words(features) else others + 1
        if others > _OTHERS:
            break
        found.append(features)
        if words >= _ENOUGH:
            break
    return found


def prose_words(features: Features) -> int:
    """Its words if it is prose, in whatever language: the second article may have its own."""
    prose = features.prose or (features.ends and features.words >= _SENTENCE_WORDS)
    return features.words if prose and not features.families else 0


def heaviest_runs(seen: list[Features]) -> list[int]:
    """For each place how much prose the most article-like run in front of it has, in words.

    Lines that are not prose count against a run: the sentences of menus and notices add up to none.
    """
    run = most = 0
    found = [0]
    for features in seen:
        words = prose_words(features)
        run = max(0, run + (words or -OTHER_COST))
        most = max(most, run)
        found.append(most)
    return found


def longest_stretch(seen: list[Features]) -> int:
    """Words of the longest stretch of prose with nothing but furniture between its paragraphs."""
    longest = words = 0
    for features in seen:
        if prose_words(features):
            words += prose_words(features)
            longest = max(longest, words)
        elif not features.families:
            words = 0
    return longest
