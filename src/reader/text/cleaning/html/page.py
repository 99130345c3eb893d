"""Segments → everything that is known of a page before anything is decided."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reader.text.cleaning.choice import rows
from reader.text.cleaning.choice.beside import TOLD, names
from reader.text.cleaning.choice.forest import Row, forest
from reader.text.cleaning.choice.weighing import best_run, weigh
from reader.text.cleaning.features import Features as Seen
from reader.text.cleaning.features import observe
from reader.text.cleaning.html import columns
from reader.text.cleaning.html.align import align
from reader.text.cleaning.html.containers import Containers
from reader.text.cleaning.html.features import Features, Surroundings
from reader.text.cleaning.html.readability import Readable, readable
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import Words, words
from reader.text.cleaning.segments import Segment as Line

_OWN = (*rows.SHARED, *columns.NAMES)
_BESIDE = (*TOLD, "linked", "readable")
COLUMNS = (*_OWN, *names(_BESIDE))
"""Names of the columns that `Look.rows` gives, in their order."""
LARGEST = 20_000
"""Segments up to which a page is looked at from all sides, which takes a tenth of a millisecond
and some kilobytes each."""
_LINKED = 0.3
SENTENCE_ENDS = tuple('.!?…。！？؟।:;”"’»)')


@dataclass(frozen=True)
class Look:
    """A page looked at: segments, their words, what plain text would see in them, and the page's
    own word on them.
    """

    segments: list[Segment]
    texts: list[str]
    tokens: list[Words]
    seen: list[Seen]
    lines: list[Line]
    told: list[float]
    told_words: int
    title: Words
    readable: Readable

    @classmethod
    def at(
        cls, text: str, segments: list[Segment], told: str, title: str, language: str | None
    ) -> "Look":
        """Look at a source text; `told` is the `articleBody` of the page's data."""
        texts = [text[segment.start : segment.end] for segment in segments]
        tokens = [words(each) for each in texts]
        lines = [_line(segment, each) for segment, each in zip(segments, texts, strict=True)]
        share = align(tokens, told) if told else [-1.0] * len(tokens)
        seen = observe(lines, language)
        kept = readable(segments, text) if len(segments) <= LARGEST else Readable([], [])
        other = (share, len(words(told)), words(title), kept)
        return cls(segments, texts, tokens, seen, lines, *other)

    @cached_property
    def prose(self) -> list[int]:
        """Words of running text, by segment: sentences that are not links."""
        return [
            len(tokens) if seen.prose and segment.linked < _LINKED * len(text) else 0
            for segment, text, tokens, seen in zip(
                self.segments, self.texts, self.tokens, self.seen, strict=True
            )
        ]

    @cached_property
    def containers(self) -> Containers:
        """The elements around the segments."""
        return Containers.of(self.segments, list(map(len, self.tokens)), self.prose)

    @cached_property
    def named(self) -> list[frozenset[str]]:
        """The families that the elements around each segment are named for."""
        around = Surroundings({element: h.words for element, h in self.containers.held.items()})
        return [around.families(segment.element) for segment in self.segments]

    def rows(self) -> list[Row]:
        """A row of `COLUMNS` a segment."""
        shared, page = rows.shared(self.lines, self.seen), self._page()
        own = [[*a, *b] for a, b in zip(shared, columns.page_columns(page), strict=True)]
        return rows.with_neighbours(own, _OWN, _BESIDE, self.seen)

    def _likelihoods(self) -> list[float]:
        """By the trees; on a page too large for them, the heaviest run of prose alone."""
        if len(self.segments) <= LARGEST:
            return forest("page").likelihoods(self.rows())
        first, last = best_run(weigh(self.lines, self.seen))
        return [float(first <= at < last and each.prose) for at, each in enumerate(self.seen)]

    def _page(self) -> columns.Page:
        return columns.Page(
            segments=self.segments,
            texts=self.texts,
            tokens=self.tokens,
            prose=self.prose,
            told=self.told,
            told_words=self.told_words,
            title=self.title,
            readable=self.readable,
            containers=self.containers,
            named=self.named,
        )

    def features(self, likelihoods: list[float] | None = None) -> list[Features]:
        """The features of each segment; `likelihoods` in place of the learned ones, for fitting."""
        if likelihoods is None:
            likelihoods = self._likelihoods()
        copies = Counter(self.tokens)
        return [
            Features(
                segment,
                self.texts[n],
                self.tokens[n],
                likelihoods[n],
                max(0.0, self.told[n]),
                min(1.0, segment.linked / max(1, len(self.texts[n]))),
                self.texts[n].endswith(SENTENCE_ENDS),
                self.named[n],
                copies[self.tokens[n]],
            )
            for n, segment in enumerate(self.segments)
        ]


def _line(segment: Segment, text: str) -> Line:
    """The segment as plain text has them; inside a list the next item follows without a blank."""
    blanks = 0 if segment.group is not None else 1
    return Line(
        segment.start, segment.end, " ".join(text.split()), segment.kind, segment.level, blanks
    )
