"""Undo and redo: each change is remembered as what stood before and what stood after."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model import Annotation, ReaderState, Rule

_DEPTH = 500
"""How many changes are remembered; more than anyone undoes, and a few kilobytes each."""


@dataclass(frozen=True, slots=True)
class Change:
    """Records before and after one act of the reader; an annotation or a rule not there is None."""

    label: str
    states: Mapping[str, tuple[ReaderState, ReaderState]] = field(default_factory=dict)
    annotations: Mapping[str, tuple[Annotation | None, Annotation | None]] = field(
        default_factory=dict
    )
    rules: Mapping[str, tuple[Rule | None, Rule | None]] = field(default_factory=dict)

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return Change(
            self.label,
            {key: (after, before) for key, (before, after) in self.states.items()},
            {key: (after, before) for key, (before, after) in self.annotations.items()},
            {key: (after, before) for key, (before, after) in self.rules.items()},
        )

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles it touches."""
        touched = (one for pair in self.annotations.values() for one in pair if one)
        return frozenset(self.states) | {annotation.article for annotation in touched}


class History:
    """What can be undone and redone, newest last."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def record(self, change: Change) -> None:
        """Remember a change; what was undone before it can no longer be redone."""
        self._done.append(change)
        del self._done[:-_DEPTH]
        self._undone.clear()

    def last(self) -> Change | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    def next(self) -> Change | None:
        """The change that redo would make again."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """Say that the last change was taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """Say that the next change was made again."""
        self._done.append(self._undone.pop())
