"""Names of months and weekdays, and the years a text may mean by digits."""

from functools import cache

from reader.text.recognition.figures.tables import table, words
from reader.text.recognition.figures.tokens import Tokens

# English month and weekday names that are words as well: they need their capital and a reason.
_WORDS_AS_WELL = frozenset(
    ["may", "march", "mar", "sun", "sat", "mon", "wed", "august", "jan", "dec", "sep"]
)
_BEFORE_AN_OLD_YEAR = frozenset(
    "in since from until between during before after early late mid circa".split()
)
_CAPITALISED = frozenset(["en", "de"])


@cache
def _names(kind: str, language: str) -> dict[str, int]:
    calendar = table("calendar")
    names: dict[str, int] = {}
    for key in ("en", language):
        for index, spellings in enumerate(calendar.get(key, {}).get(kind, ())):
            names |= dict.fromkeys(spellings, index)
    return names


@cache
def openers(language: str) -> frozenset[str]:
    """Return the words that may begin a date."""
    english = table("calendar")["en"]
    return frozenset(
        {*_names("months", language), *_names("weekdays", language), *day_words(language)}
        | {*english["modifiers"]["pointers"], *english["modifiers"]["near"]}
        | {*english["modifiers"]["latest"]}
        | {
            *english["modifiers"]["ordinals"],
            "the",
            "a",
            "its",
            "fiscal",
            "year",
            "q",
            "h",
            "tonight",
        }
    )


@cache
def day_words(language: str) -> dict[str, int]:
    """Return today, yesterday, tomorrow and how many days from today they are."""
    calendar = table("calendar")
    return {**calendar.get(language, {}).get("days", {}), **calendar["en"]["days"]}


def month(tokens: Tokens, at: int, language: str) -> int | None:
    """Return the month, 1 to 12, named by token `at`."""
    index = _names("months", language).get(tokens.low[at])
    if index is None or _needs_capital(tokens, at, language):
        return None
    return index + 1


def weekday(tokens: Tokens, at: int, language: str) -> int | None:
    """Return the weekday, 0 for Monday, named by token `at`."""
    index = _names("weekdays", language).get(tokens.low[at])
    return None if index is None or _needs_capital(tokens, at, language) else index


def _needs_capital(tokens: Tokens, at: int, language: str) -> bool:
    raw = tokens.raw[at]
    if raw[0].isupper() and not (raw.isupper() and tokens.low[at] in _WORDS_AS_WELL):
        return False
    return language in _CAPITALISED or tokens.low[at] in _names("months", "en")


def is_word_as_well(tokens: Tokens, at: int) -> bool:
    """Tell a name that needs more than its capital to be a month or a weekday ("May", "Sun")."""
    return tokens.low[at] in _WORDS_AS_WELL


def after_month(tokens: Tokens, at: int) -> int:
    """Return the token after a month or weekday at `at`, with the point of its abbreviation."""
    abbreviated = tokens.low[at] not in _full_names() and len(tokens.raw[at]) <= 5
    return at + 1 + (abbreviated and tokens.raw[at + 1] == "." and tokens.glued(at + 1))


@cache
def _full_names() -> frozenset[str]:
    calendar = table("calendar").values()
    return frozenset(
        spellings[0]
        for language in calendar
        for kind in ("months", "weekdays")
        for spellings in language[kind]
    )


def year(tokens: Tokens, at: int) -> int | None:
    """Return the year token `at` may be: four digits from 1000 to 2199."""
    raw = tokens.raw[at]
    if len(raw) != 4 or not raw.isdecimal() or not raw.isascii() or not 1000 <= int(raw) < 2200:
        return None
    return int(raw)


def stands_alone(tokens: Tokens, at: int) -> bool:
    """Tell a year that is a date by itself, and no count, code or name with a number."""
    if _continues_a_name(tokens, at) or _is_continued(tokens, at + 1) or summed(tokens, at):
        return False
    if tokens.raw[at + 1] in words("calendar", "en", "modifiers", "counted_not_dated"):
        return False
    number = int(tokens.raw[at])
    return 1900 <= number < 2100 or (number >= 1400 and tokens.low[at - 1] in _BEFORE_AN_OLD_YEAR)


def summed(tokens: Tokens, at: int) -> bool:
    """Tell the number of "an average of 1500", which is an amount."""
    return tokens.low[at - 1] == "of" and tokens.low[at - 2] in words("words", "summed")


def _continues_a_name(tokens: Tokens, at: int) -> bool:
    """Tell digits that are glued to what is before them, as in "MH-2014", from "mid-2014"."""
    if not tokens.glued(at):
        return False
    before = tokens.raw[at - 1]
    if before == "-" and tokens.glued(at - 1):
        return tokens.low[at - 2] not in ("mid", "pre", "post")
    return before not in tuple("(['\"“‘—–-")


def _is_continued(tokens: Tokens, at: int) -> bool:
    """Tell digits that go on as a number, a code, a path or a time."""
    after = tokens.raw[at]
    if not tokens.glued(at):
        return after == "%"
    point = after in (".", ",") and tokens.glued(at + 1) and tokens.raw[at + 1][:1].isdecimal()
    return after[:1].isalnum() or after in tuple("%$€£/:@_°") or point


def day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the day of a month at token `at`, 1 to 31, and the token after ("22", "3rd")."""
    raw = tokens.raw[at]
    if not (raw.isdecimal() and raw.isascii() and len(raw) <= 2 and 1 <= int(raw) <= 31):
        return None
    if tokens.glued(at + 1):
        if tokens.low[at + 1] in ("st", "nd", "rd", "th"):
            return int(raw), at + 2
        time = tokens.raw[at + 1] == ":" and tokens.raw[at + 2].isdecimal()
        if time or tokens.raw[at + 1] == "%" or tokens.raw[at + 1].isalnum():
            return None
    return int(raw), at + 1
