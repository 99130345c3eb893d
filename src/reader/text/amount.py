"""Numbers as readers type them in a query: `1bn`, `$2.5 trillion`, `80%`, `100 RUB`."""

import math
import re
from typing import NamedTuple


class Amount(NamedTuple):
    """A number as typed, in full, with its unit as figures have it (`USD`, `percent`) or None."""

    value: float
    unit: str | None = None


_AMOUNT = re.compile(
    r"(?P<before>[$€£¥₽₹₩₿]|[a-z]{3}(?= ?[\d-]))? ?"
    r"(?:(?P<grouped>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?)|(?P<number>-?\d+(?:[.,]\d+)?)) ?"
    r"(?P<scale>thousand|million|billion|trillion|mrd|mio|mn|bn|tn|k|m|b|t)? ?"
    r"(?P<after>%|percent|[$€£¥₽₹₩₿]|[a-z]{3})?",
    re.IGNORECASE | re.ASCII,
)
_SCALES = {
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("million", "mio", "mn", "m"), 1e6),
    **dict.fromkeys(("billion", "mrd", "bn", "b"), 1e9),
    **dict.fromkeys(("trillion", "tn", "t"), 1e12),
}
_SIGNS = dict(zip("$€£¥₽₹₩₿", "USD EUR GBP JPY RUB INR KRW BTC".split(), strict=True))
_UNITS = {"%": "percent", "percent": "percent", **_SIGNS}


def amount(typed: str) -> Amount | None:
    """Read a number with its scale and unit, or None if it is not one.

    `1,234` is a thousand and more, `2,5` is two and a half.
    """
    found = _AMOUNT.fullmatch(" ".join(typed.split()))
    if found is None:
        return None
    if found["grouped"]:
        number = float(found["grouped"].replace(",", ""))
    else:
        number = float(found["number"].replace(",", "."))
    value = number * _SCALES.get((found["scale"] or "").lower(), 1.0)
    unit = (found["before"] or found["after"] or "").lower()
    return Amount(value, _UNITS.get(unit, unit.upper()) or None) if math.isfinite(value) else None
