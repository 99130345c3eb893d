"""Words that stand twice: teasers before the article, the same paragraph again after it."""

from reader.model import Kind, Role
from reader.text.cleaning.features import Features, folded
from reader.text.cleaning.segments import Segment, Verdict

_RUN = 4
_SHORTEST = 8
"""A copy has at least this many words; shorter lines repeat for good reasons."""
_SHARE = 0.8


class Copies:
    """Finds segments that only repeat what is kept elsewhere. Linear in the length of the text."""

    def __init__(
        self,
        segments: list[Segment],
        seen: list[Features],
        given: list[Verdict],
        first: int,
        last: int,
    ) -> None:
        self._segments, self._seen, self._given = segments, seen, list(given)
        self._first, self._last = first, last
        titles = (at for at, verdict in enumerate(given) if verdict.role is Role.TITLE)
        self._titles = {seen[at].key for at in titles}

    def set_aside(self) -> list[Verdict]:
        """The verdicts, with teasers and duplicates set aside."""
        self._teasers()
        self._duplicates()
        return self._given

    def _teasers(self) -> None:
        """Cut-off copies (“…”) of later text, and copies outside the article's run."""
        said: set[tuple[str, ...]] = set()
        for at, segment in enumerate(self._segments):
            if self._given[at].role.kept and not _is_cut(segment.text):
                said.update(_runs(self._seen[at].key))
        copies: set[str] = set()
        for at, segment in enumerate(self._segments):
            outside = not self._first <= at < self._last
            if self._given[at].role is Role.TITLE or not (_is_cut(segment.text) or outside):
                continue
            if self._given[at].role.kept and outside and not _is_cut(segment.text):
                continue
            if len(segment.text.split()) < _SHORTEST or _share(segment.text, said) < _SHARE:
                continue
            self._given[at] = self._copy(at, copies)
            copies.add(self._seen[at].key)

    def _copy(self, at: int, copies: set[str]) -> Verdict:
        if self._seen[at].key in self._titles:
            return Verdict(Role.DUPLICATE, "repeats the title")
        if self._seen[at].key in copies:
            return Verdict(Role.DUPLICATE, "repeats the teaser")
        if at < self._last:
            return Verdict(Role.TEASER, "repeats the first paragraph")
        return Verdict(Role.DUPLICATE, "repeats part of the article")

    def _duplicates(self) -> None:
        """The second of two kept segments with the same words."""
        seen: set[str] = set()
        for at, segment in enumerate(self._segments):
            verdict = self._given[at]
            if not verdict.role.kept or segment.kind in {Kind.CODE, Kind.TABLE}:
                continue
            words = self._seen[at].key
            if len(words.split()) < _SHORTEST and len(words) < 40:
                continue
            if words in seen and not self._is_asked_again(at):
                self._given[at] = Verdict(Role.DUPLICATE, "repeats an earlier paragraph")
            seen.add(words)

    def _is_asked_again(self, at: int) -> bool:
        """Whether it is a question within the text: interviews put the same to several people."""
        beside = self._given[max(0, at - 1) : at + 2]
        asks = self._segments[at].text.endswith(("?", "？", "؟"))
        return asks and len(beside) > 2 and all(verdict.role.kept for verdict in beside)


def _is_cut(text: str) -> bool:
    return text.endswith(("…", "...", "[…]", "[...]"))


def _runs(key: str) -> list[tuple[str, ...]]:
    words = key.split()
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _share(text: str, said: set[tuple[str, ...]]) -> float:
    # The last word of a cut-off copy may itself be cut.
    runs = _runs(folded(text.rstrip(".…[] ")))[:-1]
    return sum(run in said for run in runs) / len(runs) if runs else 0.0
