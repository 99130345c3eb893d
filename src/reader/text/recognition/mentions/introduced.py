"""Names introduced by what they are: "the union Matatu Link", "Typhoon Isko"."""

import re

from reader.model import EntityType
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_LONGEST = 5
_ARTICLES = frozenset(["the", "The", "a", "an", "its", "new"])
_HUMPED = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van|Fitz|O[A-Z])"
    r"(?:[A-Z][a-z]{2,}[A-Z]\w+|[A-Z]{3,}[a-z]{3,})"
)


def introduced(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Names that nothing else found, where they are introduced; in order, apart."""
    taken = {at for span in spans for at in range(span.first, span.last)}
    found = []
    for at in range(1, len(tokens)):
        if tokens.words[at].islower():
            continue
        span = _storm(tokens, at) or _body(tokens, at) or _humped(tokens, at)
        span = span or _product(tokens, at)
        if span and taken.isdisjoint(range(span.first, span.last)):
            taken.update(range(span.first, span.last))
            found.append(span)
    return sorted([*spans, *found])


def is_storm(words: list[str]) -> bool:
    """Whether words are a storm's kind and its name."""
    return len(words) > 1 and words[0] in words_of("storms")


def _storm(tokens: Tokens, at: int) -> Span | None:
    named = at + 1 < len(tokens) and _is_name(tokens, at + 1) and not tokens.zones[at]
    if tokens.words[at] in words_of("storms") and named:
        return Span(at, at + 2, EntityType.EVENT, Strength.CONTEXT)
    return None


def _body(tokens: Tokens, at: int) -> Span | None:
    before = tokens.words[at - 1]
    sourced = before == "from" and at > 1 and tokens.words[at - 2] == "data"
    if not (before in words_of("introducing") or sourced) or not _is_name(tokens, at):
        return None
    last = _end(tokens, at)
    return Span(at, last, EntityType.ORGANIZATION, Strength.CONTEXT)


def _product(tokens: Tokens, at: int) -> Span | None:
    """ "The Kirin chip": a name between an article and what things for sale are called."""
    if tokens.words[at - 1] not in _ARTICLES or not _is_name(tokens, at) or tokens.zones[at]:
        return None
    last = _end(tokens, at)
    sold = last < len(tokens) and tokens.words[last] in words_of("products_after")
    return Span(at, last, EntityType.PRODUCT, Strength.CONTEXT) if sold else None


def _humped(tokens: Tokens, at: int) -> Span | None:
    """A name with a capital inside, as companies have: DefiLlama, TotalEnergies."""
    if not _HUMPED.fullmatch(tokens.words[at]) or tokens.zones[at]:
        return None
    return Span(at, at + 1, EntityType.ORGANIZATION, Strength.SHAPE)


def _end(tokens: Tokens, first: int) -> int:
    """Where the name that begins at `first` ends."""
    last = first + 1
    while last < len(tokens) and last - first < _LONGEST and _is_name(tokens, last):
        last += 1
    return last


def _is_name(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    new = not tokens.breaks[at] and word not in words_of("not_names")
    return new and is_capitalised(word) and not tokens.opens[at]
