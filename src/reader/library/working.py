"""Cleaning and recognition, in processes of their own where there is much to do.

One after the other in this process they would take one core, and from the app's screen the time
it needs to answer keys.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import NoReturn, TypeVar

from reader.library.collecting import collect_less
from reader.library.extracting import articles_from, explained, recognised_in
from reader.library.rules import ruled
from reader.model import Article, ConversionError, Recognised, SiteRule, Source

Prepared = tuple[tuple[Article, Recognised], ...]
"""Articles as cleaning divides them, each with what is recognised in what rules leave of it."""

Todo = TypeVar("Todo")
Begun = TypeVar("Begun")
Result = TypeVar("Result")

MANY = 12
"""Pieces of work from which on processes of their own are worth half a second to start them."""

_MOST = 8
_NICE = 5
_AHEAD, _AHEAD_LIGHT = 2, 16
"""Pieces begun per process beyond the one that is waited for, so that none stands idle while what
comes of them is saved: more of those that are light together."""
_ROOM = 4_000_000
"""Code points of text that are light together."""


def prepare(source: Source, text: str, rules: tuple[SiteRule, ...]) -> Prepared:
    """Clean a decoded source and recognise what is in it. Raises ConversionError."""
    with explained(named(source)):
        articles = articles_from(source, text)
        return tuple((one, recognised_in(ruled(one, rules))) for one in articles)


def named(source: Source) -> str:
    """What a source is called where something is wrong with it."""
    return source.url or source.path or "pasted text"


def processes_for(pieces: int) -> int:
    """How many processes so many pieces of work are worth; 0 for none but this one."""
    return min(_MOST, os.cpu_count() or 1) if pieces >= MANY else 0


class Workers:
    """Does pieces of work beside this process or, with no `processes`, when they are asked for.

    Pieces and what comes of them are pickled on the way.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._weight = 0

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(
        self, call: Callable[[], Result], subject: str, weight: int = _ROOM
    ) -> Callable[[], Result]:
        """Begin with a call; gives what waits for its answer, and raises what it raises.

        The weight is how much text is sent for it, in code points.

        Raises ConversionError, with the subject, where the call ends the process it is made in.
        """
        if not self._processes:
            return call
        try:
            self._pool = self._pool or _pool(self._processes)
            future = self._pool.submit(call)
        except (BrokenProcessPool, OSError):  # no more processes to be had
            self._pool, self._processes = None, 0
            return call
        self._weight += weight
        return partial(self._answer, future, call, subject, weight)

    def ahead(self, todo: Iterable[Todo], begin: Callable[[Todo], Begun]) -> Iterator[Begun]:
        """Begin with one after the other, some ahead of those whose turn it is."""
        begun: deque[Begun] = deque()
        for one in todo:
            begun.append(begin(one))
            ahead = _AHEAD if self._weight > _ROOM else _AHEAD_LIGHT
            while len(begun) > self._processes * ahead:
                yield begun.popleft()
        yield from begun

    def _answer(
        self, future: "Future[Result]", call: Callable[[], Result], subject: str, weight: int
    ) -> Result:
        self._weight -= weight
        try:
            return future.result()
        except BrokenProcessPool:
            self._pool = None
        return _alone(call, subject)


def raised(error: Exception) -> NoReturn:
    """Say when its turn comes what went wrong before."""
    raise error


def _alone(call: Callable[[], Result], subject: str) -> Result:
    """Try once more, by itself: it was this call or another that a process died of."""
    with _pool(1) as pool:
        try:
            return pool.submit(call).result()
        except BrokenProcessPool as error:
            raise ConversionError("the process that worked on it was ended", subject) from error


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_settle)


def _settle() -> None:
    """Give way to whoever reads, leave Ctrl+C to the parent, and end when that does."""
    collect_less()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
