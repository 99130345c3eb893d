"""What speaks for and against a further article beginning at a line, as numbers.

Each sign alone is weak: sections have headings too, and pages have menus below their article. Their
sum decides (`weights`).
"""

import re
from math import log1p

from reader.text.cleaning.features import Features
from reader.text.cleaning.plain.byline import bare_name
from reader.text.cleaning.plain.splitting.candidates import (
    heaviest_runs,
    longest_stretch,
    prose_words,
    title_like,
    under,
)
from reader.text.cleaning.plain.splitting.vocabulary import Vocabulary, break_between
from reader.text.cleaning.segments import Segment

_LOOK_BACK = 60
_PARAGRAPH = 30
"""Prose of so many words belongs to the article above; less may be furniture."""
_ENOUGH = 300
"""Words of prose that make an article for sure; more in front of a title do not say more."""
_SENTENCE = 20
"""Words of a sentence under a pair of titles; under doubled links stand other links."""
_HEAD = 6
_ANNOUNCED = 4
_SEPARATED = 2
_COMMENTS = 300
_DATELINE = re.compile(
    r"(?:[^\W\d_][^\W\d_.'’-]+[ ,./]*){1,5}(?:\([^)]{2,30}\)|[A-Z]{2,8})?\s?(?:[-–—]{1,2})\s"
)
_STRANGE = 2 / 12
"""Not two of the commonest words of both sides stand on the other side."""
_ITEM = 120
"""Words that an item of a list of articles or a comment seldom has."""
_CERTAIN = 10.0
_LETTER = re.compile(r"[^\W_]")
_NUMBERED = re.compile(r"(?:#|no\.? ?)?\d+[.):]? ", re.IGNORECASE)
_FAMILIES = ("share", "comments", "legal", "author_bio", "disclaimer", "subscribe", "navigation")


def certainty(signs: dict[str, float]) -> float:
    """What is added to the sum where nothing else matters: a heading over links, and straight
    under it a title given twice (picture and headline), with more prose than any teaser has.
    """
    return _CERTAIN if signs["announced"] and signs["paired"] else 0.0


class Signs:
    """Reads the signs at a line; what it needs of the whole text is gathered once."""

    def __init__(
        self, segments: list[Segment], seen: list[Features], vocabulary: Vocabulary
    ) -> None:
        self._segments, self._seen, self._vocabulary = segments, seen, vocabulary
        self._headings: list[int] = []
        self._prose: list[int] = []
        self._comments: list[int | None] = []
        self._head: set[str] = set()
        self._first: dict[str, int] = {}
        self._runs = heaviest_runs(seen)
        self._gather()

    def at(self, at: int) -> dict[str, float]:
        """Every sign at the line, by name."""
        found = self._of_words(at) | self._of_title(at) | self._of_start(at) | self._of_end(at)
        return found | _together(found)

    def _gather(self) -> None:
        headings = prose = 0
        comments: int | None = None
        for at, (segment, seen) in enumerate(zip(self._segments, self._seen, strict=True)):
            self._headings.append(headings)
            self._prose.append(prose)
            self._comments.append(comments)
            self._first.setdefault(seen.key, at)
            if not prose and prose_words(seen) < _PARAGRAPH:
                self._head.add(seen.key)
            prose += prose_words(seen)
            follows = at + 1 < len(self._seen) and prose_words(self._seen[at + 1])
            headings += bool(follows and title_like(segment, seen) and not prose_words(seen))
            comments = at if seen.is_a("comments") and not prose_words(seen) else comments

    def _of_words(self, at: int) -> dict[str, float]:
        known = self._vocabulary
        title = known.words(self._seen[at].key)
        return break_between(title, known.before(at), known.after(at))

    def _of_title(self, at: int) -> dict[str, float]:
        text, seen = self._segments[at].text, self._seen[at]
        return {
            "short": float(seen.words <= 3),
            "title_sized": float(6 <= seen.words <= 20),
            "sentence": float(text.endswith((".", ",", ";", ":", "…", "。"))),
            "question": float(text.endswith(("?", "？", "؟"))),
            "numbered": float(bool(_NUMBERED.match(text))),
            "capitals": float(text.isupper()),
            "alone": float(seen.alone),
            "stood_before": float(self._first[seen.key] < at),
        }

    def _of_start(self, at: int) -> dict[str, float]:
        head = self._head_of(at)
        paired = head[0].key == self._seen[at].key
        below = under(at, self._seen)
        prose = sum(map(prose_words, below))
        first = next((n for n, s in enumerate(below) if prose_words(s)), 0)
        opening = self._segments[at + 1 + first].text[:80]
        return {
            "again": float(any(s.key == self._seen[at].key for s in head[:3])),
            "paired": float(paired and any(prose_words(s) >= _SENTENCE for s in head[1:4])),
            "signed": float(any(s.is_a("byline") and not s.prose for s in head)),
            "named": float(
                any(bare_name(self._segments[n].text) for n in range(at + 1, at + 1 + len(head)))
            ),
            "dated": float(any(s.dated for s in head)),
            "dateline": float(bool(_DATELINE.match(opening))),
            "summary": float(any(s.is_a("summary") for s in head)),
            "distance": log1p(first),
            "prose_after": log1p(prose / 100),
            "stretch": log1p(longest_stretch(below) / 100),
            "run_after": log1p(heaviest_runs(below)[-1] / 100),
            "broken": log1p(sum(not prose_words(s) for s in below[first:]) / (prose / 100)),
        }

    def _head_of(self, at: int) -> list[Features]:
        """The lines under a title down to the first real paragraph."""
        head: list[Features] = []
        for seen in self._seen[at + 1 : at + 1 + _HEAD]:
            head.append(seen)
            if prose_words(seen) >= _PARAGRAPH:
                break
        return head

    def _of_end(self, at: int) -> dict[str, float]:
        back = self._back_of(at)
        families = {f.name for s in back for f in s.families}
        near = [f for s in back[:_ANNOUNCED] for f in s.families]
        comments = self._comments[at]
        before = self._prose[at] / 100
        return {
            "announced": float(any(f.name == "related" for f in near)),
            "ended": log1p(sum(name in families for name in _FAMILIES)),
            "legal": float("legal" in families),
            "separated": float(any(map(self._is_separator, range(max(0, at - _SEPARATED), at)))),
            "gap": log1p(sum(not prose_words(s) for s in back)),
            "in_comments": float(comments is not None and at - comments < _COMMENTS),
            "echoed": log1p(sum(s.key in self._head for s in back if s.key)),
            "prose_before": log1p(min(before, _ENOUGH / 100)),
            "run_before": log1p(min(self._runs[at], _ENOUGH) / 100),
            "sections": log1p(max(0, self._headings[at] - 1) / max(1.0, before) * 4),
        }

    def _is_separator(self, at: int) -> bool:
        text = self._segments[at].text
        return len(text) > 2 and not _LETTER.search(text) and not self._seen[at].control

    def _back_of(self, at: int) -> list[Features]:
        """The lines in front of a title back to the last real paragraph, nearest first."""
        back: list[Features] = []
        for near in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
            if prose_words(self._seen[near]) >= _PARAGRAPH:
                break
            back.append(self._seen[near])
        return back


def _together(signs: dict[str, float]) -> dict[str, float]:
    """Signs that say more, or less, in each other's company."""
    strange = float(signs["top_kept"] + signs["top_known"] < _STRANGE)
    marks = ("dated", "signed", "again", "separated", "announced")
    marked = max(signs[name] for name in marks)
    small = float(signs["stretch"] < log1p(_ITEM / 100))
    return {
        "strange": strange,
        "strange_title": strange * signs["title_after"],
        "strange_title_sized": strange * signs["title_sized"],
        "strange_after_much": strange * signs["run_before"],
        "strange_after_end": strange * min(1.0, signs["ended"]),
        "strange_small": strange * small,
        "marked": marked,
        "marked_strange": marked * strange,
        "small": small,
        "small_among_sections": small * signs["sections"],
    }
