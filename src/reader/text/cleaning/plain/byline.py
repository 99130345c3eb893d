"""Names out of a byline."""

import re

from reader.text.cleaning.dates import locate_date
from reader.text.cleaning.families import is_a, strip_opening

_BETWEEN = re.compile(
    r"\s*(?:,|;|\||/|&|·|•|、|，|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\ben\b|\boch\b|\bog\b|\bи\b|\bта\b)\s*"
)
_NAME_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_PARTICLES = frozenset(
    "de del della der den di da do dos das van von zu zur la le el al bin ibn ter ten af y".split()
)
_LONGEST_NAME = 5
_CJK_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,5}")


def authors_of(line: str) -> tuple[str, ...]:
    """The names of a line such as “By Ada Example and Bo Sample”; none when it gives none."""
    rest = strip_opening(line, "byline").strip(" :：/,-–—|")
    found = locate_date(rest)
    if found:
        rest = rest[: found.start]
    names: list[str] = []
    for part in _BETWEEN.split(rest):
        name = part.strip(" .:-–—()")
        if _is_name(name):
            names.append(name)
        elif names or name:
            break
    return tuple(names)


def bare_name(line: str) -> tuple[str, ...]:
    """The names when a line is nothing but a person's name or two; else none."""
    if (
        len(line) > 60
        or line.endswith(("?", "？", "؟"))
        or is_a(line, "share", "navigation", "related", "legal", "subscribe")
    ):
        return ()
    parts = [part.strip() for part in _BETWEEN.split(line) if part.strip()]
    if not parts or len(parts) > 3 or not _is_name(parts[0]) or " " not in parts[0]:
        return ()
    return tuple(part for part in parts if _is_name(part))


def _is_name(text: str) -> bool:
    if _CJK_NAME.fullmatch(text):
        return True
    words = text.split()
    if not 1 <= len(words) <= _LONGEST_NAME:
        return False
    if not all(_NAME_PART.fullmatch(word) for word in words):
        return False
    proper = [word for word in words if word not in _PARTICLES]
    return bool(proper) and all(_begins_like_a_name(word) for word in proper)


def _begins_like_a_name(word: str) -> bool:
    return word[0].isupper() or word[0].lower() == word[0].upper()
