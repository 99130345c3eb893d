"""What the recognisers pass to one another: the text being read, and a figure in the making."""

from dataclasses import dataclass, field
from datetime import date

from reader.model import FigureKind
from reader.text.recognition.figures.digits import Number
from reader.text.recognition.figures.tokens import Tokens


@dataclass(slots=True)
class Page:
    """One text being read: its tokens, when it was published, its language.

    `quarter` is the last quarter the text named, as (year, quarter): what "a year earlier" in a
    report of earnings goes back from. `coins` are the tokens it named that are called after an
    amount, as USD1 is.
    """

    tokens: Tokens
    published: date | None
    language: str
    quarter: tuple[int, int] | None = None
    coins: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure at the tokens `[first, last)`; `number` is what its value was read from, if one."""

    first: int
    last: int
    kind: FigureKind
    value: float | str | None
    value_to: float | str | None = None
    unit: str | None = None
    approximate: bool = False
    resolved: bool = False
    number: Number | None = None


def measured(number: Number, last: int, kind: FigureKind, unit: str | None) -> Draft:
    """Make the draft of a number and the unit that ends before token `last`."""
    return Draft(
        number.first,
        last,
        kind,
        number.value,
        number.high,
        unit,
        approximate=number.high is not None,
        number=number,
    )
