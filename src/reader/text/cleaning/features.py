"""What can be seen of a segment before its role is chosen: the input of every rule.

Kept apart from the rules so that a learned classifier can take the same features.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from reader.model import Kind
from reader.text.cleaning.dates import find_date, is_date_line
from reader.text.cleaning.families import Family, matches
from reader.text.cleaning.language import small_words
from reader.text.cleaning.segments import Segment

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_THAI = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ENDS = re.compile(r"(?:[.!?…。！？؟।:]|[.!?…。！？]\s?\[\d+\])[\"'”’»“)\]）」』]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]")
_CONTROL = re.compile(
    r"\((?:BUTTON|Submit|\*|_)\)|_{4,}|\[[ xX_]\]|^(?:IFRAME|Iframe):|^\[INLINE\]"
    r"|^\[?[\w-]+\.(?:jpe?g|png|gif|svg|webp)\b"
)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_PROSE_WORDS = 6
_LONG_WORDS = 25
_SMALL_SHARE = 0.1
"""Small words are a third of running text or more, and hardly any of a menu."""
_SURELY_PROSE = 40
_SENTENCE_WORDS = 8
_TEXT_LIMIT = 6000
_DATE_LINE = 25
"""Words of a line that gives the date, at most."""
_BETWEEN_PIECES = re.compile(r"\s*[|•·]\s*")
_CUT = re.compile(r"(?:…|\.\.\.)[\])]?$")
_SAME = 40
"""Segments that agree in so many letters at their beginning begin alike."""


@dataclass(slots=True)
class Features:
    """A segment seen from outside. `words` counts words, Chinese and Japanese letters as half.

    `prose`: reads like a sentence or more. `ends`: ends like one. `alone`: blank lines (or the
    text's edges) on both sides. `times`: how often the text has a segment of the same words.
    `control`: a form control or picture as text browsers print it. `date`: that of a line which is
    for a date, or has a label or piece for it (`dated`: nothing else stands in it).
    """

    words: int
    prose: bool
    ends: bool
    alone: bool
    families: tuple[Family, ...]
    dated: bool
    control: bool
    address: bool
    times: int
    key: str
    cut: bool
    date: str | None = None

    def is_a(self, *names: str) -> bool:
        """Whether it belongs to one of the families of these names."""
        return any(family.name in names for family in self.families)


def observe(
    segments: list[Segment], language: str | None, today: date | None = None
) -> list[Features]:
    """The features of each segment; `language` (ISO 639-1) sharpens what counts as prose.

    Dates after `today` are not believed.
    """
    small = small_words(language)
    keys = [folded(segment.text) for segment in segments]
    times = Counter(keys)
    whole = {key[:_SAME] for key, s in zip(keys, segments, strict=True) if not _CUT.search(s.text)}
    found = []
    for at, segment in enumerate(segments):
        after = segments[at + 1].blanks if at + 1 < len(segments) else 1
        alone = bool(after) and (bool(segment.blanks) or at == 0)
        found.append(_observe(segment, small, alone, keys[at], times[keys[at]], whole, today))
    return found


def folded(text: str) -> str:
    """Words alone, case folded: what two copies of a line have in common."""
    return " ".join(_WORD.findall(text[:_TEXT_LIMIT].casefold()))


def pieces(line: str) -> list[str]:
    """The parts of a line such as “3 May | 14:05 | By Ada Example”."""
    return _BETWEEN_PIECES.split(line)


def word_count(text: str) -> int:
    """How many words; every two letters of Chinese or Japanese, and every five of Thai, are one."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text)) + len(_THAI.findall(text)) * 2 // 5
    if not unspaced:
        return len(text.split())
    spaced = _THAI.sub(" ", _UNSPACED.sub(" ", text))
    return len(_WORD.findall(spaced)) + (unspaced + 1) // 2


def _observe(
    segment: Segment,
    small: frozenset[str],
    alone: bool,
    key: str,
    times: int,
    whole: set[str],
    today: date | None,
) -> Features:
    text = segment.text
    words = word_count(text)
    ends = bool(_ENDS.search(text[-40:]))
    families = matches(text)
    dated = words <= _DATE_LINE and is_date_line(text, today)
    labelled = dated or any(family.name == "date_label" for family in families)
    return Features(
        words=words,
        prose=_is_prose(text, key, words, ends, small) and segment.kind is not Kind.CODE,
        ends=ends,
        alone=alone,
        families=families,
        dated=dated,
        control=bool(_CONTROL.search(text[:200])),
        address=bool(_BARE_ADDRESS.match(text)),
        times=times,
        key=key,
        cut=bool(_CUT.search(text)) and len(key) >= _SAME and key[:_SAME] in whole,
        date=_date_of(text, labelled, today) if words <= _DATE_LINE else None,
    )


def _date_of(text: str, labelled: bool, today: date | None) -> str | None:
    if labelled:
        return find_date(text, today)
    parts = pieces(text)
    dated = (one for one in parts if len(parts) > 1 and is_date_line(one, today))
    return next((find_date(one, today) for one in dated), None)


def _is_prose(text: str, key: str, words: int, ends: bool, small: frozenset[str]) -> bool:
    if words < _PROSE_WORDS or not (ends or words >= _LONG_WORDS):
        return False
    if not ends and not _SENTENCE_END.search(text):
        return False
    if not small or words < 10 or _UNSPACED.search(text):
        return True
    said = key.split()
    if sum(word in small for word in said) >= _SMALL_SHARE * len(said):
        return True
    # A passage in another language, or in one whose small words are not known.
    sentences = len(_SENTENCE_END.findall(text))
    return words >= _SURELY_PROSE and 1 < sentences <= words / _SENTENCE_WORDS
