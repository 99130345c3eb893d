from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning.dates import find_date, is_date_line, iso_date, locate_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2025/10/22 20:48", "2025-10-22T20:48"),
        ("2025-10-22", "2025-10-22"),
        ("2025-10-22T20:48:05Z", "2025-10-22T20:48:05+00:00"),
        ("2025-10-22T20:48:05+0200", "2025-10-22T20:48:05+02:00"),
        ("Oct. 22, 2025", "2025-10-22"),
        ("October 22nd, 2025 at 4:05 p.m. ET", "2025-10-22T16:05"),
        ("June 30, 2026 - 4.34pm", "2026-06-30T16:34"),
        ("12:15 AM, 3 May 2031", "2031-05-03T00:15"),
        ("22 octobre 2025", "2025-10-22"),
        ("Publié le 1er août 2024 à 18h30", "2024-08-01T18:30"),
        ("Stand: 06.11.2025, 17:06 Uhr", "2025-11-06T17:06"),
        ("23. April 2024", "2024-04-23"),
        ("22 de octubre de 2025", "2025-10-22"),
        ("22 ottobre 2025 alle 9:05", "2025-10-22T09:05"),
        ("22 октября 2025, 20:48", "2025-10-22T20:48"),
        ("22 жовтня 2025", "2025-10-22"),
        ("2025年10月22日 20:48", "2025-10-22T20:48"),
        ("2025년 10월 22일", "2025-10-22"),
        ("22 أكتوبر 2025", "2025-10-22"),
        ("Publikacja: 02.02.2025 21:52", "2025-02-02T21:52"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
        ("Mon 18 Nov 2019 18.54 GMT", "2019-11-18T18:54+00:00"),
        ("October 2025", "2025-10"),
    ],
)
def test_a_date_is_found_and_normalised(line: str, iso: str) -> None:
    assert find_date(line) == iso


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 hours ago",
        "vor 3 Stunden",
        "03/04/2025",
        "2025",
        "31 February 2025",
        "Bitcoin fell to $20,251,022",
        "May 22",
        "version 2025.10",
        "",
    ],
)
def test_what_cannot_be_known_is_not_guessed(line: str) -> None:
    assert find_date(line) is None


def test_a_date_after_tomorrow_is_not_believed() -> None:
    today = date(2025, 10, 22)
    assert find_date("2025-10-23", today) == "2025-10-23"
    assert find_date("2025-10-24", today) is None


def test_where_it_stands() -> None:
    line = "Updated: 3 May 2031, by the desk"
    found = locate_date(line)
    assert found is not None
    assert line[found.start : found.end] == "3 May 2031"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published on 3 May 2031", True),
        ("NZZ-Redaktion 18.07.2031, 11.08 Uhr 7 min", True),
        ("On 3 May 2031 the court heard the first of the witnesses against the mayor.", False),
        ("No date here", False),
    ],
)
def test_a_line_that_is_hardly_more_than_a_date(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (datetime(2031, 5, 3, 7, 8, 9), "2031-05-03T07:08"),
        (date(2031, 5, 3), "2031-05-03"),
        (2031, "2031"),
        ("2031-05", "2031-05"),
        ("3 May 2031", "2031-05-03"),
        (None, None),
        (["x"], None),
        (7, None),
    ],
)
def test_a_date_from_metadata(value: object, iso: str | None) -> None:
    assert iso_date(value) == iso


@given(st.text())
def test_whatever_is_found_is_a_real_day(line: str) -> None:
    found = find_date(line)
    if found:
        date.fromisoformat(found[:10] if len(found) > 7 else f"{found}-01")


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_what_is_written_in_iso_comes_back(day: date) -> None:
    assert find_date(f"Published: {day.isoformat()}") == day.isoformat()
