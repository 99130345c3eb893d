"""Who signed an article: bylines, and names that stand alone where bylines do."""

import re
from collections.abc import Iterable, Iterator

from reader.model import Role
from reader.text.cleaning.families import is_a, match
from reader.text.cleaning.features import Features, folded, pieces
from reader.text.cleaning.plain.byline import authors_of, bare_name, without_role
from reader.text.cleaning.plain.signatures import words_of
from reader.text.cleaning.segments import Segment, Verdict

_BYLINE = Verdict(Role.BYLINE, "who wrote it")
_GLUED = re.compile(r"^[Bb]y(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ]|[A-Z]{2}[A-Z ])")
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_LONGEST, _LONGEST_MOMENT = 20, 10
"""Words of a byline, and of a line that tells the time."""
_ABOVE, _UNDER = 4, 4
"""Segments above the title in which a byline may stand, and lines of names under a lone “By”."""
_NEAR = 2
_LONE = 2
"""Words of a byline that gives no name, at most."""
_SAMPLE, _TEXT = 30_000, 200_000
_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ÖØ-Þ]\w+")


class Signing:
    """Looks for who wrote the article whose body is the run `[first, last)` of the segments."""

    def __init__(
        self, segments: list[Segment], seen: list[Features], verdicts: dict[int, Verdict],
        first: int, last: int,
    ) -> None:  # fmt: skip
        self._segments, self._seen, self._verdicts = segments, seen, verdicts
        self._first, self._last = first, last
        self._said: frozenset[str] | None = None
        self._small: frozenset[str] | None = None

    def authors(self, at: int | None, top: int, bottom: int) -> tuple[str, ...]:
        """The names in bylines of `[top, bottom)`, or above; the title stands `at`.

        The lines that give them get their verdicts.
        """
        near = [*range(top, bottom), *range(max(0, top - _ABOVE), top)]
        near = [n for n in near if n != at and self._seen[n].words <= _LONGEST]
        under = [n for n in near if n > top]
        return (
            self._signed(near, top)
            or self._alone(n for n in under if self._is_near_time(n))
            or self._alone(n for n in under if self._first - _NEAR <= n < self._first)
        )

    def _signed(self, near: list[int], top: int) -> tuple[str, ...]:
        """The names of lines that say that they are bylines; those above, if there is no other."""
        found: list[str] = []
        for n in near:
            if found and n < top:
                break
            text = self._segments[n].text
            if is_a(text, "byline") and not authors_of(text) and self._seen[n].words <= _LONE:
                found += self._take(self._under(n))
            else:
                found += self._take([n] if self._names(n) else [])
        return tuple(dict.fromkeys(found))

    def _names(self, n: int) -> tuple[str, ...]:
        parts = pieces(_GLUED.sub("by ", self._segments[n].text))
        signed = (authors_of(one) for one in parts if is_a(one, "byline"))
        return next(filter(None, signed), ())

    def _under(self, n: int) -> Iterator[int]:
        """The lines of names right under a byline that gives none."""
        for below in range(n + 1, min(len(self._segments), n + 1 + _UNDER)):
            if not _bare(self._segments[below].text):
                return
            yield below

    def _take(self, lines: Iterable[int]) -> list[str]:
        found: list[str] = []
        for n in lines:
            found += self._names(n) or _bare(self._segments[n].text)
            self._verdicts.setdefault(n, _BYLINE)
        return found

    def _alone(self, lines: Iterable[int]) -> tuple[str, ...]:
        """Names that stand alone, and whom the article does not speak of."""
        taken = [n for n in lines if n not in self._verdicts and self._is_alone(n)]
        return tuple(dict.fromkeys(self._take(taken)))

    def _is_alone(self, n: int) -> bool:
        names = _bare(self._segments[n].text)
        after = self._segments[n + 1].text if n + 1 < len(self._segments) else ""
        if not names or is_a(after, "caption_credit"):
            return False
        words = folded(" ".join(names)).split()
        spoken_of = any(folded(name).split()[-1] in self._words_said() for name in names)
        return not spoken_of and self._words_written_small().isdisjoint(words)

    def _words_said(self) -> frozenset[str]:
        if self._said is None:
            body = " ".join(one.text for one in self._segments[self._first : self._last])
            self._said = frozenset(folded(body[:_SAMPLE]).split())
        return self._said

    def _words_written_small(self) -> frozenset[str]:
        """Words that the text has in small letters: a name's are seldom among them."""
        if self._small is None:
            text = " ".join(one.text for one in self._segments)
            self._small = frozenset(_WORD.findall(text[:_TEXT]))
        return self._small

    def _is_near_time(self, n: int) -> bool:
        beside = range(max(0, n - _NEAR), min(len(self._segments), n + _NEAR + 1))
        return any(m != n and self._tells_time(m) for m in beside)

    def _tells_time(self, n: int) -> bool:
        verdict, text = self._verdicts.get(n), self._segments[n].text
        if verdict is not None and verdict.role is Role.DATE:
            return True
        if self._seen[n].words > _LONGEST_MOMENT:
            return False
        return bool(_CLOCK.search(text)) or (any(map(str.isdigit, text)) and _is_ago(text))


def _is_ago(text: str) -> bool:
    """Whether it says how long ago: “2 minutes ago”, “il y a 5 minutes”, “5分前”."""
    folded = f" {text.casefold()} "
    words = words_of("moment", "ago")
    return any(f" {word} " in folded for word in words) or folded.rstrip().endswith(("前", "전"))


def _bare(text: str) -> tuple[str, ...]:
    """The names of a line that is nothing but names, roles aside."""
    words = text.split()
    if match(text) or any(is_a(word, "share", "comments", "navigation") for word in words):
        return ()
    return bare_name(without_role(text))
