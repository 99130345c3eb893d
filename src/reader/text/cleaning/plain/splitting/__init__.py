"""Where a further article begins in a text that carries more than one.

A wrong cut hides half of an article, so a line has to look like a title between two stretches of
prose (`candidates`), and many weak signs (`signs`: a break in the words, an end before it, a
beginning behind it) have to add up (`weights`). When unsure, it is one article.
"""

from reader.text.cleaning.features import Features
from reader.text.cleaning.language import small_words
from reader.text.cleaning.plain.splitting.candidates import LEAST_PROSE, candidates, prose_words
from reader.text.cleaning.plain.splitting.signs import Signs
from reader.text.cleaning.plain.splitting.vocabulary import Vocabulary
from reader.text.cleaning.plain.splitting.weights import weights
from reader.text.cleaning.segments import Segment

__all__ = ["second_articles"]


def second_articles(
    segments: list[Segment], seen: list[Features], language: str | None = None
) -> list[int]:
    """The indices of the titles (the first of each pair) of further articles, in order."""
    signs = Signs(segments, seen, Vocabulary(seen, small_words(language)))
    scores = {at: weights().score(signs.at(at)) for at in candidates(segments, seen)}
    sure = {at: score for at, score in scores.items() if score > weights().threshold}
    return best(sure, list(map(prose_words, seen)))


def best(scores: dict[int, float], prose: list[int]) -> list[int]:
    """Of lines with too little prose between them for an article, the one that scores highest.

    `prose` is how many words of prose each segment has.
    """
    found: list[int] = []
    for at, score in sorted(scores.items()):
        if not found or sum(prose[found[-1] : at]) >= LEAST_PROSE:
            found.append(at)
        elif score > scores[found[-1]]:
            found[-1] = at
    return found
