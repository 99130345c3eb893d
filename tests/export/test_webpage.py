"""A page is what Reader wrote, and nothing an article says becomes markup in it."""

from dataclasses import replace

import pytest
from exported_samples import FULL, noted, titled
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reader.export import Exported, html_note
from reader.export.webpage import page_id, replaced
from reader.model import FollowUp, ReaderState
from reader.text.canonical import canonical_line

PAGE = html_note(FULL)
hostile = st.one_of(
    st.sampled_from(
        [
            *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!-- -->", "]]>"),
            *("&lt;b&gt;", "</title><b>", "{{ title }}", "{% raw %}", "'\" onclick='x"),
        ]
    ),
    st.text(max_size=40),
).map(canonical_line)


def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page.encode())


def tags(page: str) -> list[str]:
    return [str(one.tag) for one in tree(page).iter()]


def hostile_article(words: str) -> Exported:
    article = replace(titled(words or "x").article, authors=(words,), site=words, language=words)
    state = ReaderState(tags=(words,), follow_up=FollowUp(FULL.state.follow_up.on, words))  # type: ignore[union-attr]
    found = replace(
        FULL.recognised,
        figures=tuple(replace(one, text=words, unit=words) for one in FULL.recognised.figures),
    )
    return replace(FULL, article=article, state=state, recognised=found)


@given(hostile)
def test_words_stay_words(words: str) -> None:
    page = html_note(hostile_article(words))
    assert set(tags(page)) <= set(tags(PAGE))
    assert tree(page).xpath("string(//h1)") == (words or "x")


@given(st.one_of(hostile, st.sampled_from(["![x](https://a.b/c.png)", "[x](javascript:alert(1))"])))
def test_the_readers_markdown_is_no_html(words: str) -> None:
    page = tree(html_note(replace(FULL, notes=noted(words))))
    assert not page.xpath(
        "//script | //img | //*[@onclick or @onerror] | //@href[contains(., 'java')]"
    )


def test_the_readers_markdown_is_shown() -> None:
    assert tree(PAGE).xpath("string(//div[@class='note']//em)") == "northern"


def test_a_page_loads_nothing() -> None:
    (policy,) = tree(PAGE).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert not tree(PAGE).xpath("//@src | //link | //script")


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://a.b/"onclick="x', "file:///etc"])
def test_links_lead_to_the_web(url: str) -> None:
    article = replace(FULL.article, url=url)
    links = tree(html_note(replace(FULL, article=article))).xpath("//@href")
    assert all(link.startswith("https://a.b/%22onclick=%22x") for link in links)


def test_its_first_line_names_and_seals_it() -> None:
    assert page_id(PAGE) == FULL.article.id
    assert page_id(PAGE.replace("\n", "\r\n")) == FULL.article.id
    assert page_id("<!doctype html>\n" + PAGE) is None


def test_only_what_nobody_changed_is_replaced() -> None:
    assert replaced(PAGE, "new") == "new"
    assert replaced(PAGE.replace("\n", "\r\n"), "new") == "new"
    assert replaced(PAGE.replace("northern", "southern"), "new") is None
    assert replaced("<p>mine</p>", "new") is None
