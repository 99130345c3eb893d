"""Words that the origin of a text puts around it, as data: `origins.toml`."""

import tomllib
from functools import cache
from importlib import resources


@cache
def words_of(origin: str, kind: str) -> frozenset[str]:
    """The words of one kind, in small letters."""
    return frozenset(word.casefold() for word in _data()[origin][kind])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    file = resources.files("reader.text.cleaning.plain") / "origins.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
