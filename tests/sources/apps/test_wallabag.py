"""wallabag's JSON and CSV."""

import pytest
from app_exports import JUNE, WALLABAG, WALLABAG_CSV, WALLABAG_ENTRY, dumped

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError, Status
from reader.sources.apps import recognise_export


def test_json() -> None:
    assert recognise_export("wallabag.json", WALLABAG) == Brought(
        "wallabag",
        (
            BroughtArticle(
                title="Grain prices fall",
                url="https://news.example/grain",
                authors=("Ivo Lang",),
                site="news.example",
                published="2026-05-31T08:15+00:00",
                saved=JUNE,
                tags=("grain", "markets"),
                status=Status.ARCHIVED,
                content=b"<p>Prices fell by 4 percent.</p>",
                highlights=(
                    BroughtHighlight(exact="fell by 4 percent", body="By how much?", id="3"),
                ),
            ),
        ),
    )


def test_starred_and_a_page_it_could_not_fetch() -> None:
    lost = "<p>wallabag can't retrieve contents for this article.</p>"
    entry = WALLABAG_ENTRY | {"is_archived": False, "is_starred": True, "content": lost}
    brought = recognise_export("w.json", b"\xef\xbb\xbf" + dumped([entry]))
    assert brought is not None
    (article,) = brought.articles
    assert (article.status, article.starred, article.content) == (Status.UNREAD, True, None)


def test_csv() -> None:
    assert recognise_export("wallabag.csv", WALLABAG_CSV) == Brought(
        "wallabag",
        (
            BroughtArticle(
                title="Grain; prices",
                url="https://news.example/grain",
                saved=JUNE,
                tags=("grain", "markets"),
                content=b'<p>"Down" again</p>',
            ),
        ),
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"url": None}, "entry 2: “url” is missing"),
        ({"url": ""}, "entry 2: “url” is empty"),
        ({"title": []}, "entry 2: “title” is not text"),
        ({"is_archived": "yes"}, "entry 2: “is_archived” is neither true nor false"),
        ({"tags": {"a": 1}}, "entry 2: “tags” is not a list"),
        ({"annotations": [5]}, "entry 2, annotation 1 is not an object"),
        ({"annotations": [{"quote": 5}]}, "entry 2, annotation 1: “quote” is not text"),
        ({"content": 5}, "entry 2: “content” is not text"),
    ],
)
def test_malformed_entries_are_named(change: dict[str, object], words: str) -> None:
    data = dumped([WALLABAG_ENTRY, WALLABAG_ENTRY | change])
    with pytest.raises(SourceError, match=words):
        recognise_export("wallabag.json", data)


def test_broken_json_says_where() -> None:
    with pytest.raises(SourceError, match=r"export of wallabag, but its JSON is broken at line 1"):
        recognise_export("wallabag.json", WALLABAG[:-5])


@pytest.mark.parametrize("nested", [b"[" * 200_000, b'{"a":' * 200_000])
def test_json_nested_too_deeply(nested: bytes) -> None:
    data = b'[{"is_archived": 0, "url": "x", "more": ' + nested
    with pytest.raises(SourceError, match="nested too deeply"):
        recognise_export("wallabag.json", data)


def test_a_number_of_thousands_of_digits() -> None:
    data = b'[{"is_archived": 0, "url": "x", "more": ' + b"9" * 5000 + b"}]"
    with pytest.raises(SourceError, match="too long"):
        recognise_export("wallabag.json", data)
