"""Footnotes: blocks that begin with a mark to which the text above them refers."""

import re
from collections.abc import Iterator

from reader.model import Kind, Role
from reader.text.cleaning.forms.passages import Forms, Passage
from reader.text.cleaning.segments import Verdict

_FOOTNOTE = Verdict(Role.FOOTNOTE, "footnote")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(
    r"(?P<sure>\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡]{1,3}(?=\s?\w))"
    r"|(?P<number>\d{1,3}(?=[.)]?\s+\S))|\((?P<bracket>\d{1,3})\)(?=\s+\S)"
)
_REFERENCE = re.compile(
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=[\w.,”\"’)])[*†‡]{1,3}(?![\w*])"
)
_GLUED = re.compile(r"(?:[^\W\d_A-Z]{3}|[^\W\d_][.,;:]|[”\"’»)])(\d{1,3})(?![\d\w]|[.,]\d)")
"""“as he said.3”: a raised number that a scrape let down."""
_NUMBER = re.compile(r"\d+")
_NEVER = frozenset({Kind.HEADING, Kind.CODE, Kind.TABLE})
_FEWEST_BARE = 2
"""Footnotes with bare numbers: one alone may be anything."""


def footnotes(text: list[Passage]) -> Forms:
    """The footnotes among the passages that are read."""
    marks = {one.at: _mark(one.text) for one in text if one.kind not in _NEVER}
    if not any(key for key, _ in marks.values()):
        return {}
    referred: set[str] = set()
    glued: set[str] = set()
    sure: list[int] = []
    bare: list[tuple[int, int]] = []
    for one in text:
        key, certain = marks.get(one.at, ("", False))
        if key in referred:
            sure.append(one.at)
        elif key in glued and not certain:
            bare.append((one.at, int(key)))
        elif one.kind not in _NEVER:
            referred.update(_referred(one.text))
            glued.update(_GLUED.findall(one.text))
    run = [at for at, _ in bare] if _counts_up([number for _, number in bare]) else []
    return dict.fromkeys([*sure, *run], _FOOTNOTE)


def _mark(text: str) -> tuple[str, bool]:
    """The mark a block begins with, as references are kept, and whether it can be nothing else."""
    found = _MARK.match(text)
    if found is None:
        return "", False
    sure = found["sure"]
    if sure and _is_emphasis(text):
        return "", False
    bare = found["number"] or found["bracket"] or ""
    return (sure.strip("[]").translate(_RAISED), True) if sure else (bare, False)


def _referred(text: str) -> Iterator[str]:
    emphasis = _is_emphasis(text)
    for found in _REFERENCE.findall(text):
        numbers = _NUMBER.findall(found.translate(_RAISED))
        if numbers or not emphasis:
            yield from numbers or [found]


def _is_emphasis(text: str) -> bool:
    """Whether asterisks come in pairs, as Markdown's do."""
    stars = text.count("*")
    return stars > 0 and stars % 2 == 0


def _counts_up(numbers: list[int]) -> bool:
    return len(numbers) >= _FEWEST_BARE and numbers == list(range(1, len(numbers) + 1))
