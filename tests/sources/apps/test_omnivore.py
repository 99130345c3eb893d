"""Omnivore's zip: texts, labels, highlights; and zips that are not what they say."""

import pytest
from app_exports import JUNE, OMNIVORE, OMNIVORE_ITEM, dumped, packed

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError, Status
from reader.sources.apps import recognise_export

FIRST = BroughtArticle(
    title="The harbour plan",
    url="https://news.example/harbour",
    authors=("Ada Berg",),
    published="2026-05-30",
    saved=JUNE,
    tags=("ports", "trade"),
    status=Status.READING,
    note="A note on all of it.",
    content="<p>The port will double its quays – soon.</p>".encode(),
    highlights=(
        BroughtHighlight(
            exact="The port will double\nits quays.\n\nPerhaps.",
            body="Who pays?\n\nAnd when?",
            tags=("money", "open question"),
        ),
        BroughtHighlight(exact="Nothing was signed."),
        BroughtHighlight(exact="Not yet.", body="# Heading of a note"),
    ),
)


def test_every_article_with_its_text_and_highlights() -> None:
    brought = recognise_export("omnivore.zip", OMNIVORE)
    assert brought is not None
    first, second, third = brought.articles
    assert first == FIRST
    assert (second.status, second.content) == (Status.ARCHIVED, None)
    assert (third.status, third.url) == (Status.DONE, None)
    assert brought.passed_over == ("1 PDF: Reader reads text and HTML",)


def test_a_list_taken_out_of_the_zip() -> None:
    brought = recognise_export("metadata_0_to_20.json", dumped([OMNIVORE_ITEM]))
    assert isinstance(brought, Brought)
    assert [one.title for one in brought.articles] == ["The harbour plan"]


def test_a_zip_that_was_packed_again_with_its_folder() -> None:
    data = packed(
        {
            "export/metadata_0_to_20.json": dumped([OMNIVORE_ITEM]),
            "export/content/harbour-plan.html": b"<p>Text</p>",
        }
    )
    brought = recognise_export("a.zip", data)
    assert brought is not None
    assert brought.articles[0].content == b"<p>Text</p>"


def test_a_name_that_leads_out_of_the_zip_leads_nowhere() -> None:
    item = OMNIVORE_ITEM | {"slug": "../../etc/passwd"}
    brought = recognise_export("a.zip", packed({"metadata_0_to_20.json": dumped([item])}))
    assert brought is not None
    assert brought.articles[0].content is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"slug": None}, "entry 1: “slug” is missing"),
        ({"title": 5}, "entry 1: “title” is not text"),
        ({"labels": "x"}, "entry 1: “labels” is not a list"),
        ({"labels": [5]}, "entry 1: “labels” is not a list of texts"),
        ({"readingProgress": "half"}, "entry 1: “readingProgress” is not a number"),
        ({"savedAt": []}, "entry 1: “savedAt” is not a time"),
        ({"title": None, "url": None}, "entry 1: “url” is missing"),
    ],
)
def test_a_malformed_entry_is_named(change: dict[str, object], words: str) -> None:
    data = packed({"metadata_0_to_20.json": dumped([OMNIVORE_ITEM | change])})
    with pytest.raises(SourceError, match=words) as caught:
        recognise_export("omnivore.zip", data)
    assert caught.value.subject == "omnivore.zip, metadata_0_to_20.json"


@pytest.mark.parametrize("data", [b"[", b"[1]", b"{}", b"", b"\xff[]"])
def test_a_list_that_is_not_one(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"metadata_0_to_20\.json"):
        recognise_export("omnivore.zip", packed({"metadata_0_to_20.json": data}))
