"""The corpus: every story of `articles.toml` in every layout, with what should come out of it."""

import textwrap
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

Story = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """A source and its truth: title, author and the paragraphs of the body, headings among them."""

    name: str
    media_type: str
    source: str
    title: str
    author: str
    body: list[str]


def samples() -> Iterator[Sample]:
    """Every story in every layout, in order."""
    stories = tomllib.loads(Path(__file__).with_name("articles.toml").read_text("utf-8"))
    for language, story in stories.items():
        for layout, (media_type, write) in LAYOUTS.items():
            yield Sample(
                f"{language}/{layout}",
                media_type,
                write(story, language),
                story["title"],
                story["author"],
                body_of(story),
            )


def body_of(story: Story) -> list[str]:
    """The paragraphs with the heading where every layout has it: before the fourth."""
    told = story["paragraphs"]
    return [*told[:3], story["heading"], *told[3:]]


def _tags(tag: str, texts: list[str]) -> str:
    return "\n".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _links(texts: list[str]) -> str:
    return "<ul>" + "".join(f'<li><a href="/x">{escape(t)}</a></li>' for t in texts) + "</ul>"


def _article(story: Story) -> str:
    told = story["paragraphs"]
    return "\n".join(
        [_tags("p", told[:3]), f"<h2>{escape(story['heading'])}</h2>", _tags("p", told[3:])]
    )


def _page(language: str, title: str, inside: str) -> str:
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f'<!doctype html><html lang="{language}">{head}<body>{inside}</body></html>'


def news_page(story: Story, language: str) -> str:
    """A page with names that say what its parts are."""
    inside = f"""
      <header><nav>{_links(story["nav"])}</nav></header>
      <div class="cookie-banner"><p>{escape(story["cookie"])}</p></div>
      <main><article><h1>{escape(story["title"])}</h1>
      <p class="byline">{escape(story["byline"])}</p><time>{escape(story["date"])}</time>
      <div class="share">{_links(story["share"])}</div>
      {_article(story)}
      <aside class="newsletter"><p>{escape(story["newsletter"])}</p></aside></article>
      <section class="related"><h3>{escape(story["related"])}</h3>
      {_links(story["headlines"])}</section>
      <section class="comments"><h3>{escape(story["comments"])}</h3>
      <p>{escape(story["comment"])}</p></section></main><footer><p>{escape(story["copyright"])}</p></footer>"""
    return _page(language, story["title"], inside)


def nameless_page(story: Story, language: str) -> str:
    """The same with elements that say nothing, as page builders write them."""
    inside = f"""
      <div><div>{_links(story["nav"])}</div></div><div><p>{escape(story["cookie"])}</p></div>
      <div><div><div><h1>{escape(story["title"])}</h1><div>{escape(story["byline"])}</div>
      <div>{escape(story["date"])}</div><div>{_links(story["share"])}</div></div>
      <div class="a1"><div>{_article(story)}</div></div>
      <div><p>{escape(story["newsletter"])}</p></div>
      <div><div>{escape(story["related"])}</div>{_links(story["headlines"])}</div>
      <div><div>{escape(story["comments"])}</div><p>{escape(story["comment"])}</p></div></div></div>
      <div><p>{escape(story["copyright"])}</p></div>"""
    return _page(language, story["title"], inside)


def old_page(story: Story, language: str) -> str:
    """Laid out with tables, paragraphs parted by line breaks."""
    told = "<br><br>".join(map(escape, body_of(story)))
    inside = f"""
      <table><tr><td valign="top">{_links(story["nav"])}</td><td><font size="5"><b>
      {escape(story["title"])}</b></font><br><i>{escape(story["byline"])}</i><br><br>{told}
      <br><br>{escape(story["related"])}: {_links(story["headlines"])}</td></tr>
      <tr><td colspan="2">{escape(story["copyright"])}</td></tr></table>"""
    return _page(language, story["title"], inside)


def scrape(story: Story, language: str) -> str:  # noqa: ARG001
    """What is copied out of a browser: every block a line, blank lines between."""
    told = story["paragraphs"]
    return "\n\n".join(
        [
            *story["nav"], story["cookie"], story["title"], story["byline"], story["date"],
            *story["share"], *told[:3], story["heading"], *told[3:], story["newsletter"],
            story["related"], *story["headlines"], story["comments"], story["comment"],
            story["copyright"],
        ]
    )  # fmt: skip


def dense_scrape(story: Story, language: str) -> str:
    """The same without a blank line anywhere."""
    return scrape(story, language).replace("\n\n", "\n")


def wrapped(story: Story, language: str) -> str:
    """The article alone, hard-wrapped at 72 columns, as in an e-mail."""
    width = 36 if language == "zh" else 72
    parts = [story["title"], story["byline"], story["date"], *body_of(story)]
    return "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in parts)


LAYOUTS: dict[str, tuple[str, Callable[[Story, str], str]]] = {
    "news page": ("text/html", news_page),
    "nameless page": ("text/html", nameless_page),
    "old page": ("text/html", old_page),
    "scrape": ("text/plain", scrape),
    "dense scrape": ("text/plain", dense_scrape),
    "wrapped": ("text/plain", wrapped),
}
