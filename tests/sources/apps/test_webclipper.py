"""The highlights of Obsidian Web Clipper."""

import pytest
from app_exports import CLIPPER, CLIPPER_PIECE, JUNE, SECONDS, dumped

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError
from reader.sources.apps import recognise_export

URL = "https://news.example/bridge"


def test_full_and_short_highlights() -> None:
    assert recognise_export("clipper.json", CLIPPER) == Brought(
        "Obsidian Web Clipper",
        (
            BroughtArticle(
                title="The bridge",
                url=URL,
                highlights=(
                    BroughtHighlight(
                        exact="The bridge & the road",
                        prefix="before ",
                        suffix=" after",
                        body="Which one?",
                        created=JUNE,
                        id=str(SECONDS * 1000),
                    ),
                ),
            ),
            BroughtArticle(
                title="https://news.example/old-format",
                url="https://news.example/old-format",
                highlights=(BroughtHighlight(exact="Only words", body="So", created=JUNE),),
            ),
        ),
    )


def test_the_pieces_of_a_group_are_one_highlight() -> None:
    last = {"content": "and below", "notes": [], "textQuote": {"suffix": " end"}, "id": "2"}
    data = [CLIPPER_PIECE | {"groupId": "g"}, CLIPPER_PIECE | last | {"groupId": "g"}]
    brought = recognise_export("c.json", dumped([{"url": URL, "highlights": [], "data": data}]))
    assert brought is not None
    (mark,) = brought.articles[0].highlights
    assert (mark.exact, mark.prefix, mark.suffix) == (
        "The bridge & the road\nand below",
        "before ",
        " end",
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"url": 5}, "page 1: “url” is not text"),
        ({"highlights": {}}, "page 1: “highlights” is not a list"),
        ({"highlights": [{"timestamp": "x"}]}, "page 1, highlight 1: “text” is missing"),
        ({"data": [{"content": []}]}, "page 1, piece 1: “content” is not text"),
        ({"data": [{"textQuote": 5}]}, "page 1, piece 1: “textQuote” is not an object"),
        ({"data": [{"notes": "x"}]}, "page 1, piece 1: “notes” is not a list"),
    ],
)
def test_malformed_pages_are_named(change: dict[str, object], words: str) -> None:
    page: dict[str, object] = {"url": URL, "highlights": [], "data": []}
    with pytest.raises(SourceError, match=words):
        recognise_export("c.json", dumped([page | change]))
