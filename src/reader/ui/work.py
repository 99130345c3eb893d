"""The one way from the screen to the library: no key press waits for the disk.

Changes run one after the other, in the order the keys were pressed. Reads run beside them and
whoever asked drops what comes too late. Results come back on the screen's own thread; nothing
here touches a widget from another one.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from functools import partial
from threading import Event
from typing import Any, NamedTuple, TypeVar

from textual.dom import DOMNode
from textual.message import Message
from textual.timer import Timer

from reader.model import LibraryBusy, NotSaved, ReaderError

Result = TypeVar("Result")

AGAIN = 5.0
"""Seconds after which what could not be saved is tried again."""

_FOR_NOW = (NotSaved, LibraryBusy)


class Saving(Enum):
    """What the status line says of the reader's words."""

    PENDING = "saving…"
    SAVED = "saved"
    FAILED = "not saved"


class _Change(NamedTuple):
    """A change asked for, and what is to follow on the screen's thread."""

    call: Callable[[], Any]
    then: Callable[[Any], object] | None
    failed: Callable[[str], object] | None
    quiet: bool

    @property
    def waits(self) -> bool:
        """Whether it is tried again when it could not be saved: what a dialog holds is not."""
        return self.failed is None and not self.quiet


class _Done(NamedTuple):
    """What came of a change; `again` if it was only tried again."""

    change: _Change
    result: Any
    error: Exception | None
    again: bool = False


class Work:
    """Runs the library's calls for one screen and says how they went.

    What could not be saved for want of room or because another Reader was busy is tried again
    before anything else is saved, and by itself, until it is.
    """

    class Progressed(Message):
        """The reader's words are being saved, are saved, or could not be."""

        def __init__(self, saving: Saving) -> None:
            super().__init__()
            self.saving = saving

    class Changed(Message):
        """The library holds something new: whatever shows it should look again."""

    def __init__(self, screen: DOMNode) -> None:
        self._screen = screen
        self._changes = ThreadPoolExecutor(1, thread_name_prefix="reader-changes")
        self._closed = Event()
        self._unsaved: deque[_Change] = deque()
        self._timer: Timer | None = None
        self._reads = ThreadPoolExecutor(2, thread_name_prefix="reader-reads")

    def change(
        self,
        call: Callable[[], Result],
        then: Callable[[Result], object] | None = None,
        failed: Callable[[str], object] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Queue a change at once; `then(result)` or `failed(words)` follows on the screen's thread.

        A quiet change (the reading position) is not announced and makes nothing look again.
        """
        if not quiet:
            self._screen.post_message(self.Progressed(Saving.PENDING))
        self._begin(_Change(call, then, failed, quiet))

    @property
    def unsaved(self) -> int:
        """How many changes wait for room, or for another Reader."""
        return len(self._unsaved)

    def try_again(self) -> None:
        """Try to save what could not be saved, in the order it was asked for."""
        if self._unsaved:
            self._begin(None)

    def _begin(self, change: _Change | None) -> None:
        future = self._changes.submit(self._save, change)
        begin(self._screen, partial(self._finish, future), "changes")

    def _save(self, change: _Change | None) -> list[_Done]:
        """Save what waits, then this, on the thread of changes; what came of each."""
        done: list[_Done] = []
        while self._unsaved:
            tried = _tried(self._unsaved[0])
            if isinstance(tried.error, _FOR_NOW):
                if change is not None and change.waits:
                    self._unsaved.append(change)
                return [*done, tried._replace(again=change is None, change=change or tried.change)]
            done.append(tried)
            self._unsaved.popleft()
        if change is not None:
            tried = _tried(change)
            if isinstance(tried.error, _FOR_NOW) and change.waits:
                self._unsaved.append(change)
            done.append(tried)
        return done

    async def read(self, call: Callable[[], Result]) -> Result:
        """Give what a call returns or raises, without holding up the screen."""
        return await asyncio.get_running_loop().run_in_executor(self._reads, call)

    async def look(self, call: Callable[[], Result]) -> Result | None:
        """Read for the screen: what goes wrong is told to the reader, and gives None."""
        try:
            return await self.read(call)
        except ReaderError as error:
            self._screen.app.notify(in_words(error), severity="error", markup=False)
            return None

    async def aside(self, call: Callable[[Callable[[], bool]], Result]) -> Result | None:
        """Look like `look`, in a thread of its own, for what takes long and nobody waits for.

        The call is given what says whether it is to stop: when the app is left.
        """
        with ThreadPoolExecutor(1, thread_name_prefix="reader-aside") as thread:
            loop = asyncio.get_running_loop()
            try:
                return await loop.run_in_executor(thread, call, self._closed.is_set)
            except ReaderError as error:
                self._screen.app.notify(in_words(error), severity="error", markup=False)
                return None

    def close(self) -> None:
        """Wait until every change has reached the library; drop the reads nobody waits for."""
        self._closed.set()
        self._reads.shutdown(wait=False, cancel_futures=True)
        if self._unsaved:
            self._changes.submit(self._save, None)
        self._changes.shutdown(wait=True)

    async def _finish(self, future: Future[list[_Done]]) -> None:
        done = await asyncio.wrap_future(future)
        self._keep_trying()
        for change, result, error, again in done:
            if error is not None:  # whatever went wrong, the app and the words on it must stay
                self._complain(error, change, again)
                continue
            if change.then is not None:
                change.then(result)
            if not change.quiet:
                self._screen.post_message(self.Progressed(Saving.SAVED))
                self._screen.post_message(self.Changed())

    def _keep_trying(self) -> None:
        """Try again by itself while something waits to be saved."""
        if self._unsaved and self._timer is None:
            self._timer = self._screen.set_interval(AGAIN, self.try_again)
        elif not self._unsaved and self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _complain(self, error: Exception, change: _Change, again: bool) -> None:
        words = in_words(error)
        self._screen.post_message(self.Progressed(Saving.FAILED))
        if again:  # it was said the first time
            return
        if isinstance(error, NotSaved):  # held in memory all the same, so it is to be seen
            self._screen.post_message(self.Changed())
        if change.failed is not None:
            change.failed(words)
        elif isinstance(error, _FOR_NOW) and change.waits:
            words += " Reader keeps it and tries again until it is saved."
        self._screen.app.notify(words, title="Not saved", severity="error", markup=False)


def _tried(change: _Change) -> _Done:
    try:
        return _Done(change, change.call(), None)
    except Exception as error:
        return _Done(change, None, error)


def in_words(error: Exception) -> str:
    """Say what went wrong: Reader's own errors speak for themselves, others name their kind."""
    from reader.text.canonical import canonical

    if isinstance(error, ReaderError):
        return canonical(str(error))
    return canonical(f"{type(error).__name__}: {error}")


def begin(
    node: DOMNode, call: Callable[[], Awaitable[None]], group: str, *, latest: bool = False
) -> None:
    """Go on with something beside the screen's keys; of `latest`, only the last one begun goes on.

    A call, not a coroutine: what a closing screen no longer begins leaves nothing behind.
    """
    node.run_worker(call, group=group, exclusive=latest)
