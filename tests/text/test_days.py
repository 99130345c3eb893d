"""Days as people write them, seen from Monday, 1 June 2026."""

from datetime import date

import pytest

from reader.text.days import day

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-07-01", date(2026, 7, 1)),
        ("tomorrow", date(2026, 6, 2)),
        ("Friday", date(2026, 6, 5)),
        ("next friday", date(2026, 6, 5)),
        ("monday", date(2026, 6, 8)),
        ("in 2 weeks", date(2026, 6, 15)),
        ("next month", date(2026, 7, 1)),
        ("12 mar", date(2027, 3, 12)),
        ("1 july", date(2026, 7, 1)),
    ],
)
def test_a_day_is_understood(words: str, meant: date) -> None:
    assert day(words, TODAY) == meant


@pytest.mark.parametrize("words", ["", " ", "5", "2027", "/", "...", "whenever", "2026-13-45"])
def test_what_is_no_day_is_not_guessed_at(words: str) -> None:
    assert day(words, TODAY) is None
