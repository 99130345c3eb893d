"""Which recogniser of names is in use: Reader's own, its rules alone, or a spaCy model.

`READER_NAMES` says which: nothing or `learned`, `rules`, `spacy:MODEL`.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec

from reader.model import UsageError
from reader.text.recognition import RECOGNISER_VERSION, Names

VARIABLE = "READER_NAMES"
_SPACY = "spacy:"


def recogniser_version() -> str:
    """Changes whenever the same text may be recognised otherwise. Raises UsageError."""
    said = _said()
    if said.startswith(_SPACY) and find_spec("spacy") is None:
        raise UsageError(f"{VARIABLE}={said} needs spaCy: pip install 'close-reader[spacy]'")
    return f"{RECOGNISER_VERSION} {said}".strip()


def names_in_use() -> Names | None:
    """The recogniser of names that is in use, None for Reader's own. Raises UsageError."""
    return _names(_said())


def _said() -> str:
    said = os.environ.get(VARIABLE, "").strip()
    if said in ("", "learned"):
        return ""
    if said == "rules" or (said.startswith(_SPACY) and said != _SPACY):
        return said
    raise UsageError(f"{VARIABLE} is one of learned, rules, spacy:MODEL", said)


@cache
def _names(said: str) -> Names | None:
    if not said:
        return None
    if said == "rules":
        return rules_alone
    from reader.library.spacymodel import SpacyNames

    return SpacyNames(said.removeprefix(_SPACY)).spans


def rules_alone(_text: str, _tokens: object, _rules: object) -> None:
    """No names but those that rules and lists of names know: fast, and right less often."""
