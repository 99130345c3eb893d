"""Looks at articles again that another version of the recogniser looked at, beside all else."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from reader.library.extracting import explained, recognised_in
from reader.library.following import Guard
from reader.library.reports import Progress
from reader.library.working import Workers, processes_for
from reader.model import Article, ReaderError, Recognised
from reader.store import Store


def recognise_again(
    store: Store,
    guard: Guard,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    most: int | None = None,
) -> int:
    """Recognise what this version has not, in at most so many processes; how many there were.

    What was recognised before stays in the lists until then. What is interrupted goes on the next
    time. `guard` is held only while an answer is put into the index.
    """
    todo, done = store.index.not_recognised(), 0
    processes = processes_for(len(todo))
    with Workers(processes if most is None else min(most, processes)) as workers:

        def begin(id: str) -> Callable[[], bool]:
            try:
                article = store.index.article(id)
            except ReaderError:  # gone meanwhile
                return lambda: False
            answer = workers.begin(partial(_recognised, article), id)
            return lambda: _kept(store, article, answer(), guard)

        for end in workers.ahead(todo, begin):
            if cancelled():
                break
            with suppress(ReaderError):
                done += end()
            progress(Progress(done, len(todo), ""))
    return done


def _recognised(article: Article) -> Recognised:
    with explained(article.id):
        return recognised_in(article)


def _kept(store: Store, article: Article, found: Recognised, guard: Guard) -> bool:
    with guard():
        if store.index.article(article.id) != article:
            return False  # divided otherwise meanwhile, and recognised with that
        store.index.set_recognised(article, found)
        return True
