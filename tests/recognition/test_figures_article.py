"""The figures of whole articles: sentences as the crypto press writes, and the first input."""

from datetime import date
from pathlib import Path

import pytest

from reader.text.recognition.figures import find_figures

FIRST_INPUT = Path(__file__).parents[3] / "shared" / "samples" / "mexc-russia-crypto.txt"
PUBLISHED = date(2025, 10, 22)

SENTENCES = [
    (
        "The deal was struck on October 21, wire reports said on Oct. 22.",
        ["2025-10-21", "2025-10-22"],
    ),
    ("Analysts think 2026 will be the year of the A7A5 token.", ["2026"]),
    ("Savers hold over 2.5 trillion rubles in such coins.", [2.5e12]),
    (
        "Payments this year came to over $15 billion, and an $800B gap opened.",
        ["2025", 15e9, 800e9],
    ),
    ("At times, coins made up over 80% of trading, 10x Research found.", [80]),
    (
        "Between Nov. 5 and Nov. 28, 2024, volume of $9.4 billion passed $7 billion.",
        ["2024-11-05", 9.4e9, 7e9],
    ),
    ("Of the $380 billion lost, $131 billion came from one coin.", [380e9, 131e9]),
    ("They poured $1.24B into stocks between October 3 and 9.", [1.24e9, "2025-10-03"]),
    (
        "The Bull 2X ETF took $151 million, then Acme ($105 million) and Beta ($96 million).",
        [151e6, 105e6, 96e6],
    ),
    ("The T-REX 2X Long Target ETF is new; one of the most notable examples.", []),
]


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_every_figure_of_a_sentence_and_no_other(text, values):
    assert [figure.as_given[0] for figure in find_figures(text, PUBLISHED, "en")] == values


@pytest.mark.skipif(not FIRST_INPUT.exists(), reason="the first input is not here")
def test_the_first_input():
    text = FIRST_INPUT.read_text(encoding="utf-8")
    found = [(*f.as_given, f.unit) for f in find_figures(text, PUBLISHED, "en")]
    assert found == [
        ("2025-10-22", None, None),
        ("2025-10-22", None, None),
        ("2025-10-21", None, None),
        ("2026", None, None),
        (2.5e12, None, "RUB"),
        ("2025", None, None),
        (15e9, None, "USD"),
        (800e9, None, "USD"),
        (800e9, None, "USD"),
        (800e9, None, "USD"),
        (800e9, None, "USD"),
        (80, None, "percent"),
        (800e9, None, "USD"),
        ("2024-11-05", "2024-11-28", None),
        (9.4e9, None, "USD"),
        (7e9, None, "USD"),
        (380e9, None, "USD"),
        (131e9, None, "USD"),
        (1.24e9, None, "USD"),
        (1.24e9, None, "USD"),
        ("2025-10-03", "2025-10-09", None),
        (151e6, None, "USD"),
        (105e6, None, "USD"),
        (100e6, None, "USD"),
        (96e6, None, "USD"),
        (95e6, None, "USD"),
        (None, None, None),
        ("2025-08", None, None),
        ("2025-10-24", None, None),
    ]
