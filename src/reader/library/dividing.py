"""How an article is divided, by the reader's word: blocks put back, set aside, made the title."""

from collections.abc import Callable
from threading import RLock

from reader.library.changes import Changes
from reader.library.corrections import correct, entitle
from reader.library.mirror import reindex
from reader.library.references import known
from reader.model import Article, Block, NothingFound, ReaderState, Role
from reader.store import Store


class Dividing:
    """The part of `Library` that says what of an article is read, and as what."""

    _store: Store
    _changes: Changes
    _lock: RLock

    def keep_block(self, id: str, block: Block, kept: bool) -> Article:
        """Put a block back, or set it aside; answers the article as it is then."""
        label = "put back" if kept else "set aside"
        return self._divide(label, id, lambda old: correct(old, block, kept))

    def set_title(self, id: str, block: Block) -> Article:
        """Make a block's words the title, and set aside what was; answers the article then.

        Raises NothingFound for a block without words.
        """
        with self._lock:
            article = self._store.index.article(id)
            words = block.text(article.source_text)
            if not words:
                raise NothingFound("there are no words for a title there", id)
            if block.role is Role.TITLE and block.kept and article.title == " ".join(words.split()):
                return article
            return self._divide("title", id, lambda old: entitle(old, block))

    def _divide(self, label: str, id: str, alter: Callable[[ReaderState], ReaderState]) -> Article:
        with self._lock:
            self._changes.states(label, known(self._store.index, [id]), alter)
            return reindex(self._store, self._store.index.article(id))
