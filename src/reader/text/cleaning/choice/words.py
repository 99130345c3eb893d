"""Columns of a segment's own words: how long, of what shape, of which family."""

import re

from reader.model import Kind
from reader.text.cleaning.choice.address import ADDRESSED
from reader.text.cleaning.features import Features
from reader.text.cleaning.segments import Segment

NAMES = (
    "words", "chars", "chars_a_word", "prose", "ends", "alone", "times", "cut", "kind", "level",
    "sentences", "words_a_sentence", "capitals", "digits", "commas", "first", "last", "colon",
    "address", "family", "family_ends", "family_leads", "dated", "control", "you",
)  # fmt: skip

_KINDS = {kind: float(at) for at, kind in enumerate(Kind)}
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"(?:^| )[A-ZÀ-ÖØ-ÞА-ЯĀ-Ž]")
_OPENING = 400
_MOST_SENTENCES = 20
_MOST_TIMES = 9
_LONG = 800
_QUOTES = "\"'“”„«»‘’"


def words_columns(segment: Segment, seen: Features) -> list[float]:
    """The columns named in `NAMES`."""
    text, words = segment.text, seen.words
    sentences = len(_SENTENCE_END.findall(text))
    opening = text[:_OPENING]
    said = seen.key.split()
    count = max(1, len(said))
    return [
        min(words, _LONG),
        min(len(text), _LONG),
        len(text) / max(1, words),
        seen.prose,
        seen.ends,
        seen.alone,
        min(seen.times, _MOST_TIMES),
        seen.cut,
        _KINDS[segment.kind],
        segment.level,
        min(sentences, _MOST_SENTENCES),
        words / max(1, sentences),
        len(_CAPITAL.findall(text)) / max(1, text.count(" ") + 1),
        len(_DIGIT.findall(opening)) / max(1, len(opening)),
        text.count(",") / max(1, words),
        _first(text[:1]),
        _last(text),
        ":" in text[:40],
        "@" in text or "http" in text or "www." in text,
        len(seen.families),
        any(family.ends for family in seen.families),
        any(family.leads for family in seen.families),
        seen.dated,
        seen.control,
        sum(word in ADDRESSED for word in said) / count,
    ]


def _first(letter: str) -> float:
    if letter.isupper():
        return 1.0
    if letter.islower():
        return 2.0
    if letter.isdigit():
        return 3.0
    return 4.0 if letter and letter in _QUOTES else 0.0


def _last(text: str) -> float:
    letter = text[-1:]
    if text.endswith(("…", "...")):
        return 4.0
    if letter and letter in ".!?。":
        return 1.0
    if letter == ":":
        return 2.0
    return 3.0 if letter and letter in _QUOTES else 0.0
