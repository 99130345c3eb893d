"""Figures and sources in words: what every format says of them."""

import re

from reader.model import Article, Entity, Figure

_TOO_LONG = 1e18
_TOO_SMALL = 1e-6
_WEB = re.compile(r"(https?://[^\s<>\\/?#]+)([^\s<>\\]*)", re.IGNORECASE)
_UNWELCOME = re.compile(r"[\[\]{}|^`\"]")
_LIKE_AN_ENTITY = re.compile(r"(&#?\w+);")


def figure_words(figure: Figure) -> str:
    """A figure's value for people: `about 15,000,000,000 USD`, `3 – 5 percent`, `2025-10-22`.

    `?` for what could not be resolved.
    """
    value, value_to = figure.as_given
    values = [number_words(value)]
    if value_to is not None:
        values.append(number_words(value_to))
    about = "about " if figure.approximate else ""
    unit = f" {figure.unit}" if figure.unit else ""
    return f"{about}{' – '.join(values)}{unit}"


def office_words(entity: Entity) -> str:
    """What the text says a person is: `Finance Minister, Russia`; "" where it does not."""
    return ", ".join(filter(None, (entity.role, entity.affiliation)))


def number_words(value: float | str | None) -> str:
    """A number with its thousands grouped, a date as it is, `?` for None."""
    if value is None:
        return "?"
    if isinstance(value, str):
        return value
    if value and not _TOO_SMALL <= abs(value) < _TOO_LONG:
        return f"{value:g}"
    whole, _, fraction = f"{value:,.6f}".partition(".")
    return ".".join(filter(None, [whole, fraction.rstrip("0")]))


def sentence_around(article: Article, offset: int) -> str:
    """The sentence of the kept text at an offset into the source text."""
    from reader.text.sentences import sentence_at  # lists are printed without it

    start, end = sentence_at(article.kept_text, offset)
    return article.read(start, end)


def where_from(article: Article) -> str:
    """The article's address; else the file it came from; else “pasted text”."""
    return article.url or article.source.url or article.source.path or "pasted text"


def web_address(source: str) -> str | None:
    """An address of the web that no markup takes for more than one; None for anything else."""
    found = _WEB.fullmatch(source)
    if not found:
        return None
    rest = _UNWELCOME.sub(_encoded, found[2])
    return found[1] + _LIKE_AN_ENTITY.sub(r"\1%3B", rest)


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
