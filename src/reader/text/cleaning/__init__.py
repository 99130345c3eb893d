"""HTML, Markdown or plain text → source text, blocks with roles and reasons, metadata."""

from datetime import date

from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.forms import formed

__all__ = ["CLEANER_VERSION", "Cleaned", "clean"]

CLEANER_VERSION = 4
"""Changes whenever the same source may be divided otherwise; the source text never changes."""


def clean(
    text: str, media_type: str, *, url: str | None = None, today: date | None = None
) -> tuple[Cleaned, ...]:
    """Divide a decoded source into blocks; further items are further articles found in it.

    `url` is where it came from, `today` bounds plausible dates. Raises ConversionError when there
    are no words in it.
    """
    return tuple(map(formed, _cleaned(text, media_type, url, today)))


def _cleaned(
    text: str, media_type: str, url: str | None, today: date | None
) -> tuple[Cleaned, ...]:
    if media_type in {"text/html", "application/xhtml+xml"}:
        from reader.text.cleaning.html import clean_html

        return clean_html(text, url=url, today=today)
    if media_type == "text/markdown":
        from reader.text.cleaning.markdown import clean_markdown

        return clean_markdown(text, url=url, today=today)
    from reader.text.cleaning.plain import clean_plain

    return clean_plain(text, url=url, today=today)
