"""Percentages, quantities, durations and counts, and what is none of them."""

import pytest

from reader.text.recognition.figures import find_figures


def figures(text: str, language: str | None = None):
    found = find_figures(text, None, language)
    return [(f.text, str(f.kind), f.value, f.value_to, f.unit) for f in found]


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "unit"),
    [
        ("80% of it", "80%", "percent", 80, "percent"),
        ("25 per cent", "25 per cent", "percent", 25, "percent"),
        ("FTSE -0.6% then", "-0.6%", "percent", -0.6, "percent"),
        ("to .001 per cent", ".001 per cent", "percent", 0.001, "percent"),
        ("3 percentage points", "3 percentage points", "percent", 3, "percentage point"),
        ("50 basis points", "50 basis points", "percent", 50, "basis point"),
        ("a barrel: 1.5 million barrels", "1.5 million barrels", "quantity", 1.5e6, "barrel"),
        (
            "325,000 barrels per day",
            "325,000 barrels per day",
            "quantity",
            325_000,
            "barrel per day",
        ),
        ("at 3 W/m2 or", "3 W/m2", "quantity", 3, "watt per square metre"),
        ("at 35 µg/m³ of", "35 µg/m³", "quantity", 35, "microgram per cubic metre"),
        (
            "80 litres per square foot",
            "80 litres per square foot",
            "quantity",
            80,
            "litre per square foot",
        ),
        ("in just one area.", "one area", "count", 1, "area"),
        ("They have one answer to it", "one answer", "count", 1, "answer"),
        ("17 km away", "17 km", "quantity", 17, "kilometre"),
        ("a 3-inch screen", "3-inch", "quantity", 3, "inch"),
        ("40 square kilometres", "40 square kilometres", "quantity", 40, "square kilometre"),
        ("area of 32m2", "32m2", "quantity", 32, "square metre"),
        ("550 megawatts", "550 megawatts", "quantity", 550, "megawatt"),
        ("2 degrees Celsius", "2 degrees Celsius", "quantity", 2, "degree Celsius"),
        ("-5°C", "-5°C", "quantity", -5, "degree Celsius"),
        ("188 miles an hour", "188 miles an hour", "quantity", 188, "mile per hour"),
        ("at 140 km/h", "140 km/h", "quantity", 140, "kilometre per hour"),
        ("12.3m tonnes", "12.3m tonnes", "quantity", 12.3e6, "tonne"),
        ("he is 5 feet and 2 inches", "5 feet and 2 inches", "quantity", 5 + 2 / 12, "foot"),
        ("½ teaspoon", "½ teaspoon", "quantity", 0.5, "teaspoon"),
        ("a 1/4 mile oval", "1/4 mile", "quantity", 0.25, "mile"),
        ("three years", "three years", "duration", 3, "year"),
        ("24 hours", "24 hours", "duration", 24, "hour"),
        ("a five-year plan", "five-year", "duration", 5, "year"),
        ("250,000 jobs", "250,000 jobs", "count", 250_000, "job"),
        ("three people", "three people", "count", 3, "person"),
        ("five NBA teams", "five NBA teams", "count", 5, "team"),
        (
            "1,100 public housing properties",
            "1,100 public housing properties",
            "count",
            1100,
            "property",
        ),
        ("a 27-nation bloc", "27-nation", "count", 27, "nation"),
        ("4 hundred million people", "4 hundred million people", "count", 4e8, "person"),
        ("a 45-year-old man", "45-year-old", "count", 45, "year"),
        ("aged 45 when", "45", "count", 45, "year"),
        ("Ann Lee, 44, was there", "44", "count", 44, "year"),
        ("ended at 27,349.19 then", "27,349.19", "count", 27349.19, None),
    ],
)
def test_one_figure(text, span, kind, value, unit):
    assert figures(text) == [(span, kind, pytest.approx(value), None, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15-22 miles per hour", 15, 22, "mile per hour"),
        ("5% to 10%", 5, 10, "percent"),
        ("between 4% and 5%", 4, 5, "percent"),
        ("three or four years", 3, 4, "year"),
        ("aged 8–10 years", 8, 10, "year"),
        ("1 to 1.5 degrees Celsius", 1, 1.5, "degree Celsius"),
        ("4,500 to 5,000 troops", 4500, 5000, "troop"),
        ("tens of thousands of students", 10_000, 100_000, "student"),
    ],
)
def test_ranges(text, low, high, unit):
    assert [found[2:] for found in figures(text)] == [(low, high, unit)]


def test_a_rise_and_where_it_led_are_two_figures():
    assert [found[2:] for found in figures("It rose 3% to $12.")] == [
        (3, None, "percent"),
        (12, None, "USD"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They have one another and only one left.",
        "the 22nd amendment",
        "a Boeing 737 landed",
        "the A7A5 stablecoin",
        "an iPhone 15 Pro",
        "10x Research said",
        "the T-REX 2X fund",
        "call +1 (212) 555-0199 now",
        "call 555-123-4567 now",
        "version 5.2.1 is out",
        "see https://example.com/a/12345?b=6",
        "write to ann5@example.com",
        "at 20:48 sharp",
        "by 11 p.m. at night",
        "the S&P 500 closed",
        "see page 12 and No. 5",
        "won 3-1 at home",
        "the COVID-19 years",
        "Form 10-K and 9/11",
        "the FTSE 100 shares",
        "from Launch Pad 39A",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    "word",
    [
        *"over nearly about roughly almost some around approximately".split(),
        *("more than", "at least", "up to", "fewer than", "as many as"),
    ],
)
def test_approximating_words_mark_the_figure_and_stay_outside_it(word):
    (figure,) = find_figures(f"He saw {word} 300 people there.", None, None)
    assert (figure.text, figure.approximate) == ("300 people", True)


def test_a_figure_without_such_a_word_is_exact():
    (figure,) = find_figures("He saw 300 people there.", None, None)
    assert not figure.approximate


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "unit"),
    [
        ("de", "3,5 Prozent", "percent", 3.5, "percent"),
        ("de", "50 Kilometer", "quantity", 50, "kilometre"),
        ("fr", "12,5 %", "percent", 12.5, "percent"),
        ("fr", "trois ans", "duration", 3, "year"),
        ("es", "15 por ciento", "percent", 15, "percent"),
        ("ru", "1 500 тонн", "quantity", 1500, "tonne"),
        ("zh", "100公里", "quantity", 100, "kilometre"),
        ("de", "1.500 Mitarbeiter", "count", 1500, None),
        ("de-CH", "1.500 Mitarbeiter", "count", 1500, None),
    ],
)
def test_other_languages(language, text, kind, value, unit):
    assert [found[1:3] + found[4:] for found in figures(text, language)] == [(kind, value, unit)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sold 2.7m combined digital and physical sales.", [("2.7m combined", 2_700_000.0)]),
        ("12m British adults voted.", [("12m", 12_000_000.0)]),
        ("She won the 100m hurdles.", [("100m", 100.0)]),
        ("Revenue grew sixfold, then 10-fold.", [("sixfold", 6.0), ("10-fold", 10.0)]),
        ("Four- and five-star hotels.", [("Four", 4.0), ("five", 5.0)]),
        (
            "with three-, four- and six-cylinder engines",
            [("three", 3.0), ("four", 4.0), ("six", 6.0)],
        ),
        ("Two of Johnson's deputies left.", [("Two", 2.0)]),
        ("by an average of 1500 a car", [("1500", 1500.0)]),
        ("under the age of 5 years", [("5 years", 5.0)]),
    ],
)
def test_amounts_said_in_other_ways(text, found):
    figures = find_figures(text, None, "en")
    assert [figure.value for figure in figures] == [value for _, value in found]
    for figure, (words, _) in zip(figures, found, strict=True):
        assert figure.text.startswith(words.split()[0])
