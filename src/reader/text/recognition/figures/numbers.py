"""Read numbers whole: digits or words with their magnitude, "2.5 trillion", "three hundred"."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from reader.text.recognition.figures.digits import FRACTIONS, Number, inside_a_name, read_digits
from reader.text.recognition.figures.tables import table, units, words
from reader.text.recognition.figures.tokens import Tokens

MINUS = frozenset("-−–")
_VAGUE = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0}
_SOME = {"several": 3.0, "few": 2.0}  # the least of a magnitude that they can mean
_LARGEST = 1e18  # no magnitude is taken beyond this
_ADJECTIVES = 4  # that may stand between "2.7m" and what it counts


@cache
def _number_words(language: str) -> dict[str, float]:
    numbers = table("numbers")
    local = numbers.get(language, {}).get("words", {})
    english: dict[str, float] = numbers["en"]["words"]
    folds = {f"{word}fold": value for word, value in english.items() if 2 <= value <= 10}
    return {**local, **english, **folds}


@cache
def magnitudes(language: str) -> dict[str, float]:
    """Return the magnitude words and unmistakable suffixes of English and `language`."""
    numbers = table("numbers")
    local = numbers.get(language, {}).get("magnitudes", {})
    return {**numbers["suffixes"], **numbers["en"]["magnitudes"], **local}


@cache
def openers(language: str) -> frozenset[str]:
    """Return the words that may begin a number."""
    plural = {f"{word}s" for word in table("numbers")["en"]["magnitudes"]}
    whole = {*_number_words(language), *table("numbers")["en"]["magnitudes"], *plural}
    return frozenset(whole | {*_VAGUE, *_SOME, "a", "an", "half", "quarter", "minus", *FRACTIONS})


def read_number(
    tokens: Tokens, at: int, language: str, *, money: bool = False, inner: bool = False
) -> Number | None:
    """Return the number beginning at token `at`, or None.

    `money` reads a doubtful suffix ("$5m") as a magnitude; `inner` allows what stands after the
    dash of a range or a sign.
    """
    low = tokens.low[at]
    if low in MINUS or low in ("minus", "plus"):
        return _signed(tokens, at, language, money)
    if low[:1].isdecimal():
        if not inner and inside_a_name(tokens, at):
            return None
        number = read_digits(tokens, at, language)
    elif (
        low in ("a", "an", "half", "quarter")
        or low.rstrip("s") in table("numbers")["en"]["magnitudes"]
    ):
        return _without_a_number(tokens, at, language)
    elif low in FRACTIONS:
        number = Number(at, at + 1, FRACTIONS[low])
    elif low in _VAGUE or low in _SOME:
        return _without_a_number(tokens, at, language)
    else:
        number = _spelt(tokens, at, language)
    return _magnified(tokens, number, language, money) if number else None


def _signed(tokens: Tokens, at: int, language: str, money: bool) -> Number | None:
    if tokens.raw[at - 1][:1].isdecimal() and tokens.raw[at + 2] != "%":
        return None  # "75 -300mm" is a range, "Stoxx 50 -1.3%" a fall
    touching = tokens.low[at] in MINUS and tokens.glued(at)
    if touching and tokens.raw[at - 1] not in ("(", "[", "$", "€", "£"):
        return None
    after = at + 1
    if tokens.low[at] in ("minus", "plus"):
        after += tokens.low[after] in MINUS
    elif not tokens.glued(after):
        return None
    if tokens.low[after] in MINUS or tokens.low[after] in ("minus", "plus"):
        return None
    number = read_number(tokens, after, language, money=money, inner=True)
    if number is None or number.high is not None:
        return None
    sign = 1 if tokens.low[at] == "plus" else -1
    return replace(number, first=at, value=sign * number.value, plain=False)


def _spelt(tokens: Tokens, at: int, language: str) -> Number | None:
    """Read "three", "twenty-eight thousand six hundred forty-two": the common grammar of words."""
    units, powers = _number_words(language), table("numbers")["en"]["magnitudes"]
    if tokens.low[at] not in units or (tokens.raw[at - 1] in MINUS and tokens.glued(at)):
        return None
    total, group, last, previous = 0.0, 0.0, at, 1e18
    while True:
        word = tokens.low[last]
        if word in units and units[word] < previous:
            group += units[word]
            previous = 10.0 if units[word] >= 20 else 1.0
        elif word == "hundred" and last > at and group < 100:
            group, previous = group * 100, 100.0
        elif word == "thousand" and last > at and group:
            total, group, previous = total + group * powers[word], 0.0, 1e18
        else:
            break
        last += 1
        joint = tokens.low[last]
        if joint in ("-", "and") and tokens.low[last + 1] in units:
            if (joint == "-" and previous != 10.0) or (joint == "and" and previous < 100):
                break
            last += 1
    return Number(at, last, total + group, spelt=True)


def _magnified(tokens: Tokens, number: Number, language: str, money: bool) -> Number:
    """Multiply by what follows: "5 million", "$5m", "2,5 Mio.", "3 hundred million"."""
    known = magnitudes(language)
    scale, last = 1.0, number.last
    while (
        scale < _LARGEST
        and (power := known.get(tokens.low[last]))
        and tokens.raw[last] not in ("Mil", "MM")
    ):
        scale, last = scale * power, last + 1
    if (
        scale == 1.0
        and tokens.raw[last] == "-"
        and len(tokens.low[last + 1]) > 3
        and tokens.low[last + 1] in known
    ):
        scale, last = known[tokens.low[last + 1]], last + 2
    if scale == 1.0 and (power := _doubtful(tokens, last, money)):
        scale, last = power, last + 1
    if scale == 1.0:
        return number
    if tokens.raw[last] == "." and tokens.low[last - 1] in (
        "mio",
        "mrd",
        "млн",
        "млрд",
        "тыс",
        "mln",
        "mld",
    ):
        last += tokens.low[last + 1] != "" and tokens.raw[last + 1] != "\n"
    if language in ("es", "fr", "it", "pt"):
        last += tokens.low[last] in ("de", "di", "d")
        last += tokens.raw[last] in ("'", "’") and tokens.glued(last)
    return replace(number, last=last, value=_times(number.value, scale), scale=scale, plain=False)


def _times(value: float, scale: float) -> float:
    """Multiply without the noise of binary fractions: 1.07 billion is 1,070,000,000."""
    return float(Decimal(repr(value)) * int(scale))


def _doubtful(tokens: Tokens, at: int, money: bool) -> float | None:
    power: float | None = table("numbers")["doubtful_suffixes"].get(tokens.raw[at])
    if power is None or money:
        return power
    after = tokens.low[at + 1]
    counted = _counts_things(tokens, at + 1)
    measured = tokens.raw[at + 1] in ("USD", "EUR", "BTC", "ETH", "barrels", "people", "euro")
    numbered = tokens.glued(at) and not tokens.glued(at + 1)
    return power if numbered and (counted or measured) and after not in _not_counted() else None


def _counts_things(tokens: Tokens, at: int) -> bool:
    """Tell "2.7m digital sales" from "a 2.7m wall": adjectives, then a plural, follow."""
    for word in tokens.low[at : at + _ADJECTIVES + 1]:
        if word == "and":
            continue
        if not word.isalpha() or len(word) <= 3 or word in _not_counted():
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


@cache
def _not_counted() -> frozenset[str]:
    return (
        words("words", "function_words")
        | words("words", "not_plural")
        | words("words", "measured_in_metres")
    )


def _without_a_number(tokens: Tokens, at: int, language: str) -> Number | None:
    """Read "a million", "half a billion", "a dozen", "thousands of", "tens of millions of"."""
    powers = table("numbers")["en"]["magnitudes"]
    low, last, factor = tokens.low[at], at, 1.0
    if low in _VAGUE or (low not in powers and low.rstrip("s") in powers):
        return _vague(tokens, at)
    if low in ("a", "an"):
        last += 1
    if tokens.low[last] in _SOME:
        return _some(tokens, at, last)
    if tokens.low[last] in ("half", "quarter"):
        factor = 0.5 if tokens.low[last] == "half" else 0.25
        last += 1
        last += tokens.low[last] == "of"
        last += tokens.low[last] in ("a", "an")
    elif low not in ("a", "an"):
        return None
    if low == "half" and tokens.low[last - 1] in ("a", "an") and _is_measure(tokens, last):
        return Number(at, last, factor, spelt=True)  # half an hour
    if tokens.low[last] not in powers or tokens.raw[last - 1] == "-":
        return None
    number = Number(at, last, factor, spelt=True)
    return _magnified(tokens, number, language, money=False)


def _is_measure(tokens: Tokens, at: int) -> bool:
    return any(units(kind).find(tokens, at) for kind in ("duration", "quantity"))


def _some(tokens: Tokens, first: int, at: int) -> Number | None:
    """Read "several hundred", "a few million": more than one, and less than the next magnitude."""
    powers = table("numbers")["en"]["magnitudes"]
    if (power := powers.get(tokens.low[at + 1])) is None:
        return None
    value, last = float(power), at + 2
    if (more := powers.get(tokens.low[last])) is not None and more > power:
        value, last = value * more, last + 1  # several hundred million
    low = value * _SOME[tokens.low[at]]
    return Number(first, last, low, scale=value, high=value * 10, spelt=True)


def _vague(tokens: Tokens, at: int) -> Number | None:
    powers = {f"{word}s": power for word, power in table("numbers")["en"]["magnitudes"].items()}
    value, last = 1.0, at
    while value < _LARGEST:
        power = _VAGUE.get(tokens.low[last]) or powers.get(tokens.low[last])
        if power is None:
            break
        value, last = value * power, last + 1
        if tokens.low[last] != "of":
            return None
        last += 1
    return Number(at, last, value, scale=value, high=value * 10, spelt=True)
