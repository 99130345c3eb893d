"""Karakeep, Linkwarden, and the bookmarks of browsers."""

import pytest
from app_exports import ISO, JUNE, KARAKEEP, LINKWARDEN, NETSCAPE, dumped

from reader.model import Brought, BroughtArticle, BroughtHighlight, Colour, SourceError, Status
from reader.sources.apps import recognise_export

URL = "https://news.example/"


def test_karakeep() -> None:
    assert recognise_export("karakeep.json", KARAKEEP) == Brought(
        "Karakeep",
        (
            BroughtArticle(
                title="A link",
                url=URL + "link",
                saved=JUNE,
                tags=("one", "Harbours"),
                status=Status.ARCHIVED,
                note="Read twice.",
                highlights=(
                    BroughtHighlight("A quay", body="n", colour=Colour.RED, created=JUNE, id="h"),
                ),
            ),
            BroughtArticle(
                title="First line",
                saved=JUNE,
                content=b"First line\nand more",
                media_type="text/plain",
            ),
        ),
        ("1 bookmark of a file, which is not in the export",),
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"content": {"type": "link"}}, "bookmark 1, content: “url” is missing"),
        ({"content": 5}, "bookmark 1: “content” is not an object"),
        ({"tags": "x"}, "bookmark 1: “tags” is not a list"),
        ({"archived": "x"}, "bookmark 1: “archived” is neither true nor false"),
        ({"createdAt": {}}, "bookmark 1: “createdAt” is not a time"),
    ],
)
def test_karakeep_malformed(change: dict[str, object], words: str) -> None:
    good = {"createdAt": 1, "tags": [], "content": {"type": "link", "url": URL}}
    with pytest.raises(SourceError, match=words):
        recognise_export("k.json", dumped({"bookmarks": [good | change]}))


def test_linkwarden() -> None:
    assert recognise_export("linkwarden.json", LINKWARDEN) == Brought(
        "Linkwarden",
        (
            BroughtArticle(
                title="A link", url=URL + "link", saved=JUNE, tags=("one",), note="Said there"
            ),
            BroughtArticle(title=URL + "2", url=URL + "2", saved=JUNE, tags=("Harbours",)),
        ),
        ("1 upload, which is not in the export",),
    )


@pytest.mark.parametrize(
    ("collection", "words"),
    [
        ({"links": 5}, "collection 1: “links” is not a list"),
        ({"links": [{"url": 5}]}, "collection 1, link 1: “url” is not text"),
        ({"name": 5, "links": []}, None),
        ({"name": 5, "links": [{"url": URL}]}, "collection 1: “name” is not text"),
        ({"links": [{"url": URL, "tags": [{"x": 1}]}]}, "link 1: “tags” is not a list of texts"),
    ],
)
def test_linkwarden_malformed(collection: dict[str, object], words: str | None) -> None:
    data = dumped({"collections": [collection], "createdAt": ISO})
    if words is None:
        assert recognise_export("l.json", data) == Brought("Linkwarden", ())
        return
    with pytest.raises(SourceError, match=words):
        recognise_export("l.json", data)


def test_netscape() -> None:
    assert recognise_export("bookmarks.html", NETSCAPE) == Brought(
        "bookmarks",
        (
            BroughtArticle(
                title="One & only",
                url=URL + "1",
                saved=JUNE,
                tags=("x", "y"),
                note="What it says",
            ),
            BroughtArticle(title="Två", url=URL + "2", tags=("News", "Ports")),
            BroughtArticle(title=URL + "3", url=URL + "3", tags=("News",)),
            BroughtArticle(title="A script"),
        ),
    )


def test_netscape_malformed() -> None:
    first = b"<!DOCTYPE NETSCAPE-Bookmark-file-1>"
    with pytest.raises(SourceError, match="bookmark 2: “HREF” is missing"):
        recognise_export("b.html", first + b"<DL><DT><A HREF='https://a.example'>x</A><DT><A>y</A>")
    with pytest.raises(SourceError, match="deep"):
        recognise_export("b.html", first + b"<DL><DT><H3>x</H3>" * 5000)


def test_no_entity_is_expanded() -> None:
    page = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1 [<!ENTITY a SYSTEM "file:///etc/passwd">]>
    <DL><DT><A HREF="https://a.example/">&a;</A></DL>"""
    brought = recognise_export("b.html", page)
    assert brought is not None
    assert "root" not in brought.articles[0].title
