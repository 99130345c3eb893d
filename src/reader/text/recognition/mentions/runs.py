"""Candidate spans: runs of capitalised words with the small words that names hold."""

from collections.abc import Iterator

from reader.text.recognition.mentions.tokens import Tokens, is_capitalised
from reader.text.recognition.mentions.words import words_of

_MOST = 14  # tokens; a longer run is no name


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Give each maximal run `[first, last)` of tokens that may hold names; never across a line."""
    at, count = 0, len(tokens)
    while at < count:
        if not _begins(tokens, at):
            at += 1
            continue
        end = at + 1
        while end < count and end - at < _MOST and (after := _continued(tokens, at, end)):
            end = after
        yield at, end
        at = end


def _begins(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word[0].isdigit() and at and tokens.touches[at] and tokens.words[at - 1] in ".,$€£¥#":
        return False
    if is_capitalised(word):
        return True
    # "10x Research", "3i Group": a number grown into a name
    return word[0].isdigit() and not word.isdigit() and _capital_at(tokens, at + 1)


def _capital_at(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and not tokens.breaks[at] and is_capitalised(tokens.words[at])


def _continued(tokens: Tokens, first: int, end: int) -> int:
    """Where the run ends if the token at `end` belongs to it, else 0."""
    if tokens.breaks[end]:
        return 0
    word = tokens.words[end]
    if is_capitalised(word):
        return end + 1
    if word == "-" and tokens.touches[end]:
        joined = end + 1 < len(tokens) and tokens.touches[end + 1]
        return end + 2 if joined and _capital_at(tokens, end + 1) else 0
    if word == "&":
        return end + 2 if _capital_at(tokens, end + 1) else 0
    return _joined(tokens, first, end)


def _joined(tokens: Tokens, first: int, end: int) -> int:
    word, words = tokens.words[end], tokens.words
    if word in words_of("person_joiners"):
        last = end + 1 + (end + 1 < len(words) and words[end + 1] in words_of("person_joiners"))
        return last + 1 if _capital_at(tokens, last) else 0
    if tokens.zones[end] or word not in ("of", "for", "and"):
        return 0
    opened = not words_of("org_openers").isdisjoint(words[first:end])
    if word == "and":
        opened = opened and "of" in words[first:end]
    elif not opened:
        opened = word == "of" and words[end - 1] in words_of("place_heads")
    last = end + 1 + (end + 1 < len(words) and words[end + 1] == "the" and word == "of")
    return last + 1 if opened and _capital_at(tokens, last) else 0
