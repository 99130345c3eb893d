"""Where sentences begin and end, by rules for news.

A line break always ends a sentence. Within a line, a full stop, question mark, exclamation mark or
ellipsis ends one if what follows may begin another, with the quotes and brackets closed behind it;
`sentences.toml` has the words that a full stop belongs to. Made for kept text, where every
paragraph, heading and list item is one line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

_OPENING = re.escape("\"'“‘„‚«‹([{「『（【《〈–—―•·*-")
_CLOSING = re.escape("\"'”’“»›)]}」』）】》〉")
_FULL_WIDTH = "。｡！？։።।॥၊။"  # end a sentence without white space behind them
_CONTINUES_A_QUOTE = "と、，,"  # 「…。」と述べた

# Possessive and anchored on the left, so that no text can make the search slow.
_STOP = re.compile(
    rf"(?<![.!?…؟۔])[.!?…؟۔]++(?:[{_CLOSING}]|\[\d{{1,3}}\])*+(?:\s»(?=\s|\Z))?"
    rf"|[{_FULL_WIDTH}]++[{_CLOSING}]*+"
)
_NEXT_WORD = re.compile(rf"[{_OPENING}\s]*+([^\W\d_]\.|[^\W_]\w{{0,15}})?")
_LAST_WORD = re.compile(r"[^\s\"'“‘„‚«‹(\[{（「『…!?—–/-]*\Z")
_LONGEST = 16  # of the words in the data, with room to spare
_LINE = re.compile(r"[^\n]+")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]")  # J · U.S · z.B · Ph.D
_AFTER_NUMBER = re.compile(r"[\dIVX] ?\Z")  # “в 2025 г.” is a year, no initial
_MIXED_CASE = re.compile(r"[^\W\d_]{1,2}[A-Z]")  # iPhone, eBay, xAI begin sentences too
_CLAUSE_END = re.compile(r"[^\W\d_]{2,}|\d{4}")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences in `text[start:end]`, in order.

    Spans are `[start, end)` in code points into `text`, tight (no white space at either end), apart
    from each other, never across a line break, and together cover all that is not white space.
    """
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        found.extend(_in_line(text, *line.span()))
    return found


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence at `offset`; white space belongs to the one behind it, at a line's end before.

    `(offset, offset)` on a blank line. Looks at one line only. Raises `IndexError` unless
    `0 <= offset <= len(text)`.
    """
    if not 0 <= offset <= len(text):
        raise IndexError(f"offset {offset} is outside a text of {len(text)} code points")
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    spans = sentences(text, start, len(text) if end < 0 else end)
    return next((span for span in spans if offset < span[1]), (spans or [(offset, offset)])[-1])


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end].rstrip()
    end = start + len(words)
    start = end - len(words.lstrip())
    if start == end:
        return
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, start, stop, end):
            yield start, stop.end()
            start = _skip_space(text, stop.end())
    yield start, end


def _skip_space(text: str, at: int) -> int:
    """Where the next word begins, if there is one."""
    while text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at a stop that is not the last thing on its line."""
    mark, after = stop[0], text[stop.end()]
    if mark[0] in _FULL_WIDTH:
        return mark[-1] in _FULL_WIDTH or after not in _CONTINUES_A_QUOTE
    following = _NEXT_WORD.match(text, stop.end(), end)
    word = (following and following[1]) or ""
    before = _last_word(text, start, stop.start())
    if not after.isspace() and not _lost_a_space(mark, before, word):
        return False
    if word[:1].islower() and not _MIXED_CASE.match(word):
        return False
    if mark[0] == "!":
        return before.lower() not in _words().exclaiming
    is_full_stop = mark[0] == "." and mark[1:2] != "."
    return not is_full_stop or _full_stop_ends(text, start, stop.start(), before, word)


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends at `end`, or its last letters if it is too long for an abbreviation."""
    found = _LAST_WORD.search(text, max(start, end - _LONGEST), end)
    return found[0] if found else ""


def _lost_a_space(mark: str, before: str, word: str) -> bool:
    """Scraped text loses spaces: “the use of…Russia’s stance”, “market.The ministry”.

    Not “2.5”, “U.S.-led”, “mexc.com”: a lower-case word or a year in front, a capital behind.
    """
    if not (word[:1].isupper() and word[1:2].islower()):
        return False
    if mark[0] == "…" or mark[1:2] == ".":
        return True
    in_front = _CLAUSE_END.fullmatch(before) and not before[1:].isupper()
    return bool(in_front) and word.lower() not in _words().domains


def _full_stop_ends(text: str, start: int, stop: int, before: str, word: str) -> bool:
    """Whether the full stop at `stop` ends a sentence, given the words on its two sides."""
    words, before, following = _words(), before.lower(), word.lower()
    if before in words.never:
        return False
    if before in words.number and (word[:1].isdigit() or following in words.number):
        return False
    if _is_enumerator(before) and stop - len(before) == start:
        return False
    if before in words.seldom or _is_initial(text, start, stop, before):
        return following in words.starters
    return not (before.isdigit() and following in words.ordinals)


def _is_enumerator(before: str) -> bool:
    """“1.”, “12.”, “a.” in front of an item of a list, if a sentence begins with it."""
    return (before.isdigit() and len(before) < len("2025")) or len(before) == 1


def _is_initial(text: str, start: int, stop: int, before: str) -> bool:
    if not _INITIALS.fullmatch(before):
        return False
    letter = stop - len(before)
    a_unit = text[letter].islower() and _AFTER_NUMBER.search(text, max(start, letter - 2), letter)
    return not a_unit


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `sentences.toml`, those of all languages together."""

    never: frozenset[str]
    number: frozenset[str]
    seldom: frozenset[str]
    starters: frozenset[str]
    ordinals: frozenset[str]
    exclaiming: frozenset[str]
    domains: frozenset[str]


@cache
def _words() -> _Words:
    import tomllib
    from importlib.resources import files

    data = tomllib.loads(files(__package__).joinpath("sentences.toml").read_text("utf-8"))
    return _Words(
        **{
            field.name: frozenset(
                word for language in data.values() for word in language.get(field.name, "").split()
            )
            for field in fields(_Words)
        }
    )
