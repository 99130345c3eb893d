"""Kept text → mentions, entities, figures, quotations. `recognise` is the one way in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from reader.model import Recognised

if TYPE_CHECKING:
    from reader.text.recognition.mentions.spans import Span
    from reader.text.recognition.mentions.tokens import Tokens

__all__ = ["RECOGNISER_VERSION", "Names", "recognise"]

Names: TypeAlias = "Callable[[str, Tokens, list[Span]], list[Span] | None]"
"""Finds names in a text, given its tokens and what rules found; None for no more than these."""

RECOGNISER_VERSION = 3
"""Changes whenever the same text may be recognised otherwise; caches carry it."""


def recognise(
    text: str,
    published: date | None = None,
    language: str | None = None,
    names: Names | None = None,
) -> Recognised:
    """Find who is named and what the numbers are; offsets are code points into `text` as given.

    `published` resolves relative dates (without it they stay unresolved), `language` is an
    ISO 639-1 code that decides how numbers are written (English when not given). `names` takes
    the place of Reader's own learned step.
    """
    from reader.text.recognition.figures import find_figures
    from reader.text.recognition.mentions import find_mentions
    from reader.text.recognition.quotations import find_quotations

    figures = find_figures(text, published, language)
    mentions, entities = find_mentions(text, figures, language, names)
    return Recognised(mentions, figures, entities, find_quotations(text, mentions))
