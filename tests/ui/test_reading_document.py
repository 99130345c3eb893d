"""What of an article is shown, and how it is laid in lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import article, block

from reader.model import Article, Kind, Role
from reader.ui.reading.document import document
from reader.ui.reading.layout import lay_out

ARTICLE = article(
    block("Harbour toll…Harbour toll", Role.TEASER, reason="repeats the first paragraph"),
    block("Harbour weighs a toll", Role.TITLE, Kind.HEADING),
    block("By Mara Lindqvist", Role.BYLINE),
    block("14 March 2026", Role.DATE),
    block("Facebook", Role.SHARE, reason="share buttons"),
    block("Copy link", Role.SHARE, reason="share buttons"),
    "The council has put forward a plan\nto charge passengers.",
    block("Options", Role.BODY, Kind.HEADING, level=2),
    block("• a toll", Role.BODY, Kind.LIST_ITEM, level=1),
    block("fewer boats, as the harbour board has asked for years", Role.BODY, Kind.LIST_ITEM),
    block("A boat that nobody pays for does not come.", Role.BODY, Kind.QUOTE),
    block("a   1\n\nb  22", Role.BODY, Kind.TABLE),
)


def shown(where: Article, width: int = 40, show_removed: bool = False) -> list[str]:
    layout = lay_out(document(where, show_removed), width)
    return [
        (layout.margin(line) + layout.words(line)).rstrip() for line in range(len(layout.lines))
    ]


def test_a_page_reads_well() -> None:
    assert shown(ARTICLE) == [
        "",
        "Harbour weighs a toll",
        "",
        "By Mara Lindqvist",
        "14 March 2026",
        "",
        "The council has put forward a plan to",
        "charge passengers.",
        "",
        "",
        "Options",
        "",
        "• a toll",
        "• fewer boats, as the harbour board has",
        "  asked for years",
        "",
        "│ A boat that nobody pays for does not",
        "│ come.",
        "",
        "  a   1",
        "",
        "  b  22",
    ]


def test_what_was_set_aside_is_shown_in_place_with_its_reason() -> None:
    assert shown(ARTICLE, show_removed=True)[:12] == [
        "",
        "╌ teaser · repeats the first paragraph ╌",
        "┊ Harbour toll…Harbour toll",
        "",
        "Harbour weighs a toll",
        "",
        "By Mara Lindqvist",
        "14 March 2026",
        "",
        "╌ share · share buttons ╌",
        "┊ Facebook",
        "┊ Copy link",
    ]


def test_a_title_that_is_not_in_the_text_is_shown_all_the_same() -> None:
    assert shown(article("Words.", title="A title")) == ["", "A title", "", "Words."]


def test_typed_bullets_become_bullets() -> None:
    typed = article(block("* one", Role.BODY, Kind.LIST_ITEM), block("2) two", kind=Kind.LIST_ITEM))
    assert shown(typed) == ["", "• one", "2) two"]


def test_deep_lists_keep_room_for_words() -> None:
    deep = article(block("x", Role.BODY, Kind.LIST_ITEM, level=40))
    assert shown(deep) == ["", "      • x"]


def test_reading_begins_under_the_head() -> None:
    beginning = document(ARTICLE).beginning
    assert ARTICLE.source_text[beginning:].startswith("The council")


def test_an_article_without_words_to_show() -> None:
    assert shown(article(block("Share", Role.SHARE))) == []


@pytest.mark.parametrize("show_removed", [False, True])
@given(
    words=st.lists(st.text("ab \n-*•你好é", min_size=1, max_size=40), min_size=1, max_size=6),
    kinds=st.lists(st.sampled_from(list(Kind)), min_size=6, max_size=6),
    roles=st.lists(st.sampled_from(list(Role)), min_size=6, max_size=6),
)
def test_every_kept_word_is_shown_at_its_offset(
    show_removed: bool, words: list[str], kinds: list[Kind], roles: list[Role]
) -> None:
    made = article(*(block(w, r, k) for w, r, k in zip(words, roles, kinds, strict=False)))
    result = document(made, show_removed)
    assert len(result.text) == len(made.source_text)
    for part in made.blocks:
        start, end = part.words(made.source_text)
        source, text = made.source_text[start:end], result.text[start:end]
        if part.kept or show_removed:
            assert text[1:] == source[1:].replace("\n", " ") or text == source
        else:
            assert not text.strip()
