"""Hypothesis's JSON: a page's annotations together."""

import pytest
from app_exports import ANNOTATION, HYPOTHESIS, JUNE, dumped

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError
from reader.sources.apps import recognise_export

MARK = BroughtHighlight(
    exact="ninety metres",
    prefix="It is",
    suffix="high",
    body="Check the *height*.",
    tags=("dam",),
    created=JUNE,
    modified=JUNE,
    id="Ab-1",
)


def test_a_quote_a_note_on_the_page_and_a_reply() -> None:
    brought = recognise_export("hypothesis.json", HYPOTHESIS)
    assert brought is not None
    (article,) = brought.articles
    quote, note = article.highlights
    assert (article.title, article.url) == ("The dam", "https://news.example/dam")
    assert (quote.exact, quote.prefix, quote.suffix) == ("ninety metres", "It is ", " high")
    assert (quote.body, quote.tags, quote.id) == (MARK.body, MARK.tags, "Ab-1")
    assert (quote.created, quote.modified) == (JUNE, JUNE)
    assert (note.exact, note.body, note.id) == ("", MARK.body, "Ab-2")
    assert brought.passed_over == ("1 reply to an annotation",)


def test_a_page_without_a_title_or_an_open_address() -> None:
    annotation = ANNOTATION | {"uri": "urn:x-pdf:abc", "document": {}, "created": "never"}
    data = dumped({"export_date": "x", "annotations": [annotation]})
    brought = recognise_export("h.json", data)
    assert isinstance(brought, Brought)
    (article,) = brought.articles
    assert isinstance(article, BroughtArticle)
    assert (article.title, article.url) == ("urn:x-pdf:abc", None)
    assert article.highlights[0].created is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"uri": None}, "annotation 1: “uri” is missing"),
        ({"target": 5}, "annotation 1: “target” is not a list"),
        ({"target": [{"selector": ["x"]}]}, "annotation 1, target 1, selector 1 is not an object"),
        (
            {"target": [{"selector": [{"type": "TextQuoteSelector"}]}]},
            "annotation 1, target 1, selector 1: “exact” is missing",
        ),
        ({"tags": [None]}, "annotation 1: “tags” is not a list of texts"),
        ({"document": "x"}, "annotation 1: “document” is not an object"),
        ({"references": [5]}, "annotation 1: “references” is not a list of texts"),
    ],
)
def test_malformed_annotations_are_named(change: dict[str, object], words: str) -> None:
    data = dumped({"export_date": "x", "annotations": [ANNOTATION | change]})
    with pytest.raises(SourceError, match=words):
        recognise_export("h.json", data)


@pytest.mark.parametrize("annotations", [5, {"a": 1}, "x"])
def test_annotations_that_are_no_list(annotations: object) -> None:
    data = dumped({"export_date": "x", "annotations": annotations})
    with pytest.raises(SourceError, match="“annotations” is not a list"):
        recognise_export("h.json", data)
