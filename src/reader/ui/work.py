"""The one way from the screen to the library: no key press waits for the disk.

Changes run one after the other, in the order the keys were pressed. Reads run beside them and
whoever asked drops what comes too late. Results come back on the screen's own thread; nothing
here touches a widget from another one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from functools import partial
from threading import Event
from typing import TypeVar

from textual.dom import DOMNode
from textual.message import Message

from reader.model import NotSaved, ReaderError

Result = TypeVar("Result")


class Saving(Enum):
    """What the status line says of the reader's words."""

    PENDING = "saving…"
    SAVED = "saved"
    FAILED = "not saved"


class Work:
    """Runs the library's calls for one screen and says how they went."""

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
        future = self._changes.submit(call)
        finish = partial(self._finish, future, then, failed, quiet)
        begin(self._screen, finish, "changes")

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
        self._changes.shutdown(wait=True)

    async def _finish(
        self,
        future: Future[Result],
        then: Callable[[Result], object] | None,
        failed: Callable[[str], object] | None,
        quiet: bool,
    ) -> None:
        try:
            result = await asyncio.wrap_future(future)
        except Exception as error:  # whatever went wrong, the app and the words on it must stay
            self._complain(error, failed)
            return
        if then is not None:
            then(result)
        if not quiet:
            self._screen.post_message(self.Progressed(Saving.SAVED))
            self._screen.post_message(self.Changed())

    def _complain(self, error: Exception, failed: Callable[[str], object] | None) -> None:
        words = in_words(error)
        self._screen.post_message(self.Progressed(Saving.FAILED))
        if isinstance(error, NotSaved):  # held in memory all the same, so it is to be seen
            self._screen.post_message(self.Changed())
        if failed is not None:
            failed(words)
        self._screen.app.notify(words, title="Not saved", severity="error", markup=False)


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
