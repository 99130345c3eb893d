"""Notes that were read before, taken up again without reading every document.

What is in a document is read when it is asked for. A command that tags one article of thousands
needs the others only as they stand.
"""

import re

from reader.store.notes.layout import Record, Tables, decode

_DOCUMENT = re.compile(
    r'^"(\d+)":(\{(?:"id":"([^"\\]*)",)?(?:"article":"([^"\\]*)")?(?!.*"(?:id|article)":).*\}),?$',
    re.MULTILINE | re.ASCII,
)
"""A line as Reader writes it: the key, the document, and its own id and its article's."""
_HEADING = re.compile(r'"([a-z_]+)":\{(\})?')


def known(data: bytes) -> Tables:
    """The tables of a file that was read before. Raises ValueError when it holds none.

    One that is not laid out as Reader does is read whole.
    """
    tables = _tables(data.decode())
    return decode(data) if tables is None else tables


def _tables(text: str) -> Tables | None:
    tables: Tables = {}
    end = len(text) - len("\n}\n")
    at = 0 if text.startswith("{\n") and text.endswith("\n}\n") else end
    while at != end:
        heading = _HEADING.match(text, at + 2)  # behind "{\n" or ",\n"
        if heading is None or text[at + 1] != "\n":
            return None
        table, at = ({}, heading.end()) if heading[2] else _table(text, heading.end())
        if table is None or at > end:
            return None
        tables[heading[1]] = table
    return tables or None


def _table(text: str, start: int) -> tuple[dict[str, Record] | None, int]:
    """The documents of a table and where it ends; None when not every line is a document."""
    end = text.find("\n}", start)  # lines of documents begin with a quote
    found = _DOCUMENT.findall(text[start:end])
    if len(found) != text.count("\n", start, end):
        return None, end
    return {key: Record(None, line, (id, article)) for key, line, id, article in found}, end + 2
