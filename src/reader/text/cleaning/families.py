"""Families of words that tell what a line is for: share, subscribe, related, legal …, as data.

    match("Share this article")    → Family(name="share", role=Role.SHARE, …)
    match("You May Also Like")     → Family(name="related", …, ends=True)
    match("He shared the prize.")  → None
    is_a("Key takeaways", "summary") → True

The words are in `families/*.toml`, one file a family. A line belongs to a family when, case and
punctuation aside, it *is* one of its `whole` entries (a count such as “(12)” beside it does not
matter), *starts* with one of its `starts`, or *contains* one of its `contains`, and is no longer
than its `limit` in words.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import islice

from reader.model import Role

_ORDER = (
    "correction", "summary", "share", "advertisement", "subscribe", "read_more", "related",
    "comments", "cookie", "disclaimer", "legal", "author_bio", "navigation", "caption_credit",
    "date_label", "byline",
)  # fmt: skip
"""A line of several families belongs to the first: the surest come first."""

_LONGEST_LINE = 2000
_LONGEST_OPENING = 12
_OPENING = 120
_QUOTES = tuple((odd, "'") for odd in "‘’‚‛`´") + tuple((odd, '"') for odd in "“”„‟«»")
_EDGES = " \t\n.,;:!?…·•|>›»→←↓↑▸▶◀■□◆●*#+-–—_()[]{}<>/\\\"'=~"
_COUNT = re.compile(r"^\(?\d[\d.,]*\s?[kKmM]?\)?\s+|\s*[(\[]?\d[\d.,]*\s?[kKmM]?[)\]]?$")
_ADDRESS = re.compile(r"(?<=\S)\s+[(<\[]?https?://[^\s)>\]]+[)>\]]?$")
_LONGEST_ADDRESS = 1000
_ENDS = re.compile(r"[\s:：,，.;|]|$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of words: the role and the reason it gives to a line.

    `ends`: as a heading it usually stands after the end of an article. `leads`: the line after it
    usually belongs to it.
    """

    name: str
    role: Role
    reason: str
    ends: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    family: Family
    whole: frozenset[str]
    starts: frozenset[str]
    contains: tuple[str, ...]
    limit: int


def match(line: str) -> Family | None:
    """The family a line (or a short paragraph) belongs to; None for ordinary words."""
    return next(iter(matches(line)), None)


def is_a(line: str, *names: str) -> bool:
    """Whether a line belongs to one of the families of these names."""
    return any(family.name in names for family in matches(line))


def matches(line: str) -> tuple[Family, ...]:
    """All families a line belongs to, the surest first; the address of a link after it left out."""
    if "://" in line[-_LONGEST_ADDRESS:]:
        line = _ADDRESS.sub("", line)
    return _matches(line) if len(line) <= _LONGEST_LINE else ()


def strip_opening(line: str, name: str) -> str:
    """The line without the longest of the `starts` of a family that it begins with."""
    words = next(words for words in _families() if words.family.name == name)
    found = max((o for o in _openings(_fold(line)) if o in words.starts), key=len, default="")
    # Folding may change lengths (ß, ﬁ): look for the end of the opening in the line itself.
    for end in range(len(found), len(line) + 1):
        if found and _fold(line[:end]).lstrip("•·-–—*>|►▶→ ") == found:
            return line[end:]
    return line


@lru_cache(maxsize=4096)
def _matches(line: str) -> tuple[Family, ...]:
    folded = _fold(line)
    if not folded:
        return ()
    count = len(folded.split()) + len(_UNSPACED.findall(folded)) // 2
    bare = _bare(folded) if len(folded) <= _OPENING else ""
    near = [words for words in _families() if count <= words.limit or bare in words.whole]
    if not near:
        return ()
    opened = _opened(folded[:_OPENING])
    return tuple(words.family for words in near if _belongs(words, folded, bare, opened))


def _opened(folded: str) -> frozenset[str]:
    """The families that a line may belong to by what it starts with."""
    starts = _starts()
    return frozenset().union(*(starts[one] for one in _openings(folded) if one in starts))


def _belongs(words: _Words, folded: str, bare: str, opened: frozenset[str]) -> bool:
    if bare in words.whole or words.family.name in opened:
        return True
    for part in words.contains:  # noqa: SIM110 (twice as fast as any, where most time goes)
        if part in folded:
            return True
    return False


def _fold(line: str) -> str:
    line = line.casefold().replace("i\u0307", "i")  # the Turkish capital İ
    if not line.isascii():
        for odd, plain in _QUOTES:  # many times faster than str.translate on long lines
            line = line.replace(odd, plain)
    return " ".join(line.split())


def _bare(folded: str) -> str:
    """Without punctuation and counts at its ends."""
    if folded.startswith("©"):
        return folded
    bare = folded.strip(_EDGES)
    without = _COUNT.sub("", bare).strip(_EDGES)
    return without or bare


def _openings(folded: str) -> Iterable[str]:
    """Every opening of the line that could stand in a list: whole words, or any for CJK."""
    yield folded[:1]
    text = folded.lstrip("•·-–—*>|►▶→ ")
    ends = (at.start() for at in _ENDS.finditer(text))
    for end in islice(ends, _LONGEST_OPENING * 2):
        yield text[:end]
        yield text[: end + 1].rstrip()
    if _UNSPACED.match(text):
        yield from (text[:size] for size in range(1, 12))


@cache
def _families() -> tuple[_Words, ...]:
    return tuple(_load(name) for name in _ORDER)


@cache
def _starts() -> dict[str, set[str]]:
    """The families by what a line of theirs starts with."""
    found = defaultdict[str, set[str]](set)
    for words in _families():
        for start in words.starts:
            found[start].add(words.family.name)
    return dict(found)


def _load(name: str) -> _Words:
    file = resources.files("reader.text.cleaning") / "families" / f"{name}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    family = Family(
        name,
        Role(data["role"]),
        data["reason"],
        data.get("ends", False),
        data.get("leads", False),
    )
    return _Words(
        family,
        frozenset(_bare(_fold(entry)) for entry in data.get("whole", ())),
        frozenset(_fold(entry) for entry in data.get("starts", ())),
        tuple(_fold(entry) for entry in data.get("contains", ())),
        data["limit"],
    )
