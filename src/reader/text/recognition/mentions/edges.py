"""Tight spans: no title before a person, no half of a hyphenated name, no loose mark."""

from reader.model import EntityType
from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import Tokens
from reader.text.recognition.mentions.words import words_of

_ARTICLES = frozenset("the The THE a an A An".split())


def tightened(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Set every span's edges by one convention; those of which no word is left are dropped."""
    return [tight for span in spans if (tight := _tight(tokens, span))]


def _tight(tokens: Tokens, span: Span) -> Span | None:
    words, (first, last) = tokens.words, span[:2]
    while first < last and (words[first] in _ARTICLES or not words[first][0].isalnum()):
        first += 1
    while first < last - 1 and span.type == EntityType.PERSON and is_title(words[first]):
        first += 1
        first += words[first] == "."
    last = _whole(tokens, last)
    while last > first and not words[last - 1][-1].isalnum() and not words[last - 1][0].isalpha():
        last -= 1
    while last > first and words[last - 1] in ("'s", "’s", "'S", "’S"):
        last -= 1
    if first >= last or not any(w[0].isalpha() for w in words[first:last]):
        return None
    return span._replace(first=first, last=last)


def _whole(tokens: Tokens, last: int) -> int:
    """Take in the rest of "Chi-wai", but not of "Moscow-based" nor of "US-China"."""
    words, touches = tokens.words, tokens.touches
    if last + 1 < len(words) and words[last] == "-" and touches[last] and touches[last + 1]:
        rest = words[last + 1]
        if rest.islower() and 2 <= len(rest) <= 4 and rest.lower() not in words_of("common"):
            return last + 2
    return last


def is_title(word: str) -> bool:
    """Whether a word before a name says who its bearer is: Mr, Dr., President."""
    return word.rstrip(".") in words_of("titles") or word in words_of("roles")
