"""HTML → source text, blocks with roles and reasons, metadata.

The stages, each a file:  dom → visible (source text, segments) → page (columns, the learned
choice, features) → keep → steps → roles → blocks;  structured and metadata beside them.
"""

from dataclasses import replace
from datetime import date

from reader.model import ConversionError
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.html.blocks import tiled
from reader.text.cleaning.html.dom import parse
from reader.text.cleaning.html.features import Features
from reader.text.cleaning.html.keep import worth_reading
from reader.text.cleaning.html.metadata import Metadata, describe
from reader.text.cleaning.html.page import Look
from reader.text.cleaning.html.roles import assign_roles
from reader.text.cleaning.html.steps import set_aside
from reader.text.cleaning.html.structured import article_body, things
from reader.text.cleaning.html.visible import SOURCE_TEXT_VERSION, visible
from reader.text.cleaning.language import detect_language
from reader.text.cleaning.plain.header import find_header
from reader.text.cleaning.segments import Verdict

__all__ = ["SOURCE_TEXT_VERSION", "clean_html"]

_WEB = "1990"


def clean_html(
    text: str, *, url: str | None = None, today: date | None = None
) -> tuple[Cleaned, ...]:
    """Divide a page, given as decoded markup, into blocks: one article.

    `url` is where it came from, a date after `today` is not believed. Raises ConversionError when
    there are no words to see in it.
    """
    root = parse(text)
    held = [*root.iter()]  # what nobody holds, lxml makes anew whenever it is asked for
    data = things(root)
    told = article_body(data)
    source_text, segments = visible(root, told)
    if not any(map(str.isalnum, source_text)):
        raise ConversionError("no words in the page; is it made by a script?", url)
    said = describe(root, data, url, today)
    look = Look.at(source_text, segments, told, said.title, said.language)
    page = look.features()
    kept = worth_reading(page)
    said = _completed(said, look, kept, today)
    verdicts = judge(page, kept, said)
    del held
    return (
        Cleaned(
            source_text=source_text,
            blocks=tiled(source_text, segments, verdicts, [each.likelihood for each in page]),
            title=said.title or _first_line(source_text),
            authors=said.authors,
            site=said.site,
            published=said.published,
            language=said.language or detect_language(_body(page, kept)),
            url=said.url,
        ),
    )


def _completed(said: Metadata, look: Look, kept: list[bool], today: date | None) -> Metadata:
    """The metadata with the author and date that stand around the text, where data say nothing."""
    chosen = [at for at, keep in enumerate(kept) if keep]
    if (said.authors and said.published) or not chosen:
        return said
    header = find_header(look.lines, look.seen, chosen[0], chosen[-1] + 1)
    return replace(
        said,
        authors=said.authors or header.authors,
        published=said.published or _believed(header.published, today),
    )


def _believed(day: str | None, today: date | None) -> str | None:
    """A date read off the page: no older than the web, no later than today."""
    latest = today.isoformat() if today else "9999"
    return day if day and _WEB <= day[:10] <= latest else None


def judge(page: list[Features], kept: list[bool], said: Metadata) -> list[Verdict]:
    """What each segment is for; those that only repeat are taken out of `kept`."""
    gone = set_aside(page, kept, said)
    return assign_roles(page, kept, gone, said)


def _body(page: list[Features], kept: list[bool]) -> str:
    return "\n".join(each.text for each, keep in zip(page, kept, strict=True) if keep)


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0][:120].strip()
