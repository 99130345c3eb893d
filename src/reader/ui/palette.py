"""Every command of the moment, for the palette."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode


class Commands(Provider):
    """The bindings that work where the reader is, by what they do. Only Reader's own words."""

    async def discover(self) -> Hits:
        """All of them."""
        for words, key, run in self._commands():
            yield DiscoveryHit(_named(words, key), run, text=words)

    async def search(self, query: str) -> Hits:
        """Those that fit."""
        matcher = self.matcher(query)
        for words, key, run in self._commands():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, _named(words, key), run, text=words)

    def _commands(self) -> Iterator[tuple[str, str, partial[Coroutine[None, None, bool]]]]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.description in seen or not _ours(active.node, binding):
                continue
            seen.add(binding.description)
            run = partial(self.app.run_action, binding.action, active.node)
            yield binding.description, self.app.get_key_display(binding), run


def _ours(node: DOMNode, binding: Binding) -> bool:
    """Whether a binding is one of Reader's own commands, not a way of moving about."""
    classes = [one for one in type(node).__mro__ if one.__module__.startswith("reader.")]
    own = (declared for one in classes for declared in vars(one).get("BINDINGS", ()))
    return not binding.system and any(declared.action == binding.action for declared in own)


def _named(words: str, key: str) -> Content:
    return Content.assemble(words, "  ", (key, "$foreground-muted"))
