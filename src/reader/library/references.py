"""What people call an article → its id."""

from collections.abc import Iterable

from reader.model import AmbiguousReference, UnknownArticle
from reader.store import Index
from reader.text.canonical import canonical_line

_SHOWN = 5


def known(index: Index, ids: Iterable[str]) -> list[str]:
    """The ids, each of an article of the library. Raises UnknownArticle for one that is not."""
    wanted = list(dict.fromkeys(ids))
    found = {row.id for row in index.rows(wanted)}
    for one in wanted:
        if one not in found:
            raise UnknownArticle("no such article", canonical_line(one))
    return wanted


def resolve(index: Index, reference: str, *, binned: bool = False) -> str:
    """The one article called that, or in the bin. Raises UnknownArticle and AmbiguousReference."""
    reference = canonical_line(reference)
    found = index.find(reference, binned=binned)
    if not found:
        raise UnknownArticle("no such article; `reader list` shows them with their ids", reference)
    if len(found) > 1:
        shown = ", ".join(found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
        raise AmbiguousReference(f"{len(found)} articles answer to it: {shown}", reference)
    return found[0]
