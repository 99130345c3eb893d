"""Two versions of an article → what changed, paragraph by paragraph, word by word."""

from collections.abc import Iterator, Sequence

from reader.model import Article, Kind
from reader.text.comparing.pairing import Pairs, pair
from reader.text.comparing.values import Change, Edit, Segment
from reader.text.comparing.words import word_changes

_PREFORMATTED = frozenset({Kind.CODE, Kind.TABLE})


def paragraphs(article: Article) -> tuple[str, ...]:
    """The kept blocks of an article as `compare` wants them: the words alone.

    White space is folded but in code and tables: how a page is indented is no change of its text.
    """
    texts = (
        text if block.kind in _PREFORMATTED else " ".join(text.split())
        for block in article.kept
        for text in [article.text_of(block)]
    )
    return tuple(filter(None, texts))


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """What became of every paragraph, in the new order; those removed stand where they stood.

    Paragraphs are equal to the last character or else changed, and none is lost. Work is bounded:
    beyond the bounds of `likeness` and `matching` a changed paragraph counts as removed and added.
    """
    was, now = tuple(old), tuple(new)
    return tuple(_laid_out(was, now, pair(was, now)))


def _laid_out(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Iterator[Change]:
    came = {now: was for was, now in pairs.moved}
    went = set(came.values())
    was = now = 0
    for a, b in [*pairs.in_order, (len(old), len(new))]:
        for i in range(was, a):
            if i not in went:
                yield Change(Edit.REMOVED, (Segment(Edit.REMOVED, old[i]),), i)
        for j in range(now, b):
            if j in came:
                yield Change(Edit.MOVED, _segments(old[came[j]], new[j]), came[j], j)
            else:
                yield Change(Edit.ADDED, (Segment(Edit.ADDED, new[j]),), None, j)
        if a < len(old):
            edit = Edit.KEPT if old[a] == new[b] else Edit.CHANGED
            yield Change(edit, _segments(old[a], new[b]), a, b)
        was, now = a + 1, b + 1


def _segments(old: str, new: str) -> tuple[Segment, ...]:
    return (Segment(Edit.KEPT, new),) if old == new else word_changes(old, new)
