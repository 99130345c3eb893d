"""A scrape of a page as plain text: what is kept, what is set aside, and why."""

from datetime import date

import pytest

from reader.model import Block, ConversionError, Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.plain import clean_plain

LEAD = (
    "The harbour town of Sandby will close its old ferry quay next spring after engineers found "
    "that the piles under it have rotted through."
)
BODY = (
    "The decision was taken late on Tuesday by the town council, which had asked for the report "
    "in June. Eleven of the fifteen members voted for it, and the mayor said that there was no "
    "safe way to keep the quay open for another winter.",
    "Ferries will leave from the fish market until a new quay is built. The company that runs "
    "them told the council that the change would add about ten minutes to each crossing, and "
    "that it would not raise its prices because of it.",
    "Shopkeepers along the old quay are worried. “We live from the people who wait for the "
    "boat,” said Ada Example, who has sold coffee there for twenty years. She wants the town to "
    "pay for some of what she expects to lose.",
    "The new quay is to be ready in three years. It will be built of concrete and steel, and it "
    "will be wide enough for two boats at once, which the old one never was.",
)
PAGE = f"""\
Skip to content
Home
News
Sport
Weather
Log in
Sandby closes its old ferry quay
By Ada Sample and Bo Example
3 May 2031 14:05

Share

{LEAD}

{BODY[0]}

Advertisement

{BODY[1]}

What it means for the shops

{BODY[2]}

Read more
Two new boats for the islands

{BODY[3]}

Photo: Cy Example / Example Press

About the author
Ada Sample writes about the coast.

You may also like
Bridge to the mainland delayed again
Fishing season opens
Ten walks along the shore

Comments (3)
This is a scandal, they knew it for years and did nothing at all about it.

© 2031 The Sandby Example
Privacy Policy
Terms of Use
"""


def texts(cleaned: Cleaned, role: Role) -> list[str]:
    return [b.text(cleaned.source_text) for b in cleaned.blocks if b.role is role]


def block_with(cleaned: Cleaned, words: str) -> Block:
    return next(b for b in cleaned.blocks if words in b.text(cleaned.source_text))


@pytest.fixture(scope="module")
def page() -> Cleaned:
    (cleaned,) = clean_plain(PAGE, url="https://www.sandby.example/quay")
    return cleaned


def test_the_body_is_kept_and_nothing_else(page: Cleaned) -> None:
    assert texts(page, Role.BODY) == [
        LEAD,
        BODY[0],
        BODY[1],
        "What it means for the shops",
        BODY[2],
        BODY[3],
    ]


def test_the_metadata_is_found(page: Cleaned) -> None:
    assert page.title == "Sandby closes its old ferry quay"
    assert page.authors == ("Ada Sample", "Bo Example")
    assert page.published == "2031-05-03T14:05"
    assert page.site == "sandby.example"
    assert page.language == "en"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Skip to content", Role.NAVIGATION),
        ("Share", Role.SHARE),
        ("Advertisement", Role.ADVERTISEMENT),
        ("Read more", Role.RELATED),
        ("Two new boats", Role.RELATED),
        ("Photo: Cy", Role.CAPTION_CREDIT),
        ("About the author", Role.AUTHOR_BIO),
        ("You may also like", Role.RELATED),
        ("© 2031", Role.LEGAL),
        ("Privacy Policy", Role.LEGAL),
    ],
)
def test_furniture_is_set_aside_under_its_name(page: Cleaned, words: str, role: Role) -> None:
    block = block_with(page, words)
    assert (block.role, block.kept) == (role, False)
    assert block.reason


def test_a_line_over_a_paragraph_is_a_heading(page: Cleaned) -> None:
    assert block_with(page, "What it means").kind is Kind.HEADING


def test_a_reader_s_comment_is_not_the_article(page: Cleaned) -> None:
    assert not block_with(page, "This is a scandal").kept


def test_what_was_cleaned_once_stays_whole() -> None:
    (first,) = clean_plain(PAGE)
    kept = "\n\n".join(b.text(first.source_text) for b in first.blocks if b.kept)
    (again,) = clean_plain(kept)
    assert again.title == first.title
    assert texts(again, Role.BODY) == texts(first, Role.BODY)
    assert all(block.kept for block in again.blocks)


def test_plain_paragraphs_alone_are_all_kept() -> None:
    (cleaned,) = clean_plain("\n\n".join(BODY))
    assert texts(cleaned, Role.BODY) == list(BODY)
    assert cleaned.title.startswith("The decision was taken late on Tuesday")
    assert cleaned.title.endswith("…")


def test_text_without_blank_lines_works() -> None:
    (cleaned,) = clean_plain("\n".join(["Home", "News", "Sport", "A quay closes", *BODY]))
    assert texts(cleaned, Role.BODY) == list(BODY)
    assert cleaned.title == "A quay closes"


def test_points_under_a_summary_heading_are_the_summary() -> None:
    points = ("• The quay closes in spring.", "• Ferries leave from the market.")
    (cleaned,) = clean_plain(
        "\n\n".join(["A quay closes", LEAD, "Key points\n" + "\n".join(points), *BODY])
    )
    assert texts(cleaned, Role.SUMMARY) == ["Key points", *points]
    assert block_with(cleaned, "Key points").kind is Kind.HEADING
    assert block_with(cleaned, "in spring.").kind is Kind.LIST_ITEM


def test_a_cut_off_copy_of_the_beginning_is_a_teaser() -> None:
    teaser = f"{LEAD} The decision was taken late on…"
    (cleaned,) = clean_plain("\n\n".join([teaser + teaser, "A quay closes", LEAD, *BODY]))
    first, second = cleaned.blocks[:2]
    assert (first.start, first.end, first.role) == (0, len(teaser), Role.TEASER)
    assert first.reason == "repeats the first paragraph"
    assert (second.role, second.reason) == (Role.DUPLICATE, "repeats the teaser")
    assert texts(cleaned, Role.BODY) == [LEAD, *BODY]


def test_a_paragraph_given_twice_is_kept_once() -> None:
    (cleaned,) = clean_plain("\n\n".join([*BODY, BODY[1]]))
    assert texts(cleaned, Role.BODY) == list(BODY)
    assert texts(cleaned, Role.DUPLICATE) == [BODY[1]]


def test_a_caption_given_twice_in_the_midst_of_it_is_no_paragraph() -> None:
    caption = "Workers look at the old quay, where the piles have rotted."
    (cleaned,) = clean_plain("\n\n".join([*BODY[:3], caption, f"{caption} Cy Example", BODY[3]]))
    assert texts(cleaned, Role.BODY) == list(BODY)
    assert len(texts(cleaned, Role.CAPTION_CREDIT)) == 2


def test_a_disclaimer_is_set_aside_however_long() -> None:
    notice = "Disclaimer: the content is provided for informational purposes only and " * 5
    (cleaned,) = clean_plain("\n\n".join([*BODY, notice]))
    assert texts(cleaned, Role.DISCLAIMER) == [notice.strip()]


def test_a_date_after_today_is_not_believed() -> None:
    (cleaned,) = clean_plain(PAGE, today=date(2030, 1, 1))
    assert cleaned.published is None


@pytest.mark.parametrize("text", ["", " \n\t\n", "… — !!", "\x1b[31m\n\n"])
def test_text_without_words_cannot_be_read(text: str) -> None:
    with pytest.raises(ConversionError):
        clean_plain(text)


@pytest.mark.parametrize(
    "text", ["Home", "1", "Share\nShare\nShare", "Cookies", "http://a.example"]
)
def test_something_is_always_kept(text: str) -> None:
    (cleaned,) = clean_plain(text)
    assert any(block.kept for block in cleaned.blocks)
    assert cleaned.title


def test_an_article_in_german() -> None:
    body = [
        "Der alte Anleger in Sandby wird im Frühjahr geschlossen, weil die Pfähle unter ihm nach "
        "einem Gutachten verfault sind. Das hat der Rat der Stadt am Dienstag beschlossen.",
        "Die Fähren legen bis auf Weiteres am Fischmarkt ab. Die Überfahrt dauert dann etwa zehn "
        "Minuten länger, wie die Reederei mitteilte, die Preise sollen aber nicht steigen.",
    ]
    lines = ["Menü", "Startseite", "Sport",
             "Anleger wird geschlossen", "Von Ada Beispiel",
             "Stand: 03.05.2031, 14:05 Uhr", "", body[0], "", "ANZEIGE", "", body[1], "",
             "Das könnte Sie auch interessieren", "Neue Brücke kommt später",
             "Impressum"]  # fmt: skip
    (cleaned,) = clean_plain("\n".join(lines))
    assert texts(cleaned, Role.BODY) == body
    assert cleaned.title == "Anleger wird geschlossen"
    assert (cleaned.authors, cleaned.published) == (("Ada Beispiel",), "2031-05-03T14:05")
    assert cleaned.language == "de"


def test_what_has_no_headline_goes_by_the_name_at_its_top() -> None:
    letter = ["The Quay Letter", "In today's letter:", "• Ferries", "• Fish", *BODY[:2]]
    (cleaned,) = clean_plain("\n\n".join(letter))
    assert cleaned.title == "The Quay Letter"
