"""Words for comparing texts: letters and digits, case folded, Chinese and Japanese sign by sign."""

import re
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]

RUN = 4
"""Two texts are compared by runs of this many words."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")


def words(text: str) -> Words:
    """The words of a text, in order."""
    return tuple(_WORD.findall(text.casefold()))


def runs(tokens: Words) -> list[Words]:
    """Every run of four words; a shorter text is one run."""
    if len(tokens) <= RUN:
        return [tokens] if tokens else []
    return [tokens[i : i + RUN] for i in range(len(tokens) - RUN + 1)]
