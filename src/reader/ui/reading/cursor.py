"""The sentence cursor and the selection by word: where the reader is, what is marked out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reader.ui.reading.motions import Motions, Reach, Unit


@dataclass(frozen=True, slots=True)
class Selection:
    """From one word to another, either way round: the `anchor` stays, the `head` moves."""

    anchor: Reach
    head: Reach

    @property
    def span(self) -> Reach:
        """All that is selected, `[start, end)`."""
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])


class Cursor:
    """A place in a document, and perhaps a selection. Offsets are code points.

    Moving drops the selection; extending makes one, or changes it.
    """

    def __init__(self, motions: Motions, offset: int = 0) -> None:
        self.motions = motions
        self.selection: Selection | None = None
        self.offset = 0
        self.put(offset)

    @property
    def sentence(self) -> Reach | None:
        """The sentence under the cursor, `[start, end)`, tight."""
        return self.motions.at(Unit.SENTENCE, self.offset)

    @property
    def span(self) -> Reach | None:
        """The selection, or else the sentence under the cursor."""
        return self.selection.span if self.selection else self.sentence

    @property
    def focus(self) -> Reach | None:
        """What should be on the screen: the end of the selection that moves, or the sentence."""
        return self.selection.head if self.selection else self.sentence

    def put(self, offset: int) -> None:
        """Put the cursor on the word at an offset."""
        word = self.motions.at(Unit.WORD, offset)
        self.selection = None
        self.offset = word[0] if word else 0

    def move(self, unit: Unit, by: int) -> None:
        """Move to the start of the next unit (`by` 1) or the one before (-1).

        Back by paragraph goes to the start of this one first.
        """
        target = self.motions.step(unit, self.offset, by)
        here = self.motions.at(unit, self.offset)
        sentence = self.sentence
        if unit is Unit.PARAGRAPH and by < 0 and here and sentence and here[0] < sentence[0]:
            target = here
        self.selection = None
        if target:
            self.offset = target[0]
        elif unit is not Unit.WORD and sentence:
            self.offset = sentence[0]

    def select(self, start: int, end: int) -> None:
        """Select exactly `[start, end)`."""
        self.selection = Selection((start, end), (start, end))
        self.offset = start

    def start_selection(self) -> None:
        """Select the word under the cursor, unless something is selected."""
        word = self.motions.at(Unit.WORD, self.offset)
        if self.selection is None and word:
            self.selection = Selection(word, word)

    def extend(self, unit: Unit, by: int) -> None:
        """Move the head of the selection, by whole words or to the end (start) of a larger unit."""
        if self.selection is None:
            self.start_selection()
            if unit is Unit.WORD:
                return
        if self.selection is None:
            return
        head = self.selection.head
        target = self._word_from(head, by) if unit is Unit.WORD else self._end_from(unit, head, by)
        self._set_head(target or head)

    def extend_to(self, reach: Reach) -> None:
        """Move the head of the selection to a word."""
        self.start_selection()
        self._set_head(reach)

    def swap(self) -> None:
        """Make the other end of the selection the one that moves."""
        if self.selection:
            self.selection = Selection(self.selection.head, self.selection.anchor)
            self.offset = self.selection.head[0]

    def clear(self) -> None:
        """Drop the selection; the cursor stays on its first word."""
        if self.selection:
            self.put(self.selection.span[0])

    def follow(self, first: int, last: int) -> bool:
        """Come onto the screen, which shows `[first, last)`; whether the cursor had to move.

        To the first sentence that starts there when the cursor was above, the last when below.
        """
        here = self.span
        if here is None or (here[0] < last and here[1] > first):
            return False
        above = here[0] < first
        target = self.motions.at(Unit.SENTENCE, first if above else max(first, last - 1))
        if above and target and target[0] < first:
            following = self.motions.step(Unit.SENTENCE, first, 1)
            target = following if following and following[0] < last else target
        self.selection = None
        self.offset = target[0] if target else 0
        return True

    def _word_from(self, head: Reach, by: int) -> Reach | None:
        return self.motions.step(Unit.WORD, head[1] - 1 if by > 0 else head[0], by)

    def _end_from(self, unit: Unit, head: Reach, by: int) -> Reach | None:
        """The last (first) word of the unit, with the punctuation at its end (start)."""
        at = head[1] - 1 if by > 0 else head[0]
        unit_here = self.motions.at(unit, at)
        if unit_here and (head[1] >= unit_here[1] if by > 0 else head[0] <= unit_here[0]):
            unit_here = self.motions.step(unit, at, by)
        if unit_here is None:
            return None
        start, end = unit_here
        word = self.motions.at(Unit.WORD, end - 1 if by > 0 else start) or unit_here
        return (max(start, word[0]), end) if by > 0 else (start, min(end, word[1]))

    def _set_head(self, head: Reach) -> None:
        if self.selection:
            self.selection = Selection(self.selection.anchor, head)
            self.offset = head[0]
