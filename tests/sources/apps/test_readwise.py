"""Readwise's CSV of highlights and Readwise Reader's of documents."""

import pytest
from app_exports import JUNE, READER, READWISE, READWISE_SIMPLE

from reader.model import Brought, BroughtArticle, BroughtHighlight, Colour, SourceError, Status
from reader.sources.apps import recognise_export


def test_highlights_of_one_book_together() -> None:
    assert recognise_export("readwise.csv", READWISE) == Brought(
        "Readwise",
        (
            BroughtArticle(
                title="Tides",
                authors=("Mia Voss",),
                tags=("books",),
                highlights=(
                    BroughtHighlight(
                        exact='The tide "turned".',
                        body="Look this up",
                        tags=("sea", "law"),
                        colour=Colour.RED,
                        created=JUNE,
                    ),
                    BroughtHighlight(exact="Salt was money.", tags=("salt",), created=JUNE),
                ),
            ),
        ),
    )


def test_the_simple_table() -> None:
    brought = recognise_export("r.csv", READWISE_SIMPLE)
    assert brought is not None
    (article,) = brought.articles
    assert (article.url, article.authors) == ("https://news.example/tides", ("Mia Voss",))


def test_documents() -> None:
    assert recognise_export("reader.csv", READER) == Brought(
        "Readwise Reader",
        (
            BroughtArticle(
                title="One",
                url="https://news.example/1",
                saved=JUNE,
                tags=("sea", "it's", "a, b"),
                status=Status.READING,
            ),
            BroughtArticle(
                title="Two", url="https://news.example/2", saved=JUNE, status=Status.ARCHIVED
            ),
        ),
        ("1 row of a feed, which nobody saved",),
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Highlight,Title\n,A\n", "row 2: “Highlight” is empty"),
        (b"Title,URL,Document tags,Location\nA,,[],new\n", "row 2: “URL” is empty"),
        (
            b"Title,URL,Document tags,Location,Reading progress\nA,https://a.example,[],new,half\n",
            "row 2: “Reading progress” is not a number",
        ),
    ],
)
def test_malformed_rows_are_named(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        recognise_export("r.csv", data)


def test_tags_that_are_never_closed() -> None:
    row = "A,https://a.example,\"['" + "\\'" * 50_000 + '",new'
    brought = recognise_export("r.csv", b"Title,URL,Document tags,Location\n" + row.encode())
    assert brought is not None
    assert len(brought.articles[0].tags) == 1
