"""What people call an article → its id."""

from reader.model import AmbiguousReference, UnknownArticle
from reader.store import Index
from reader.text.canonical import canonical_line

_SHOWN = 5


def resolve(index: Index, reference: str) -> str:
    """The one article called that. Raises UnknownArticle and AmbiguousReference."""
    reference = canonical_line(reference)
    found = index.find(reference)
    if not found:
        raise UnknownArticle("no such article; `reader list` shows them with their ids", reference)
    if len(found) > 1:
        shown = ", ".join(found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
        raise AmbiguousReference(f"{len(found)} articles answer to it: {shown}", reference)
    return found[0]
