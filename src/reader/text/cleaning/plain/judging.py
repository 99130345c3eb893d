"""Roles for the segments of one article: what is kept, what is set aside and why."""

from dataclasses import dataclass

from reader.model import Kind, Role
from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.copies import Copies
from reader.text.cleaning.plain.header import Header
from reader.text.cleaning.segments import Segment, Verdict

_BODY = Verdict(Role.BODY, "part of the article")
_HEADING = Verdict(Role.BODY, "heading in the article", Kind.HEADING)
LINK = Verdict(Role.RELATED, "link to another article")
"""What follows “read more”: sure, other lists of links are not."""
_LINKS = Verdict(Role.RELATED, "list of links to other articles")
_REPEATED = Verdict(Role.OTHER, "stands several times on the page")
_BUTTONS = Verdict(Role.NAVIGATION, "buttons and fields of a page")
_WORDS_OF_NOTES = frozenset({"navigation", "related", "read_more", "comments", "author_bio"})
"""Words that head the parts of notes as well as the furniture of pages."""
_PICTURE = Verdict(Role.CAPTION_CREDIT, "picture caption, given twice")
_CAPTION_WORDS = range(8, 41)
_SHORT_RUN = 3
_HEADING_WORDS = 20


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything a rule may look at: the segments, what was seen of them, and where things are.

    `first` and `last` are the run of the body, `[first, last)`, in indices. `trusting` keeps
    whatever is not surely furniture: for text that somebody has already clipped.
    """

    segments: list[Segment]
    seen: list[Features]
    first: int
    last: int
    header: Header
    trusting: bool = False

    def verdicts(self) -> list[Verdict]:
        """One verdict a segment."""
        given = [self._one(at) for at in range(len(self.segments))]
        self._follow_leads(given)
        self._summary_points(given)
        self._lone_headings(given)
        copies = Copies(self.segments, self.seen, given, self.first, self.last)
        return copies.set_aside()

    def _one(self, at: int) -> Verdict:
        if at in self.header.verdicts:
            return self.header.verdicts[at]
        if self.first <= at < self.last:
            return self._inside(at)
        return self._outside(at)

    def _outside(self, at: int) -> Verdict:
        seen = self.seen[at]
        for family in seen.families:
            if not family.role.kept:
                return Verdict(family.role, family.reason)
        if seen.control:
            return _BUTTONS
        before = at < self.first
        if self._in_short_run(at):
            kind = "before" if before else "after"
            return Verdict(Role.NAVIGATION, f"short lines {kind} the article")
        if before:
            return Verdict(Role.OTHER, "before the beginning of the article")
        return Verdict(Role.OTHER, "after the end of the article")

    def _inside(self, at: int) -> Verdict:
        segment, seen = self.segments[at], self.seen[at]
        if segment.kind in {Kind.CODE, Kind.TABLE}:
            return _BODY
        aside = self._furniture(at)
        if aside:
            return aside
        if self._described_picture(at):
            return _PICTURE
        if seen.prose or segment.said or segment.kind is Kind.QUOTE:
            return _BODY
        if self.trusting:
            return _BODY
        if seen.times > 2 and segment.kind is not Kind.LIST_ITEM:
            return _REPEATED
        if segment.kind is Kind.LIST_ITEM:
            return _BODY if self._list_belongs(at) else _LINKS
        if self._is_heading(at):
            return _HEADING
        if self._in_short_run(at) and not self._run_belongs(at):
            return _LINKS
        return _BODY

    def _described_picture(self, at: int) -> bool:
        """A line in the midst of the article and right under it the same words again: a
        picture's description, then its caption. Not at the beginning, where leads are repeated.
        """
        key = self.seen[at].key
        if self.trusting or at < self.first + 2 or self.seen[at].words not in _CAPTION_WORDS:
            return False
        for near in (at - 1, at + 1):
            if self.first <= near < self.last and self.seen[near].words in _CAPTION_WORDS:
                short, long = sorted((key, self.seen[near].key), key=len)
                if long.startswith(short) and 2 * len(short) > len(long):
                    return True
        return False

    def _furniture(self, at: int) -> Verdict | None:
        seen = self.seen[at]
        if seen.control and not self.trusting:
            return _BUTTONS
        for family in seen.families:
            if family.role.kept or (seen.words > 25 and family.name in {"related", "byline"}):
                continue
            if self.trusting and not self._sure(at, family.name):
                continue
            return Verdict(family.role, family.reason)
        return None

    def _sure(self, at: int, name: str) -> bool:
        """Whether such a line is furniture even among words that somebody chose to keep."""
        if self.segments[at].kind is not Kind.PARAGRAPH or name in _WORDS_OF_NOTES:
            return False
        if name == "cookie":
            return self.seen[at].prose
        return self.seen[at].words <= 4 or self.seen[at].prose or name == "legal"

    def _is_heading(self, at: int) -> bool:
        """A short line of its own, not a sentence, with prose or a list straight after it."""
        seen = self.seen[at]
        if seen.words > _HEADING_WORDS or at + 1 >= self.last or seen.dated:
            return False
        after = self.seen[at + 1]
        spaced = bool(self.segments[at].blanks) or self.segments[at].indent == 0
        follows = after.prose or self.segments[at + 1].kind is Kind.LIST_ITEM
        return spaced and follows and not after.families

    def _in_short_run(self, at: int) -> bool:
        """Whether it is one of several short lines in a row, with no prose among them."""
        run = 1
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(self.seen) and self._short(near) and run < _SHORT_RUN:
                run += 1
                near += step
        return self._short(at) and run >= _SHORT_RUN

    def _short(self, at: int) -> bool:
        seen = self.seen[at]
        return not seen.prose and seen.words <= _HEADING_WORDS

    def _run_belongs(self, at: int) -> bool:
        """Short lines each on their own between blank lines may be verse, talk or a list."""
        if self.seen[at].alone and self.seen[at].words > 2 and not self.seen[at].dated:
            return True
        start = at
        while start > self.first and self._short(start) and not self.seen[start].families:
            start -= 1
        return self.segments[start].text.endswith(":")

    def _list_belongs(self, at: int) -> bool:
        """A list inside the article: its items say something, or prose announces it."""
        start, end = at, at + 1
        while start > self.first and self.segments[start - 1].kind is Kind.LIST_ITEM:
            start -= 1
        while end < self.last and self.segments[end].kind is Kind.LIST_ITEM:
            end += 1
        items = self.seen[start:end]
        if any(item.prose for item in items):
            return True
        announced = start > self.first and self.seen[start - 1].ends
        wordy = sum(item.words for item in items) >= 4 * len(items)
        marked = sum(bool(item.families or item.control) for item in items)
        return (announced or wordy) and marked * 4 < len(items)

    def _follow_leads(self, given: list[Verdict]) -> None:
        """After “Read more” the next short line is the other article's title."""
        for at in range(self.first, min(self.last, len(given)) - 1):
            leads = any(family.leads for family in self.seen[at].families)
            if not leads or given[at].role.kept:
                continue
            near = at + 1
            while near < self.last and near <= at + 3 and self._title_like(near):
                if near > at + 1 and self._is_heading(near):
                    break  # the article's own next heading
                given[near] = LINK
                near += 1

    def _title_like(self, at: int) -> bool:
        seen = self.seen[at]
        return not seen.prose and seen.words <= 25 and not self.segments[at].said

    def _summary_points(self, given: list[Verdict]) -> None:
        """The points under “Summary” or “Key takeaways” are the summary."""
        for at, segment in enumerate(self.segments[:-1]):
            if not self.seen[at].is_a("summary") or at in self.header.verdicts:
                continue
            end = at + 1
            while end < len(given) and self.segments[end].kind is Kind.LIST_ITEM:
                end += 1
            inside = self.first - 12 <= at < self.last
            if end == at + 1 or not inside:
                continue
            kind = None if segment.said else Kind.HEADING
            given[at] = Verdict(Role.SUMMARY, "heading of the summary", kind)
            for point in range(at + 1, end):
                given[point] = Verdict(Role.SUMMARY, "point of the summary")

    def _lone_headings(self, given: list[Verdict]) -> None:
        """A heading with nothing kept under it goes with what was under it."""
        if self.trusting:
            return
        for at in range(self.last - 1, self.first - 1, -1):
            if given[at] is not _HEADING or at + 1 >= len(given):
                continue
            if not given[at + 1].role.kept:
                given[at] = Verdict(Role.RELATED, "heading of what was set aside")
