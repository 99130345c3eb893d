"""Plain text looked at: segments, what is seen of each, what rules say, and the learned choice."""

from dataclasses import dataclass, replace

from reader.model import Role
from reader.text.cleaning.choice import rows
from reader.text.cleaning.choice.beside import TOLD, names
from reader.text.cleaning.choice.forest import Row, forest
from reader.text.cleaning.choice.weighing import best_run, weigh, with_announced_list
from reader.text.cleaning.features import Features, observe
from reader.text.cleaning.language import detect_language
from reader.text.cleaning.plain.copies import Copies
from reader.text.cleaning.plain.dividing import divide, parted
from reader.text.cleaning.plain.header import Header, find_header
from reader.text.cleaning.plain.judging import LINK, Judge
from reader.text.cleaning.segments import Segment, Verdict

_JUDGED = ("ruled_kept", "ruled_body", "ruled_role", "ruled_copy", "ruled_head", "from_title")
_OWN = (*rows.SHARED, "blanks", "indent", *_JUDGED)
_BESIDE = (*TOLD, "ruled_kept")
COLUMNS = (*_OWN, *names(_BESIDE))
"""Names of the columns that `TextLook.rows` gives, in their order."""

LARGEST = 20_000
"""Segments up to which the trees are asked, which takes a tenth of a millisecond each."""
_ROLES = {
    role: float(at)
    for at, role in enumerate(one for one in Role if one is Role.BODY or not one.is_text)
}
"""Numbers that the trees know roles by; forms of the text are told apart after them."""
_COPIES = frozenset({Role.TEASER, Role.DUPLICATE})
_HEAD = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATE})
_FAR = 40
_SAMPLE = 20_000
_MOST_INDENT = 40
_EVEN = 0.5
_SURE = 0.65
"""To bring back a short line out of a list of links."""
_ARTICLE = 50
_HEADING = 8
"""Words of an article at least, and of a heading at most, for comments to begin."""
_DOUBTFUL = frozenset({Role.SUBTITLE, Role.OTHER, Role.NAVIGATION, Role.RELATED})
"""Roles given by place rather than by words of their own."""
_LIKELY = Verdict(Role.BODY, "reads like part of the article")
_DIVIDING = Verdict(Role.OTHER, "dividing line")
_CORRECTION = Verdict(Role.BODY, "correction or update")
_UNLIKELY = Verdict(Role.OTHER, "reads like something beside the article")


@dataclass(frozen=True, slots=True)
class TextLook:
    """One article of a text: its segments, what is seen of them, its header and what rules say."""

    segments: list[Segment]
    seen: list[Features]
    first: int
    last: int
    header: Header
    ruled: list[Verdict]

    @classmethod
    def of(cls, text: str) -> "TextLook":
        """Look at a canonical text that carries one article."""
        segments, _ = parted(divide(text))
        language = detect_language(language_sample(segments))
        return cls.at(segments, observe(segments, language))

    @classmethod
    def at(cls, segments: list[Segment], seen: list[Features]) -> "TextLook":
        """Look at segments: the heaviest run of prose first, then header and rules around it."""
        first, last = best_run(weigh(segments, seen))
        if first == last:
            first, last = 0, len(segments)
        first, last = with_announced_list(segments, seen, first, last)
        header = find_header(segments, seen, first, last)
        ruled = Judge(segments, seen, first, last, header).verdicts()
        return cls(segments, seen, first, last, header, ruled)

    @property
    def texts(self) -> list[str]:
        """The words of each segment."""
        return [segment.text for segment in self.segments]

    def rows(self) -> list[Row]:
        """A row of `COLUMNS` a segment."""
        title = self.first if self.header.at is None else self.header.at
        own = [
            [*row, segment.blanks, min(segment.indent, _MOST_INDENT), *_judged(verdict, at - title)]
            for at, (row, segment, verdict) in enumerate(
                zip(rows.shared(self.segments, self.seen), self.segments, self.ruled, strict=True)
            )
        ]
        return rows.with_neighbours(own, _OWN, _BESIDE, self.seen)

    def verdicts(self, likelihoods: list[float] | None = None) -> list[Verdict]:
        """What each segment is for; `likelihoods` in place of the learned ones, for fitting.

        By rules alone above `LARGEST` segments.
        """
        if likelihoods is None:
            if len(self.segments) > LARGEST:
                return self.ruled
            likelihoods = forest("text").likelihoods(self.rows())
        end = self._comments(likelihoods)
        given = [
            _weighed(ruled, likelihoods[at] if at < end else 0.0, self.seen[at])
            for at, ruled in enumerate(self.ruled)
        ]
        if not any(verdict.role is Role.BODY for verdict in given):
            given = self.ruled
        given = [
            verdict if any(map(str.isalnum, segment.text)) else _DIVIDING
            for verdict, segment in zip(given, self.segments, strict=True)
        ]
        given = Copies(self.segments, self.seen, given, self.first, self.last).set_aside()
        scored = zip(given, likelihoods, strict=True)
        return [replace(verdict, score=round(likelihood, 2)) for verdict, likelihood in scored]

    def _comments(self, likelihoods: list[float]) -> int:
        """Where readers' comments begin: at a heading that says so, with an article before it."""
        kept = 0
        for at, (each, likelihood) in enumerate(zip(self.seen, likelihoods, strict=True)):
            if kept >= _ARTICLE and each.words <= _HEADING and each.is_a("comments"):
                return at
            kept += each.words if likelihood >= _EVEN else 0
        return len(likelihoods)


def _weighed(ruled: Verdict, likelihood: float, seen: Features) -> Verdict:
    """The rules' verdict, unless the learned choice is against it where rules are unsure."""
    if seen.is_a("correction") and ruled.role in _DOUBTFUL | {Role.BODY}:
        return _CORRECTION
    if ruled.role is Role.BODY:
        return ruled if likelihood >= _EVEN else _UNLIKELY
    if ruled == LINK:
        return ruled
    least = _SURE if ruled.role is Role.RELATED and not seen.prose else _EVEN
    return _LIKELY if ruled.role in _DOUBTFUL and likelihood >= least else ruled


def language_sample(segments: list[Segment]) -> str:
    """The longest segments first: menus are often in another language than the article."""
    longest = sorted((s.text for s in segments), key=len, reverse=True)[:40]
    return "\n".join(longest)[:_SAMPLE]


def _judged(verdict: Verdict, from_title: int) -> Row:
    role = verdict.role
    return [
        role.kept,
        role in {Role.BODY, Role.SUMMARY},
        _ROLES[role],
        role in _COPIES,
        role in _HEAD,
        max(-_FAR, min(_FAR, from_title)),
    ]
