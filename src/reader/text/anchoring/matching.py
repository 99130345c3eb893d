"""Selectors and a text → where the passage stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.model import TextPositionSelector, TextQuoteSelector
from reader.text.anchoring.approximate import SHORTEST, Likeness, alike, context_left
from reader.text.anchoring.describing import hash_of
from reader.text.anchoring.folding import fold, folded

# One place wins over another if this many more characters around it are the same: a long word.
_CLEAR = 8

# … or if this much more of what stood around it is left, and at least this much at all.
_CLEAR_SHARE, _LEFT = 0.25, 0.5

# A quote no longer than this (“Russia”) may stand alone in a text by chance, so that it has to
# have some of its context left even if it stands in one place only.
_TELLING = SHORTEST

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

    In this order: the offsets, in the very text of `source_hash`; the one place with the words
    around it unchanged; the place where clearly more of them are left than anywhere else; the only
    place where the quote stands; the same, typography aside; for quotes over 20 code points the
    place where clearly most of the quote is left. Without a `source_hash` (annotations made before
    there was one, or elsewhere) the offsets decide between places alike, as they did.
    """
    there = position.start if position and _stands_at(text, quote.exact, position) else None
    if there is not None and _same_text(text, quote, there, source_hash):
        return Match(there, there + len(quote.exact), moved=False)
    start = _exact(text, quote, None if source_hash else there)
    if start is not None:
        moved = position is not None and start != position.start
        return Match(start, start + len(quote.exact), moved)
    return _folded_match(text, quote) or _approximate(text, quote)


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


def _exact(text: str, quote: TextQuoteSelector, there: int | None) -> int | None:
    start = _only_in_context(text, quote)
    if start is not None:
        return start
    return _best(text, quote, _in_order(text, quote), there)


def _folded_match(text: str, quote: TextQuoteSelector) -> Match | None:
    """The quote in other typography."""
    there = folded(text)
    plain = TextQuoteSelector(*map(fold, (quote.exact, quote.prefix, quote.suffix)))
    start = _exact(there.text, plain, None) if plain.exact.strip() else None
    if start is None:
        return None
    return Match(*there.span(start, start + len(plain.exact)), moved=True)


def _approximate(text: str, quote: TextQuoteSelector) -> Match | None:
    """The place that is clearly more like the quote than any other."""
    there = folded(text)
    found = alike(there, fold(quote.prefix), fold(quote.exact), fold(quote.suffix))
    if not found or (len(found) > 1 and not _clearly_better(*found[:2])):
        return None
    return Match(*there.span(found[0].start, found[0].end), moved=True, approximate=True)


def _clearly_better(best: Likeness, second: Likeness) -> bool:
    return best.score - second.score >= _CLEAR_SCORE


def _in_order(text: str, quote: TextQuoteSelector) -> tuple[int, ...]:
    places = islice(_places(text, quote.exact), _MANY)
    return tuple(sorted(places, key=lambda start: -_fit(text, quote, start)))


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


def _best(
    text: str, quote: TextQuoteSelector, places: tuple[int, ...], there: int | None
) -> int | None:
    """The place among `places`, best first, to be sure of; else `there`, if the quote still is."""
    fits = [_fit(text, quote, start) for start in places[:2]]
    if len(places) == 1:
        telling = len(quote.exact) > _TELLING or fits[0] >= min(_CLEAR, _whole(quote))
        return places[0] if telling else _by_context(text, quote, places, there)
    if not 1 < len(places) < _MANY:
        return there
    return places[0] if fits[0] - fits[1] >= _CLEAR else _by_context(text, quote, places, there)


def _by_context(
    text: str, quote: TextQuoteSelector, places: tuple[int, ...], there: int | None
) -> int | None:
    """The place around which clearly more is left, if not all of it next to the quote."""
    if there is not None or len(places) > _COMPARED:
        return there
    size = len(quote.exact)
    left = {
        start: context_left(text, start, start + size, quote.prefix, quote.suffix)
        for start in places
    }
    best, *others = sorted(places, key=lambda start: -left[start])
    clear = left[best] - max((left[one] for one in others[:1]), default=0.0) >= _CLEAR_SHARE
    return best if clear and left[best] >= _LEFT else None
