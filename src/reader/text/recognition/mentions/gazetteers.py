"""Names known beforehand, and the longest of them that begins at a word."""

from functools import cache
from typing import NamedTuple

from reader.model import EntityType
from reader.text.recognition.mentions.tokens import split_name
from reader.text.recognition.mentions.words import lines


class Known(NamedTuple):
    """A known name: what it is called in full, and whether it `doubts`: is a word as well."""

    type: EntityType
    name: str
    doubts: bool


Gazetteer = dict[tuple[str, ...], Known]

# Earlier files win: "Apache" is a people before it is a helicopter.
_LISTS = (
    ("places.txt", EntityType.PLACE),
    ("cities.txt", EntityType.PLACE),
    ("groups.txt", EntityType.GROUP),
    ("events.txt", EntityType.EVENT),
    ("laws.txt", EntityType.LAW),
    ("products.txt", EntityType.PRODUCT),
    ("bodies.txt", EntityType.ORGANIZATION),
)
_TABLES = (("assets.txt", EntityType.ASSET), ("organizations.txt", EntityType.ORGANIZATION))


@cache
def _known() -> tuple[Gazetteer, dict[str, int]]:
    known: Gazetteer = {}
    _add_countries(known)
    for file, kind in _TABLES:
        for line in lines(file):
            first, _, rest = line.partition(" |")
            for name in (first, *rest.split(",")):
                _add(known, name, kind, first.rstrip("?"))
    for file, kind in _LISTS:
        for line in lines(file):
            for name in line.split(", "):
                _add(known, name, kind, name)
    longest: dict[str, int] = {}
    for words in known:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return known, longest


def _add(known: Gazetteer, name: str, kind: EntityType, canonical: str) -> None:
    bare = name.strip()
    if bare:
        known.setdefault(split_name(bare.rstrip("?")), Known(kind, canonical, bare.endswith("?")))


def _add_countries(known: Gazetteer) -> None:
    for line in lines("countries.txt"):
        name, others, peoples = (part.strip() for part in line.split("|"))
        for place in (name, *others.split(",")):
            _add(known, place, EntityType.PLACE, name)
        for people in peoples.split(","):
            _add(known, people, EntityType.GROUP, people.strip())


def longest_known(words: list[str], at: int, end: int) -> tuple[int, Known] | None:
    """Find the longest known name that begins at `at` and ends by `end`: its end and itself."""
    known, longest = _known()
    for size in range(min(longest.get(words[at], 0), end - at), 0, -1):
        if found := known.get(tuple(words[at : at + size])):
            return at + size, found
    return None


def lookup(words: tuple[str, ...]) -> Known | None:
    """Give what is known under exactly these words."""
    return _known()[0].get(words)
