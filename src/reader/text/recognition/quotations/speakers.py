"""Whom the words beside a quotation mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reader.model import EntityType, Mention, Quotation
from reader.text.recognition.quotations.frames import Frame, frame_of
from reader.text.recognition.quotations.passages import Passage

_SPEAKERS = (EntityType.PERSON, EntityType.ORGANIZATION)
_LEAST_WORDS = 5  # without anybody who says them, fewer are a name or a manner of speaking
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_REACH_BACK = 2_000  # code points among which the one person named is looked for
_BETWEEN = 60  # code points that a title or an office may take between "said" and the name


def attributed(
    text: str, passages: list[Passage], mentions: tuple[Mention, ...]
) -> tuple[Quotation, ...]:
    """Give the passages that are quotations their speakers."""
    found = list(_Attribution(text, mentions).of(passages))
    for at in range(len(found) - 1, 0, -1):
        (passage, quotation), after = found[at - 1], found[at][1]
        if not passage.closed and quotation.speaker is None:  # it goes on in the next paragraph
            found[at - 1] = passage, replace(quotation, speaker=after.speaker)
    return tuple(quotation for _, quotation in found)


class _Attribution:
    """One text: who was named where, and who spoke last."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self._text = text
        self._named = [one for one in mentions if one.type in _SPEAKERS]
        self._starts = [one.start for one in self._named]
        self._last: tuple[Passage, str | None] | None = None

    def of(self, passages: list[Passage]) -> Iterator[tuple[Passage, Quotation]]:
        """The passages that are quotations, in order."""
        for passage in passages:
            frame = frame_of(self._text, passage)
            speaker = self._framed(passage, frame) if frame else self._going_on(passage)
            if frame or speaker or self._is_long(passage):
                start, end = _trimmed(self._text, passage)
                yield passage, Quotation(start, end, self._text[start:end], speaker)
                self._last = (passage, speaker)

    def _is_long(self, passage: Passage) -> bool:
        return len(self._text[passage.start : passage.end].split()) >= _LEAST_WORDS

    def _framed(self, passage: Passage, frame: Frame) -> str | None:
        """The name beside the verb; for "he said" whoever spoke before, or was named alone."""
        named = self._within(frame.start, frame.end)
        behind = [one for one in named if 0 <= one.start - frame.until <= _BETWEEN]
        ahead = [one for one in named if one.end <= frame.cue]
        according = self._text[frame.cue : frame.until].lower().startswith("according")
        if ahead and not according:
            return self._person_of(ahead).name
        if behind and (frame.after or according) and not self._is_object(frame):
            return self._person_of(behind, first=True).name
        if _PRONOUN.search(self._text, frame.start, frame.end):
            return self._spoke_before(passage)
        return None

    def _is_object(self, frame: Frame) -> bool:
        """ "told Reuters": who is named after the verb listens."""
        return self._text[frame.cue : frame.until].lower() in ("told", "tells", "asked", "asks")

    def _person_of(self, named: list[Mention], *, first: bool = False) -> Mention:
        """The person among those beside the verb: "Thielen, head of 10x Research, said"."""
        people = [one for one in named if one.type == EntityType.PERSON] or named
        return people[0 if first or (len(people) > 1 and named is people) else -1]

    def _within(self, start: int, end: int) -> list[Mention]:
        found = []
        for at in range(bisect_left(self._starts, start), len(self._named)):
            if self._starts[at] >= end:
                break
            found.append(self._named[at])
        return found

    def _spoke_before(self, passage: Passage) -> str | None:
        """Whoever spoke last, a paragraph away at most; else the one person named in between."""
        if self._last and self._last[1] and self._is_near(self._last[0], passage):
            return self._last[1]
        since = self._text.rfind("\n", 0, max(0, passage.paragraph - 1)) + 1
        since = max(since, passage.start - _REACH_BACK)
        people = {
            one.name for one in self._within(since, passage.start) if one.type == EntityType.PERSON
        }
        return people.pop() if len(people) == 1 else None

    def _is_near(self, one: Passage, other: Passage) -> bool:
        between = self._text[one.until : other.paragraph]
        return one.paragraph == other.paragraph or not between.strip()

    def _going_on(self, passage: Passage) -> str | None:
        """Who spoke a sentence before, or in a quotation that its paragraph did not close."""
        if self._last is None:
            return None
        last, speaker = self._last
        if last.paragraph == passage.paragraph:
            between = self._text[last.after : passage.before]
            return speaker if between.count(".") <= 1 and self._is_long(passage) else None
        return speaker if not last.closed and self._is_near(last, passage) else None


def _trimmed(text: str, passage: Passage) -> tuple[int, int]:
    start, end = passage.start, passage.end
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
