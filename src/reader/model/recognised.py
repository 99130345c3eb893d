"""Mention, Entity and Figure: what recognition finds. Derived, cached, never the truth."""

from dataclasses import dataclass
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
    """What mentions refer to: canonical name, type, the other names it goes by, how often."""

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A span `[start, end)`, in code points, with a number or a date.

    `value` and, for ranges, `value_to`: numbers, but ISO 8601 text for dates and None for what
    cannot be resolved. `unit`: ISO 4217 code or ticker for money, `percent` or `percentage point`
    or `basis point` for percent, the English singular for quantities, counts and durations, None
    where the text gives none. `resolved` marks a date worked out from the publication date.
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


@dataclass(frozen=True, slots=True)
class Recognised:
    """All that was found in one text, each in order of position."""

    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
