"""Headlines in Title Case and lines in CAPITALS, where a capital letter tells nothing."""

from collections.abc import Container

from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import Ordinary

PLAIN, TITLE, CAPITALS = 0, 1, 2

_WHOLE_LINE = 4  # capitalised words that make a headline of a line of its own
_WITHIN_LINE = 7  # and within running text, where long names stand too
_COMMON_SHARE = 0.5  # of them ordinary words; a list of names has fewer
_ENDS = frozenset(".!?")
_SMALL = frozenset("a an and as at but by for from in into of on or over the to vs with".split())


def mark_zones(tokens: Tokens) -> None:
    """Fill `tokens.zones`: PLAIN, or TITLE or CAPITALS where every longer word has capitals."""
    tokens.zones[:] = [PLAIN] * len(tokens)
    ordinary = Ordinary(tokens.words)
    begin, fresh = 0, True
    for at in range(len(tokens) + 1):
        ends_line = at == len(tokens) or (tokens.breaks[at] and at > begin)
        fresh = fresh or (at == begin and at < len(tokens) and tokens.breaks[at])
        if ends_line or _ends_zone(tokens.words[at]):
            whole = fresh and ends_line
            _mark(tokens, begin, at, _WHOLE_LINE if whole else _WITHIN_LINE, ordinary)
            begin, fresh = (at, True) if ends_line else (at + 1, False)


def _ends_zone(word: str) -> bool:
    """A word in lower case that a headline would have capitalised, or the end of a sentence."""
    return word in _ENDS or (word.islower() and word[0].isalpha() and word not in _SMALL)


def _mark(tokens: Tokens, begin: int, end: int, fewest: int, ordinary: Container[str]) -> None:
    if end - begin < fewest:
        return
    words = [w for w in tokens.words[begin:end] if w[0].isalpha() and is_capitalised(w)]
    capitals = sum(len(w) > 1 and w.isupper() for w in words)
    if capitals >= max(_WHOLE_LINE, 0.8 * len(words)):
        tokens.zones[begin:end] = [CAPITALS] * (end - begin)
    elif len(words) >= fewest and _share(words, ordinary) >= _COMMON_SHARE:
        tokens.zones[begin:end] = [TITLE] * (end - begin)


def _share(words: list[str], ordinary: Container[str]) -> float:
    return sum(word.lower() in ordinary for word in words) / len(words)
