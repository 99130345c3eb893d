"""Highlights and notes: made, found again, changed, removed."""

import pytest
from tinydb import TinyDB

from reader.library import Library
from reader.model import AmbiguousReference, Colour, NothingFound, UsageError
from tests.library.conftest import STORY


def span(library: Library, article: str, words: str) -> tuple[int, int]:
    start = library.article(article).source_text.index(words)
    return start, start + len(words)


def test_a_highlight_knows_its_words_and_place(library: Library, story: str) -> None:
    start, end = span(library, story, "two cranes had fallen")
    made = library.highlight(story, start, end, "Which ones?\x1b[31m", ["#check"], Colour.BLUE)
    (found,) = library.annotations(story)
    assert found.annotation == made
    assert found.span == (start, end)
    assert not found.moved
    assert made.quote is not None
    assert made.quote.exact == "two cranes had fallen"
    assert (made.body, made.tags, made.colour) == ("Which ones?", ("check",), Colour.BLUE)


def test_highlights_come_in_order_of_position(library: Library, story: str) -> None:
    for words in ("Marta Reis", "Lisbon", "96 hours"):
        library.highlight(story, *span(library, story, words))
    quotes = [one.annotation.quote for one in library.annotations(story)]
    assert [quote and quote.exact for quote in quotes] == ["Lisbon", "96 hours", "Marta Reis"]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (0, 10_000_000)])
def test_no_words_no_highlight(library: Library, story: str, start: int, end: int) -> None:
    with pytest.raises(NothingFound):
        library.highlight(story, start, end)


def test_a_quote_is_found_however_it_is_typed(library: Library, story: str) -> None:
    start, end = library.find_quote(story, "port authority said\n in a  statement.  Repairs cost")
    assert library.article(story).source_text[start:end].startswith("port authority")
    start, end = library.find_quote(story, '"We lost a week of trade,"')
    assert library.article(story).source_text[start:end] == "“We lost a week of trade,”"


def test_a_quote_that_is_not_there_or_there_twice_is_refused(library: Library, story: str) -> None:
    with pytest.raises(NothingFound, match="do not stand"):
        library.find_quote(story, "words nobody wrote")
    with pytest.raises(AmbiguousReference):
        library.find_quote(story, "the port")


def test_annotations_are_changed_and_removed(library: Library, story: str) -> None:
    made = library.highlight(story, *span(library, story, "Lisbon"))
    changed = library.annotate(made.id, body="The capital", tags=["place"], colour=Colour.RED)
    assert (changed.body, changed.tags, changed.colour) == ("The capital", ("place",), Colour.RED)
    assert changed.quote == made.quote
    assert library.annotate(made.id) == changed
    library.delete_annotation(made.id)
    assert library.annotations(story) == ()
    with pytest.raises(UsageError):
        library.delete_annotation(made.id)


def test_an_article_has_one_note(library: Library, story: str) -> None:
    assert library.note(story) == ""
    library.set_note(story, "Ask the port.")
    library.set_note(story, "Ask the port.\n\nAnd the union.")
    assert library.note(story) == "Ask the port.\n\nAnd the union."
    assert library.listing().rows(0, 1)[0].notes == 1
    library.set_note(story, "  ")
    assert library.note(story) == ""
    assert library.listing().rows(0, 1)[0].notes == 0


def test_stock_tinydb_reads_what_was_written(library: Library, story: str) -> None:
    library.tag([story], ["follow-up"])
    library.highlight(story, *span(library, story, "Lisbon"), body="Where?")
    with TinyDB(library.home / "notes.json") as stock:
        (annotation,) = stock.table("annotations").all()
        (article,) = stock.table("articles").all()
    assert annotation["quote"]["exact"] == "Lisbon"
    assert annotation["body"] == "Where?"
    assert article["tags"] == ["follow-up"]
    assert STORY[annotation["position"]["start"] :].startswith("Lisbon")
