"""How `notes.json` is laid out: TinyDB's JSON, with each document on a line of its own.

One line a document is what people can read and version control can compare; and a document that
does not change is not encoded again.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

_DECODER = json.JSONDecoder()
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENCODE_ASCII = json.JSONEncoder(separators=(",", ":")).encode


class Record(Mapping[str, Any]):
    """One document of a table, never changed once made, with its text as it stands in the file.

    TinyDB takes it for a document; `Table.update`, which would change it in place, fails.
    """

    __slots__ = ("_line", "fields", "id", "parsed")

    def __init__(self, fields: Mapping[str, Any], line: bytes | None = None) -> None:
        self.fields = fields
        self.id: str | None = None  # view.py keeps here whose it is
        self.parsed: object = None  # … and what the fields say
        self._line = line

    @property
    def line(self) -> bytes:
        """The document as JSON, on one line."""
        if self._line is None:
            self._line = _encoded(dict(self.fields))
        return self._line

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
    return b"{\n" + b",\n".join(_encoded_table(*item) for item in tables.items()) + b"\n}\n"


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
    return key, Record(
        fields, line.removeprefix(start).encode() if line.startswith(start) else None
    )


def _numbered(line: str) -> tuple[str, Record] | None:
    """The same for a line as Reader and TinyDB write it, in a third of the time; else None."""
    key, _, rest = line.partition('":')
    if not (key[1:].isdecimal() and key.isascii() and key[0] == '"' and rest[:1] == "{"):
        return None
    try:
        fields, end = _DECODER.raw_decode(rest)
    except ValueError:
        return None
    return (key[1:], Record(fields, rest[:end].encode())) if rest[end:] in ("", ",") else None


def only_item(line: str) -> tuple[str, dict[str, Any]]:
    """The one `"key":{…}` on a line. Raises ValueError when that is not what it is."""
    [(key, value)] = json.loads("{" + line.removesuffix(",") + "}").items()
    if not isinstance(value, dict):
        raise ValueError("not a document")
    return key, value


def _encoded_table(name: str, table: dict[str, Record]) -> bytes:
    if not table:
        return _encoded(name) + b":{}"
    lines = b",\n".join([b"%b:%b" % (_key(key), record.line) for key, record in table.items()])
    return b"%b:{\n%b\n}" % (_encoded(name), lines)


def _key(key: str) -> bytes:
    return b'"%b"' % key.encode() if key.isdecimal() and key.isascii() else _encoded(key)


def _encoded(value: object) -> bytes:
    try:
        return _ENCODE(value).encode()
    except UnicodeEncodeError:  # a lone surrogate, in a field that is not ours
        return _ENCODE_ASCII(value).encode()


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
