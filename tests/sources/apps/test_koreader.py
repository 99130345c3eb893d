"""KOReader's JSON, one book and several."""

import pytest
from app_exports import JUNE, KOREADER, KOREADER_ALL, KOREADER_BOOK, dumped

from reader.model import Brought, BroughtArticle, BroughtHighlight, Colour, SourceError
from reader.sources.apps import recognise_export

MARK = BroughtHighlight(exact="Salt was money.", body="Where?", colour=Colour.BLUE, created=JUNE)


def test_one_book() -> None:
    assert recognise_export("koreader.json", KOREADER) == Brought(
        "KOReader",
        (BroughtArticle(title="Tides", authors=("Mia Voss", "Jon Dahl"), highlights=(MARK,)),),
        ("1 bookmark without words",),
    )


def test_a_book_that_stands_there_twice_is_one() -> None:
    brought = recognise_export("koreader.json", KOREADER_ALL)
    assert brought is not None
    assert [one.highlights for one in brought.articles] == [(MARK, MARK)]
    assert brought.passed_over == ("2 bookmarks without words",)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": None}, "book 1: “title” is missing"),
        ({"author": 5}, "book 1: “author” is not text"),
        ({"entries": {}}, "book 1: “entries” is not a list"),
        ({"entries": [{"text": 5}]}, "book 1, entry 1: “text” is not text"),
        ({"entries": [{"text": "x", "time": True}]}, "book 1, entry 1: “time” is not a time"),
    ],
)
def test_malformed_books_are_named(change: dict[str, object], words: str) -> None:
    data = dumped({"created_on": 1, "version": "1", "documents": [KOREADER_BOOK | change]})
    with pytest.raises(SourceError, match=words):
        recognise_export("koreader.json", data)
