"""Instapaper's and Matter's CSV."""

import pytest
from app_exports import INSTAPAPER, JUNE, MATTER

from reader.model import Brought, BroughtArticle, BroughtHighlight, SourceError, Status
from reader.sources.apps import recognise_export

URL = "https://news.example/"


def test_instapaper() -> None:
    assert recognise_export("instapaper.csv", INSTAPAPER) == Brought(
        "Instapaper",
        (
            BroughtArticle(
                title="First",
                url=URL + "a",
                saved=JUNE,
                tags=("x", "y"),
                highlights=(BroughtHighlight("A passage, marked"),),
            ),
            BroughtArticle(title="Second", url=URL + "b", saved=JUNE, status=Status.ARCHIVED),
            BroughtArticle(title="Third", url=URL + "c", saved=JUNE, starred=True),
            BroughtArticle(title="Fourth", url=URL + "d", saved=JUNE, tags=("Harbours",)),
            BroughtArticle(
                title="Fifth",
                saved=JUNE,
                content=b"A text without\nan address",
                media_type="text/plain",
            ),
        ),
    )


def test_instapaper_without_later_columns_and_rows_of_one_address() -> None:
    data = b"URL,Title,Selection,Folder\nhttps://a.example,A,one,Ports\nhttps://a.example,A,two,Archive"
    brought = recognise_export("a.csv", data)
    assert brought is not None
    (article,) = brought.articles
    assert [mark.exact for mark in article.highlights] == ["one", "two"]
    assert (article.tags, article.status) == (("Ports",), Status.ARCHIVED)


def test_texts_of_one_title_stay_apart() -> None:
    data = b"URL,Title,Selection,Folder\n,Note,one,Unread\n,Note,two,Unread"
    brought = recognise_export("a.csv", data)
    assert brought is not None
    assert [one.content for one in brought.articles] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (b",A,,Unread,1,", "row 2: “URL” is empty"),
        (b"https://a.example,A,,Unread,1,[", "row 2: “Tags” is not a JSON list"),
        (b'https://a.example,A,,Unread,1,"[1,2]"', "row 2: “Tags” is not a JSON list of texts"),
        (b"https://a.example,A,,Unread,1," + b"[" * 100_000, "row 2: “Tags” is not a JSON list"),
    ],
)
def test_malformed_rows_are_named(row: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        recognise_export("a.csv", b"URL,Title,Selection,Folder,Timestamp,Tags\n" + row)


def test_matter() -> None:
    assert recognise_export("matter.csv", MATTER) == Brought(
        "Matter",
        (
            BroughtArticle(
                title="One",
                url=URL + "1",
                authors=("Ada Berg",),
                site="The Post",
                saved=JUNE,
                tags=("a", "b"),
                starred=True,
            ),
            BroughtArticle(title="Two", url=URL + "2", status=Status.DONE),
            BroughtArticle(title="Three", url=URL + "3", status=Status.ARCHIVED),
        ),
        ("1 article has highlights, whose words are not in the file",),
    )


def test_matter_malformed() -> None:
    header = b"Title,URL,In Queue,Favorited,Read\n"
    with pytest.raises(SourceError, match="row 2: “read” is neither true nor false"):
        recognise_export("a.csv", header + b"A,https://a.example,True,True,perhaps")
    with pytest.raises(SourceError, match="row 3: “URL” is empty"):
        recognise_export("a.csv", header + b"A,https://a.example,True,True,True\nB,,True,True,True")
