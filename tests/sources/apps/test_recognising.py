"""Ordinary articles are none; whatever the bytes, nothing but SourceError comes out."""

from datetime import datetime
from pathlib import Path

import pytest
from app_exports import EXPORTS, packed
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Brought, SourceError
from reader.sources.apps import recognise_export
from reader.text.canonical import canonical, canonical_line

NAMES = ["a.json", "a.csv", "a.html", "My Clippings.txt", "a.zip", "", "a.md"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty", b""),
        ("space.txt", b" \n\n"),
        ("a.html", b"<!doctype html><title>News</title><p>Words"),
        ("a.html", b"<title>How to use a Pocket Export</title><h1>Unread</h1><p>Words"),
        ("a.md", b"# Title\n\nWords, more words, and a table\n"),
        ("a.md", b"---\ntitle: A\nurl: https://a.example\n---\nWords"),
        ("a.md", b'[link](https://a.example) and "url", "highlights": []'),
        ("a.txt", b"Title\n- a list\n==========\nHighlights of the year\n"),
        ("a.txt", b"Markdown heading\n==========\n- Your words"),
        ("a.json", b'{"title": "A", "entries": [1], "url": "https://a.example"}'),
        ("a.json", b'[{"title": "A", "url": "https://a.example", "highlights": 3}]'),
        ("a.json", b'{"annotations": [], "bookmarks": [], "collections": []}'),
        ("a.json", b"[" * 100_000),
        ("a.json", b"{broken"),
        ("a.csv", b"title,url\nA,https://a.example\n"),
        ("a.csv", b"name;price\nA;3\n"),
        ("a.csv", b"highlight\nwords\n"),
        ("a.docx", packed({"word/document.xml": b"<x/>"})),
        ("a.pdf", b"%PDF-1.7"),
        ("a.bin", bytes(range(256)) * 20),
    ],
)
def test_what_is_no_export_is_none(name: str, data: bytes) -> None:
    assert recognise_export(name, data) is None


def test_the_sample_articles_are_no_exports(samples: Path) -> None:
    for path in samples.rglob("*"):
        if path.is_file():
            assert recognise_export(path.name, path.read_bytes()) is None, path


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_known_under_any_name(name: str) -> None:
    expected = recognise_export(name, EXPORTS[name])
    assert isinstance(expected, Brought)
    assert recognise_export("upload", EXPORTS[name]) == expected


@pytest.mark.parametrize("name", EXPORTS)
def test_every_string_has_passed_the_gate(name: str) -> None:
    brought = recognise_export(name, EXPORTS[name])
    assert brought is not None
    for article in brought.articles:
        lines = (article.title, article.url, *article.authors, article.site, *article.tags)
        assert all(line is None or line == canonical_line(line) for line in lines)
        assert article.note == canonical(article.note)
        assert article.title
        for mark in article.highlights:
            texts = (mark.exact, mark.prefix, mark.suffix, mark.body, mark.id, *mark.tags)
            assert all(text == canonical(text) for text in texts)
            assert mark.exact or mark.body
            times = (article.saved, mark.created, mark.modified)
            assert all(time is None or _has_zone(time) for time in times)


def _has_zone(time: datetime) -> bool:
    return time.utcoffset() is not None


def _only_source_error(name: str, data: bytes) -> None:
    message = ""
    try:
        brought = recognise_export(name, data)
    except SourceError as error:
        brought, message = None, str(error)
    assert brought is None or isinstance(brought, Brought)
    assert message == canonical_line(message)


@given(st.sampled_from(NAMES), st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    _only_source_error(name, data)


STARTS = [
    b"PK\x03\x04metadata_0_to_",
    b'[{"url":"a","is_archived":0,',
    b"title,url,time_added,status\n",
    b"<!DOCTYPE NETSCAPE-Bookmark-file-1>",
    b"<title>Pocket Export</title>",
    b"T (A)\n- Your Highlight on Location 1 | x\n\ny\n==========\n",
    b"Highlight,Title\n",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_behind_a_known_beginning(start: bytes, data: bytes) -> None:
    _only_source_error("a", start + data)


@given(st.sampled_from(sorted(EXPORTS)), st.floats(0, 1))
def test_any_export_cut_short(name: str, where: float) -> None:
    data = EXPORTS[name]
    _only_source_error(name, data[: int(len(data) * where)])


@pytest.mark.parametrize("name", sorted(EXPORTS))
@given(st.data())
def test_any_export_with_some_bytes_changed(name: str, data: st.DataObject) -> None:
    changed = bytearray(EXPORTS[name])
    at = st.integers(0, len(changed) - 1)
    for place, value in data.draw(st.lists(st.tuples(at, st.integers(0, 255)), max_size=5)):
        changed[place] = value
    _only_source_error(name, bytes(changed))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
FIELDS = {
    "hypothesis.json": "id created uri text tags target document references",
    "wallabag.json": "id url title content created_at published_by tags annotations is_archived",
    "koreader.json": "title author entries",
    "clipper.json": "url title highlights data",
    "karakeep.json": "createdAt title tags lists content note archived highlights",
    "linkwarden.json": "name links",
    "metadata_0_to_20.json": "slug title url state readingProgress labels savedAt publishedAt",
}


@pytest.mark.parametrize("name", FIELDS)
@given(st.data())
def test_any_value_in_any_field(name: str, data: st.DataObject) -> None:
    import json

    value = json.loads(EXPORTS[name])
    entries = value
    if isinstance(value, dict):
        lists = (value.get(key) for key in ("annotations", "bookmarks", "collections"))
        entries = next((one for one in lists if one), [value])
    entries[0][data.draw(st.sampled_from(FIELDS[name].split()))] = data.draw(VALUES)
    _only_source_error(name, json.dumps(value).encode())
