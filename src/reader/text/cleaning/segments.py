"""A division of a source text into segments, before anything is said about their roles."""

from dataclasses import dataclass

from reader.model import Block, Kind, Role


@dataclass(slots=True)
class Verdict:
    """What a segment is for, and why, in words for people; `kind` where the role changes it."""

    role: Role
    reason: str
    kind: Kind | None = None
    score: float | None = None


@dataclass(slots=True)
class Segment:
    """A run `[start, end)` of the source text, code points, and what it is typographically.

    `text` is its words on one line, list markers and quote marks left out. `blanks` counts the
    blank lines before it, `indent` its indent. `said` marks a kind that the source itself gives (a
    Markdown heading) rather than one that was guessed. `aside` is set where the division itself
    shows that it is no part of any article, as with the page numbers of print. `hidden` are runs
    `[start, end)` inside it that are not read (`Block.hidden`).
    """

    start: int
    end: int
    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    blanks: int = 0
    indent: int = 0
    said: bool = False
    aside: Verdict | None = None
    hidden: tuple[tuple[int, int], ...] = ()


def tile(segments: list[Segment], verdicts: list[Verdict], length: int) -> tuple[Block, ...]:
    """Blocks that tile `[0, length)`: white space goes to the block before it, at the very
    beginning to the first.
    """
    starts = [0, *(segment.start for segment in segments[1:]), length]
    return tuple(
        Block(
            start=starts[at],
            end=starts[at + 1],
            kind=verdict.kind or segment.kind,
            role=verdict.role,
            kept=verdict.role.kept,
            reason=verdict.reason,
            level=segment.level,
            score=verdict.score,
            hidden=segment.hidden,
        )
        for at, (segment, verdict) in enumerate(zip(segments, verdicts, strict=True))
    )
