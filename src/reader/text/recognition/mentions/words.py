"""The families of words that say what the name beside them is; data files, read once."""

import tomllib
from functools import cache
from importlib.resources import files

_DATA = files("reader.text.recognition.mentions") / "data"


def read(name: str) -> str:
    """Read one of the package's own data files."""
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def _families() -> dict[str, frozenset[str]]:
    families = {
        name: frozenset(text.split()) for name, text in tomllib.loads(read("words.toml")).items()
    }
    for name in ("given_names", "surnames"):
        families[name] = frozenset(
            item for line in lines(name + ".txt") for item in line.split(", ")
        )
    families["common"] = frozenset(" ".join(lines("common.txt")).split())
    return families


def words_of(family: str) -> frozenset[str]:
    """Give a family of `data/words.toml`, `given_names`, `surnames` or `common` (lower case)."""
    return _families()[family]


class Ordinary:
    """The words that a text writes in lower case, and those that most texts do."""

    __slots__ = ("_common", "_here")

    def __init__(self, words: list[str]) -> None:
        self._here = {word for word in words if word.islower()}
        self._common = words_of("common")

    def __contains__(self, word: object) -> bool:
        return word in self._here or word in self._common


def lines(name: str) -> list[str]:
    """Give the lines of a data file but for comments and empty ones."""
    return [line for line in read(name).splitlines() if line and not line.startswith("#")]
