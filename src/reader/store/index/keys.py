"""What articles are sorted and found by."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

from reader.model import Article

_LAST = "\U0010ffff"
"""Sorts after every name."""

_ISO_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)", re.ASCII)

_UNSPACED = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts written without spaces: each character is a word to the index."""


def folded(text: str) -> str:
    """The text without case and diacritics, white space folded: Größe and GROSSE are one."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(_UNSPACED)  # the dearest of all to compile: not for a list in Latin letters


def spaced(text: str) -> str:
    """The text with spaces about each character of a script that is written without any."""
    return text if text.isascii() else _unspaced().sub(r" \g<0> ", text)


def has_words(text: str) -> bool:
    """Whether the full text index sees a word in it: a letter, a number or a private character."""
    categories = map(unicodedata.category, text)
    return any(category[0] in "LN" or category == "Co" for category in categories)


def word_count(text: str) -> int:
    """How many words a text has; two characters of a script without spaces count as one."""
    unspaced = 0 if text.isascii() else len(_unspaced().findall(text))
    return len((_unspaced().sub(" ", text) if unspaced else text).split()) + (unspaced + 1) // 2


def title_key(title: str) -> str:
    """Sorts as people expect: case, diacritics and opening quotes do not count."""
    return folded(title).lstrip(" \"'“”„«‘’([¿¡-–—") or _LAST


def site_key(site: str | None) -> str:
    """Sorts by site, articles without one last."""
    return folded(site or "") or _LAST


def site_words(article: Article) -> str:
    """Where `site:` looks: the site's name and the address's host."""
    return f"{folded(article.site or '')} {_host(article.url or article.source.url)}".strip()


def microseconds(time: datetime) -> int:
    """Since 1970, in UTC; a time without a zone is taken for UTC."""
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    return round((time - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000)


def moment(article: Article) -> int:
    """When it was published or, failing that, imported, in microseconds since 1970."""
    day = _ISO_DAY.match(article.published or "")
    if not article.published or not day:
        return microseconds(article.source.imported)
    for text in (article.published, f"{day[0]}-01-01"[:10]):
        try:
            return microseconds(datetime.fromisoformat(text))
        except (ValueError, OverflowError):
            continue
    return microseconds(article.source.imported)


def address(article: Article) -> str | None:
    """Where on the web it is: as it says, else where its source came from, if that is all of it."""
    return article.url or (None if article.part else article.source.url)


def day(article: Article) -> str:
    """The day of `moment` as it is shown, ISO 8601, at the precision the source gives."""
    published = _ISO_DAY.match(article.published or "")
    return published[0] if published else article.source.imported.date().isoformat()


def _host(url: str | None) -> str:
    try:
        return folded(urlsplit(url or "").hostname or "")
    except ValueError:
        return ""
