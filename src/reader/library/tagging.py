"""Tags as they are kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.model import ReaderState
from reader.text.canonical import canonical_line


def tidy(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, without the `#`, each once, in order."""
    cleaned = (canonical_line(tag).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def with_tags(state: ReaderState, add: Sequence[str], remove: Iterable[str]) -> ReaderState:
    """The state with tags added at the end and others removed."""
    gone = set(remove)
    tags = dict.fromkeys((*state.tags, *add))
    return replace(state, tags=tuple(tag for tag in tags if tag not in gone))


def imported_with(tags: Sequence[str]) -> Callable[[ReaderState], ReaderState]:
    """What an import does to a state: tags put on, and out of the bin if it was in there."""
    return lambda state: replace(with_tags(state, tags, ()), deleted=False)


def retagged(tags: Sequence[str], was: str, now: str) -> tuple[str, ...]:
    """Tags with one called otherwise, none twice."""
    return tuple(dict.fromkeys(now if tag == was else tag for tag in tags))
