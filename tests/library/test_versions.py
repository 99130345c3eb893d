"""A newer text of a known address."""

from datetime import date
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import FollowUp, Status

URL = "https://news.example.com/2026/decree"
OLD = (
    "The ministry published the decree on Monday. It names three banks that may trade.",
    "Analysts expect about $15 billion of trade in the first year, a person familiar said.",
    "The rules take effect on 1 March, and will be reviewed after two years of practice.",
)
NEW = (
    "The ministry published the decree on Monday. It names four banks that may trade.",
    "Officials declined to comment on the timing of the first licences on Tuesday evening.",
    "Analysts expect about $15 billion of trade in the first year, a person familiar said.",
    "The rules take effect on 1 March, and will be reviewed after two years of practice.",
)


def page(folder: Path, name: str, texts: tuple[str, ...], url: str = URL, more: str = "") -> Path:
    path = folder / name
    body = "".join(f"<p>{text}</p>" for text in texts)
    head = f'<title>Decree names banks</title><link rel="canonical" href="{url}">'
    path.write_text(
        f"<html><head>{head}</head><body><article><h1>Decree names banks</h1>{body}"
        f"</article>{more}</body></html>"
    )
    return path


@pytest.fixture
def old(library: Library, tmp_path: Path) -> str:
    [row] = library.import_([page(tmp_path, "old.html", OLD)]).imported
    return row.id


def newer(library: Library, folder: Path) -> str:
    report = library.import_([page(folder, "new.html", NEW, f"{URL}?utm_source=rss")])
    [row] = report.renewed
    assert report.imported == report.renewed
    return row.id


def mark(library: Library, article: str, words: str) -> str:
    return library.highlight(article, *library.find_quote(article, words), body="Check").id


def test_it_takes_the_old_ones_place_in_lists(library: Library, old: str, tmp_path: Path) -> None:
    new = newer(library, tmp_path)
    assert library.listing().ids() == [new]
    assert library.listing("is:older").ids() == [old]
    assert [one.id for one in library.versions(new)] == [old, new]
    assert [one.id for one in library.versions(old)] == [old, new]
    assert library.article(old).kept_text != library.article(new).kept_text


def test_what_was_said_comes_along(library: Library, old: str, tmp_path: Path) -> None:
    library.tag([old], ["energy"])
    library.set_status([old], Status.READING)
    library.set_follow_up(old, FollowUp(date(2027, 3, 1), "In force?"))
    library.set_note(old, "A decree.")
    library.star([old])
    new = newer(library, tmp_path)
    state = library.state(new)
    assert (state.tags, state.status, state.starred) == (("energy",), Status.READING, True)
    assert state.follow_up == FollowUp(date(2027, 3, 1), "In force?")
    assert library.note(new) == "A decree."
    assert library.tags() == {"energy": 1}


def test_highlights_stand_on_their_words(library: Library, old: str, tmp_path: Path) -> None:
    kept = mark(library, old, "about $15 billion of trade")
    new = newer(library, tmp_path)
    [found] = library.annotations(new)
    assert found.annotation.id == kept
    assert found.span is not None
    assert library.article(new).read(*found.span) == "about $15 billion of trade"
    assert not found.moved
    assert library.annotations(old) == ()


def test_an_altered_passage_is_found_and_said_to_be(
    library: Library, old: str, tmp_path: Path
) -> None:
    mark(library, old, "It names three banks that may trade.")
    [found] = library.annotations(newer(library, tmp_path))
    assert found.approximate
    assert found.annotation.quote is not None
    assert found.annotation.quote.exact == "It names three banks that may trade."


def test_it_is_one_change(library: Library, old: str, tmp_path: Path) -> None:
    library.tag([old], ["energy"])
    mark(library, old, "about $15 billion of trade")
    new = newer(library, tmp_path)
    assert library.undo() == "newer version"
    assert set(library.listing().ids()) == {old, new}
    assert len(library.annotations(old)) == 1
    assert library.annotations(new) == ()


def test_the_same_words_are_no_newer_version(library: Library, old: str, tmp_path: Path) -> None:
    again = page(tmp_path, "again.html", OLD, more="<footer>Another advertisement</footer>")
    report = library.import_([again])
    assert [row.id for row in report.known] == [old]
    assert not report.imported


def test_another_article_at_the_same_address_is_its_own(
    library: Library, old: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_text(
        f'<html><head><title>Rain</title><link rel="canonical" href="{URL}"></head><body><article>'
        "<h1>Rain over the north</h1><p>It rained for three days in the valleys of the north, and"
        " rivers rose to levels not seen in a decade, officials of the region said.</p>"
        "<p>No one was hurt, but two bridges are closed until engineers have looked at them.</p>"
        "</article></body></html>"
    )
    assert not library.import_([other]).renewed
    assert len(library.listing()) == 2


def test_what_is_in_the_bin_has_no_newer_version(
    library: Library, old: str, tmp_path: Path
) -> None:
    library.delete([old])
    assert not library.import_([page(tmp_path, "new.html", NEW)]).renewed


def test_a_third_version_follows_the_second(library: Library, old: str, tmp_path: Path) -> None:
    new = newer(library, tmp_path)
    [third] = library.import_([page(tmp_path, "third.html", (*NEW, "More is known."))]).renewed
    assert [one.id for one in library.versions(new)] == [old, new, third.id]
    assert library.listing().ids() == [third.id]
    assert library.resolve(old) == old
