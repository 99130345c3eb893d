"""Tight spans: no title before a person, no half of a hyphenated name, no loose mark."""

from reader.model import EntityType
from reader.text.recognition.mentions.gazetteers import lookup
from reader.text.recognition.mentions.spans import Span
from reader.text.recognition.mentions.tokens import Tokens
from reader.text.recognition.mentions.words import words_of

_LONGEST_SYLLABLE = 6  # of the second half of a given name: "Chih-chien", "Sung-hyun"
_PARTICIPLES = frozenset("born led made run owned held bound run style era wide like".split())
_ARTICLES = frozenset("the The THE a an A An".split())


def tightened(tokens: Tokens, spans: list[Span]) -> list[Span]:
    """Set every span's edges by one convention; those of which no word is left are dropped."""
    return [tight for span in spans if (tight := _tight(tokens, span))]


def _tight(tokens: Tokens, span: Span) -> Span | None:
    first = _first(tokens, span)
    last = _last(tokens, first, span)
    if first >= last or not any(w[0].isalpha() for w in tokens.words[first:last]):
        return None
    return span._replace(first=first, last=last)


def _first(tokens: Tokens, span: Span) -> int:
    """Where the name begins: past articles, marks and titles."""
    words, (first, last) = tokens.words, span[:2]
    while first < last and (_is_article(words, first) or not words[first][0].isalnum()):
        first += 1
    if first == last:
        return first
    first -= first > 0 and words[first] in words_of("with_article") and words[first - 1] == "The"
    first += _opens_before_a_name(tokens, first, last)
    first += span.type == EntityType.ASSET and last - first > 1 and words[first] == "Spot"
    while first < last - 1 and span.type == EntityType.PERSON and is_title(words[first]):
        first += 1
        first += words[first] == "."
    return first


def _last(tokens: Tokens, first: int, span: Span) -> int:
    """Where the name ends: before open brackets, participles, marks and a possessive."""
    words, last = tokens.words, span.last
    if "(" in words[first:last] and ")" not in words[first:last]:
        last = words.index("(", first)  # Growth and Opportunity Act (Agoa
    last -= last - 1 > first and words[last - 1] == "-"
    while last - first > 2 and words[last - 2] in "-–" and _is_participle(words[last - 1]):
        last -= 2
    while last - first > 1 and span.type == EntityType.ORGANIZATION and words[last - 1].islower():
        last -= 1  # RTL radio
    last = _whole(tokens, last, span.type)
    while last > first and not words[last - 1][-1].isalnum() and not words[last - 1][0].isalpha():
        last -= 1
    last += _is_plus(tokens, last)
    while last > first and words[last - 1] in ("'s", "’s", "'S", "’S"):
        last -= 1
    return last


def _is_participle(word: str) -> bool:
    """What follows a name and a hyphen, and is no part of it: Dubai-based, US-led."""
    return word.islower() and (word.endswith(("ed", "ing")) or word in _PARTICIPLES)


def _is_plus(tokens: Tokens, at: int) -> bool:
    """The sign of "OPEC+" and "Canal+"."""
    if tokens.words[at : at + 1] != ["+"] or not tokens.touches[at]:
        return False
    return at + 1 == len(tokens) or not tokens.touches[at + 1] or tokens.words[at + 1] in ".,;:)"


def _opens_before_a_name(tokens: Tokens, first: int, last: int) -> bool:
    """The "Rival" of a sentence that begins "Rival Eli Lilly": capitalised for where it stands."""
    if last - first == 1 or not tokens.opens[first]:
        return False
    name = tuple(tokens.words[first:last])
    return bool(lookup(name[1:])) and not lookup(name) and name[0].lower() in words_of("common")


def _is_article(words: list[str], at: int) -> bool:
    """Whether an article stands here that is no part of a name, as it is of The Hague."""
    following = words[at + 1] if at + 1 < len(words) else ""
    part = words[at] == "The" and following in words_of("with_article")
    return words[at] in _ARTICLES and not part


def _whole(tokens: Tokens, last: int, kind: EntityType) -> int:
    """Take in the rest of "Chi-wai" and "Brew-Hammond", but not of "Moscow-based" or "US-China"."""
    if last + 1 >= len(tokens) or not _hyphenated(tokens, last):
        return last
    rest = tokens.words[last + 1]
    if rest.islower():
        longest = _LONGEST_SYLLABLE if kind == EntityType.PERSON else 4
        ordinary = rest in words_of("common") or rest.endswith("ed")
        return last if ordinary or not 2 <= len(rest) <= longest else last + 2
    surname = kind == EntityType.PERSON and rest.istitle() and not lookup((rest,))
    return last + 2 if surname else last


def _hyphenated(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == "-" and tokens.touches[at] and tokens.touches[at + 1]


def is_title(word: str) -> bool:
    """Whether a word before a name says who its bearer is: Mr, Dr., President."""
    return word.rstrip(".") in words_of("titles") or word in words_of("roles")
