"""Keys one at a time: each has done its work before the next one is looked at.

Textual hands a key to whatever has the focus when it arrives, but acts on it only later. Keys that
arrive together (over a slow line, from a macro) would all go to the place the first one leaves:
of `t` and a tag's letters, the letters would be commands. Here the rest wait until the first has
moved the focus, opened its dialog or shown its article.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from reader.ui.work import begin

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

ROUNDS = 3
"""A key, the message it makes, and the message that one makes, each from the focus up."""

PATIENCE = 5.0
"""Seconds after which the next key is taken although what the one before began is not ready.

Only an article or a dialog that has to be fetched is given up on. The way of a key through the
widgets is always waited for: on a busy machine too, no letter may land in another place.
"""

LOOK_AGAIN = 0.005
"""Seconds between two looks whether a dialog or an article is ready, or a widget is gone."""


class InOrder:
    """Takes keys and pastes as they come and delivers them one by one.

    `deliver` is Textual's own way with an event; `settled` says whether what a key began, such as
    a dialog, is ready for the next.
    """

    def __init__(
        self,
        app: App[None],
        deliver: Callable[[Key | Paste], Awaitable[None]],
        settled: Callable[[], bool],
    ) -> None:
        self._app = app
        self._deliver = deliver
        self._settled = settled
        self._waiting: deque[Key | Paste] = deque()
        self._delivering = False

    def take(self, event: Key | Paste) -> None:
        """Put an event behind those that came before it."""
        self._waiting.append(event)
        if not self._delivering:
            self._delivering = True
            begin(self._app, self._deliver_all, "keys")

    async def _deliver_all(self) -> None:
        try:
            while self._waiting:
                await self._deliver(self._waiting.popleft())
                await self._wait()
        finally:
            self._delivering = False

    async def _wait(self) -> None:
        for _ in range(ROUNDS):
            await self._pass_through()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not self._settled():
                    await asyncio.sleep(LOOK_AGAIN)

    async def _pass_through(self) -> None:
        """Wait until every queue on the way of a key has come to where it is now."""
        start: MessagePump = self._app.focused or self._app.screen
        for node in (start, *_above(start)):
            passed = asyncio.Event()
            if node.call_later(passed.set):
                while not passed.is_set() and node.is_running:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(passed.wait(), LOOK_AGAIN)


def _above(node: MessagePump) -> list[MessagePump]:
    parents = []
    while (parent := node._parent) is not None:
        parents.append(parent)
        node = parent
    return parents
