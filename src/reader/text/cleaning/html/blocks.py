"""Segments with verdicts → blocks that tile the source text."""

from reader.model import Block, Kind
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.segments import Verdict


def tiled(
    text: str, segments: list[Segment], verdicts: list[Verdict], likelihoods: list[float]
) -> tuple[Block, ...]:
    """One block a segment; rows of one table with one verdict are one block, as likely as the
    likeliest.
    """
    found: list[Block] = []
    groups = _merged(segments, verdicts)
    for number, group in enumerate(groups):
        segment, verdict = segments[group[0]], verdicts[group[0]]
        last = number + 1 == len(groups)
        found.append(
            Block(
                start=found[-1].end if found else 0,
                end=len(text) if last else segments[groups[number + 1][0]].start,
                kind=segment.kind,
                role=verdict.role,
                kept=verdict.role.kept,
                reason=verdict.reason,
                level=segment.level,
                score=round(max(likelihoods[n] for n in group), 2),
            )
        )
    return tuple(found)


def _merged(segments: list[Segment], verdicts: list[Verdict]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, segment in enumerate(segments):
        before = groups[-1][-1] if groups else None
        if (
            before is not None
            and segment.kind is Kind.TABLE is segments[before].kind
            and segment.group is segments[before].group
            and verdicts[number] == verdicts[before]
        ):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
