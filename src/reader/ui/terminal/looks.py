"""Looks of cells, as SGR parameters say them: what one is, and what makes of one another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_RESET = "\x1b[0m"
# What takes an attribute back (ECMA-48 8.3.117); bold and dim are taken back by one code.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
_SEEN_ON_BLANKS = frozenset("479")  # underlined, turned round, struck out


class _Look(NamedTuple):
    """What an SGR sequence says, beginning from the terminal's own look."""

    attributes: tuple[str, ...]
    foreground: str
    background: str


@lru_cache(maxsize=4096)
def change(before: str, after: str) -> str:
    """What makes of one look another; "" is the terminal's own."""
    if before == after:
        return ""
    if not after:
        return _RESET
    one, other = _read(before), _read(after)
    if one is None or other is None or _loses_a_colour(one, other):
        return f"\x1b[0;{after}m" if before else f"\x1b[{after}m"
    said = [new for old, new in zip(one[1:], other[1:], strict=True) if old != new]
    return f"\x1b[{';'.join([*_turned(one.attributes, other.attributes), *said])}m"


@lru_cache(maxsize=4096)
def ground(look: str) -> str:
    """The look of a blank: two with one ground look alike, whatever their letters would."""
    read = _read(look)
    if read is None or _SEEN_ON_BLANKS & set(read.attributes):
        return look
    return read.background


def _loses_a_colour(one: _Look, other: _Look) -> bool:
    lost = one.foreground and not other.foreground, one.background and not other.background
    return any(lost)


def _turned(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """What turns attributes off and on."""
    off = {_OFF[one] for one in before if one not in after}
    on = [one for one in after if one not in before or _OFF[one] in off]
    return [*sorted(off), *on]


@lru_cache(maxsize=4096)
def _read(sequence: str) -> _Look | None:
    """What the parameters say; None where they say a thing twice or are not understood."""
    attributes: list[str] = []
    colours = {"3": "", "4": ""}
    codes = iter(sequence.split(";") if sequence else ())
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes, "")
            rest = [next(codes, "") for _ in range({"5": 1, "2": 3}.get(kind, 0))]
            if not rest or colours[code[0]]:
                return None
            colours[code[0]] = ";".join([code, kind, *rest])
        elif code in _OFF:
            attributes.append(code)
        else:
            return None  # the sixteen colours: short enough
    return _Look(tuple(attributes), colours["3"], colours["4"])
