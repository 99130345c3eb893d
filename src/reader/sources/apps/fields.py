"""JSON of another application, read field by field: a wrong type is refused with its place."""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reader.model import SourceError
from reader.sources.apps.values import address, moment, tidy
from reader.text.canonical import canonical, canonical_line


def unmarked(data: bytes) -> bytes:
    """The same text in UTF-8 without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def load_json(data: bytes, subject: str) -> object:
    """Read JSON; SourceError says where it breaks off, or that it is nested too deeply."""
    try:
        loaded: object = json.loads(unmarked(data).decode("utf-8"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise SourceError(f"its JSON is broken at {where}", subject) from error
    except UnicodeDecodeError as error:
        raise SourceError("its JSON is not in UTF-8", subject) from error
    except ValueError as error:  # a number with thousands of digits
        raise SourceError("its JSON has a number that is too long", subject) from error
    except RecursionError as error:
        raise SourceError("its JSON is nested too deeply", subject) from error
    return loaded


def has_keys(value: object, *names: str) -> bool:
    """Whether a value is a JSON object with all these fields."""
    return isinstance(value, dict) and all(name in value for name in names)


def any_has_keys(values: object, *names: str) -> bool:
    """Whether a value is a JSON list in which some object has all these fields."""
    return isinstance(values, list) and any(has_keys(value, *names) for value in values)


@dataclass(frozen=True, slots=True)
class Entry:
    """One JSON object of an export; `where` names it in messages: `entry 3`, "" for the whole."""

    values: dict[str, object]
    where: str
    subject: str

    def refuse(self, name: str, message: str) -> SourceError:
        """The error that says which field of which entry is wrong."""
        where = f"{self.where}: " if self.where else ""
        return SourceError(f"{where}“{name}” {message}", self.subject)

    def text(self, name: str) -> str:
        """A text of several lines, made safe; "" where there is none."""
        return canonical(self.raw(name)).strip()

    def beside(self, name: str) -> str:
        """What stands beside a quote, made safe, with the space between them."""
        return canonical(self.raw(name))

    def line(self, name: str) -> str:
        """A text on one line, made safe; "" where there is none."""
        return canonical_line(self.raw(name))

    def raw(self, name: str) -> str:
        """A text as it stands in the file; "" where there is none."""
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.refuse(name, "is not text")
        return value

    def required(self, name: str) -> str:
        """A text on one line that must be there."""
        if self.values.get(name) is None:
            raise self.refuse(name, "is missing")
        if not (line := self.line(name)):
            raise self.refuse(name, "is empty")
        return line

    def url(self, name: str) -> str | None:
        """A web address; None where there is none or it is of another kind."""
        return address(self.raw(name))

    def identifier(self, name: str) -> str:
        """A number or text by which the application knows something; "" where there is none."""
        value = self.values.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.line(name)

    def flag(self, name: str) -> bool:
        """Yes or no, also written as 1 or 0; no where it is missing."""
        value = self.values.get(name)
        if value is None:
            return False
        if not isinstance(value, bool | int) or value not in (0, 1):
            raise self.refuse(name, "is neither true nor false")
        return bool(value)

    def number(self, name: str) -> float:
        """A number; 0 where there is none."""
        value = self.values.get(name)
        if value is None:
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refuse(name, "is not a number")
        try:
            return float(value)
        except OverflowError as error:
            raise self.refuse(name, "is too large") from error

    def when(self, name: str) -> datetime | None:
        """A time in Unix seconds or ISO 8601; None for an impossible one."""
        value = self.values.get(name)
        if value is not None and (
            isinstance(value, bool) or not isinstance(value, str | int | float)
        ):
            raise self.refuse(name, "is not a time")
        return moment(value)

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of texts, as they stand in the file."""
        found = self._list(name)
        for value in found:
            if not isinstance(value, str):
                raise self.refuse(name, "is not a list of texts")
        return tuple(value for value in found if isinstance(value, str))

    def tags(self, name: str) -> tuple[str, ...]:
        """A list of tags: texts, or objects that have a `name` or a `label`."""
        return tidy(self._label(name, value) for value in self._list(name))

    def entry(self, name: str) -> "Entry | None":
        """The object in a field, None where there is none."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refuse(name, "is not an object")
        return Entry(value, f"{self.where}, {name}".removeprefix(", "), self.subject)

    def entries(self, name: str, singular: str) -> Iterator["Entry"]:
        """The objects in a list; `singular` names one of them in messages."""
        yield from entries_of(self._list(name), singular, self.subject, self.where)

    def _list(self, name: str) -> list[object]:
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.refuse(name, "is not a list")
        return value

    def _label(self, name: str, value: object) -> str:
        if isinstance(value, dict):
            value = value.get("name", value.get("label"))
        if not isinstance(value, str):
            raise self.refuse(name, "is not a list of texts")
        return value


def whole(value: object, subject: str) -> Entry:
    """The one JSON object that an export is."""
    if not isinstance(value, dict):
        raise SourceError("it is not a JSON object", subject)
    return Entry(value, "", subject)


def entries_of(values: object, singular: str, subject: str, within: str = "") -> Iterator[Entry]:
    """The objects in a JSON list, each with its place in the file."""
    if not isinstance(values, list):
        raise SourceError("it is not a list", subject)
    for number, value in enumerate(values, 1):
        where = f"{within}, {singular} {number}" if within else f"{singular} {number}"
        if not isinstance(value, dict):
            raise SourceError(f"{where} is not an object", subject)
        yield Entry(value, where, subject)
