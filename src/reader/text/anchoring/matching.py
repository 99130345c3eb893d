"""Selectors and a text → where the passage stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.model import TextPositionSelector, TextQuoteSelector
from reader.text.anchoring.approximate import (
    SHORTEST,
    Likeness,
    alike,
    context_left,
    likest,
)
from reader.text.anchoring.describing import hash_of
from reader.text.anchoring.folding import Folded, fold, folded

# One place wins over another if this many more characters around it are the same: a long word.
_CLEAR = 8

# … or if this much more of what stood around it is left, and at least this much at all.
_CLEAR_SHARE, _LEFT = 0.25, 0.5

# A short quote (“Russia”) may stand in a text by chance, so that some of its context has to be left
# where it stands now: this many characters next to it, or as much of all as above.
_TELLING = 12

# With so many places for one quote, no context tells them apart and reading on is a waste.
_MANY = 1000
_COMPARED = 20

# Of two stretches like the quote, the better one must be so by this much (`Likeness.score`).
_CLEAR_SCORE = 0.1


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage stands now; `moved` if that is not where it was.

    `approximate` if its words were changed since: it stands where most of them are left.
    """

    start: int
    end: int
    moved: bool
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place `[start, end)` to offer for an orphan; `words` is how much of the quote it has."""

    start: int
    end: int
    words: float


def match(
    text: str,
    quote: TextQuoteSelector,
    position: TextPositionSelector | None = None,
    *,
    source_hash: str = "",
) -> Match | None:
    """Find a described passage in a text that may have changed; None makes it an orphan.

    In this order, typography aside but for the first: the offsets, in the very text of
    `source_hash`; the one place with the words around it unchanged; the place around which clearly
    more of them are left than around any other; the only place where the quote stands, unless it
    is short or what stood around it is elsewhere; for quotes over 20 code points the place where
    clearly most of the quote is left. Without a `source_hash` (annotations made before there was
    one, or elsewhere) the offsets decide between places alike, as they did.
    """
    there = position.start if position and _stands_at(text, quote.exact, position) else None
    if there is not None and _same_text(text, quote, there, source_hash):
        return Match(there, there + len(quote.exact), moved=False)
    found = _surely(folded(text), _plain(quote))
    if found is None and there is not None and not source_hash:
        return Match(there, there + len(quote.exact), moved=False)
    if found is None:
        return None
    start, end = folded(text).span(found.start, found.end)
    changed = found.words < 1
    moved = changed or (position is not None and start != position.start)
    return Match(start, end, moved, approximate=changed)


def candidates(text: str, quote: TextQuoteSelector) -> tuple[Place, ...]:
    """Where the quote stands or much of it is left, best first: what to offer for an orphan.

    Only the first 1000 places of the exact quote are looked at.
    """
    places = islice(_places(text, quote.exact), _MANY)
    exact = sorted(places, key=lambda start: -_fit(text, quote, start))
    if exact:
        return tuple(Place(start, start + len(quote.exact), 1.0) for start in exact)
    there = folded(text)
    like = alike(there, fold(quote.prefix), fold(quote.exact), fold(quote.suffix))
    return tuple(Place(*there.span(one.start, one.end), one.words) for one in like)


def _same_text(text: str, quote: TextQuoteSelector, there: int, source_hash: str) -> bool:
    """Whether this is the text the offsets were taken in, as far as that is known."""
    if source_hash:
        return source_hash == hash_of(text)
    return _fit(text, quote, there) == _whole(quote)


def _surely(text: Folded, quote: TextQuoteSelector) -> Likeness | None:
    """The place to be sure of; all that is compared is folded."""
    places = list(islice(_places(text.text, quote.exact), _MANY)) if quote.exact.strip() else []
    if not places:
        return _approximate(text, quote)
    whole = _only_in_context(text.text, quote)
    if whole is not None:
        return _exactly(text, quote, whole)
    best = _best(text, quote, places)
    if best is None or len(quote.exact) > SHORTEST:
        return best and _against_rivals(text, quote, best)
    return best if _telling(text.text, quote, best) else None


def _best(text: Folded, quote: TextQuoteSelector, places: list[int]) -> Likeness | None:
    """The exact place around which clearly more is left than around any other."""
    if len(places) > _COMPARED:
        return _by_next_words(text, quote, places)
    found = sorted((_exactly(text, quote, one) for one in places), key=lambda one: -one.context)
    if len(found) > 1 and found[0].context - found[1].context < _CLEAR_SHARE:
        return _by_next_words(text, quote, places)
    return found[0]


def _by_next_words(text: Folded, quote: TextQuoteSelector, places: list[int]) -> Likeness | None:
    """The exact place next to which clearly more is unchanged."""
    if len(places) >= _MANY:
        return None
    fits = sorted(((_fit(text.text, quote, one), one) for one in places), reverse=True)
    return _exactly(text, quote, fits[0][1]) if fits[0][0] - fits[1][0] >= _CLEAR else None


def _telling(text: str, quote: TextQuoteSelector, found: Likeness) -> bool:
    """Whether enough of what stood around the quote is left for it to be there by no chance."""
    if not _whole(quote):
        return True
    return found.context >= _LEFT or _fit(text, quote, found.start) >= min(_TELLING, _whole(quote))


def _against_rivals(text: Folded, quote: TextQuoteSelector, best: Likeness) -> Likeness | None:
    """The exact place, unless there is one with other words where more of the context is."""
    rivals = likest(text, quote.prefix, quote.exact, quote.suffix)
    rivals = [one for one in rivals if one.end <= best.start or best.end <= one.start]
    if any(one.context >= _LEFT and one.context > best.context for one in rivals):
        return _approximate(text, quote)
    return best


def _exactly(text: Folded, quote: TextQuoteSelector, start: int) -> Likeness:
    end = start + len(quote.exact)
    left = context_left(text.text, start, end, quote.prefix, quote.suffix)
    return Likeness(start, end, 1.0, left)


def _approximate(text: Folded, quote: TextQuoteSelector) -> Likeness | None:
    """The place that is clearly more like the quote than any other."""
    found = alike(text, quote.prefix, quote.exact, quote.suffix)
    if not found or (len(found) > 1 and not _clearly_better(*found[:2])):
        return None
    return found[0]


def _clearly_better(best: Likeness, second: Likeness) -> bool:
    return best.score - second.score >= _CLEAR_SCORE


def _plain(quote: TextQuoteSelector) -> TextQuoteSelector:
    return TextQuoteSelector(*map(fold, (quote.exact, quote.prefix, quote.suffix)))


def _stands_at(text: str, exact: str, position: TextPositionSelector) -> bool:
    inside = 0 <= position.start < position.end
    return inside and text[position.start : position.end] == exact


def _whole(quote: TextQuoteSelector) -> int:
    return len(quote.prefix) + len(quote.suffix)


def _fit(text: str, quote: TextQuoteSelector, start: int) -> int:
    """How many characters of the context stand around `start`, counted from the quote outwards."""
    end = start + len(quote.exact)
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (at for at, (a, b) in enumerate(pairs) if a != b),
        min(len(one), len(other)),
    )


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _only_in_context(text: str, quote: TextQuoteSelector) -> int | None:
    """The one place where quote and context stand in full."""
    if not (quote.exact and _whole(quote)):
        return None
    found = list(islice(_places(text, quote.prefix + quote.exact + quote.suffix), 2))
    return found[0] + len(quote.prefix) if len(found) == 1 else None
