"""Where an annotation stands: `describe` a passage, `match` the description to a text again.

The selectors are those of the W3C Web Annotation Data Model; offsets are code points, `[start,
end)`. Matching goes from the surest evidence to the weakest and stops short of guessing: a passage
that could stand in two places is an orphan, kept and listed, until the reader says which.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.model import AmbiguousReference, TextPositionSelector, TextQuoteSelector
from reader.text.canonical import canonical

# As many characters either side as Hypothesis keeps (client, src/annotator/anchoring/types.ts).
CONTEXT = 32

# One place wins over another if this many more characters around it are the same: a long word.
_CLEAR = 8

# A quote shorter than this (“Russia”) may stand alone in a text by chance, so that it has to have
# a clear amount of its context left even if it stands in one place only.
_TELLING = 8

# With so many places for one quote, no context tells them apart and reading on is a waste.
_MANY = 1000

_JOINER = "\u200d"
_SKIN_TONES = "🏻🏼🏽🏾🏿"

_CHARACTER = re.compile(r"\.\.\.|.")
_ALIKE = ('["“”„‟«»″]', "['‘’‚‛′ʼ`´]", "[-‐‑‒–—―−]", r"\.\.\.|…")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage stands now; `moved` if that is not where it was."""

    start: int
    end: int
    moved: bool


def describe(text: str, start: int, end: int) -> tuple[TextQuoteSelector, TextPositionSelector]:
    """Selectors for `text[start:end]`, with up to `CONTEXT` code points either side.

    The context neither begins nor ends inside a grapheme cluster, as the standard asks. Raises
    `ValueError` for a passage that is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage [{start}, {end}) in a text of {len(text)} code points")
    before, after = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    while before < start and _inside_cluster(text, before):
        before += 1
    while after > end and _inside_cluster(text, after):
        after -= 1
    quote = TextQuoteSelector(text[start:end], text[before:start], text[end:after])
    return quote, TextPositionSelector(start, end)


def match(
    text: str, quote: TextQuoteSelector, position: TextPositionSelector | None = None
) -> Match | None:
    """Find a described passage in a text that may have changed; None makes it an orphan.

    In this order: where it was, the words around it unchanged; the one place with those words
    around it; the place where clearly more of them are left than anywhere else; where it was,
    whatever is around it now; the only place where the quote stands. Approximate matching belongs
    behind all of these.
    """
    there = position.start if position and _stands_at(text, quote.exact, position) else None
    if there is not None and _fit(text, quote, there) == _whole(quote):
        return Match(there, there + len(quote.exact), moved=False)
    start = _only_in_context(text, quote)
    if start is None:
        start = _best(text, quote, candidates(text, quote), there)
    if start is None:
        return None
    moved = position is not None and start != position.start
    return Match(start, start + len(quote.exact), moved)


def candidates(text: str, quote: TextQuoteSelector) -> tuple[int, ...]:
    """Where the exact quote begins, best context first: what to offer the reader of an orphan.

    Only the first 1000 places are looked at.
    """
    places = islice(_places(text, quote.exact), _MANY)
    return tuple(sorted(places, key=lambda start: -_fit(text, quote, start)))


def find_quote(text: str, words: str) -> tuple[int, int] | None:
    """Find what a reader typed or pasted: white space, quotes, dashes and ellipses are folded.

    Whole words come first: “he” is not found in “the” if it stands alone elsewhere. None if it is
    absent; raises `AmbiguousReference` if it stands in several places.
    """
    folded = _folded(canonical(words))
    if not folded:
        return None
    for pattern in (re.compile(rf"(?<!\w){folded}(?!\w)"), re.compile(folded)):
        found = pattern.search(text)
        if found and pattern.search(text, found.start() + 1):
            raise AmbiguousReference(
                "stands in several places; give more of the words around it", words
            )
        if found:
            return found.span()
    return None


def _inside_cluster(text: str, at: int) -> bool:
    """Whether a cut at `at` would part a letter from its accent or an emoji from its modifier."""
    if not 0 < at < len(text):
        return False
    after = text[at]
    joined = text[at - 1] == _JOINER or after == _JOINER or after in _SKIN_TONES
    return joined or unicodedata.category(after).startswith("M")


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
        telling = len(quote.exact) >= _TELLING or fits[0] >= min(_CLEAR, _whole(quote))
        return places[0] if telling else there
    clear = len(places) > 1 and fits[0] - fits[1] >= _CLEAR
    return places[0] if clear and len(places) < _MANY else there


def _folded(words: str) -> str:
    """A pattern for the same words in other typography."""
    return r"\s++".join(_CHARACTER.sub(_alike, word) for word in words.split())


def _alike(character: re.Match[str]) -> str:
    alike = (f"(?:{group})" for group in _ALIKE if re.fullmatch(group, character[0]))
    return next(alike, re.escape(character[0]))
