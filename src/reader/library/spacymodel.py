"""Names by a spaCy model of the reader's own, in place of Reader's learned step.

What Reader knows of finance, of whole documents and of figures is laid over it all the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from reader.model import EntityType, UsageError
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens

# The labels of OntoNotes 5, and of models fitted to CoNLL 2003.
_TYPES = {
    "PERSON": EntityType.PERSON,
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "PRODUCT": EntityType.PRODUCT,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.LAW,
    "WORK_OF_ART": EntityType.WORK,
}
_UNUSED = ("lemmatizer", "attribute_ruler", "textcat")
_PIECE = re.compile(r"[^\n]{1,50000}(?:\n[^\n]{1,5000}){0,20}")
"""As much as a model is given at once: some paragraphs, so that memory stays bounded."""


class SpacyNames:
    """A model, loaded when it is first asked."""

    def __init__(self, model: str) -> None:
        """`model` is the name of an installed one, or its folder."""
        self._name = model
        self._model: Any = None

    def spans(self, text: str, tokens: Tokens, _rules: list[Span]) -> list[Span]:
        """The names in a text, as spans of tokens. Raises UsageError where there is no model."""
        model = self._model = self._model or _loaded(self._name)
        found = []
        for piece in _PIECE.finditer(text):
            for start, end, label in _entities(model(piece.group())):
                first = bisect_right(tokens.starts, piece.start() + start) - 1
                last = bisect_left(tokens.ends, piece.start() + end) + 1
                if (kind := _TYPES.get(label)) and 0 <= first < last <= len(tokens):
                    found.append(Span(first, last, kind, Strength.LEARNED))
        return found


def _entities(document: Any) -> Iterator[tuple[int, int, str]]:
    return ((one.start_char, one.end_char, one.label_) for one in document.ents)


def _loaded(name: str) -> Any:
    try:
        import spacy

        return spacy.load(name, exclude=_UNUSED)
    except (ImportError, OSError) as error:
        hint = f"python -m spacy download {name}"
        raise UsageError(f"this spaCy model cannot be loaded; try: {hint}", name) from error
