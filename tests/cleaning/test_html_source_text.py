"""The source text of a page: what is to be seen, canonical, fixed for ever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ConversionError, Kind
from reader.text.canonical import canonical
from reader.text.cleaning.html import clean_html
from reader.text.cleaning.html.dom import parse
from reader.text.cleaning.html.visible import visible

TAGS = (
    "p div span a b br hr h1 h3 ul li ol dl dt dd table tr td th pre code blockquote article nav "
    "footer script style template noscript svg math button figure figcaption form input dialog"
).split()
WORDS = st.sampled_from(
    [
        "word",
        "Two words. ",
        " ",
        "\n",
        "\t",
        "&amp;",
        "&#8203;",
        "&lt;p&gt;",
        "e",
        "\u0301",
        "\u200d",
        "\x1b[31m",
        "\x1b]0;t",
        "\x07",
        "\u202e",
        "\u2028",
        "\x85",
        "\ud83d",
        "\x00",
        "日本",
        "क्\u200d",
        "<!--",
        "-->",
        "]]>",
        "<",
    ]
)
OPEN = st.sampled_from(TAGS).map(lambda tag: f"<{tag}>")
ATTRIBUTES = st.sampled_from(
    [
        " hidden",
        ' style="display:none"',
        ' class="related-posts"',
        ' id="S:0" hidden',
        " open",
        "=",
        "'",
    ]
)
SOUP = st.lists(
    WORDS
    | OPEN
    | st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
    | st.tuples(st.sampled_from(TAGS), ATTRIBUTES).map(lambda pair: f"<{pair[0]}{pair[1]}>"),
    max_size=60,
).map("".join)


def source_text(body: str) -> str:
    return visible(parse(f"<html><body>{body}</body></html>"))[0]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One\n   line</p>", "One line"),
        ("<p>One<br>Two</p>", "One\nTwo"),
        ("<div>One<br><br>Two</div>", "One\n\nTwo"),
        ("<ul><li>One</li><li>Two</li></ul><p>After</p>", "One\nTwo\n\nAfter"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "A | B\n1 | 2",
        ),
        ("<table><tr><td><h1>T</h1><p>Laid</p></td><td>x</td></tr></table>", "T\n\nLaid\n\nx"),
        ("<pre>a\n    b</pre>", "a\n    b"),
        ("<p>He<b>ll</b>o</p>", "Hello"),
        ("<a>Home</a><a>News</a>", "Home News"),
        ("<p>Seen</p><script>no()</script><style>p{}</style>", "Seen"),
        ("<p>Seen</p><p hidden>No</p><p style='Display: none'>No</p><dialog>No</dialog>", "Seen"),
        ("<p aria-hidden=true>Seen by eyes</p>", "Seen by eyes"),
        ("<p>&lt;b&gt; &amp;amp;</p>", "<b> &amp;"),
        ("<p>x&#27;[31mred&#155;2J</p>", "xred›2J"),
        ("<p>a\x1b[31mb\x1b]0;title\x07c\u202ed</p>", "abcd"),
        ("<p>cafe\u0301</p>", "café"),
        ("no element at all", "no element at all"),
    ],
)
def test_what_is_seen(body: str, seen: str) -> None:
    text = source_text("<p>" + "Enough to be seen. " * 20 + "</p><hr>" + body)
    assert text.rpartition("Enough to be seen.")[2].strip() == seen


def test_what_a_script_would_show_counts_where_there_is_nothing_else() -> None:
    assert source_text("<p>Loading</p><noscript><p>The whole article</p></noscript>") == (
        "Loading\n\nThe whole article"
    )


def test_a_long_text_that_is_hidden_until_a_script_ran_is_seen() -> None:
    text = "<p>A sentence of the article. </p>" * 60
    assert "article" in source_text(f"<p>{'Menu. ' * 60}</p><div style='display:none'>{text}</div>")


@pytest.mark.parametrize("depth", [300, 3_000, 30_000])
def test_no_depth_loses_words(depth: int) -> None:
    assert "deep words" in source_text("<div>" * depth + "deep words" + "</div>" * depth)


def test_entities_are_not_expanded() -> None:
    page = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>before &x; after</p>"
    assert "root:" not in visible(parse(page))[0]


@given(SOUP)
@settings(max_examples=200, deadline=None)
def test_source_text_is_canonical_and_segments_lie_in_it(soup: str) -> None:
    text, segments = visible(parse(soup), "A text in the page's data\n" * 20)
    assert canonical(text) == text
    at = 0
    for segment in segments:
        assert text[at : segment.start] in {"", "\n", "\n\n"}
        assert segment.start < segment.end
        words = text[segment.start : segment.end]
        assert words.strip() == words or segment.kind is Kind.CODE
        at = segment.end
    assert at == len(text)


@given(SOUP)
@settings(max_examples=60, deadline=None)
def test_any_page_is_divided_without_a_gap(soup: str) -> None:
    try:
        (cleaned,) = clean_html(soup)
    except ConversionError:
        return
    pieces = [cleaned.source_text[block.start : block.end] for block in cleaned.blocks]
    assert "".join(pieces) == cleaned.source_text
    assert all(piece.strip() for piece in pieces)
    assert all(block.reason for block in cleaned.blocks)
    assert all(block.kept == block.role.kept for block in cleaned.blocks)
    assert canonical(cleaned.title) == cleaned.title


@pytest.mark.parametrize(
    "page", ["", " ", "<!-- x -->", "<p> </p>", "<script>words()</script>", "\x00"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(ConversionError):
        clean_html(page)
