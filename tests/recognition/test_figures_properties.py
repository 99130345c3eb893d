"""What holds for every text: spans, order, round trips, nothing invented."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import FigureKind
from reader.text.recognition.figures import find_figures

# fmt: off
PIECES = st.sampled_from([
    *"$ € US$ Rs 5 2.5 1,000 1/2 million bn m % percent Oct. May 22 2025 the a an of to".split(),
    *"and between from - – / : . , Friday last next year ago quarter third three".split(),
    *"hundred dozen tens 万 亿 元 年 月 日 old aged 45 ' s km per hour feet inches".split(),
    *"minus ½ early Q3 www.x.y dollars cents people 1990s ٣".split(), "\n", "\u202f",
])
# fmt: on
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "ru", "zh", "pt-BR", "", "xx", "-"])
DAYS = st.one_of(st.none(), st.dates())


def check(text: str, published: date | None, language: str | None) -> None:
    end = 0
    for figure in find_figures(text, published, language):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end] != ""
        assert figure.text == figure.text.strip()
        numbers = [v for v in (figure.value, figure.value_to) if v is not None]
        if figure.kind is FigureKind.DATE:
            assert all(isinstance(v, str) for v in numbers)
            assert figure.unit is None
        else:
            assert numbers
            assert all(isinstance(v, float) and math.isfinite(v) for v in numbers)
            assert not figure.resolved
        if published is None:
            assert not figure.resolved
        end = figure.end


@given(TEXTS, DAYS, LANGUAGES)
def test_spans_are_inside_the_text_in_order_and_apart(text, published, language):
    check(text, published, language)


@pytest.mark.parametrize(
    "piece", ["million ", "tens of millions of ", "9", "1 000 ", "万", "a hundred "]
)
def test_values_stay_finite_however_often_a_piece_repeats(piece):
    check("5 " + piece * 500, date(2025, 10, 24), "fr")
    check(piece * 500, None, "zh")


@given(
    st.integers(1, 10**12),
    st.sampled_from([("${}", "USD"), ("{} euros", "EUR"), ("£{}", "GBP"), ("{} BTC", "BTC")]),
)
def test_a_whole_amount_comes_back(value, style):
    pattern, unit = style
    (figure,) = find_figures("They paid " + pattern.format(f"{value:,}") + " for it.", None, None)
    assert (figure.kind, figure.value, figure.unit) == (FigureKind.MONEY, value, unit)


@given(
    st.decimals(1, 999, places=2),
    st.sampled_from([("million", 1e6), ("bn", 1e9), ("trillion", 1e12), ("m", 1e6)]),
    st.sampled_from([("€", "EUR"), ("A$", "AUD"), ("CHF ", "CHF")]),
)
def test_an_amount_with_a_magnitude_comes_back(value, magnitude, currency):
    word, scale = magnitude
    gap = " " if len(word) > 2 else ""
    (figure,) = find_figures(f"It cost {currency[0]}{value}{gap}{word}.", None, "en")
    assert figure.value == float(value * int(scale))
    assert figure.unit == currency[1]


@given(st.integers(2, 10**9))
def test_grouping_of_the_language_comes_back(value):
    grouped = f"{value:,}".replace(",", ".")
    (figure,) = find_figures(f"Es kostet {grouped},50 Euro.", None, "de")
    assert (figure.value, figure.unit) == (value + 0.5, "EUR")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_comes_back_in_every_style(day):
    long = f"{day:%B} {day.day}, {day.year}"
    for written in (day.isoformat(), long, f"{day.day} {day:%B} {day.year}", f"{day:%Y/%m/%d}"):
        (figure,) = find_figures(f"It happened on {written}.", None, None)
        assert (figure.text, figure.value) == (written, day.isoformat())


@given(st.integers(2, 10**7), st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8))
def test_an_unknown_word_is_never_a_unit_of_measure_or_a_currency(value, word):
    for figure in find_figures(f"{value:,} zq{word}.", None, None):
        assert figure.kind is FigureKind.COUNT
