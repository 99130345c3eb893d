"""Markdown as visible text: markup gone, front matter read, only sure furniture set aside."""

from datetime import date

import pytest

from reader.model import ConversionError, Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.markdown import clean_markdown

FIRST = (
    "The decision was taken late on Tuesday by the town council, which had asked for the report "
    "in June. Eleven of the fifteen members voted for it."
)
SECOND = "Ferries will leave from the fish market until a new quay is built, the company said."


def clean(text: str) -> Cleaned:
    (cleaned,) = clean_markdown(text)
    return cleaned


def said(cleaned: Cleaned) -> list[tuple[Kind, str]]:
    return [(b.kind, b.text(cleaned.source_text)) for b in cleaned.blocks]


def texts(cleaned: Cleaned, *, kept: bool) -> list[str]:
    return [b.text(cleaned.source_text) for b in cleaned.blocks if b.kept is kept]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A heading", (Kind.HEADING, "A heading")),
        ("Under\n-----", (Kind.HEADING, "Under")),
        ("**Bold**, *slanted*, ~~gone~~, `code`", (Kind.PARAGRAPH, "Bold, slanted, gone, code")),
        ("A [link](http://a.example) here", (Kind.PARAGRAPH, "A link here")),
        ("An ==important== word", (Kind.PARAGRAPH, "An important word")),
        ("See [[Sandby|the town]] and [[Quay]]", (Kind.PARAGRAPH, "See the town and Quay")),
        ("if a == b and c == d", (Kind.PARAGRAPH, "if a == b and c == d")),
        ("> said she", (Kind.QUOTE, "said she")),
        ("- an item", (Kind.LIST_ITEM, "an item")),
        ("3. third", (Kind.LIST_ITEM, "3. third")),
        ("```py\nx = 1\n```", (Kind.CODE, "x = 1")),
        ("| a | b |\n|---|---|\n| 1 | 2 |", (Kind.TABLE, "a | b\n1 | 2")),
        ("<div>Some <b>bold</b> words</div>", (Kind.PARAGRAPH, "Some bold words")),
        ("a&nbsp;b &amp; c", (Kind.PARAGRAPH, "a b & c")),
        ("one<br>two <!-- unseen --> three", (Kind.PARAGRAPH, "one\ntwo  three")),
        ("<script>\nalert(1)\n</script>\n\nseen", (Kind.PARAGRAPH, "seen")),
    ],
)  # fmt: skip
def test_markup_is_stripped_and_gives_the_kind(markdown: str, expected: tuple[Kind, str]) -> None:
    assert said(clean(markdown)) == [expected]


def test_levels_of_headings_and_lists() -> None:
    cleaned = clean("intro\n\n## Two\n\n### Three\n\n- one\n  - deeper")
    assert [b.level for b in cleaned.blocks] == [0, 2, 3, 1, 2]


CLIPPING = f"""\
---
title: "A quay closes: what now"
source: https://www.sandby.example/quay
author:
  - "[[Ada Sample]]"
  - Bo Example
published: 2031-05-03
created: 2031-05-09
tags: [clippings]
lang: en-GB
---
# A quay closes: what now

{FIRST}

{SECOND}
"""


def test_front_matter_gives_the_metadata() -> None:
    cleaned = clean(CLIPPING)
    assert cleaned.title == "A quay closes: what now"
    assert cleaned.url == "https://www.sandby.example/quay"
    assert cleaned.site == "sandby.example"
    assert cleaned.authors == ("Ada Sample", "Bo Example")
    assert cleaned.published == "2031-05-03"
    assert cleaned.language == "en"
    assert [b.role for b in cleaned.blocks] == [Role.TITLE, Role.BODY, Role.BODY]


def test_the_given_address_goes_before_the_file_s() -> None:
    (cleaned,) = clean_markdown(CLIPPING, url="https://b.example/x")
    assert (cleaned.url, cleaned.site) == ("https://b.example/x", "b.example")


def test_malformed_front_matter_still_gives_what_it_can() -> None:
    cleaned = clean("---\ntitle: A quay: closes: now\nauthor: [unclosed\n---\nBody words here.")
    assert cleaned.title == "A quay: closes: now"
    assert texts(cleaned, kept=True) == ["Body words here."]


@pytest.mark.parametrize(
    "text",
    [
        "---\njust a rule above\n\n---\nand below",
        "-- no front matter",
        "---\ntitle: never closed\nwords",
        "---\n- a\n- list\n---\nwords",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    words = [word for word in text.split() if word.strip("-") or word == "--"]
    assert clean(text).source_text.split() == words


def test_front_matter_alone_is_read_by_its_title() -> None:
    cleaned = clean("---\ntitle: A bookmark\nurl: https://a.example/b\n---\n")
    assert texts(cleaned, kept=True) == ["A bookmark"]


def test_a_date_after_today_is_not_believed() -> None:
    (cleaned,) = clean_markdown("---\npublished: 3 May 2031\n---\nWords", today=date(2030, 1, 1))
    assert cleaned.published is None


def test_a_byline_and_date_under_the_title() -> None:
    cleaned = clean(f"# A quay closes\n\nBy Ada Sample\n\n3 May 2031\n\n{FIRST}")
    assert (cleaned.authors, cleaned.published) == (("Ada Sample",), "2031-05-03")
    roles = [b.role for b in cleaned.blocks]
    assert roles == [Role.TITLE, Role.BYLINE, Role.DATE, Role.BODY]


def test_notes_are_kept_whole() -> None:
    notes = "# Notes\n\n- Home\n- News\n- Ask Ada\n\n## Share\n\n- mine: 3\n\n## More\n\nok"
    assert texts(clean(notes), kept=False) == []


def test_a_page_turned_into_markdown_loses_its_furniture() -> None:
    menu = "\n".join(f"- [{word}](/x)" for word in ("Home", "News", "Sport", "Weather"))
    links = "- [Bridge delayed](/b)\n- [Fishing season](/f)"
    page = "\n\n".join(
        [menu, "# A quay closes", "![A boat](b.jpg)", FIRST, "Advertisement", SECOND,
         "Share this article", "## Related articles", links, "© 2031 The Sandby Example"]
    )  # fmt: skip
    cleaned = clean(page)
    assert texts(cleaned, kept=True) == ["A quay closes", FIRST, SECOND]
    reasons = {b.reason for b in cleaned.blocks if not b.kept}
    assert {"menu of a page", "list of links to other articles", "share buttons"} <= reasons


def test_hard_breaks_and_soft_breaks_stay_inside_the_paragraph() -> None:
    assert said(clean("one\ntwo  \nthree")) == [(Kind.PARAGRAPH, "one\ntwo\nthree")]


def test_deep_nesting_loses_no_words() -> None:
    cleaned = clean("> " * 500 + "deep words")
    assert "deep words" in cleaned.source_text


@pytest.mark.parametrize("text", ["", "---\n---\n", "<!-- only -->", "***", "![](x.png)"])
def test_without_words_it_cannot_be_read(text: str) -> None:
    with pytest.raises(ConversionError):
        clean_markdown(text)
