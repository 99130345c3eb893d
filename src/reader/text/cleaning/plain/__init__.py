"""Plain text → articles: a scrape, a paste, an e-mail.

Division into segments (`dividing`), what is seen of each (`features`), where the article is
(`weighing`), its header (`header`), and what each segment is for (`judging`, `copies`) are apart,
so that each can be improved alone.
"""

from datetime import date
from itertools import pairwise

from reader.model import ConversionError
from reader.text.canonical import canonical
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.features import observe
from reader.text.cleaning.language import detect_language
from reader.text.cleaning.plain.assembling import Part, articles, scraped_part
from reader.text.cleaning.plain.dividing import divide, parted
from reader.text.cleaning.plain.looking import language_sample
from reader.text.cleaning.plain.splitting import second_articles
from reader.text.cleaning.segments import Segment

__all__ = ["clean_plain"]


def clean_plain(
    text: str, *, url: str | None = None, today: date | None = None
) -> tuple[Cleaned, ...]:
    """Divide plain text into blocks; further items are further articles found in it.

    `url` is where it came from; dates after `today` are not believed. Raises ConversionError when
    there are no words in it.
    """
    source_text = canonical(text)
    if not any(char.isalnum() for char in source_text):
        raise ConversionError("there are no words in it", url)
    segments, aside = parted(divide(source_text))
    language = detect_language(language_sample(segments))
    seen = observe(segments, language, today)
    starts = second_articles(segments, seen, language)
    if not starts:
        part = scraped_part(segments, seen, language)
        return articles(source_text, [part], url=url, aside=aside)
    bounds = pairwise([0, *starts, len(segments)])
    parts = [_part(segments[a:b], today) for a, b in bounds]
    return articles(source_text, parts, url=url, aside=aside)


def _part(segments: list[Segment], today: date | None) -> Part:
    """One of several articles, observed anew: each has its own language and its own repeats."""
    language = detect_language(language_sample(segments))
    return scraped_part(segments, observe(segments, language, today), language)
