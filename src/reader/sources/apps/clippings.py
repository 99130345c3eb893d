"""The line of a Kindle clipping that says what it is, where it is and when it was made.

Such a line is in the language of the device, for example
`- Your Highlight on page 7 | Location 100-102 | Added on Monday, 1 June 2026 09:30:00`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from reader.model import SourceError


class Sort(Enum):
    """What a clipping can be."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


# English, German, French, Spanish, Italian, Portuguese, Chinese, Japanese. Bookmarks come first:
# a Spanish bookmark is a “marcador”, and “bookmark” itself has a “mark” in it.
_WORDS = (
    (Sort.BOOKMARK, "bookmark lesezeichen signet marcador segnalibro 书签 書籤 ブックマーク"),
    (
        Sort.HIGHLIGHT,
        "highlight clip markierung surlignement surlignage subrayado resaltado evidenziazione "
        "sottolineatura destaque 标注 標註 ハイライト",
    ),
    (Sort.NOTE, "note notiz nota 笔记 筆記 メモ"),
)
_SORTS = tuple((sort, tuple(words.split())) for sort, words in _WORDS)

_RANGE = r"(?P<start>\d{1,9})(?:\s?[-–]\s?\#?(?P<end>\d{1,9}))?"
_LOCATION = re.compile(
    r"(?:loc(?:ation|\.)|position|emplacement|posici[oó]n|ubicaci[oó]n|posizione|posi[cç][aã]o|位置)"
    r"[\s#.]{0,3}(?:no\.?)?[\s#]{0,3}" + _RANGE,
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:page|seite|p[aá]gina|第)\s{0,3}" + _RANGE + r"|(?P<before>\d{1,9})\s?(?:ページ|页)",
    re.IGNORECASE,
)
_DIVIDER = re.compile(r"[|｜]")
_TIME = re.compile(
    r"(?P<early>上午|午前|下午|午後)?\s?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s?(?P<half>[AaPp]\.?[Mm]\b)?"
)
_NUMERIC_DAY = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_WORD = re.compile(r"[^\W\d_]+|\d+")

_MONTHS_OF = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_MONTHS = {
    name: number for names in _MONTHS_OF for number, name in enumerate(names.split(), start=1)
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the line says; `place` is a unit (`location` or `page`) with its first and last."""

    sort: Sort
    place: tuple[str, int, int] | None
    created: datetime | None


def is_said(line: str) -> bool:
    """Whether a line is such a line, in a language that is known."""
    return line.startswith("-") and _sort(_divided(line)[0]) is not None


def said(line: str, where: str, subject: str) -> Said:
    """Read such a line; one in a language nobody knows is taken for a highlight's."""
    if not line.startswith("-"):
        message = "its second line does not say what it is (“- Your Highlight on …”)"
        raise SourceError(f"{where}: {message}", subject)
    head, date = _divided(line)
    return Said(_sort(head) or Sort.HIGHLIGHT, _place(head), _moment(date))


def _divided(line: str) -> tuple[str, str]:
    *before, last = _DIVIDER.split(line)
    return (" | ".join(before), last) if before else (line, "")


def _sort(head: str) -> Sort | None:
    head = head.lower()
    return next((sort for sort, words in _SORTS if any(word in head for word in words)), None)


def _place(head: str) -> tuple[str, int, int] | None:
    for unit, pattern in (("location", _LOCATION), ("page", _PAGE)):
        if found := pattern.search(head):
            start = found["start"] or found["before"]
            end = found["end"] or start
            if len(end) < len(start):  # 680-82 is written for 680-682
                end = start[: len(start) - len(end)] + end
            return unit, int(start), max(int(start), int(end))
    return None


def _moment(words: str) -> datetime | None:
    """The time of the device, which says no zone: taken as UTC."""
    time = _TIME.search(words)
    day = _day(words[: time.start()] if time else words)
    if day is None:
        return None
    try:
        return datetime(*day, *(_clock(time) if time else (0, 0, 0)), tzinfo=UTC)
    except ValueError:
        return None


def _day(words: str) -> tuple[int, int, int] | None:
    if found := _NUMERIC_DAY.search(words):
        return int(found["year"]), int(found["month"]), int(found["day"])
    parts = [part.lower() for part in _WORD.findall(words)]
    months = [_MONTHS[part] for part in parts if part in _MONTHS]
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) in {1, 2, 4}]
    if len(months) != 1 or len(numbers) != 2:
        return None
    number, year = numbers
    return (year if year > 99 else 2000 + year), months[0], number


def _clock(time: re.Match[str]) -> tuple[int, int, int]:
    hour = int(time["hour"])
    half = (time["half"] or "").lower()
    if half or time["early"]:
        is_late = half.startswith("p") or time["early"] in {"下午", "午後"}
        hour = hour % 12 + (12 if is_late else 0)
    return hour, int(time["minute"]), int(time["second"] or 0)
