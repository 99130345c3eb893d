"""The words beside a quotation that say who speaks: "said Markus Thielen", "he told reporters"."""

import re
from dataclasses import dataclass

from reader.text.recognition.quotations.passages import Passage

_REACH = 160  # code points from a quotation to the words that say who speaks
_VERBS = (
    "said says say told tells added adds wrote writes warned warns noted notes explained "
    "explains argued argues claimed claims insisted insists stressed stresses emphasised "
    "emphasized announced declared declares admitted admits acknowledged replied answered "
    "asked asks recalled recalls remarked commented comments concluded concludes continued "
    "suggested suggests stated states tweeted posted urged testified joked quipped observed "
    "observes predicted predicts complained confirmed confirms expressed indicated pointed "
    "highlighted reiterated underlined affirmed countered denied denies called calls "
    "described describes reads read "
).split()
_CUE = re.compile(rf"(?<![-\w])(?:{'|'.join(_VERBS)})\b|\baccording to\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-Z“\"«„‘])")
_INITIALS = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Rep|Prof|Rev|Jr|Sr|St|Lt|Col))\Z")
_MARKS = re.compile(r"[“«„‟\"「『]")
_INNER_END = re.compile(r"[.!?…。]\s*\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch `[start, end)` beside a quotation, with the cue `[cue, until)` in it."""

    start: int
    end: int
    cue: int
    until: int
    after: bool


def frame_of(text: str, passage: Passage) -> Frame | None:
    """The words after the quotation that say who speaks; without any, those before it."""
    return _after(text, passage) or _before(text, passage)


def _after(text: str, passage: Passage) -> Frame | None:
    start = passage.after
    end = min(passage.until, start + _REACH)
    if start >= end or _ended(text, passage, start):
        return None
    if mark := _MARKS.search(text, start, end):
        end = mark.start()
    end = _sentence_end(text, start, end)
    cue = _CUE.search(text, start, end)
    return Frame(start, end, *cue.span(), after=True) if cue else None


def _ended(text: str, passage: Passage, start: int) -> bool:
    """A full stop inside the marks and a capital behind them: what follows is a new sentence.

    "…attention.” Thielen said" is none: whether the name speaks is looked at by its verb.
    """
    full = _INNER_END.search(text, max(passage.start, passage.end - 3), passage.end)
    rest = text[start : start + 40].lstrip()
    if not full or not rest[:1].isupper():
        return False
    verb = _CUE.search(rest)
    return verb is None


def _sentence_end(text: str, start: int, end: int) -> int:
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _INITIALS.search(text, max(start, stop.start() - 6), stop.start()):
            return stop.start()
    return end


def _before(text: str, passage: Passage) -> Frame | None:
    end = passage.before
    start = max(passage.paragraph, end - _REACH)
    for mark in re.finditer(r"[”»\"」』]", text[start:end]):
        start_after = start + mark.end()
        if text[start_after:end].strip():
            start = start_after
            break
    for stop in _SENTENCE_END.finditer(text, start, end + 1):
        if not _INITIALS.search(text, max(start, stop.start() - 6), stop.start()):
            start = stop.end()
    cue = None
    for found in _CUE.finditer(text, start, end):
        cue = found
    return Frame(start, end, *cue.span(), after=False) if cue else None
