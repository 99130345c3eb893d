"""Which segments stand in another reading of the page: an extractor's answer, a text in its data.

Both tell the page in the same order. A segment is looked for by its runs of four words. Where the
page has a run more often than the answer (teasers, repeated headlines), place decides: of the
segments that claim a passage, the one nearest to a segment that is certain gets it.
"""

from bisect import bisect
from collections import Counter, defaultdict

from reader.text.cleaning.html.tokens import RUN, Words, runs, words

_ENOUGH = 0.5
_OUT_OF_ORDER = 10_000
_PLACES = 50


def align(segments: list[Words], answer: str) -> list[float]:
    """How much of each segment, given as its words, came back in `answer`: 0 to 1.

    A passage of the answer is given to one segment only, and a segment of fewer than four words
    only a line of its own.
    """
    index, length = _index(answer)
    pieces = [runs(tokens) for tokens in segments]
    demand = Counter(run for each in pieces for run in set(each))
    shares, certain, doubtful = [0.0] * len(segments), [], []
    taken = bytearray(length)
    for number, each in enumerate(pieces):
        found = [run for run in each if run in index]
        if not found:
            continue
        shares[number] = len(found) / len(each)
        at = [index[run][0] for run in found if demand[run] == len(index[run]) == 1]
        if at:
            certain.append((number, at[0]))
            low, high = at[0] - len(each), at[-1] + len(each)
            for position in (index[run][0] for run in found):
                taken[position] |= low < position < high
        elif shares[number] >= _ENOUGH:
            doubtful.append((number, index[found[0]]))
            shares[number] = -shares[number]
    for number in _settle(doubtful, certain, taken):
        shares[number] = -shares[number]
    return [max(0.0, share) for share in shares]


def _index(answer: str) -> tuple[dict[Words, list[int]], int]:
    """Where in the answer's words each run of four starts, and each line of fewer."""
    index: dict[Words, list[int]] = defaultdict(list)
    stream: list[str] = []
    for line in answer.split("\n"):
        tokens = words(line)
        if 0 < len(tokens) < RUN:
            index[tokens].append(len(stream))
        stream.extend(tokens)
    for position in range(len(stream) - RUN + 1):
        index[tuple(stream[position : position + RUN])].append(position)
    return index, len(stream)


def _settle(
    doubtful: list[tuple[int, list[int]]], certain: list[tuple[int, int]], taken: bytearray
) -> set[int]:
    """The doubtful segments that get a passage, nearest to certain ones first, each but once."""
    claims = sorted(
        (_distance(number, position, certain), number, position)
        for number, positions in doubtful
        for position in positions[:_PLACES]
        if not taken[position]
    )
    settled: set[int] = set()
    for _, number, position in claims:
        if number not in settled and not taken[position]:
            settled.add(number)
            taken[position] = 1
    return settled


def _distance(number: int, position: int, certain: list[tuple[int, int]]) -> int:
    """Segments between this one and the nearest certain one; far when the order is broken."""
    after = bisect(certain, (number, position))
    before = certain[after - 1] if after else None
    following = certain[after] if after < len(certain) else None
    distances = [abs(number - other[0]) for other in (before, following) if other]
    in_order = (not before or before[1] < position) and (not following or position < following[1])
    return min(distances, default=number) + (0 if in_order else _OUT_OF_ORDER)
