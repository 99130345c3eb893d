"""A link to a passage is one that browsers find, and that no markup takes for more."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from exported_samples import ARTICLE, FULL, LATE, mark
from hypothesis import given
from hypothesis import strategies as st

from reader.export.fragments import passage_link
from reader.export.views import article_view

PAGE = "https://a.b/c"
LONG = " ".join(f"word{number}" for number in range(30))


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("Costs rose", "Costs%20rose"),
        ("a well-known 50% & more, too", "a%20well%2Dknown%2050%25%20%26%20more%2C%20too"),
        ("é", "%C3%A9"),
        ("on two\nlines", "on%20two,lines"),
        ("one two.\n\nthree four.", "one%20two.,three%20four."),
        (LONG, "word0%20word1%20word2%20word3%20word4,word25%20word26%20word27%20word28%20word29"),
    ],
)
def test_a_passage_as_a_text_fragment(passage: str, text: str) -> None:
    assert passage_link(PAGE, passage) == f"{PAGE}#:~:text={text}"


def test_words_before_it_tell_one_of_several() -> None:
    link = passage_link(PAGE, "the tunnel", "They all said, and again, that")
    assert link == f"{PAGE}#:~:text=and%20again%2C%20that-,the%20tunnel"


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("https://a.b/c#part", "https://a.b/c#part:~:text="),
        ("https://a.b/c#:~:text=old", "https://a.b/c#:~:text="),
        ("https://a.b/c?q=[x]&copy;=1", "https://a.b/c?q=%5Bx%5D&copy%3B=1#:~:text="),
        ("HTTP://A.B", "HTTP://A.B#:~:text="),
    ],
)
def test_the_address_stays(source: str, start: str) -> None:
    assert passage_link(source, "x") == f"{start}x"


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", "/home/me/x.html", "pasted text", "https://a b", "file:///x"]
)
def test_only_the_web_has_passages(source: str) -> None:
    assert passage_link(source, "x") is None


def test_nothing_leads_nowhere() -> None:
    assert passage_link(PAGE, " \n") is None


@given(st.text(min_size=1, max_size=200), st.text(max_size=100))
def test_no_passage_breaks_out_of_its_link(passage: str, before: str) -> None:
    link = passage_link(PAGE, passage, before)
    if passage.strip():
        assert link
        assert re.fullmatch(r"https://a\.b/c#:~:text=([\w.~%]+-,)?[\w.~%]+(,[\w.~%]+)?", link)


def test_a_short_passage_is_its_own_words_again() -> None:
    link = passage_link(PAGE, "“It is late,” said – she")
    assert link
    assert unquote(link.partition("text=")[2]) == "“It is late,” said – she"


def test_what_stands_twice_is_told_apart() -> None:
    text = ARTICLE.source_text.replace("late", "tunnel")
    twice = replace(ARTICLE, source_text=text)
    at = text.rindex("tunnel")
    exported = replace(FULL, article=twice, annotations=((mark(LATE, 1), (at, at + 6)),))
    (one,) = article_view(exported)["highlights"]
    assert one["words"] == "tunnel"
    assert one["link"].endswith("#:~:text=tunnel.%20%E2%80%9CIt%20is-,tunnel")


def test_a_lost_passage_has_no_link() -> None:
    links = [one["link"] for one in article_view(FULL)["highlights"]]
    assert [bool(link) for link in links] == [True, True, False]
