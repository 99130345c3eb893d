"""Dates: absolute, relative to the day of publication, and ranges."""

from datetime import date

import pytest

from reader.model import FigureKind
from reader.text.recognition.figures import find_figures

PUBLISHED = date(2025, 10, 24)  # a Friday


def dates(text: str, published: date | None = PUBLISHED, language: str | None = None):
    found = find_figures(text, published, language)
    return [(f.text, *f.as_given, f.resolved) for f in found if f.kind is FigureKind.DATE]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("on October 21, 2025, they", "October 21, 2025", "2025-10-21"),
        ("on 22 October 2025", "22 October 2025", "2025-10-22"),
        ("on Oct. 3rd, 2024", "Oct. 3rd, 2024", "2024-10-03"),
        ("on Friday, Oct. 24, 2025", "Friday, Oct. 24, 2025", "2025-10-24"),
        ("2025/10/22 20:48", "2025/10/22", "2025-10-22"),
        ("2025-10-22", "2025-10-22", "2025-10-22"),
        ("10/22/2025", "10/22/2025", "2025-10-22"),
        ("In 2026 it starts", "2026", "2026"),
        ("since March 2024", "March 2024", "2024-03"),
        ("in early 1997", "early 1997", "1997"),
        ("in mid-1996", "mid-1996", "1996"),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
    ],
)
def test_absolute(text, span, value):
    assert dates(text) == [(span, value, None, False)]


@pytest.mark.parametrize(
    ("text", "value", "value_to"),
    [
        ("Between Nov. 5 and Nov. 28, 2024, volumes", "2024-11-05", "2024-11-28"),
        ("between October 3 and 9", "2025-10-03", "2025-10-09"),
        ("Sept. 20-24", "2025-09-20", "2025-09-24"),
        ("from 2019 to 2021", "2019", "2021"),
        ("from Dec. 28 to Jan. 3, 2025", "2024-12-28", "2025-01-03"),
        ("the 2024-25 season", "2024", "2025"),
        ("in Q3 2024", "2024-07", "2024-09"),
        ("the third quarter of 2024", "2024-07", "2024-09"),
        ("in the third quarter", "2025-07", "2025-09"),
        ("the first half of 2025", "2025-01", "2025-06"),
        ("in the 1990s", "1990", "1999"),
    ],
)
def test_ranges(text, value, value_to):
    assert [found[1:3] for found in dates(text)] == [(value, value_to)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("media said on Oct. 22.", "Oct. 22", "2025-10-22"),
        ("It was announced on October 21 after", "October 21", "2025-10-21"),
        ("he said yesterday", "yesterday", "2025-10-23"),
        ("he said on Wednesday", "Wednesday", "2025-10-22"),
        ("he said on Friday", "Friday", "2025-10-24"),
        ("they will vote on Monday", "Monday", "2025-10-27"),
        ("next Friday", "next Friday", "2025-10-31"),
        ("last Friday", "last Friday", "2025-10-17"),
        ("next week", "next week", "2025-W44"),
        ("last month", "last month", "2025-09"),
        ("this year", "this year", "2025"),
        ("last October", "last October", "2024-10"),
        ("it rose in August", "August", "2025-08"),
        ("it is due in January", "January", "2026-01"),
        ("three years ago", "three years ago", "2022"),
        ("11 days ago", "11 days ago", "2025-10-13"),
        ("a year ago", "a year ago", "2024"),
        ("June last year", "June last year", "2024-06"),
    ],
)
def test_relative_to_publication(text, span, value):
    assert dates(text) == [(span, value, None, True)]


@pytest.mark.parametrize("text", ["on Friday", "yesterday", "on Oct. 22", "last month", "in Q3"])
def test_without_publication_nothing_is_guessed(text):
    ((_, value, value_to, resolved),) = dates(text, published=None)
    assert (value, value_to, resolved) == (None, None, False)


def test_a_year_earlier_goes_back_from_the_quarter_spoken_of():
    found = dates("Third-quarter profit rose from a year earlier.")
    assert found[1][1:3] == ("2024-07", "2024-09")


def test_digits_that_can_be_read_two_ways_have_no_value():
    assert dates("03/04/2025") == [("03/04/2025", None, None, False)]


@pytest.mark.parametrize(
    "text",
    [
        "They may 5 people help",
        "It may rain",
        "2000 people came",
        "a march in town",
        "20:48",
        "32/13/2024",
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am 22. Oktober 2025"),
        ("de", "am 22.10.2025"),
        ("fr", "le 22 octobre 2025"),
        ("es", "el 22 de octubre de 2025"),
        ("it", "il 22 ottobre 2025"),
        ("pt", "em 22 de outubro de 2025"),
        ("nl", "op 22 oktober 2025"),
        ("pl", "22 października 2025"),
        ("ru", "22 октября 2025 года"),
        ("ar", "22 أكتوبر 2025"),
        ("zh", "2025年10月22日"),
    ],
)
def test_other_languages(language, text):
    assert [found[1] for found in dates(text, None, language)] == ["2025-10-22"]


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
def test_the_ends_of_the_calendar_do_not_break(published):
    text = "yesterday, tomorrow, next week, last month, Feb. 29, on Friday, next year, a decade ago"
    assert len(dates(text, published)) == 8


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("in 2024", ("2024-01-01", "2024-12-31"), "year"),
        ("in February 2024", ("2024-02-01", "2024-02-29"), "month"),
        ("from 1991 to 1997", ("1991-01-01", "1997-12-31"), "year"),
        ("Q3 2024", ("2024-07-01", "2024-09-30"), "month"),
        ("this week", ("2025-10-20", "2025-10-26"), "week"),
        ("on 22 October 2025", ("2025-10-22", None), "day"),
        ("last summer", (None, None), None),
    ],
)
def test_a_date_is_the_days_it_means(text, days, precision):
    (figure,) = find_figures(text, date(2025, 10, 23), "en")
    assert (figure.value, figure.value_to) == days
    assert figure.precision == precision


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He must leave by Jan. 14.", date(2025, 1, 15), "2025-01-14"),
        ("The talks on Saturday, April 25, failed.", date(2025, 6, 1), "2026-04-25"),
        ("The talks on Friday, April 25, failed.", date(2025, 6, 1), "2025-04-25"),
        ("Smith will succeed Daniel P. Jones on Feb. 1.", date(2025, 10, 26), "2026-02-01"),
        ("The fund is to reopen on Tuesday.", date(2025, 10, 23), "2025-10-28"),
        ("They have until 9 a.m. Tuesday to sign.", date(2025, 10, 23), "2025-10-28"),
        ("It fell in the latest quarter.", date(2025, 10, 23), "2025-07"),
        ("In the third quarter it fell. In the same quarter of 2023 it rose.", None, None),
    ],
)
def test_what_says_which_way_a_date_lies(text, published, value):
    figures = find_figures(text, published, "en")
    assert next(f.as_given[0] for f in figures if f.kind is FigureKind.DATE) == value
