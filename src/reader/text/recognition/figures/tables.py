"""The word lists beside the code: read on first use, kept for the life of the process."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.text.recognition.figures.tokens import Tokens

Names = dict[str, str]


@cache
def table(name: str) -> dict[str, Any]:
    """Return the data file `name` as TOML gives it."""
    import tomllib  # only a text with something to read needs these two
    from importlib.resources import files

    path = files("reader.text.recognition.figures") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Return the words in the string or list at `keys` of the data file `name`."""
    value: Any = table(name)
    for key in keys:
        value = value[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def code(language: str | None) -> str:
    """Return the bare language of a tag such as "pt-BR"; English where none is given."""
    return (language or "en").replace("_", "-").split("-")[0].lower() or "en"


@dataclass(frozen=True)
class Lookup:
    """Names of one to several tokens: `exact` as written, `names` whatever their case."""

    names: Names
    exact: Names
    longest: dict[str, int]

    def find(self, tokens: Tokens, at: int) -> tuple[str, int] | None:
        """Return what the longest name at token `at` stands for, and the token after it."""
        if (longest := self.longest.get(tokens.low[at])) is None:
            return None
        for last in range(min(at + longest, tokens.count), at, -1):
            phrase = tokens.phrase(at, last)
            if (meaning := self.exact.get(_as_written(tokens, at, last))) is None:
                meaning = next(filter(None, map(self.names.get, _singulars(phrase))), None)
            if meaning is not None:
                return meaning, last
        return None


def _as_written(tokens: Tokens, first: int, last: int) -> str:
    return tokens.text[tokens.start[first] : tokens.end[last - 1]]


def _singulars(phrase: str) -> tuple[str, ...]:
    """Return a phrase and what it may be the plural of: "miles", "degrees Celsius"."""
    head, _, tail = phrase.partition(" ")
    inner = (f"{head[:-1]} {tail}",) if tail and head.endswith("s") else ()
    return (phrase, phrase[:-1], *inner) if phrase.endswith("s") else (phrase, *inner)


def lookup(names: Names, exact: Names) -> Lookup:
    """Build a Lookup, with how many tokens the longest name on each first token has."""
    longest: dict[str, int] = {}
    for name in (*names, *exact):
        tokens = Tokens(name)
        first = tokens.low[0]
        for opener in (first, first + "s"):
            longest[opener] = max(longest.get(opener, 0), tokens.count)
    return Lookup(names, exact, longest)


@cache
def units(kind: str) -> Lookup:
    """Return the units of `kind`: percent, duration or quantity."""
    names: Names = {}
    exact: Names = {}
    for unit, spelling in table("units")[kind].items():
        names |= dict.fromkeys(spelling.get("names", ()), unit)
        exact |= dict.fromkeys(spelling.get("symbols", ()), unit)
    return lookup(names, exact)
