"""A page of a news site: what is kept, what is set aside, and what is said of each."""

import pytest

from reader.model import Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.html import clean_html

PARAGRAPHS = (
    "The harbour of Port Ellis will be closed to all ships for three weeks, the town council said.",
    "Divers found last autumn that the eastern wall had moved by eleven centimetres since 1998.",
    "“We would rather repair a wall than raise a ferry,” said the harbour master, Ada Quill.",
    "The work will cost 4.2 million crowns, of which the state pays half, according to the plan.",
    "Fishermen are to land their catch in Norwick until the wall stands again in early summer.",
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head>
<title>Port Ellis closes its harbour | The Coast Courier</title>
<meta property="og:site_name" content="The Coast Courier">
<link rel="canonical" href="/news/port-ellis">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Port Ellis closes its harbour", "datePublished": "2025-10-22T20:48:31+02:00",
 "author": [{{"@type": "Person", "name": "By Mina Trant"}},
            {{"@type": "Person", "name": "Ole Rusk, Staff Writer"}}]}}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea and weather</a></li></ul></nav>
<main><article>
<h1>Port Ellis closes its harbour</h1>
<p class="article-dek">Three weeks of repairs to the eastern wall begin on Monday</p>
<div class="byline">By Mina Trant and Ole Rusk</div>
<time class="published-date" datetime="2025-10-22">22 October 2025</time>
<div class="share-bar"><button>Share</button><button>Tweet</button></div>
<p>{PARAGRAPHS[0]}</p>
<figure><img src="wall.jpg"><figcaption>The wall in March. Photo: Jon Marsh</figcaption></figure>
<p>{PARAGRAPHS[1]}</p>
<h2>A wall that moves</h2>
<blockquote><p>{PARAGRAPHS[2]}</p></blockquote>
<p><a href="/other">Read more: Ferries of the northern coast to sail less often in winter</a></p>
<p>{PARAGRAPHS[3]}</p>
<div class="newsletter-signup"><h3>Get the Courier in your inbox</h3>
<p>Sign up for our newsletter.</p></div>
<p>{PARAGRAPHS[4]}</p>
</article>
<section class="related-articles"><h2>You may also like</h2>
<ul><li><a href="/1">Storm takes the roof off the fish market in Norwick</a></li>
<li><a href="/2">Why the herring came back, and what it may cost</a></li></ul></section></main>
<footer><p>© 2025 The Coast Courier. All rights reserved.</p></footer>
<div class="cookie-banner"><p>We use cookies to make this site better for you.</p></div>
</body></html>"""


@pytest.fixture(scope="module")
def article() -> Cleaned:
    (cleaned,) = clean_html(PAGE, url="https://courier.example/news/port-ellis?utm=1")
    return cleaned


def roles_of(cleaned: Cleaned) -> dict[str, Role]:
    return {block.text(cleaned.source_text): block.role for block in cleaned.blocks}


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_the_paragraphs_are_the_body(article: Cleaned, paragraph: str) -> None:
    assert roles_of(article)[paragraph] is Role.BODY


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Port Ellis closes its harbour", Role.TITLE),
        ("Three weeks of repairs to the eastern wall begin on Monday", Role.SUBTITLE),
        ("By Mina Trant and Ole Rusk", Role.BYLINE),
        ("22 October 2025", Role.DATE),
        ("Share Tweet", Role.SHARE),
        ("The wall in March. Photo: Jon Marsh", Role.CAPTION_CREDIT),
        ("A wall that moves", Role.BODY),
        ("Read more: Ferries of the northern coast to sail less often in winter", Role.RELATED),
        ("Get the Courier in your inbox", Role.ADVERTISEMENT),
        ("Sign up for our newsletter.", Role.ADVERTISEMENT),
        ("You may also like", Role.RELATED),
        ("Storm takes the roof off the fish market in Norwick", Role.RELATED),
        ("Home", Role.NAVIGATION),
        ("Sea and weather", Role.NAVIGATION),
        ("© 2025 The Coast Courier. All rights reserved.", Role.LEGAL),
    ],
)
def test_every_block_has_its_role(article: Cleaned, words: str, role: Role) -> None:
    assert roles_of(article)[words] is role


def test_the_cookie_notice_is_set_aside_with_a_reason(article: Cleaned) -> None:
    (block,) = (b for b in article.blocks if "We use cookies" in b.text(article.source_text))
    assert not block.kept
    assert "cookie" in block.reason


def test_kinds_follow_the_markup(article: Cleaned) -> None:
    kinds = {block.text(article.source_text): block.kind for block in article.blocks}
    assert kinds[PARAGRAPHS[2]] is Kind.QUOTE
    assert kinds["A wall that moves"] is Kind.HEADING
    assert kinds["Home"] is Kind.LIST_ITEM


def test_metadata(article: Cleaned) -> None:
    assert article.title == "Port Ellis closes its harbour"
    assert article.authors == ("Mina Trant", "Ole Rusk")
    assert article.site == "The Coast Courier"
    assert article.published == "2025-10-22T20:48"
    assert article.language == "en"
    assert article.url == "https://courier.example/news/port-ellis"


def test_a_teaser_that_repeats_a_paragraph_is_a_duplicate_and_the_paragraph_stays() -> None:
    teaser = f'<div class="box"><p>{PARAGRAPHS[1]}</p></div>'
    (cleaned,) = clean_html(PAGE.replace("</main>", f"</main>{teaser}"))
    found = [b for b in cleaned.blocks if b.text(cleaned.source_text) == PARAGRAPHS[1]]
    assert [block.kept for block in found] == [True, False]
    assert found[1].role is Role.DUPLICATE


def test_the_text_that_stands_in_the_data_only_is_read() -> None:
    body = "\\n".join(PARAGRAPHS)
    page = f"""<script type="application/ld+json">{{"articleBody": "{body}"}}
    </script><nav>{"<a href=/>Menu item</a>" * 30}</nav><p>Please switch on JavaScript.</p>"""
    (cleaned,) = clean_html(page)
    kept = [b.text(cleaned.source_text) for b in cleaned.blocks if b.role is Role.BODY]
    assert kept == list(PARAGRAPHS)


def test_a_page_no_extractor_likes_still_gives_its_words() -> None:
    (cleaned,) = clean_html("<p>Short note")
    assert [b.role for b in cleaned.blocks] == [Role.BODY]


def test_rows_of_a_table_are_one_block() -> None:
    rows = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2024</td><td>311</td></tr></table>"
    (cleaned,) = clean_html(PAGE.replace("<h2>A wall", rows + "<h2>A wall"))
    tables = [b.text(cleaned.source_text) for b in cleaned.blocks if b.kind is Kind.TABLE]
    assert tables == ["Year | Ships\n2024 | 311"]


def test_a_pull_quote_is_set_aside_and_the_sentence_it_repeats_stays() -> None:
    words = "The quay was never built for so many boats"
    page = "<html><body><article><h1>The quay</h1>" + "".join(
        f"<p>{text}</p>"
        for text in (
            f"{words}, said the harbour master, who has worked there for thirty years and more.",
            "The council will decide in spring whether to build a second one beside the old.",
            "Until then the ferries wait outside, sometimes for an hour, with engines running.",
        )
    )
    page = page.replace("<p>The council", f"<blockquote><p>{words}</p></blockquote><p>The council")
    (article,) = clean_html(page + "</article></body></html>")
    roles = [b.role for b in article.blocks if words in article.source_text[b.start : b.end]]
    assert roles == [Role.BODY, Role.DUPLICATE]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier version of this article named the wrong harbour master.",
        "Korrektur: In einer früheren Version stand der falsche Name des Hafenmeisters.",
        "更正：本文较早版本写错了港务长的姓名。",
    ],
)
def test_a_correction_is_read(note: str) -> None:
    told = "<p>" + "The quay was closed on Monday because its piles have rotted. " * 4 + "</p>"
    (article,) = clean_html(
        f"<html><body><article><h1>The quay</h1>{told * 3}</article>"
        f"<div class='meta'><p>{note}</p></div></body></html>"
    )
    (block,) = (b for b in article.blocks if note in article.source_text[b.start : b.end])
    assert block.kept


def test_a_headline_in_other_words_than_the_title_is_the_title_block() -> None:
    title = "Harbour of Port Ellis shuts for three weeks"
    page = PAGE.replace("Port Ellis closes its harbour", title)
    page = page.replace(f"<h1>{title}", "<h1>Port Ellis shuts its eastern harbour for weeks")
    (article,) = clean_html(page)
    named = [b.text(article.source_text) for b in article.blocks if b.role is Role.TITLE]
    assert (article.title, named) == (title, ["Port Ellis shuts its eastern harbour for weeks"])
