"""CSV of another application: rows by their header, within bounds."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reader.model import SourceError
from reader.sources.apps.fields import unmarked
from reader.sources.apps.values import address, moment
from reader.sources.decoding import decode
from reader.sources.original import LARGEST
from reader.text.canonical import canonical, canonical_line

_HEAD = 4096
_DELIMITERS = ",;"


@dataclass(frozen=True, slots=True)
class Row:
    """One row by the names in the header, in small letters; `where` names it in messages."""

    values: dict[str, str]
    where: str
    subject: str

    def refuse(self, name: str, message: str) -> SourceError:
        """The error that says which cell of which row is wrong."""
        return SourceError(f"{self.where}: “{name}” {message}", self.subject)

    def raw(self, name: str) -> str:
        """A cell as it stands in the file; "" where there is none."""
        return self.values.get(name, "")

    def line(self, name: str) -> str:
        """A cell on one line, made safe."""
        return canonical_line(self.raw(name))

    def text(self, name: str) -> str:
        """A cell of several lines, made safe."""
        return canonical(self.raw(name)).strip()

    def url(self, name: str) -> str | None:
        """A web address; None where there is none or it is of another kind."""
        return address(self.raw(name))

    def when(self, name: str) -> datetime | None:
        """A time in Unix seconds or ISO 8601; None for an impossible one."""
        return moment(self.raw(name))

    def flag(self, name: str) -> bool:
        """Yes or no in words."""
        word = self.line(name).lower()
        if word not in {"", "true", "false", "yes", "no", "1", "0"}:
            raise self.refuse(name, "is neither true nor false")
        return word in {"true", "yes", "1"}


def header_of(data: bytes) -> tuple[frozenset[str], str]:
    """The names in the first line and what divides them; cheap, and safe for any bytes."""
    line = unmarked(data[:_HEAD]).lstrip().decode("utf-8", "replace").partition("\n")[0]
    for delimiter in _DELIMITERS:
        names = _cells(line.rstrip("\r"), delimiter)
        if len(names) > 1:
            return frozenset(names), delimiter
    return frozenset(), ","


def read_rows(data: bytes, delimiter: str, subject: str) -> list[Row]:
    """All rows of a table; SourceError says where it is broken."""
    text = decode(data, "text/csv")[0].lstrip("\ufeff \r\n")
    before = csv.field_size_limit(LARGEST)
    try:
        return list(_rows(text, delimiter, subject))
    except csv.Error as error:
        raise SourceError(f"its table is broken ({canonical_line(str(error))})", subject) from error
    finally:
        csv.field_size_limit(before)


def _rows(text: str, delimiter: str, subject: str) -> Iterator[Row]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names = [name.strip().lower() for name in next(table, [])]
    for number, cells in enumerate(table, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(names) :]):
            raise SourceError(f"row {number} has more cells than the header", subject)
        yield Row(dict(zip(names, cells, strict=False)), f"row {number}", subject)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        found = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().lower() for name in found]
