"""Which table rows are data, and which only lay a page out."""

from reader.text.cleaning.html.dom import Element

_FLOW = frozenset(
    "article blockquote dl form h1 h2 h3 h4 h5 h6 header main nav ol pre section table ul".split()
)
_LONG_CELL = 400
_BLOCKS_A_CELL = 3


def data_cells(row: Element) -> list[Element]:
    """The cells of a row of data; none when the row lays out blocks of text.

    A cell with headings, lists, a table, several paragraphs or more than 400 code points is
    layout, and so is a row of one cell.
    """
    cells = [cell for cell in row.iterchildren("td", "th") if any(map(str.strip, cell.itertext()))]
    if len(cells) < 2 or any(map(_is_layout, cells)):
        return []
    return cells


def _is_layout(cell: Element) -> bool:
    blocks = length = 0
    for element in cell.iter():
        if element.tag in _FLOW:
            return True
        blocks += element.tag in {"p", "div"}
        length += len(element.text or "") * (element.tag not in {"script", "style"})
        length += len(element.tail or "") * (element is not cell)
        if blocks > _BLOCKS_A_CELL or length > _LONG_CELL:
            return True
    return False
