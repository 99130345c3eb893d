"""Lists of words that cleaning knows by, in many languages, as data beside the code."""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources


def wordlists(package: str, file: str) -> Callable[[str, str], frozenset[str]]:
    """Read a TOML file when first asked: (section, name) → words in small letters."""

    @cache
    def data() -> dict[str, dict[str, list[str]]]:
        return tomllib.loads((resources.files(package) / file).read_text(encoding="utf-8"))

    @cache
    def words_of(section: str, name: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in data()[section][name])

    return words_of
