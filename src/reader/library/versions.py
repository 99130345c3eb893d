"""A newer text of a known address: the old one is kept, what was said of it goes with the new."""

import re
from dataclasses import replace

from reader.library.annotating import anchored, described_at
from reader.library.changes import Changes
from reader.model import UNSEEN, Annotation, Article
from reader.store import Store
from reader.text.anchoring import describe, hash_of, match

ALIKE = 0.3
"""The least share of runs of four words two texts have in common that are versions of one."""

_RUN = 4
_WORD = re.compile(r"\w+")
_AT_READING = 60  # code points by which the place where reading stopped is found again


def earlier(store: Store, article: Article) -> Article | None:
    """The article of the library this one is a newer text of, if any: at one address, and alike.

    Sites that give all their pages one address are why being at it is not enough.
    """
    for id in reversed(store.index.same_page(article)):
        known = store.index.article(id)
        if known.source.sha256 != article.source.sha256 and alike(known, article):
            return known
    return None


def same_words(one: Article, other: Article) -> bool:
    """Whether two versions read the same."""
    return _read(one) == _read(other) and one.title == other.title


def renew(store: Store, changes: Changes, old: Article, new: Article) -> None:
    """Put a newer version in the place of an old one, in one change.

    Tags, status, follow-up, star and note come along; so do highlights, described anew where their
    words stand as they did, else as they were. Corrections of blocks are about the old text.
    """
    said = store.notes.state(old.id)
    place = _position(old, new, said.position)
    states = {
        old.id: (said, replace(said, newer=new.id)),
        new.id: (store.notes.state(new.id), replace(said, position=place, blocks=(), newer=None)),
    }
    moved = {one.id: (one, _moved(one, new)) for one in store.notes.annotations(old.id)}
    changes.together("newer version", states, moved)


def _moved(annotation: Annotation, new: Article) -> Annotation:
    moved = replace(annotation, article=new.id)
    found = anchored(new.source_text, moved)
    if found.span is None or found.approximate:
        return moved
    return described_at(new.source_text, moved, *found.span)


def _position(old: Article, new: Article, position: int) -> int:
    """Where reading stopped, in the new text; its beginning where that is gone."""
    end = min(len(old.source_text), position + _AT_READING)
    if not 0 < position < end:
        return 0
    quote, place = describe(old.source_text, position, end)
    found = match(new.source_text, quote, place, source_hash=hash_of(old.source_text))
    return found.start if found else 0


def alike(one: Article, other: Article) -> bool:
    """Whether two texts are one article: by one title, or by the words they share."""
    if one.title.casefold() == other.title.casefold():
        return True
    mine, theirs = _runs(_read(one)), _runs(_read(other))
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False)
    return set(runs) or {tuple(words)}


def _read(article: Article) -> str:
    return " ".join(article.kept_text.replace(UNSEEN, "").split())
