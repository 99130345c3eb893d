"""“This is the title”: the reader's word on what an article is called."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.library import Format, Library, doctor
from reader.model import Block, Kind, NothingFound, Role
from tests.library.conftest import clock

FORMER = "Harbour reopens after the storm"
START = "Ships waited for up to 96 hours."


def block(library: Library, article: str, words: str) -> Block:
    found = library.article(article)
    return next(one for one in found.blocks if words in one.text(found.source_text))


def entitle(library: Library, article: str) -> str:
    return library.set_title(article, block(library, article, START)).title


def test_the_words_of_a_block_become_the_title_everywhere(library: Library, story: str) -> None:
    title = entitle(library, story)
    assert title.startswith(START)
    assert "\n" not in title
    article = library.article(story)
    assert article.title == library.listing().rows(0, 1)[0].title == title
    assert library.resolve(title) == story
    assert json.loads(library.export(format=Format.JSON).text or "")[0]["title"] == title
    assert f"# {START}" in (library.export().text or "")


def test_the_former_title_is_set_aside_and_no_longer_found(library: Library, story: str) -> None:
    assert library.counts("reopens").articles == 1
    entitle(library, story)
    was = block(library, story, FORMER)
    assert (was.kept, was.reason) == (False, "no longer the title")
    assert library.counts("reopens").articles == 0
    assert FORMER not in library.article(story).kept_text


def test_the_title_is_undone_and_redone(library: Library, story: str) -> None:
    before = library.article(story)
    title = entitle(library, story)
    assert library.undo() == "title"
    assert library.article(story) == before
    assert library.redo() == "title"
    assert library.article(story).title == title


def test_another_title_replaces_the_first(library: Library, story: str) -> None:
    entitle(library, story)
    library.set_title(story, block(library, story, "The harbour of Lisbon"))
    article = library.article(story)
    assert [one.role for one in article.kept].count(Role.TITLE) == 1
    assert article.title.startswith("The harbour of Lisbon")
    assert block(library, story, START).role is Role.BODY


def test_the_title_it_has_is_no_change(library: Library, story: str) -> None:
    library.set_title(story, block(library, story, FORMER))
    entitle(library, story)
    entitle(library, story)
    assert library.undo() == "title"
    assert library.undo() is None


def test_a_title_set_aside_gives_the_former_one_back(library: Library, story: str) -> None:
    entitle(library, story)
    library.keep_block(story, block(library, story, START), False)
    article = library.article(story)
    assert article.title == FORMER
    assert block(library, story, FORMER).kept


def test_without_words_there_is_no_title(library: Library, story: str) -> None:
    nothing = Block(31, 32, Kind.PARAGRAPH, Role.OTHER, False, "")
    with pytest.raises(NothingFound):
        library.set_title(story, nothing)


def test_the_title_is_there_when_the_index_is_made_anew(
    library: Library, story: str, tmp_path: Path
) -> None:
    title = entitle(library, story)
    before = library.article(story)
    library.close()
    assert all(finding.ok for finding in doctor(tmp_path / "lib", rebuild_index=True))
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert again.article(story) == before
        assert again.listing().rows(0, 1)[0].title == title


def test_stock_tinydb_reads_the_title(library: Library, story: str) -> None:
    entitle(library, story)
    with TinyDB(library.home / "notes.json", encoding="utf-8") as stock:
        [(said,)] = [one["blocks"] for one in stock.table("articles").all()]
    text = library.article(story).source_text
    assert (said["kept"], said["role"]) == (True, "title")
    assert text[said["start"] : said["end"]].startswith(START)
