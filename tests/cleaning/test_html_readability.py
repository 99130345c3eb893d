"""What our reading of Readability.js keeps of a page."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning.html.dom import parse
from reader.text.cleaning.html.readability import readable
from reader.text.cleaning.html.visible import visible

SENTENCES = (
    "The mill at Brannock Ford, which stood for ninety years, burned down on Tuesday night.",
    "Nobody was hurt, the fire brigade said, but the wheel, the stones and the roof are lost.",
    "Its owner, a retired teacher, wants to build it again, with oak from the same forest.",
    "The village council, which meets on Friday, will talk about a loan, its chair told us.",
)
PARAGRAPHS = [
    f"{sentence} {number} of four, so to speak." * 2 for number, sentence in enumerate(SENTENCES)
]
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def kept(markup: str) -> str:
    text, segments = visible(parse(markup))
    answer = readable(segments, text)
    assert len(answer.kept) == len(answer.scores) == len(segments)
    return "\n".join(
        text[segment.start : segment.end]
        for segment, value in zip(segments, answer.kept, strict=True)
        if value >= 0.5
    )


def values(markup: str) -> dict[str, tuple[float, float]]:
    text, segments = visible(parse(markup))
    answer = readable(segments, text)
    return {
        text[segment.start : segment.end]: (value, score)
        for segment, value, score in zip(segments, answer.kept, answer.scores, strict=True)
    }


def page(*parts: str) -> str:
    return f"<html><body>{''.join(parts)}</body></html>"


def test_the_article_is_kept_in_full_and_in_order():
    assert kept(page(f"<div class='story'>{BODY}</div>")) == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "part",
    [
        "<div class='sidebar'><p>{}</p></div>",
        "<div id='disqus'><p>{}</p></div>",
        "<div role='complementary'><p>{}</p></div>",
        "<div aria-hidden='true'><p>{}</p></div>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<form><p>{}</p><input><input></form>",
        "<div class='share'><p>{}</p><p>x</p></div>",
        "<button>{}</button>",
        "<h2 class='promo'>{}</h2>",
        "<ul><li><a href='/a'>{}</a></li></ul><img><img><img>",
    ],
)
def test_what_is_unlikely_or_fishy_goes_and_the_article_stays(part):
    other = "Something else, of which nobody thinks here"
    words = kept(page(f"<div class='story'>{BODY}<div>{part.format(other)}</div></div>"))
    assert other not in words
    assert words.count("Brannock Ford") == PARAGRAPHS[0].count("Brannock Ford")
    assert PARAGRAPHS[3] in words


def test_a_block_of_links_goes_and_a_plain_list_stays():
    links = "".join(f"<li><a href='/{n}'>Harbour story number {n}</a></li>" for n in range(6))
    plain = "".join(f"<li>Item {n}: a bag of flour</li>" for n in range(6))
    words = kept(page(f"<div>{BODY}<div>See <span>{links}</span></div><ul>{plain}</ul></div>"))
    assert "Harbour story" not in words
    assert words.count("bag of flour") == 6


def test_an_unlikely_name_does_not_count_in_a_table_or_beside_a_likely_one():
    table = f"<table><tr><td><p class='comment'>{PARAGRAPHS[0]}</p></td></tr></table>"
    column = f"<div class='related-column'><p>{PARAGRAPHS[1]}</p></div>"
    words = kept(page(f"<div class='story'>{BODY}{table}</div>"))
    assert words.count(PARAGRAPHS[0]) == 2
    assert PARAGRAPHS[1] in kept(page(column + f"<p>{PARAGRAPHS[2]}</p>"))


def test_paragraphs_beside_the_article_are_joined_to_it():
    beside = (
        "A standfirst of more than eighty code points is joined to the article it stands before."
    )
    short = "Too short, no full stop"
    found = values(page(f"<p>{beside}</p><p>{short}</p><div class='story'>{BODY}</div><p>x</p>"))
    assert found[beside][0] == 0.5
    assert found[short][0] == 0.0
    assert found[PARAGRAPHS[0]][0] == 1.0


def test_text_between_line_breaks_and_in_bare_divs_is_paragraphs():
    breaks = "<br><br>".join(PARAGRAPHS)
    divs = "".join(f"<div>{words}</div>" for words in PARAGRAPHS)
    menu = "<div class='menu'>Home</div>"
    assert kept(page(menu, f"<div>{breaks}</div>")) == "\n".join(PARAGRAPHS)
    assert kept(page(menu, f"<div class='x'>{divs}</div>")) == "\n".join(PARAGRAPHS)


def test_a_short_page_is_tried_again_with_what_seemed_unlikely():
    words = "The ferry is late, and so is the post."
    assert kept(page(f"<div class='sidebar'><p>{words}</p></div>")) == words


def test_a_short_page_is_tried_again_without_the_weight_of_names():
    heading = "<h2 class='promo'>Of all the mills of the valley</h2>"
    assert "mills of the valley" in kept(page(f"<div>{heading}<p>{SENTENCES[0]}</p></div>"))
    assert "mills of the valley" not in kept(page(f"<div>{heading}{BODY}</div>"))


def test_the_title_and_the_first_byline_are_left_out_of_the_body():
    title = "The mill at Brannock Ford burns down"
    head = f"<head><title>{title}</title></head>"
    top = f"<h1>{title}</h1><div class='byline'>By Ina Holm</div>"
    words = kept(f"<html>{head}<body><div>{top}{BODY}</div></body></html>")
    assert words == "\n".join(PARAGRAPHS)


def test_data_tables_stay_and_hold_what_looks_fishy():
    rows = "".join(f"<tr><td>Year {n}</td><td><a href='/{n}'>{n}</a></td></tr>" for n in range(12))
    words = kept(page(f"<div>{BODY}<table>{rows}</table></div>"))
    assert all(f"Year {n}" in words for n in range(12))


def test_scores_lie_between_none_and_the_best():
    found = values(page(f"<div class='menu'>Home</div><div class='story'>{BODY}</div>"))
    assert found[PARAGRAPHS[0]][1] == 1.0
    assert found["Home"][1] == 0.0


def test_the_tree_is_left_as_it_was():
    from lxml import etree

    root = parse(page(f"<div class='story'>{BODY}<aside>No</aside></div>"))
    before = etree.tostring(root)
    text, segments = visible(root)
    readable(segments, text)
    assert etree.tostring(root) == before


def test_a_page_without_text_has_no_answer():
    assert readable([], "").kept == []


def steps(markup: str) -> int:
    """How many calls and lines it takes."""
    text, segments = visible(parse(markup))
    count = 0

    def step(frame, event, arg):
        nonlocal count
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        readable(segments, text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "grow",
    [
        lambda n: page(f"<div>{f'<p>{SENTENCES[0]}</p>' * n}</div>"),
        lambda n: page(f"<div><a href='#x'>{SENTENCES[0]}<br><br></a></div>" * n),
        lambda n: page("a, b<br><br>" * n),
        lambda n: page("<div><img>" * n + BODY + "</div>" * n),
        lambda n: page("<div>" * n, f"<div class='s'>{SENTENCES[0]}</div><ul><li><img>x" * n),
        lambda n: page("<div><div><h2>Some heading or other</h2></div>" * n),
        lambda n: page("<table><tr><td>" * n + BODY),
        lambda n: page("<div>" * n, "<ul><li><a href='/q'>z</a></ul><div>q</div>" * n),
    ],
    ids=["wide", "links", "breaks", "deep", "deep-wide", "divs", "tables", "removed"],
)
def test_twice_the_page_takes_about_twice_the_steps(grow):
    few, many = steps(grow(60)), steps(grow(240))
    assert many < 5 * few + 5000


TAGS = st.sampled_from(
    "div p span a ul li ol table tr td th section h1 h2 b br img form input button aside article "
    "blockquote pre iframe font figure footer body html noscript x-y textarea dl dd".split()
)
NAMES = st.sampled_from(["", "", "comment", "content", "byline", "share", "hid", "ad-break promo"])
TREES = st.recursive(
    st.sampled_from(["", "word", "One, two, three. ", "x" * 120, "\n"]),
    lambda inner: st.builds(
        lambda tag, name, parts: f"<{tag} class='{name}'>{''.join(parts)}</{tag}>",
        TAGS,
        NAMES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES)
def test_odd_trees_are_answered_too(markup):
    text, segments = visible(parse(markup))
    answer = readable(segments, text)
    assert set(answer.kept) <= {0.0, 0.5, 1.0}
    assert all(0 <= score <= 1 for score in answer.scores)
    assert len(answer.kept) == len(answer.scores) == len(segments)
