"""An article of another application as a page: the same bytes whenever it is brought."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

from reader.model import BroughtArticle
from reader.sources import Original
from reader.sources.original import make_original
from reader.text.canonical import canonical, canonical_line

# Begins every page made for want of a text, so that a text that comes later takes its place.
_STUB = "<!DOCTYPE html>\n<!-- Only its address was brought along, not its text. -->\n"
_FULL = "<!DOCTYPE html>\n"
_HTML, _MARKDOWN, _PLAIN = "text/html", "text/markdown", "text/plain"


def page_of(one: BroughtArticle, now: datetime) -> Original:
    """The text of an article with what is known of it. Raises SourceError where it is too large."""
    if not one.content or not one.content.strip():
        return stub_of(one, now)
    if one.media_type == _MARKDOWN:
        return _original(one, _front_matter(one) + _decoded(one.content), _MARKDOWN, now)
    return _original(one, _FULL + _page(one, _markup(one)), _HTML, now)


def stub_of(one: BroughtArticle, now: datetime) -> Original:
    """What stands in for a text that is not there: title and address."""
    link = escape(canonical_line(one.url or ""))
    words = f'<p><a href="{link}">{link}</a></p>' if link else ""
    if not any(map(str.isalnum, one.title + link)):
        words = "<p>Untitled</p>"  # a page has to have a word in it
    return _original(one, _STUB + _page(one, words), _HTML, now)


def is_stub(data: bytes) -> bool:
    """Whether the bytes of a source are a page without the text."""
    return data.startswith(_STUB.encode())


def _original(one: BroughtArticle, text: str, media_type: str, now: datetime) -> Original:
    made = make_original(
        text.encode("utf-8", "replace"), url=one.url, media_type=media_type, charset="utf-8"
    )
    saved = one.saved.astimezone(UTC).replace(microsecond=0) if one.saved else now
    # Saved in the future it would stand at the head of every list for years.
    return replace(made, source=replace(made.source, imported=min(saved, now)))


def _page(one: BroughtArticle, words: str) -> str:
    title = escape(canonical_line(one.title))
    link = escape(canonical_line(one.url or ""))
    canonical_link = f'<link rel="canonical" href="{link}">\n' if link else ""
    return (
        f'<html><head><meta charset="utf-8">\n<title>{title}</title>\n{canonical_link}'
        f'<script type="application/ld+json">{_linked_data(one)}</script>\n</head>\n'
        f"<body><article>\n<h1>{title}</h1>\n{words}\n</article></body></html>\n"
    )


def _linked_data(one: BroughtArticle) -> str:
    """What is known of the article as JSON-LD, in which nothing can end the element it is in."""
    fields: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": canonical_line(one.title),
    }
    if one.authors:
        names = map(canonical_line, one.authors)
        fields["author"] = [{"@type": "Person", "name": name} for name in names]
    if one.site:
        fields["publisher"] = {"@type": "Organization", "name": canonical_line(one.site)}
    if one.published:
        fields["datePublished"] = canonical_line(one.published)
    return json.dumps(fields).replace("<", "\\u003c").replace("&", "\\u0026")


def _markup(one: BroughtArticle) -> str:
    text = _decoded(one.content or b"")
    if one.media_type != _PLAIN:
        return text
    paragraphs = (part.strip() for part in canonical(text).split("\n\n"))
    lines = (escape(part).replace("\n", "<br>\n") for part in paragraphs if part)
    return "\n".join(f"<p>{part}</p>" for part in lines)


def _front_matter(one: BroughtArticle) -> str:
    """What is known of the article as YAML, in which every JSON value is one."""
    said = {
        "title": canonical_line(one.title),
        "source": one.url,
        "author": [canonical_line(name) for name in one.authors],
        "site": canonical_line(one.site or ""),
        "published": one.published,
    }
    told = ((key, json.dumps(value, ensure_ascii=False)) for key, value in said.items() if value)
    return "\n".join(["---", *(f"{key}: {value}" for key, value in told), "---", "", ""])


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "replace").removeprefix("\ufeff")
