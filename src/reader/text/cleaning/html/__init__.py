"""HTML → source text, blocks with roles and reasons, metadata.

The stages, each a file:  dom → visible (source text, segments) → page (columns, the learned
choice, features) → keep → steps → roles → blocks;  structured and metadata beside them.
"""

from datetime import date

from reader.model import ConversionError, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.dates import find_date
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
from reader.text.cleaning.segments import Verdict

__all__ = ["SOURCE_TEXT_VERSION", "clean_html"]


def clean_html(
    text: str, *, url: str | None = None, today: date | None = None
) -> tuple[Cleaned, ...]:
    """Divide a page, given as decoded markup, into blocks: one article.

    `url` is where it came from, a date after `today` is not believed. Raises ConversionError when
    there are no words to see in it.
    """
    root = parse(text)
    data = things(root)
    told = article_body(data)
    source_text, segments = visible(root, told)
    if not any(map(str.isalnum, source_text)):
        raise ConversionError("no words in the page; is it made by a script?", url)
    said = describe(root, data, url, today)
    look = Look.at(source_text, segments, told, said.title, said.language)
    page = look.features()
    kept, verdicts = judge(page, said)
    return (
        Cleaned(
            source_text=source_text,
            blocks=tiled(source_text, segments, verdicts, [each.likelihood for each in page]),
            title=said.title or _first_line(source_text),
            authors=said.authors,
            site=said.site,
            published=said.published or _shown_date(page, verdicts, today),
            language=said.language or detect_language(_body(page, kept)),
            url=said.url,
        ),
    )


def judge(page: list[Features], said: Metadata) -> tuple[list[bool], list[Verdict]]:
    """Which segments are read, and what each is for."""
    kept = worth_reading(page)
    gone = set_aside(page, kept, said)
    return kept, assign_roles(page, kept, gone, said)


def _body(page: list[Features], kept: list[bool]) -> str:
    return "\n".join(each.text for each, keep in zip(page, kept, strict=True) if keep)


def _shown_date(page: list[Features], verdicts: list[Verdict], today: date | None) -> str | None:
    """The date in the line above the text, for pages whose data say nothing."""
    lines = (e.text for e, verdict in zip(page, verdicts, strict=True) if verdict.role is Role.DATE)
    return next(filter(None, (find_date(line, today) for line in lines)), None)


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0][:120].strip()
