"""A date as a text gives it, and ISO 8601 at that precision."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts of a date a text gives; those it leaves out are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def is_possible(moment: Moment) -> bool:
    """Tell whether there is such a day; without a year, whether any year has it."""
    if moment.day is None or moment.month is None:
        return True
    try:
        date(moment.year or 2000, moment.month, moment.day)  # 2000 is a leap year
    except ValueError:
        return False
    return True


def iso(moment: Moment) -> str | None:
    """Return ISO 8601 at the precision given, None without a year."""
    if moment.year is None or not MINYEAR <= moment.year <= MAXYEAR:
        return None
    text = f"{moment.year:04}"
    if moment.month is not None:
        text += f"-{moment.month:02}"
        if moment.day is not None:
            text += f"-{moment.day:02}"
    return text


def shift_days(day: date, days: int) -> date | None:
    """Return the day `days` later, None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> Moment:
    """Return the month `months` later."""
    index = day.year * 12 + day.month - 1 + months
    return Moment(index // 12, index % 12 + 1)


def week(day: date | None) -> str | None:
    """Return the ISO week of a day, as 2025-W43."""
    if day is None:
        return None
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def quarter(year: int, number: int) -> tuple[str, str]:
    """Return the first and last month of a quarter, 1 to 4."""
    return f"{year:04}-{number * 3 - 2:02}", f"{year:04}-{number * 3:02}"
