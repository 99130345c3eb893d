"""A second article pasted after the first: split off, and never where there is none."""

from pathlib import Path

import pytest

from reader.model import Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.plain import clean_plain

FIRST = [
    "The decision was taken late on Tuesday by the town council, which had asked for the report "
    "in June. Eleven of the fifteen members voted for it, and the mayor said that there was no "
    "safe way to keep the quay open for another winter.",
    "Ferries will leave from the fish market until a new quay is built. The company that runs "
    "them told the council that the change would add about ten minutes to each crossing, and "
    "that it would not raise its prices because of it.",
]
SECOND = (
    "Orchards along the river have had their best year since records began, growers say. Key "
    "Takeaways: the harvest was a third larger than the year before. Cold nights in May did less "
    "harm than feared, and bees had been hired early. Prices will fall all the same, because the "
    "stores are full, and some of it will be made into juice that nobody has ordered yet. "
    "The growers met on Sunday to talk about a common store, but could not agree on who was to "
    "pay for it, and the talks will go on in the autumn when the harvest has been sold."
)
TITLE = "Best apple year on record leaves growers with too much"


def splice(heading: str = "You May Also Like") -> str:
    parts = ["A quay closes", "2031/05/03 14:05", *FIRST, "Share", heading, TITLE, TITLE, SECOND]
    return "\n\n".join(parts) + "\nShare\n2031/05/06 18:58"


def body(cleaned: Cleaned) -> list[str]:
    return [b.text(cleaned.source_text) for b in cleaned.blocks if b.role is Role.BODY]


def test_both_articles_come_out_whole() -> None:
    first, second = clean_plain(splice())
    assert (first.title, first.published) == ("A quay closes", "2031-05-03T14:05")
    assert (second.title, second.published) == (TITLE, "2031-05-06T18:58")
    assert body(first) == FIRST
    assert " ".join(body(second)) == SECOND


def test_each_tiles_the_same_text_and_names_the_other() -> None:
    first, second = clean_plain(splice())
    assert first.source_text == second.source_text
    assert [b.start for b in first.blocks] == [b.start for b in second.blocks]
    reasons = {b.reason for b in first.blocks if b.start >= first.source_text.index(TITLE)}
    assert reasons == {f"part of a second article: {TITLE}"}
    assert second.blocks[0].reason == "part of the first article"
    assert not second.blocks[0].kept


@pytest.mark.parametrize("heading", ["Das könnte Sie auch interessieren", "Les også", "推荐阅读"])
def test_in_other_languages(heading: str) -> None:
    assert len(clean_plain(splice(heading))) == 2


def test_a_title_given_twice_over_a_teaser_is_no_article() -> None:
    teaser = "Orchards along the river have had their best year since records began."
    text = "\n\n".join(["A quay closes", *FIRST, "You May Also Like", TITLE, TITLE, teaser])
    assert len(clean_plain(text)) == 1


def test_a_link_in_the_middle_of_an_article_is_no_article() -> None:
    text = "\n\n".join(["A quay closes", FIRST[0], "Read more", TITLE, *FIRST, SECOND])
    assert len(clean_plain(text)) == 1


SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "mexc-russia-crypto.txt"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not in this checkout")
def test_a_real_repost() -> None:
    first, second = clean_plain(SAMPLE.read_text(encoding="utf-8"))
    assert first.title == "Russia moves to legalize crypto in foreign trade"
    assert first.published == "2025-10-22T20:48"
    assert [b.role for b in first.blocks[:8]] == [
        Role.TEASER, Role.DUPLICATE, Role.TITLE, Role.DATE, Role.BODY,
        Role.SUMMARY, Role.SUMMARY, Role.SUMMARY,
    ]  # fmt: skip
    kept = [b for b in first.blocks if b.role is Role.BODY]
    assert sum(b.kind is Kind.PARAGRAPH for b in kept) == 9
    assert [b.text(first.source_text) for b in kept if b.kind is Kind.HEADING] == [
        "Russia’s long-standing use of crypto in global transactions"
    ]
    assert second.title.startswith("Altcoin Market Misses $800B Boost")
    assert second.published == "2025-10-24T18:58"
    assert sum(len(paragraph) for paragraph in body(second)) > 3700
