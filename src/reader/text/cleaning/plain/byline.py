"""Names out of a byline, and out of lines that are nothing but names."""

import re

from reader.text.cleaning.dates import locate_date
from reader.text.cleaning.families import is_a, strip_opening
from reader.text.cleaning.plain.signatures import words_of

_BETWEEN = re.compile(
    r"\s*(?:,|;|\||/|&|·|•|、|，|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\ben\b|\boch\b|\bog\b|\bи\b|\bта\b)\s*"
)
_NAME_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_PARTICLES = frozenset(
    "de del della der den di da do dos das van von zu zur la le el al bin ibn ter ten af y".split()
)
_LONGEST_NAME = 5
_OUTLET = re.compile(r"\s+(?:for|FOR)\s+(?:the\s+)?[A-Z].*$")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3})[A-Z][a-z]+$")
_CJK_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,5}")


def authors_of(line: str) -> tuple[str, ...]:
    """The names of a line such as “By Ada Example and Bo Sample”; none when it gives none."""
    rest = strip_opening(line, "byline").strip(" :：/,-–—|")
    found = locate_date(rest)
    if found:
        rest = rest[: found.start]
    return _names(_OUTLET.sub("", rest))


def _names(text: str) -> tuple[str, ...]:
    names: list[str] = []
    for part in _BETWEEN.split(text):
        name = without_role(part.strip(" .:-–—()"))
        if _is_name(name) and not (names and _is_place(name, names[0])):
            names.append(name)
        elif name and not (names and _is_place(name, names[0])):
            break
    return tuple(names)


def without_role(name: str) -> str:
    """A name without what the person is, or works for: “Ada Example, Redakteurin”."""
    roles = words_of("beside", "role")
    words = _cut(_without_agency(name).split(), words_of("beside", "label"))
    kept = _cut(words, roles)
    if 1 < len(kept) < len(words):  # “Ada ExampleNews Reporter”
        kept[-1] = _GLUED.sub("", kept[-1])
    while len(kept) > 1 and kept[0].casefold() in roles:
        kept = kept[1:]
    return " ".join(kept)


def _cut(words: list[str], last: frozenset[str]) -> list[str]:
    while words and words[-1].casefold() in last:
        words = words[:-1]
    return words


def _without_agency(name: str) -> str:
    folded = name.casefold()
    agencies = (one for one in words_of("beside", "agency") if folded.endswith(f" {one}"))
    longest = max(agencies, key=len, default="")
    return name[: -len(longest) - 1].rstrip(" /,") if longest else name


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
    names = (part for part in parts if _is_name(part) and not _is_place(part, parts[0]))
    return (parts[0], *(name for name in names if name != parts[0]))


def _is_place(name: str, first: str) -> bool:
    """Whether a word behind a name is where it was written: “Ada Example, Zürich”."""
    return " " not in name and " " in first


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
