"""Read dates written out: "Oct. 22, 2025", "22 October", "2025/10/22", "1996", "the 1990s"."""

from dataclasses import dataclass, replace

from reader.text.recognition.figures.dates import calendar
from reader.text.recognition.figures.dates.moment import Moment, is_possible
from reader.text.recognition.figures.tables import words
from reader.text.recognition.figures.tokens import Tokens

_MONTH_REASONS = frozenset(
    "in since last next this until till by of from during through between early late mid for to"
    " before after and on each every around".split()
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A date at the tokens before `last`; `weekday`, 0 for Monday, where it names one.

    `until` is the end of a span that is written as one date, as a decade is; `known` is False for
    digits that may be read two ways (03/04/2025) and so say no day.
    """

    last: int
    moment: Moment
    weekday: int | None = None
    until: Moment | None = None
    known: bool = True


def read(tokens: Tokens, at: int, language: str) -> Spot | None:
    """Return the date beginning at token `at`, or None."""
    if tokens.raw[at][:1].isdecimal():
        return _from_digits(tokens, at, language)
    if calendar.weekday(tokens, at, language) is not None:
        return _from_weekday(tokens, at, language)
    if calendar.month(tokens, at, language) is not None:
        return _from_month(tokens, at, language)
    return _spelt_year(tokens, at)


def _possible(spot: Spot) -> Spot | None:
    return spot if is_possible(spot.moment) else None


def _from_weekday(tokens: Tokens, at: int, language: str) -> Spot | None:
    weekday = calendar.weekday(tokens, at, language)
    last = calendar.after_month(tokens, at)
    after = last + (tokens.raw[last] in (",", "(") or tokens.low[last] == "the")
    dated = (
        read(tokens, after, language) if calendar.weekday(tokens, after, language) is None else None
    )
    if dated and dated.moment.day is not None:
        return replace(dated, weekday=weekday)
    if calendar.is_word_as_well(tokens, at) and tokens.raw[last - 1] != ".":
        return None
    return Spot(last, Moment(), weekday)


def _from_month(tokens: Tokens, at: int, language: str) -> Spot | None:
    month = calendar.month(tokens, at, language)
    last = calendar.after_month(tokens, at)
    if (found := calendar.day(tokens, last)) and not _is_amount(tokens, found[1]):
        day, last = found
        spot = Spot(last, Moment(None, month, day))
        return _possible(_with_year(tokens, spot, comma=True))
    dated = _with_year(tokens, Spot(last, Moment(None, month)), comma=True)
    if dated.moment.year is not None:
        return dated
    if calendar.is_word_as_well(tokens, at) and tokens.low[at - 1] not in _MONTH_REASONS:
        return None
    if tokens.raw[last][:1].isupper() and tokens.low[last] not in words("words", "function_words"):
        return (
            None if calendar.is_word_as_well(tokens, at) and tokens.low[at - 1] == "and" else dated
        )
    return dated


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Tell "in May 12 million people" and "May 5%" from a day of the month."""
    return tokens.low[at] in ("million", "billion", "percent", "per", "%", "trillion", "thousand")


def _with_year(tokens: Tokens, spot: Spot, *, comma: bool) -> Spot:
    """Add the year after a month or a day, past the comma or "de" between."""
    at = spot.last
    if (tokens.raw[at] == "," and comma) or tokens.low[at] in ("of", "de", "del"):
        at += 1
    year = calendar.year(tokens, at)
    if (
        year is None
        or tokens.raw[at + 1] == ":"
        or (tokens.glued(at + 1) and tokens.raw[at + 1].isalpha())
    ):
        return spot
    if at > spot.last and spot.moment.day is None and not calendar.stands_alone(tokens, at):
        return spot
    last = at + 1
    last += tokens.low[last] in ("года", "г", "年") and not tokens.glued(at + 2)
    return replace(spot, last=last, moment=replace(spot.moment, year=year))


def _from_digits(tokens: Tokens, at: int, language: str) -> Spot | None:
    if (spot := _numeric(tokens, at, language)) is not None:
        return _possible(spot)
    if (spot := _han(tokens, at)) is not None:
        return _possible(spot)
    if (found := calendar.day(tokens, at)) is not None:
        day, last = found
        last += tokens.raw[last] == "." and language != "en"
        last += tokens.low[last] in ("de", "of")
        month = calendar.month(tokens, last, language)
        if month is None or tokens.raw[at - 1] == ":":
            return None
        spot = Spot(calendar.after_month(tokens, last), Moment(None, month, day))
        return _possible(_with_year(tokens, spot, comma=False))
    return _decade(tokens, at) or _two_years(tokens, at) or _year_alone(tokens, at)


def _year_alone(tokens: Tokens, at: int) -> Spot | None:
    year = calendar.year(tokens, at)
    if year is None or not calendar.stands_alone(tokens, at):
        return None
    return Spot(at + 1, Moment(year))


def _two_years(tokens: Tokens, at: int) -> Spot | None:
    """Read "2024-25" and "2024/25", a season or a fiscal year."""
    year, short = calendar.year(tokens, at), tokens.raw[at + 2]
    if year is None or tokens.raw[at + 1] not in ("-", "–", "/") or not short.isdecimal():
        return None
    if len(short) != 2 or int(short) != (year + 1) % 100 or tokens.runs_on(at + 3):
        return None
    return Spot(at + 3, Moment(year), until=Moment(year + 1))


def _decade(tokens: Tokens, at: int) -> Spot | None:
    """Read "1990s" and "1990's": ten years."""
    year = calendar.year(tokens, at)
    quoted = tokens.raw[at + 1] in ("'", "’")
    if (
        year is None
        or year % 10
        or tokens.low[at + 1 + quoted] != "s"
        or not tokens.glued(at + 1 + quoted)
    ):
        return None
    return Spot(at + 2 + quoted, Moment(year), until=Moment(year + 9))


def _numeric(tokens: Tokens, at: int, language: str) -> Spot | None:
    """Read "2025-10-22", "2025/10/22", "22.10.2025", "10/22/2025"."""
    parts, last = tokens.raw[at].split("."), at + 1
    if len(parts) != 3:
        dash = tokens.raw[at + 1]
        same = dash in ("-", "/") and tokens.raw[at + 3] == dash
        if not same or not all(tokens.glued(place) for place in range(at + 1, at + 5)):
            return None
        parts, last = [tokens.raw[at], tokens.raw[at + 2], tokens.raw[at + 4]], at + 5
    if not all(part.isdecimal() and part.isascii() and len(part) <= 4 for part in parts):
        return None
    a, b, c = (int(part) for part in parts)
    if (tokens.glued(last) and tokens.raw[last] in ("-", "/")) or (
        tokens.glued(at) and tokens.raw[at - 1] in ("-", "/")
    ):
        return None
    if len(parts[0]) == 4 and b <= 12:
        return Spot(last, Moment(a, b, c)) if b >= 1 and 1 <= c <= 31 else None
    if len(parts[2]) != 4 or not 1000 <= c < 2200 or not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    return _either_order(a, b, c, last, day_first="." in tokens.raw[at] or language != "en")


def _either_order(a: int, b: int, year: int, last: int, *, day_first: bool) -> Spot | None:
    """Tell day from month: English writes both orders, so that only a day past 12 is certain."""
    if b > 12 >= a:
        return Spot(last, Moment(year, a, b))
    if a > 12 >= b or (day_first and b <= 12):
        return Spot(last, Moment(year, b, a))
    return Spot(last, Moment(year), known=False) if a <= 12 and b <= 12 else None


def _han(tokens: Tokens, at: int) -> Spot | None:
    """Read "2025年10月22日", "10月22日"."""
    values: dict[str, int] = {}
    last = at
    for sign in ("年", "月", "日"):
        after = tokens.raw[last + 1].replace("号", "日").replace("號", "日")
        if tokens.raw[last].isdecimal() and after == sign and len(tokens.raw[last]) <= 4:
            values[sign], last = int(tokens.raw[last]), last + 2
    month = values.get("月")
    if (
        not values
        or ("日" in values and month is None)
        or (month is not None and not 1 <= month <= 12)
    ):
        return None
    if not 1000 <= values.get("年", 1000) < 2200 or not 1 <= values.get("日", 1) <= 31:
        return None
    return Spot(last, Moment(values.get("年"), month, values.get("日")))


def _spelt_year(tokens: Tokens, at: int) -> Spot | None:
    """Read "nineteen ninety-six", as speech is written down."""
    numbers: dict[str, int] = {"nineteen": 1900, "twenty": 2000, "eighteen": 1800}
    century = numbers.get(tokens.low[at])
    tens = {
        "ten": 10,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
    }
    tens |= {"eighty": 80, "ninety": 90}
    decade = tens.get(tokens.low[at + 1])
    if century is None or decade is None:
        return None
    last = at + 2 + (tokens.raw[at + 2] == "-")
    ones = "one two three four five six seven eight nine".split()
    if tokens.low[last] in ones and decade >= 20:
        return Spot(last + 1, Moment(century + decade + ones.index(tokens.low[last]) + 1))
    return Spot(at + 2, Moment(century + decade))
