"""“Always set this aside on this site”: the reader's word on every article of a site."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.library import Format, Library, doctor
from reader.library.rules import folded_words
from reader.model import Block, NothingFound, Role, UsageError
from tests.library.conftest import clock

JUNK = "Sponsors of the harbour desk pay for {number} of these reports, and none of the words."
REASON = "set aside on port.example by your rule"


def page(number: int, site: str = "port.example", junk: str = JUNK) -> str:
    paragraphs = (
        f"The harbour of Lisbon reopened on quay {number} after four days of repairs, the port"
        " authority said in a statement on Friday.",
        f"Ships waited for up to {90 + number} hours, and two of them had turned back to Cadiz by"
        " then, the pilots' union said.",
        junk.format(number=number),
        "The port expects to be working as before by the end of the month, its head added.",
    )
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    title = f"Quay {number} reopens after the storm"
    return (
        f"<html><head><title>{title}</title>"
        f'<link rel="canonical" href="https://www.{site}/{number}"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def add(library: Library, folder: Path, number: int, **given: str) -> str:
    path = folder / f"{number}.html"
    path.write_text(page(number, **given))
    return library.import_([path]).imported[0].id


def junk(library: Library, article: str, words: str = "Sponsors of") -> Block:
    found = library.article(article)
    return next(one for one in found.blocks if words in one.text(found.source_text))


@pytest.fixture
def pages(library: Library, tmp_path: Path) -> list[str]:
    """The ids of three articles with the same words in them, the last of another site."""
    sites = ("port.example", "port.example", "other.example")
    return [add(library, tmp_path, number, site=site) for number, site in enumerate(sites, 1)]


def rule(library: Library, article: str) -> None:
    library.toggle_rule(article, junk(library, article))
    library.follow_rules()


def kept(library: Library, articles: list[str]) -> Iterator[bool]:
    return (junk(library, one).kept for one in articles)


def test_a_rule_sets_the_words_aside_in_every_article_of_the_site(
    library: Library, pages: list[str]
) -> None:
    assert all(kept(library, pages))
    made, holds = library.toggle_rule(pages[0], junk(library, pages[0]))
    assert holds
    assert (made.site, library.rules()) == ("port.example", (made,))
    assert not junk(library, pages[0]).kept  # at once
    assert library.follow_rules() == 1
    assert list(kept(library, pages)) == [False, False, True]
    assert junk(library, pages[1]).reason == REASON


def test_what_a_rule_sets_aside_is_not_found_listed_or_exported(
    library: Library, pages: list[str]
) -> None:
    words = library.rows(pages)[1].words
    assert library.counts("sponsors").articles == 3
    rule(library, pages[0])
    assert library.listing("sponsors").ids() == [pages[2]]
    assert library.rows(pages)[1].words < words
    exported = json.loads(library.export(pages[:2], format=Format.JSON).text or "")
    assert not any("Sponsors" in one["text"] for one in exported)
    assert sum(block["reason"] == REASON for one in exported for block in one["blocks"]) == 2


def test_a_rule_holds_for_what_is_imported_later(
    library: Library, pages: list[str], tmp_path: Path
) -> None:
    rule(library, pages[0])
    later = add(library, tmp_path, 4)
    assert junk(library, later).reason == REASON
    assert library.follow_rules() == 0


def test_put_back_on_one_article_wins_over_the_rule(library: Library, pages: list[str]) -> None:
    rule(library, pages[0])
    library.keep_block(pages[1], junk(library, pages[1]), True)
    assert list(kept(library, pages[:2])) == [False, True]
    assert library.undo() == "put back"
    assert not any(kept(library, pages[:2]))


def test_what_was_put_back_before_wins_over_a_rule_made_elsewhere(
    library: Library, pages: list[str]
) -> None:
    library.keep_block(pages[1], junk(library, pages[1]), False)
    library.keep_block(pages[1], junk(library, pages[1]), True)
    rule(library, pages[0])
    assert list(kept(library, pages[:2])) == [False, True]


def test_a_rule_made_of_a_block_put_back_holds_for_it_too(
    library: Library, pages: list[str]
) -> None:
    library.keep_block(pages[0], junk(library, pages[0]), False)
    library.keep_block(pages[0], junk(library, pages[0]), True)
    rule(library, pages[0])
    assert junk(library, pages[0]).reason == REASON


def test_a_block_set_aside_by_hand_says_that_the_rule_does_it(
    library: Library, pages: list[str]
) -> None:
    library.keep_block(pages[0], junk(library, pages[0]), False)
    rule(library, pages[0])
    assert junk(library, pages[0]).reason == REASON


def test_the_chosen_title_stays_whatever_a_rule_says(library: Library, pages: list[str]) -> None:
    library.set_title(pages[1], junk(library, pages[1]))
    rule(library, pages[0])
    assert junk(library, pages[1]).role is Role.TITLE
    assert junk(library, pages[1]).kept


def test_a_rule_is_undone_and_redone(library: Library, pages: list[str]) -> None:
    before = [library.article(one) for one in pages]
    rule(library, pages[0])
    after = [library.article(one) for one in pages]
    assert library.undo() == "rule for port.example"
    assert library.follow_rules() == 2
    assert library.rules() == ()
    assert [library.article(one) for one in pages] == before
    assert library.redo() == "rule for port.example"
    library.follow_rules()
    assert [library.article(one) for one in pages] == after


def test_the_same_again_takes_the_rule_back(library: Library, pages: list[str]) -> None:
    rule(library, pages[0])
    _, holds = library.toggle_rule(pages[1], junk(library, pages[1]))
    assert not holds
    library.follow_rules()
    assert library.rules() == ()
    assert all(kept(library, pages))


def test_rules_are_removed_by_id(library: Library, pages: list[str]) -> None:
    rule(library, pages[0])
    rule(library, pages[2])
    first, second = library.rules()
    library.remove_rules([first.id])
    library.follow_rules()
    assert list(kept(library, pages)) == [True, True, False]
    with pytest.raises(UsageError, match="no longer there"):
        library.remove_rules([second.id, first.id])
    assert library.rules() == (second,)


def test_rules_outlive_the_index(library: Library, pages: list[str], tmp_path: Path) -> None:
    rule(library, pages[0])
    before = [library.article(one) for one in pages]
    library.close()
    findings = list(doctor(tmp_path / "lib", rebuild_index=True))
    assert any("1 site rule" in finding.message for finding in findings if finding.ok)
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert [again.article(one) for one in pages] == before
        assert again.follow_rules() == 0


def test_what_was_interrupted_goes_on_when_the_library_is_opened(
    library: Library, pages: list[str], tmp_path: Path
) -> None:
    library.toggle_rule(pages[0], junk(library, pages[0]))
    library.close()
    with Library.open(tmp_path / "lib", clock=clock, follow_now=False) as again:
        assert junk(again, pages[1]).kept
    with Library.open(tmp_path / "lib", clock=clock) as again:
        assert not junk(again, pages[1]).kept
        assert again.follow_rules() == 0


def test_an_original_that_is_damaged_stops_no_rule(
    library: Library, pages: list[str], tmp_path: Path
) -> None:
    [first] = [
        path
        for path in (tmp_path / "lib").rglob("*.original")
        if path.read_bytes() == page(1).encode()
    ]
    first.chmod(0o600)
    first.write_bytes(b"other bytes")
    library.toggle_rule(pages[1], junk(library, pages[1]))
    library.follow_rules()
    assert list(kept(library, pages)) == [True, False, True]


def test_stock_tinydb_reads_the_rules(library: Library, pages: list[str]) -> None:
    rule(library, pages[0])
    with TinyDB(library.home / "notes.json", encoding="utf-8") as stock:
        (said,) = stock.table("site_rules").all()
    assert said["site"] == "port.example"
    assert said["words"] == JUNK.format(number=1)
    assert said["id"] == library.rules()[0].id


def test_two_readers_make_rules_together(
    library: Library, pages: list[str], tmp_path: Path
) -> None:
    with Library.open(tmp_path / "lib", clock=clock) as other:
        library.toggle_rule(pages[0], junk(library, pages[0]))
        other.toggle_rule(pages[2], junk(other, pages[2]))
        assert {one.site for one in library.rules()} == {"port.example", "other.example"}


def test_a_rule_needs_words_and_a_site(library: Library, story: str, pages: list[str]) -> None:
    words = library.article(story).blocks[-1]
    with pytest.raises(UsageError, match="no site"):
        library.toggle_rule(story, words)
    text = library.article(pages[0]).source_text
    blank = Block(text.index("\n"), text.index("\n") + 1, words.kind, words.role, False, "")
    with pytest.raises(NothingFound):
        library.toggle_rule(pages[0], blank)
    assert library.rules() == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Read  MORE\nnews", "read more news"),
        ("Updated 24.10.2025, 09:30", "updated 1.1.2026, 9:05"),
        ("1,204 shares", "7 shares"),
        ("Читать ДАЛЕЕ", "читать далее"),
        ("أكثر من ٣٤ تعليق", "أكثر من 5 تعليق"),
        ("12 条评论", "3 条评论"),
    ],
)
def test_case_spaces_and_numbers_do_not_count(one: str, other: str) -> None:
    assert folded_words(one) == folded_words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Read more", "Read more news"), ("2024", "2025"), ("3,4", "5,6"), ("", "0")]
)
def test_other_words_are_others_and_bare_numbers_count(one: str, other: str) -> None:
    assert folded_words(one) != folded_words(other)


def test_what_a_site_repeats_is_found_and_set_aside_everywhere(
    library: Library, tmp_path: Path
) -> None:
    ids = [add(library, tmp_path, number) for number in range(1, 5)]
    add(library, tmp_path, 9, site="other.example")
    found = library.repeats(library.listing().ids())
    assert [(one.site, one.articles) for one in found] == [("port.example", 4)] * 4
    assert any(one.words.startswith("Sponsors of") for one in found)
    junk_words = [(one.site, one.words) for one in found if one.words.startswith("Sponsors of")]
    assert library.add_rules(junk_words) == 1
    assert library.add_rules(junk_words) == 0
    library.follow_rules()
    assert not any(kept(library, ids))
    library.undo()
    library.follow_rules()
    assert all(kept(library, ids))


def test_two_articles_or_one_imported_twice_repeat_nothing(
    library: Library, tmp_path: Path
) -> None:
    ids = [add(library, tmp_path, number) for number in (1, 2)]
    copy = tmp_path / "copy.html"
    copy.write_text(page(2) + "<!-- fetched again -->")
    library.import_([copy])
    assert library.repeats(library.listing().ids()) == []
    assert library.site_repeats(ids[0]) == []
    assert len(library.repeats(library.listing().ids(), least=2)) == 4


def test_looking_for_repeats_can_be_cancelled(library: Library, tmp_path: Path) -> None:
    for number in range(1, 5):
        add(library, tmp_path, number)
    seen: list[int] = []
    found = library.repeats(
        library.listing().ids(),
        progress=lambda one: seen.append(one.done),
        cancelled=lambda: len(seen) == 2,
    )
    assert (found, seen) == ([], [1, 2])


def test_a_site_is_needed_for_what_it_repeats(library: Library) -> None:
    [paste] = library.import_text("The harbour of Lisbon reopened on Friday.").imported
    with pytest.raises(UsageError):
        library.site_repeats(paste.id)
    with pytest.raises(UsageError):
        library.add_rules([("port.example", " ")])
