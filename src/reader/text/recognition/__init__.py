"""Kept text → mentions, entities, figures, quotations. `recognise` is the one way in."""

from datetime import date

from reader.model import Recognised

__all__ = ["RECOGNISER_VERSION", "recognise"]

RECOGNISER_VERSION = 2
"""Changes whenever the same text may be recognised otherwise; caches carry it."""


def recognise(text: str, published: date | None = None, language: str | None = None) -> Recognised:
    """Find who is named and what the numbers are; offsets are code points into `text` as given.

    `published` resolves relative dates (without it they stay unresolved), `language` is an
    ISO 639-1 code that decides how numbers are written (English when not given).
    """
    from reader.text.recognition.figures import find_figures
    from reader.text.recognition.mentions import find_mentions
    from reader.text.recognition.quotations import find_quotations

    figures = find_figures(text, published, language)
    mentions, entities = find_mentions(text, figures, language)
    return Recognised(mentions, figures, entities, find_quotations(text, mentions))
