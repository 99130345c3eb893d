"""Data tables and layout tables (Readability.js, _markDataTables)."""

from reader.text.cleaning.html.dom import Element

_DATA = ("col", "colgroup", "tfoot", "thead", "th")
_ROWS, _COLUMNS, _CELLS = 10, 4, 10


def is_data(table: Element) -> bool:
    """Whether a table holds data; if not, it lays out the page."""
    if table.get("role") == "presentation" or table.get("datatable") == "0":
        return False
    if table.get("summary") or next(table.iterdescendants(*_DATA), None) is not None:
        return True
    caption = next(table.iterdescendants("caption"), None)
    if caption is not None and (caption.text or len(caption)):
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows, columns = _size(table)
    if columns == 1 or rows == 1:
        return False
    return rows >= _ROWS or columns > _COLUMNS or rows * columns > _CELLS


def _size(table: Element) -> tuple[int, int]:
    rows = columns = 0
    for row in table.iterdescendants("tr"):
        rows += _number(row.get("rowspan"))
        columns = max(columns, sum(_number(cell.get("colspan")) for cell in row.iterchildren("td")))
    return rows, columns


def _number(value: str | None) -> int:
    digits = (value or "").strip()[:4]
    return int(digits) or 1 if digits.isascii() and digits.isdigit() else 1
