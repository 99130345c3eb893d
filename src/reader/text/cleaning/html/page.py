"""Segments → everything that is known of a page before anything is decided."""

from collections import Counter

from reader.text.cleaning.html.align import align
from reader.text.cleaning.html.density import SENTENCE_ENDS, dense
from reader.text.cleaning.html.features import Features, Surroundings, weigh
from reader.text.cleaning.html.segment import Segment
from reader.text.cleaning.html.tokens import words

_HALF = 0.5
_LITTLE = 40


def features(text: str, segments: list[Segment], extracted: str, told: str) -> list[Features]:
    """The features of each segment of `text`, given an extractor's answer and the page's own."""
    texts = [text[segment.start : segment.end] for segment in segments]
    tokens = [words(each) for each in texts]
    came_back = align(tokens, extracted)
    if sum(len(w) for w, share in zip(tokens, came_back, strict=True) if share >= _HALF) < _LITTLE:
        came_back = list(map(max, came_back, dense(segments, texts, tokens)))
    in_data = align(tokens, told) if told else [0.0] * len(tokens)
    weights = [len(w) if share >= _HALF else 0 for w, share in zip(tokens, came_back, strict=True)]
    around = Surroundings(weigh(segments, weights))
    copies = Counter(tokens)
    return [
        Features(
            segment,
            texts[n],
            tokens[n],
            came_back[n],
            in_data[n],
            min(1.0, segment.linked / max(1, len(texts[n]))),
            texts[n].endswith(SENTENCE_ENDS),
            around.families(segment.element),
            copies[tokens[n]],
        )
        for n, segment in enumerate(segments)
    ]
