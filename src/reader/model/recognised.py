"""Mention, Entity and Figure: what recognition finds. Derived, cached, never the truth."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EntityType(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    ASSET = "asset"
    PRODUCT = "product"
    EVENT = "event"
    LAW = "law"
    WORK = "work"


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"


class Precision(StrEnum):
    """How closely a text dates something."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


@dataclass(frozen=True, slots=True)
class Mention:
    """A span `[start, end)`, in code points, that names an entity; `name` is the entity's."""

    start: int
    end: int
    text: str
    type: EntityType
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions refer to: canonical name, type, the other names it goes by, how often.

    Of a person, `role` is what the text says they are ("Finance Minister"), and `affiliation` the
    name of the entity they are it of; None where it does not say.
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A span `[start, end)`, in code points, with a number or a date.

    `value` and, for ranges, `value_to`: numbers, and None for what cannot be resolved. A date's
    are its first day and, where it lasts longer, its last (ISO 8601), so that dates compare as
    text; `precision` is what the text gives, and `as_given` says it so. `unit`: ISO 4217 code or
    ticker for money, `percent` or `percentage point` or `basis point` for percent, the English
    singular for quantities, counts and durations, None where the text gives none. `resolved`
    marks a date worked out from the publication date.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: float | str | None
    value_to: float | str | None = None
    unit: str | None = None
    approximate: bool = False
    resolved: bool = False
    precision: Precision | None = None

    @property
    def as_given(self) -> tuple[float | str | None, float | str | None]:
        """`value` and `value_to`, dates at the precision of the text: `2025-10`, `2025-W43`."""
        if self.precision is None or not isinstance(self.value, str):
            return self.value, self.value_to
        first = _at(self.precision, self.value)
        last = _at(self.precision, self.value_to) if isinstance(self.value_to, str) else first
        return first, last if last != first else None


def _at(precision: Precision, day: str) -> str:
    if precision is Precision.WEEK:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04}-W{week:02}"
    return day[: _LENGTHS[precision]]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words `[start, end)`, in code points, that somebody is quoted with, without their marks.

    `speaker` is the name of an entity, None where the text does not say, or leaves it open.
    """

    start: int
    end: int
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """All that was found in one text, each in order of position."""

    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
