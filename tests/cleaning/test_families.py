import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Role
from reader.text.cleaning import families


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Share", "share"),
        ("  SHARE THIS ARTICLE  ", "share"),
        ("Diesen Artikel teilen", "share"),
        ("Поделиться", "share"),
        ("分享到微信", "share"),
        ("You May Also Like", "related"),
        ("Das könnte Sie auch interessieren:", "related"),
        ("Te puede interesar", "related"),
        ("À lire aussi : ", "read_more"),
        ("اقرأ أيضاً", "read_more"),
        ("Read more", "read_more"),
        ("Disclaimer: the views are the author’s own.", "disclaimer"),
        ("© 2031 Example Media", "legal"),
        ("All rights reserved.", "legal"),
        ("Advertisement", "advertisement"),
        ("ANZEIGE", "advertisement"),
        ("Comments (12)", "comments"),
        ("3 Kommentare", "comments"),
        ("We use cookies to make this site work", "cookie"),
        ("Key takeaways:", "summary"),
        ("Das Wichtigste in Kürze", "summary"),
        ("Кратко", "summary"),
        ("Sign up for our daily newsletter", "subscribe"),
        ("Skip to main content", "navigation"),
        ("About the author", "author_bio"),
        ("By Ada Example", "byline"),
        ("Photo: Ada Example", "caption_credit"),
        ("Last updated 3 May 2031", "date_label"),
    ],
)
def test_a_line_is_known_by_its_family(line: str, name: str) -> None:
    assert families.is_a(line, name)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "…",
        "He shared the prize with two others.",
        "Menus at the three restaurants changed last week.",
        "The minister said the summary had been leaked.",
        "Comments by the central bank moved the currency on Tuesday, traders said.",
    ],
)
def test_ordinary_words_belong_to_none(line: str) -> None:
    assert families.match(line) is None


def test_the_role_and_a_reason_come_with_it() -> None:
    family = families.match("Recommended for you")
    assert family is not None
    assert (family.role, family.reason, family.ends) == (
        Role.RELATED,
        "list of links to other articles",
        True,
    )


def test_every_file_of_words_is_read() -> None:
    folder = resources.files("reader.text.cleaning") / "families"
    names = {file.name.removesuffix(".toml") for file in folder.iterdir()}
    assert names == {words.family.name for words in families._families()}


def test_no_entry_is_out_of_reach() -> None:
    folder = resources.files("reader.text.cleaning") / "families"
    for file in folder.iterdir():
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        name = file.name.removesuffix(".toml")
        for entry in (*data.get("whole", ()), *data.get("starts", ())):
            assert families.is_a(entry, name), (name, entry)


@given(st.text())
def test_any_line_can_be_asked_about(line: str) -> None:
    assert families.match(line) == next(iter(families.matches(line)), None)
