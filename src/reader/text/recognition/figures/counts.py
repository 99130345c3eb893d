"""Recognise counts: a number and the noun it counts, "250,000 jobs", "five NBA teams"."""

from functools import cache

from reader.model import FigureKind
from reader.text.recognition.figures.dates.calendar import summed
from reader.text.recognition.figures.digits import Number
from reader.text.recognition.figures.draft import Draft, Page, measured
from reader.text.recognition.figures.tables import table, words
from reader.text.recognition.figures.tokens import Tokens

_REACH = 5  # words a noun may stand from its number
_OLDEST = 115
_SUSPENDED = 8  # tokens from a hyphen that hangs to the noun it waits for
_LONGEST_PLAIN = 9  # digits of an amount written without grouping
_LISTING = frozenset([",", "-", "and", "or", "to"])
_INNER = frozenset("-'’")
_DETERMINERS = frozenset(["the", "its", "their", "his", "her", "our", "these", "those"])


def count(page: Page, number: Number) -> Draft | None:
    """Return the count of `number`: of a noun, of years for an age, or bare if nothing fits."""
    tokens = page.tokens
    if number.value < 0 or _is_label(tokens, number):
        return None
    noun = _fold(tokens, number) or _compound(tokens, number) or _counted(page, number)
    if noun:
        return measured(number, noun[1], FigureKind.COUNT, noun[0])
    if (last := _age(tokens, number)) is not None:
        return measured(number, last, FigureKind.COUNT, "year")
    return (
        measured(number, number.last, FigureKind.COUNT, None)
        if _is_amount(tokens, number)
        else None
    )


def _is_label(tokens: Tokens, number: Number) -> bool:
    """Tell the number of a thing from a number of things: "Boeing 737", "Chapter 3", "No. 5"."""
    before = number.first - 1
    grouped = "," in tokens.raw[number.first]
    if grouped or number.scale != 1:
        return False
    if tokens.raw[before] == "." and tokens.low[before - 1] in ("no", "nos", "vol", "art"):
        return True
    word, raw = tokens.low[before], tokens.raw[before]
    if word == "in" and tokens.low[before - 1] in _spelt():
        return True  # one in five
    if word in words("words", "labels") or raw in ("#", "№", "§"):
        return True
    if number.spelt or raw == word or word in _function_words():
        return False
    if len(raw) == 1 and raw != "I":
        return True  # the S&P 500
    noun = tokens.low[number.last]
    return not (noun.isalpha() and tokens.raw[number.last] == noun and _is_plural(noun))


def _fold(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """Read "10-fold" and "tenfold", times as many."""
    if tokens.low[number.first].endswith("fold"):
        return "time", number.last
    at = number.last + (tokens.raw[number.last] == "-")
    return ("time", at + 1) if tokens.low[at] == "fold" and tokens.glued(at) else None


def _compound(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """Read the noun of "27-nation", "six-cylinder", "12 page document", "four- and five-star"."""
    at = number.last
    hyphen = tokens.raw[at] in ("-", "‑") and tokens.glued(at)
    if hyphen and (tokens.raw[at + 1] == "," or not tokens.glued(at + 1)):
        noun = _suspended(tokens, at + 1)
        return (noun, at + 1) if noun else None
    noun = tokens.low[at + hyphen]
    if noun in words("words", "compound", "nouns") and (
        hyphen or (number.plain and number.value > 1)
    ):
        return noun, at + hyphen + 1
    return None


def _suspended(tokens: Tokens, at: int) -> str | None:
    """Find the noun that "four-, five- and six-cylinder" says only once."""
    for place in range(at, min(at + _SUSPENDED, tokens.count)):
        word = tokens.low[place]
        if word in words("words", "compound", "nouns"):
            return word if tokens.raw[place - 1] == "-" else None
        if not (word in _LISTING or word in _spelt() or word.isdecimal()):
            return None
    return None


def _counted(page: Page, number: Number) -> tuple[str, int] | None:
    """Find the English noun after the number: the first plural, past the adjectives before it."""
    tokens, at = page.tokens, number.last
    if page.language != "en":
        return None
    if tokens.runs_on(at):
        return None
    some = tokens.low[at] == "of" and tokens.low[at + 1] in _DETERMINERS
    if number.value == 1 and not some:
        return _single(tokens, number)
    if tokens.low[at] == "of":
        at += 1 + some
    return _plural_from(tokens, at, praised=number.value != 1)


def _plural_from(tokens: Tokens, at: int, praised: bool) -> tuple[str, int] | None:
    """Find the first plural from token `at`; past superlatives only where `praised`.

    "One of the largest banks" is praise, and no count.
    """
    for place in range(at, min(at + _REACH, tokens.count)):
        word = tokens.low[place]
        if tokens.raw[place] in _INNER and tokens.glued(place) and place > at:
            continue
        if word == "s" and tokens.glued(place) and tokens.raw[place - 1] in _INNER:
            continue  # two of Johnson's deputies
        if not word[:1].isalpha() or word in _function_words() or word in _spelt():
            return None
        if not praised and _is_superlative(word):
            return None
        if _is_plural(word):
            place = _last_plural(tokens, place)
            return singular(tokens.low[place]), place + 1
    return None


def _single(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """Read the noun of "one student", of "just one area" and of "have one answer to it"."""
    at = number.last
    noun, after = tokens.low[at : at + 2]
    said = tokens.low[number.first - 1] in words("words", "counting")
    closed = not after[:1].isalnum() or after in _function_words()
    thing = noun.isalpha() and tokens.raw[at] == noun and not _is_plural(noun)
    counted = noun not in _function_words() and noun not in words("words", "not_counted")
    if noun in words("words", "single") or (said and closed and thing and counted):
        return noun, at + 1
    return None


def _is_superlative(word: str) -> bool:
    ending = word.endswith("est") and word not in words("words", "not_superlative")
    return ending or word in words("words", "superlative")


def _last_plural(tokens: Tokens, at: int) -> int:
    """Pass from "sales" to "teams" in "sales teams"."""
    after = tokens.low[at + 1]
    attributive = tokens.low[at] in words("words", "attributive")
    return at + 1 if attributive and after.isalpha() and _is_plural(after) else at


def is_age(tokens: Tokens, first: int) -> bool:
    """Tell by what stands before a number that it is an age: "aged 45", "under the age of 5"."""
    low = tokens.low
    return low[first - 1] in ("aged", "age") or low[first - 2 : first] == ["age", "of"]


def _age(tokens: Tokens, number: Number) -> int | None:
    """Return where an age ends: "Ann Lee, 44, was", "aged 45", "the age of 21", "who was 10"."""
    at, low = number.first, tokens.low
    if number.scale != 1 or not 0 < number.value <= _OLDEST or number.value % 1:
        return None
    aged = is_age(tokens, at)
    named = (
        number.plain
        and tokens.raw[at - 1] == ","
        and tokens.raw[at - 2][:1].isupper()
        and tokens.raw[number.last] == ","
        and not tokens.raw[number.last + 1][:1].isdecimal()
    )
    being = low[at - 2 : at] in (
        ["who", "was"],
        ["who", "is"],
        ["he", "was"],
        ["she", "was"],
        ["will", "be"],
    )
    ends = tokens.raw[number.last] in (".", ",", ";", "", "\n") or low[number.last] in (
        "by",
        "when",
        "at",
        "on",
    )
    return number.last if aged or named or (being and ends and number.value > 3) else None


def _is_amount(tokens: Tokens, number: Number) -> bool:
    """Tell a bare number worth a figure: with a magnitude, grouped or with a decimal point."""
    if tokens.runs_on(number.last) or tokens.raw[number.first + 1] == "/":
        return False
    if (
        number.scale == 1
        and tokens.raw[number.last] in ("-", "–", "/")
        and tokens.glued(number.last)
    ):
        return False
    written = tokens.raw[number.last - 1]
    if number.plain and not summed(tokens, number.first):
        return number.value >= 10_000 and len(written) <= _LONGEST_PLAIN and written[0] != "0"
    return (
        number.scale >= 1000
        or number.high is not None
        or (not number.spelt and written[:1].isdecimal())
    )


@cache
def _spelt() -> frozenset[str]:
    return words("numbers", "en", "words")


@cache
def _function_words() -> frozenset[str]:
    return words("words", "function_words")


def _is_plural(word: str) -> bool:
    if word in table("words")["irregular"]:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and (word not in words("words", "not_plural"))
    )


def singular(word: str) -> str:
    """Return the singular of an English plural noun."""
    if (known := table("words")["irregular"].get(word)) is not None:
        return str(known)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
