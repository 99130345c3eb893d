"""Titles without their tails, authors without their jobs, dates that are stated or none."""

from datetime import date

import pytest

from reader.text.cleaning.html.dom import parse
from reader.text.cleaning.html.metadata import Metadata, describe
from reader.text.cleaning.html.metadata.authors import names_in
from reader.text.cleaning.html.metadata.dates import iso
from reader.text.cleaning.html.structured import things


def said(head: str, body: str = "", **kwargs: object) -> Metadata:
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return describe(root, things(root), kwargs.get("url"), kwargs.get("today"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Rain again - Daily Cloud</title>", "<h1>Rain again</h1>", "Rain again"),
        (
            "<title>Rain comes again this week | Daily Cloud</title>",
            "",
            "Rain comes again this week",
        ),
        (
            "<meta property=og:title content='Wet | Sky'><meta property=og:site_name content=Sky>",
            "",
            "Wet",
        ),
        (
            "<title>Budget 3.0 | What it says</title>",
            "<h1>Budget 3.0 | What it says</h1>",
            "Budget 3.0 | What it says",
        ),
        (
            "<title>Rain comes again</title>",
            "<h1>Daily Cloud</h1><h1>Rain comes again</h1>",
            "Rain comes again",
        ),
        ("<meta property=og:title content='Fish &amp;amp; chips'>", "", "Fish & chips"),
        ("", "<p>No title</p>", ""),
        (
            "<meta property=og:title content='Ferry: Late again'><title>Ferry: Late again</title>"
            """<script type="application/ld+json">
            {"@type": "NewsArticle", "headline": "Ferry: Late again"}</script>""",
            "<h1>Late again</h1>",
            "Ferry: Late again",
        ),
        (
            "<meta property=og:title content='Why the ferry is late'><title>The ferry</title>",
            "<h1>The ferry is late</h1>",
            "The ferry is late",
        ),
        (
            "<meta property=og:title content='Ferry / Late again'>",
            "<h1><b>Ferry</b><b>Late again</b></h1>",
            "Ferry / Late again",
        ),
        (
            "<meta property=og:title content='The ferry is late again | Harbour'>",
            "",
            "The ferry is late again",
        ),
        (
            "<meta property=og:title content='Harbour news'>"
            "<meta property=og:site_name content='Harbour news'>",
            "<h1>The ferry is late</h1>",
            "The ferry is late",
        ),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    assert said(head, body).title == title


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Quill", ["Ada Quill"]),
        ("Von Jörg Zander und Mia Lenz", ["Jörg Zander", "Mia Lenz"]),
        ("Ada Quill, Staff Writer", ["Ada Quill"]),
        ("Ada Quill, Ph.D.", ["Ada Quill"]),
        ("https://example.com/people/ada", []),
        ("<a href='/x'>Ada Quill</a>", ["Ada Quill"]),
        ("ada@example.com", []),
        ("王小明、李雷", ["王小明", "李雷"]),
        ("\x1b[31mAda\x1b[0m Quill", ["Ada Quill"]),
    ],
)
def test_authors(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2025-10-22T20:48:31+02:00", "2025-10-22T20:48"),
        ("2025-10-22T00:00:00Z", "2025-10-22"),
        ("2025-10-22", "2025-10-22"),
        ("2025-10", "2025-10"),
        ("20251022", "2025-10-22"),
        ("2025-13-45", None),
        ("2026-10-22", None),
        ("1901-01-01", None),
        ("soon", None),
    ],
)
def test_dates(value: str, found: str | None) -> None:
    assert iso(value, date(2025, 12, 31)) == found


def test_what_the_data_say_goes_before_what_meta_elements_say() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2024-02-01", "author": "Ada Quill"}'
    head = f"""<script type="application/ld+json">{data}</script>
    <meta name="date" content="2024-03-09"><meta name="author" content="Somebody Else">"""
    found = said(head)
    assert (found.published, found.authors) == ("2024-02-01", ("Ada Quill",))


@pytest.mark.parametrize(
    "data", ["{", "[]", '{"@graph": 3}', "null", "[" * 50_000, '{"author": [[1]]}']
)
def test_broken_data_are_passed_over(data: str) -> None:
    found = said(f'<script type="application/ld+json">{data}</script><title>Still here</title>')
    assert found.title == "Still here"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel=canonical href="/a">', "https://x.example/a"),
        ('<link rel=canonical href="javascript:alert(1)">', "https://x.example/b?c"),
        ('<link rel=canonical href="http://[::1">', "https://x.example/b?c"),
        ('<meta property="og:url" content="https://y.example/z">', "https://y.example/z"),
    ],
)
def test_address(head: str, url: str) -> None:
    assert said(head, url="https://x.example/b?c").url == url


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_an_author_that_is_only_an_id_is_looked_up() -> None:
    data = """{"@graph": [{"@type": "Article", "headline": "Rain", "author": {"@id": "#ada"}},
    {"@type": "Person", "@id": "#ada", "name": "Ada Quill"}]}"""
    assert said(linked(data)).authors == ("Ada Quill",)


def test_an_id_that_leads_nowhere_gives_no_author() -> None:
    assert said(linked('{"@type": "Article", "author": [{"@id": "#x"}]}')).authors == ()


def test_a_person_goes_before_the_site_that_signs() -> None:
    head = (
        "<meta property=og:site_name content='Daily Cloud'><meta name=author content='Daily Cloud'>"
    )
    assert said(head, "<a rel=author>Ada Quill</a>").authors == ("Ada Quill",)
    assert said(head).authors == ("Daily Cloud",)


def test_the_kinds_of_meta_element_are_not_mixed() -> None:
    head = """<meta name=author content="Ada Quill"><meta name=author content="(Image: Sky/Wide)">
    <meta name=parsely-author content="ada-quill">"""
    assert said(head).authors == ("Ada Quill",)


def test_the_authors_of_other_articles_stand_farther_off() -> None:
    other = "<ul><li><div><p><a rel=author>Bo Sample</a></p></div></li></ul>"
    own = "<header><div><p>By <a rel=author>Ada Quill</a> and <a rel=author>Cy Test</a></p></div>"
    assert said("", f"<main>{own}</header></main><aside>{other}</aside>").authors == (
        "Ada Quill",
        "Cy Test",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [("<!--", "-->"), ("<![CDATA[", "]]>"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/")],
)
def test_data_wrapped_for_old_browsers_are_read(before: str, after: str) -> None:
    data = '{"@type": "Article", "datePublished": "2021-05-03"}'
    assert said(linked(f"\n{before}\n{data};\n{after}\n")).published == "2021-05-03"
