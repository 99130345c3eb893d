"""How `notes.json` is laid out: TinyDB's JSON, with each document on a line of its own.

One line a document is what people can read and version control can compare; and a document that
does not change is not encoded again.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.model import DamagedNotes

_DECODE = json.JSONDecoder().raw_decode
"""One value, from a place in a text on, and where it ends."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENCODE_ASCII = json.JSONEncoder(separators=(",", ":")).encode


class Record(Mapping[str, Any]):
    """One document of a table, never changed once made, with its text as it stands in the file.

    Its fields may be read when they are first asked for: DamagedNotes when they cannot be.
    TinyDB takes it for a document; `Table.update`, which would change it in place, fails.
    """

    __slots__ = ("_fields", "_line", "_owners", "id", "parsed")

    def __init__(
        self,
        fields: Mapping[str, Any] | None,
        line: str | None = None,
        owners: tuple[str, str] = ("", ""),
    ) -> None:
        """Fields that are missing are what the line says, which was read before.

        `owners`, where known, are what stands in `id` and `article`.
        """
        self._fields = fields
        self._line = line
        self._owners = owners
        self.id: str | None = None  # view.py keeps here whose it is
        self.parsed: object = None  # … and what the fields say

    @property
    def line(self) -> str:
        """The document as JSON, on one line."""
        if self._line is None:
            self._line = _encoded(dict(self.fields))
        return self._line

    @property
    def fields(self) -> Mapping[str, Any]:
        """What the document says."""
        if self._fields is None:
            self._fields = _read_again(self._line or "")
        return self._fields

    def owner(self, field: str) -> object:
        """What stands in `id` or `article`; the fields are not read for it where that can be."""
        return self._owners[field == "article"] or self.fields.get(field)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)


Tables = dict[str, dict[str, Record]]


def records(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Tables:
    """The same tables, each document a record."""
    return {
        name: {
            key: document if isinstance(document, Record) else Record(document)
            for key, document in table.items()
        }
        for name, table in tables.items()
    }


def encode(tables: Tables) -> bytes:
    """The file that holds these tables."""
    whole = ",\n".join(_encoded_table(*item) for item in tables.items())
    return f"{{\n{whole}\n}}\n".encode()


def decode(data: bytes) -> Tables:
    """The tables a file holds, none for an empty one. Raises ValueError when it is not such."""
    try:
        text = data.decode()
        tables = _from_lines(text)
        return _from_json(text) if tables is None else tables
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def document(line: str) -> tuple[str, Record]:
    """The document on a line, and its key. Raises ValueError when there is none."""
    if found := _numbered(line):
        return found
    line = line.removesuffix(",")
    key, fields = only_item(line)
    start = f"{_ENCODE(key)}:"
    return key, Record(fields, line.removeprefix(start) if line.startswith(start) else None)


def _numbered(line: str) -> tuple[str, Record] | None:
    """The same for a line as Reader and TinyDB write it, in a third of the time; else None."""
    start = line.find('":{') + 2
    key = line[1 : start - 2]
    if not (key.isdecimal() and key.isascii() and line[0] == '"'):
        return None
    try:
        fields, end = _DECODE(line, start)
    except ValueError:
        return None
    rest = len(line) - end  # nothing, or a comma
    if rest and (rest != 1 or line[end] != ","):
        return None
    return key, Record(fields, line[start:end])


def _read_again(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise DamagedNotes("your notes were damaged on the disk; `reader doctor` mends them")
    return fields


def only_item(line: str) -> tuple[str, dict[str, Any]]:
    """The one `"key":{…}` on a line. Raises ValueError when that is not what it is."""
    [(key, value)] = json.loads("{" + line.removesuffix(",") + "}").items()
    if not isinstance(value, dict):
        raise ValueError("not a document")
    return key, value


def _encoded_table(name: str, table: dict[str, Record]) -> str:
    if not table:
        return f"{_encoded(name)}:{{}}"
    whole = "".join(table)
    key = str if whole.isdecimal() and whole.isascii() else _without_quotes
    lines = ",\n".join([f'"{key(number)}":{record.line}' for number, record in table.items()])
    return f"{_encoded(name)}:{{\n{lines}\n}}"


def _without_quotes(key: str) -> str:
    return _encoded(key)[1:-1]


def _encoded(value: object) -> str:
    encoded = _ENCODE(value)
    try:
        encoded.encode()
    except UnicodeEncodeError:  # a lone surrogate, in a field that is not ours
        return _ENCODE_ASCII(value)
    return encoded


def _from_lines(text: str) -> Tables | None:
    """The tables, read line by line, or None when the file is not laid out so."""
    first, *lines, end, after = text.split("\n") if text.count("\n") > 1 else ["", "", ""]
    if (first, end, after) != ("{", "}", ""):
        return None
    tables: Tables = {}
    table: dict[str, Record] | None = None
    for line in lines:
        try:
            if line in ("}", "},"):
                table = None
            elif table is not None:
                key, record = document(line)
                table[key] = record
            else:
                opened = line.endswith("{")
                name, table = only_item(line + "}" if opened else line)
                tables[name] = table
                table = table if opened else None
        except ValueError:
            return None
    return tables if table is None else None


def _from_json(text: str) -> Tables:
    tables = json.loads(text) if text.strip() else {}
    if not _are_tables(tables):
        raise ValueError("it is not a file of tables")
    return records(tables)


def _are_tables(tables: object) -> bool:
    return isinstance(tables, dict) and all(
        isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
        for table in tables.values()
    )
