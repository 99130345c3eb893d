"""A second article pasted after the first: split off, and never where there is none."""

import textwrap
from pathlib import Path
from typing import Any

import pytest

from reader.model import Kind, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.features import Features, observe
from reader.text.cleaning.plain import clean_plain
from reader.text.cleaning.plain.dividing import divide
from reader.text.cleaning.plain.splitting import second_articles

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


FERRY = [
    *FIRST,
    "Anna Brandt, who has sold tickets on the quay for thirty years, said that the mayor had known "
    "about the cracks since spring. The council denies it: the engineers had spoken of repairs, "
    "not of closing, and nobody had seen the photographs of the piles before June.",
    "The ferries carry about nine hundred people a day. A new quay would cost four million, half "
    "of which the state is to pay, and the council wants to ask for bids before Christmas.",
]
TELESCOPE_TITLE = "Comet breaks apart before a telescope in Chile"
TELESCOPE = [
    "Astronomers in Chile have watched a comet fall to pieces as it passed the sun, the first time "
    "that every stage of such an end has been seen by one telescope. The nucleus, a lump of ice "
    "and dust as wide as a village, split in two on the ninth night and was gone after three.",
    "Light from the pieces of the comet showed water and a little methanol, said Lucía Vera, "
    "who led the observations. The comet had never been so near the sun before, and the ice under "
    "its crust seems to have turned to gas faster than it could escape.",
    "Comets of this kind come from the edge of the solar system, where they have stayed cold since "
    "the planets formed. Their ice is the oldest that anyone can study, and a comet that breaks "
    "shows what lay inside. The telescope will look for the dust again in autumn.",
]
CHESS_TITLE = "Girl of eleven beats a grandmaster at the open in Riga"
CHESS = [
    "A girl of eleven has beaten a grandmaster at the open championship in Riga, by giving up her "
    "queen on a move that nobody in the hall had expected. The game lasted four hours and twenty "
    "minutes, and the spectators stood on chairs to see the last moves on the board.",
    "Her trainer said that she had prepared the opening with a computer, but that giving the queen "
    "was her own idea. She plays for a club in the suburbs and learned the rules from her granny, "
    "who used to play by post with partners in three countries.",
    "The grandmaster congratulated her and asked to go through the game together. The organisers "
    "put the position on the front of their bulletin, with no comment but an exclamation mark.",
]


def paste(*parts: str, gap: str = "\n\n") -> str:
    return gap.join(["A quay closes", *FERRY, *parts])


@pytest.mark.parametrize(
    "between",
    [
        ["Related", TELESCOPE_TITLE],
        ["Das könnte Sie auch interessieren", TELESCOPE_TITLE],
        ["Share", "© 2031 The Quay Post. All rights reserved.", TELESCOPE_TITLE],
        ["* * *", TELESCOPE_TITLE],
        [TELESCOPE_TITLE, TELESCOPE_TITLE],
        [TELESCOPE_TITLE, "By Marta Ruiz", "4 May 2031"],
        [TELESCOPE_TITLE, "2031-05-04 10:15"],
        [TELESCOPE_TITLE.upper()],
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_second_article_of_any_shape(between: list[str], gap: str, whole: bool) -> None:
    under = [" ".join(TELESCOPE)] if whole else TELESCOPE
    first, second = clean_plain(paste(*between, *under, gap=gap))
    assert (first.title, second.title.casefold()) == ("A quay closes", TELESCOPE_TITLE.casefold())
    assert body(first) == FERRY
    assert body(second) == under


def test_three_articles() -> None:
    date = "4 May 2031"
    text = paste(TELESCOPE_TITLE, date, *TELESCOPE, CHESS_TITLE, date, *CHESS)
    titles = [cleaned.title for cleaned in clean_plain(text)]
    assert titles == ["A quay closes", TELESCOPE_TITLE, CHESS_TITLE]


def test_hard_wrapped() -> None:
    lines = [textwrap.fill(p, 72) for p in (*FERRY, "----", TELESCOPE_TITLE, *TELESCOPE)]
    _, second = clean_plain("\n\n".join(["A quay closes", *lines]))
    assert second.title == TELESCOPE_TITLE


def interview() -> list[str]:
    asked = ["What did the council know?", "Who will pay for a new quay?", "And the ferries?"]
    return [line for pair in zip(asked, FERRY, strict=False) for line in pair]


@pytest.mark.parametrize(
    "parts",
    [
        [*FERRY[:2], "What the mayor knew about the cracks", *FERRY[2:]],
        ["1. The quay and its cracks", *FERRY[:2], "2. The cost of a new quay", *FERRY[2:]],
        interview(),
        ["14:05", "Council speaks", *FERRY[:2], "14:30", "Sellers speak", *FERRY[2:]],
        [*FERRY[:2], "Comments", "Ada W.", "4 May 2031", *FERRY[2:], "Reply"],
        [*FERRY, "More news", TELESCOPE_TITLE, TELESCOPE[0], CHESS_TITLE, CHESS[0]],
        [
            *FERRY,
            "Share",
            "Related",
            TELESCOPE_TITLE,
            CHESS_TITLE,
            "Terms of use",
            "Privacy policy",
        ],
    ],
    ids=["section", "chapters", "interview", "live", "comments", "teasers", "links"],
)
def test_one_article_with_much_in_it_stays_one(parts: list[str]) -> None:
    assert len(clean_plain("\n\n".join(["A quay closes", *parts]))) == 1


def test_a_digest_of_short_items_stays_one() -> None:
    items = [(TELESCOPE_TITLE, TELESCOPE[0]), (CHESS_TITLE, CHESS[0]), (TITLE, SECOND[:280])] * 2
    text = "\n\n".join(["The day in brief", *(line for item in items for line in item)])
    assert len(clean_plain(text)) == 1


def test_menus_with_sentences_in_front_are_no_first_article() -> None:
    menu = [
        "Log in",
        "We use cookies to make this page work.",
        "Menu",
        "Read our terms of use now.",
    ]
    text = "\n".join([*menu * 3, TELESCOPE_TITLE, "By Marta Ruiz", "4 May 2031", *TELESCOPE])
    assert len(clean_plain(text)) == 1


class Counting(list[Features]):
    """Counts what is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.looks += len(found) if isinstance(at, slice) else 1
        return found


def looks(times: int) -> int:
    segments = divide("\n\n".join([TELESCOPE_TITLE, *TELESCOPE, CHESS_TITLE, *CHESS] * times))
    seen = Counting(observe(segments, "en"))
    second_articles(segments, seen, "en")
    return seen.looks


def test_a_text_twice_as_long_takes_twice_as_much_looking() -> None:
    assert looks(200) < 2.1 * looks(100)


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
