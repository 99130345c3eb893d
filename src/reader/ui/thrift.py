"""The same to the terminal in fewer bytes.

Textual says the whole look of every piece of every line and takes it back behind it. What stays the
same from one piece to the next need not be said again: over ssh that is half of all that is sent.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from textual.driver import Driver

_SEQUENCE = re.compile(r"\x1b\[([0-9;:]*)([mH])|\x1b")
# What takes an attribute back (ECMA-48 8.3.117); bold and dim are taken back by one code.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
_RESET = "\x1b[0m"


class _Look(NamedTuple):
    """What an SGR sequence says, beginning from the terminal's own look."""

    attributes: tuple[str, ...]
    foreground: str
    background: str


def thrifty(data: str) -> str:
    """The same output, each look said only where it changes.

    Cursor moves do not change it; before any other control sequence, and at the end, the terminal's
    own look is restored as it would have been.
    """
    out: list[str] = []
    active = wanted = ""  # the look the terminal has, and the one that what comes next is to have
    at = 0
    for found in _SEQUENCE.finditer(data):
        if found.start() > at:
            out += (_change(active, wanted), data[at : found.start()])
            active = wanted
        at = found.end()
        if found[2] == "m":
            wanted = "" if found[1] in ("", "0") else _with(wanted, found[1])
        elif found[2] == "H":
            out.append(found[0])
        else:
            out += (_change(active, wanted), found[0])
            active = wanted
    out += (_change(active, wanted), data[at:])
    return "".join(out)


def _with(look: str, more: str) -> str:
    return f"{look};{more}" if look else more


def _change(before: str, after: str) -> str:
    """What makes of one look another."""
    if before == after:
        return ""
    if not after:
        return _RESET
    one, other = _read(before), _read(after)
    if one is None or other is None or _loses_a_colour(one, other):
        return f"\x1b[0;{after}m" if before else f"\x1b[{after}m"
    said = [new for old, new in zip(one[1:], other[1:], strict=True) if old != new]
    return f"\x1b[{';'.join([*_turned(one.attributes, other.attributes), *said])}m"


def _loses_a_colour(one: _Look, other: _Look) -> bool:
    lost = one.foreground and not other.foreground, one.background and not other.background
    return any(lost)


def _turned(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """What turns attributes off and on."""
    off = {_OFF[one] for one in before if one not in after}
    on = [one for one in after if one not in before or _OFF[one] in off]
    return [*sorted(off), *on]


@lru_cache(maxsize=1024)
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


class Thrift(Driver):
    """To be put before a driver: writes the same in fewer bytes."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(thrifty(data))  # type: ignore[safe-super]
