"""Data tables and layout tables (Readability.js, _markDataTables)."""

from reader.text.cleaning.html.dom import Element

_DATA = ("col", "colgroup", "tfoot", "thead", "th", "caption")
_ROWS, _COLUMNS, _CELLS = 10, 4, 10


class Tables:
    """Tells the tables of a page apart; reading them is linear, however they are nested."""

    def __init__(self, root: Element) -> None:
        self._with_data = _around(root, *_DATA)
        self._with_tables = _around(root, "table")

    def is_data(self, table: Element) -> bool:
        """Whether a table holds data; if not, it lays out the page."""
        if table.get("role") == "presentation" or table.get("datatable") == "0":
            return False
        if table.get("summary") or table in self._with_data:
            return True
        if table in self._with_tables:
            return False
        rows, columns = _size(table)
        if columns == 1 or rows == 1:
            return False
        return rows >= _ROWS or columns > _COLUMNS or rows * columns > _CELLS


def _around(root: Element, *tags: str) -> set[Element]:
    """The elements that hold one of those tags."""
    found: set[Element] = set()
    for element in root.iter(*tags):
        around = element.getparent()
        if element.tag == "caption" and not (element.text or len(element)):
            continue
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return found


def _size(table: Element) -> tuple[int, int]:
    rows = columns = 0
    for row in table.iterdescendants("tr"):
        rows += _number(row.get("rowspan"))
        columns = max(columns, sum(_number(cell.get("colspan")) for cell in row.iterchildren("td")))
    return rows, columns


def _number(value: str | None) -> int:
    digits = (value or "").strip()[:4]
    return int(digits) or 1 if digits.isascii() and digits.isdigit() else 1
