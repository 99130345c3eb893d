"""Addresses of links: the list of them at the end of a text browser's dump, and lone ones."""

import re
from collections.abc import Collection, Iterator

from reader.model import Role
from reader.text.cleaning.plain.asides import Asides
from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.plain.origins import words_of
from reader.text.cleaning.segments import Verdict

_LIST = Verdict(Role.NAVIGATION, "addresses of the links")
_ADDRESS = Verdict(Role.NAVIGATION, "address of a link")
_ENTRY = re.compile(
    r"\[?(\d{1,5})(?:\]:?|\.|:)\s+"
    r"<?(?:(?:https?|ftp|mailto|file|javascript|tel|data|about)[:.]|www\.)\S*>?$"
)
_NUMBER = re.compile(r"(?<![\w\]])\[(\d{1,5})\](?=[^\s\[\].,;:!?)])")
_ALONE = re.compile(r"[<(\[]?\s*https?://\S+?\s*[>)\]]?$")
_RULE = re.compile(r"[-=_*]{3,}")
_FEWEST = 2
_TRACKED = 120


def find(lines: list[Line], found: Asides) -> None:
    """Set the lists of addresses aside, and addresses that are lines of their own."""
    at = 0
    while at < len(lines):
        end = _entries_end(lines, at)
        if end - at >= _FEWEST:
            found.links.update(_numbers(lines[at:end]))
            found.set_aside(lines[_with_heading(lines, at) : end], _LIST)
        at = max(end, at + 1)
    _lone_addresses(lines, found)


def hidden(text: str, start: int, end: int, numbers: Collection[int]) -> list[tuple[int, int]]:
    """The runs `[start, end)` in a span of a text that number the links of a text browser's dump.

    Its numbers stand right before the words of a link, as references right after words do not.
    """
    found = _NUMBER.finditer(text, start, end) if numbers else ()
    return [one.span() for one in found if int(one[1]) in numbers]


def _entries_end(lines: list[Line], at: int) -> int:
    """The end of the run of entries, their numbers rising by one, that begins at a line."""
    number = None
    while at < len(lines) and (entry := _ENTRY.match(lines[at].text)):
        if number is not None and int(entry[1]) != number + 1:
            break
        number = int(entry[1])
        at += 1
    return at


def _numbers(entries: list[Line]) -> Iterator[int]:
    for line in entries:
        if entry := _ENTRY.match(line.text):
            yield int(entry[1])


def _with_heading(lines: list[Line], at: int) -> int:
    while at and _heads(lines[at - 1]):
        at -= 1
    return at


def _heads(line: Line) -> bool:
    bare = line.text.strip("#*-=: ").casefold()
    return bool(_RULE.fullmatch(line.text)) or bare in words_of("links", "heading")


def _lone_addresses(lines: list[Line], found: Asides) -> None:
    """Addresses alone on a line that are so long that they only count a newsletter's clicks."""
    alone = (line for line in lines if _ALONE.fullmatch(line.said) and not line.bullet)
    found.set_aside((line for line in alone if len(line.said) >= _TRACKED), _ADDRESS)
