"""Where a second article begins in a text that carries more than one.

Certain signs only, since a wrong cut hides half of an article: a title given twice in a row
(picture and headline), straight after a heading such as “You may also like” or at the end of an
article, with far more prose under it than any teaser has.
"""

from reader.text.cleaning.features import Features

_TITLE_WORDS = range(2, 36)
_MOST_TIMES = 4
"""A line that stands more often is the page's own, not a title."""
_PROSE_BEFORE = 50
_PROSE_AFTER = 80
_SENTENCE_WORDS = 12
_LOOK_AHEAD = 12
_LOOK_BACK = 4


def second_articles(seen: list[Features]) -> list[int]:
    """The indices of the titles (the first of each pair) of further articles, in order."""
    starts = []
    prose_before = 0
    for at in range(1, len(seen) - 2):
        prose_before += _prose_words(seen[at - 1])
        if prose_before >= _PROSE_BEFORE and _begins(at, seen):
            starts.append(at)
            prose_before = 0
    return starts


def _begins(at: int, seen: list[Features]) -> bool:
    title = seen[at]
    if title.words not in _TITLE_WORDS or title.dated or title.times > _MOST_TIMES:
        return False
    if any(family.name != "caption_credit" for family in title.families):
        return False
    if seen[at].key != seen[at + 1].key or not seen[at].key:
        return False
    announced = any(f.ends for s in seen[max(0, at - _LOOK_BACK) : at] for f in s.families)
    return announced and _prose_under(at + 2, seen) >= _PROSE_AFTER


def _prose_under(at: int, seen: list[Features]) -> int:
    """Words of prose straight under a title, up to the third line that is not prose."""
    words = other = 0
    for features in seen[at : at + _LOOK_AHEAD]:
        if _prose_words(features):
            words += features.words
        elif other == 2:
            break
        else:
            other += 1
    return words


def _prose_words(features: Features) -> int:
    """Its words if it is prose, in whatever language: the second article may have its own."""
    prose = features.prose or (features.ends and features.words >= _SENTENCE_WORDS)
    return features.words if prose else 0
