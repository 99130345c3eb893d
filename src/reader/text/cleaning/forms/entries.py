"""Live reports: the entries that begin with the time of day, latest or earliest first."""

import re
from itertools import pairwise
from typing import NamedTuple

from reader.model import Role
from reader.text.cleaning.dates import find_date, is_date_line
from reader.text.cleaning.forms.passages import Forms, Passage
from reader.text.cleaning.segments import Verdict
from reader.text.cleaning.wordlists import wordlists

_words = wordlists("reader.text.cleaning.forms", "forms.toml")

_ENTRY = Verdict(Role.ENTRY, "entry with the time of day")
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.h：])(?P<minute>[0-5]\d))?(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*[(\[]?([^\W\d_]{1,5})\b[)\].]?")
_EDGES = " ,.:;·•|–—-[]()\t"
_PARTS = re.compile(r"\s*[|:·•–—-]\s")
_LONGEST_LINE = 60
_LONGEST_HEADING = 100
_ENDS = (".", "。", "…", ":", "”", '"', "»")
_FEWEST = 3
_IN_ORDER = 0.8
"""Of the steps from one entry to the next, so many go one way: the day may end between two."""


class _Time(NamedTuple):
    """The minute of the day that words begin with, and whether they are nothing more."""

    minutes: int
    alone: bool


class _Entry(NamedTuple):
    """The minute of the day of an entry, and where its text begins, after a heading."""

    minutes: int
    ends: int


def entries(among: list[Passage]) -> Forms:
    """The entries of a live report among passages: their times and the headings under these.

    Such as stand right above the text of an entry count even where they are set aside.
    """
    found = {n: entry for n in range(len(among)) if (entry := _entry_at(n, among))}
    if not _in_order([entry.minutes for entry in found.values()]):
        return {}
    return {among[n].at: _ENTRY for start, entry in found.items() for n in range(start, entry.ends)}


def _entry_at(n: int, among: list[Passage]) -> _Entry | None:
    one = among[n]
    time = _time_of(one.text)
    if time is None or not (time.alone or one.read):
        return None
    ends = n + 1
    if time.alone and ends < len(among) and _is_heading(among[ends].text):
        ends += 1
    if one.read or (ends < len(among) and among[ends].read):
        return _Entry(time.minutes, ends)
    return None


def _is_heading(text: str) -> bool:
    short = len(text) <= _LONGEST_HEADING and _time_of(text) is None
    return short and not text.endswith(_ENDS)


def _in_order(minutes: list[int]) -> bool:
    if len(set(minutes)) < _FEWEST:
        return False
    steps = [after - before for before, after in pairwise(minutes)]
    one_way = max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps))
    return one_way >= _IN_ORDER * len(steps)


def _time_of(text: str) -> _Time | None:
    text = text.lstrip("[(•|– ")
    if len(text) <= _LONGEST_LINE and is_date_line(text):
        _, _, clock = (find_date(text) or "").partition("T")
        return _Time(int(clock[:2]) * 60 + int(clock[3:5]), alone=True) if clock else None
    found = _TIME.match(text)
    if found is None or not (found["minute"] or found["half"]):
        return None
    rest, named = _without_zone(text[found.end() :])
    alone = not rest.strip(_EDGES) or (len(rest) <= _LONGEST_LINE and is_date_line(rest))
    sure = named or bool(found["half"]) or found["mark"] in {":", "：", "h"}
    return _Time(_minutes(found), alone) if alone or sure or _PARTS.match(rest) else None


def _without_zone(rest: str) -> tuple[str, bool]:
    zone = _ZONE.match(rest)
    named = zone is not None and zone[1].casefold() in _words("time", "zone")
    return (rest[zone.end() :] if zone and named else rest), named


def _minutes(found: re.Match[str]) -> int:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return hour * 60 + int(found["minute"] or 0)
