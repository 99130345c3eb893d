"""What `reader import` says of other applications' exports."""

from collections.abc import Iterator
from typing import Any

import click

from reader.library.bringing import BringReport
from reader.text.canonical import canonical_line

_SHOWN = 5
"""Titles a dry run shows."""


def say_brought(report: BringReport) -> None:
    """Say in a few lines what came, or would come; nothing where there was no export."""
    if report.apps:
        for line in _lines(report):
            click.echo(line)
    if report.dry_run:
        for other in report.others:
            name = canonical_line(str(other))
            click.echo(f"{name}: no export; it would be imported as it is")


def brought_object(report: BringReport) -> dict[str, Any]:
    """What would come, as JSON."""
    return {
        "apps": report.apps,
        "new": [{"id": one.id, "title": one.title} for one in report.imported],
        "known": [{"id": one.id, "title": one.title} for one in report.known],
        "without_text": report.without_text,
        "highlights": report.attached,
        "quotes": report.quotes,
        "notes": report.notes,
        "known_highlights": report.known_marks,
        "removed_before": report.removed,
        "otherwise": [*report.skipped, *report.passed_over],
        "others": [canonical_line(str(one)) for one in report.others],
    }


def _lines(report: BringReport) -> Iterator[str]:
    would = "would bring" if report.dry_run else "brought"
    new = _counted(len(report.imported), "new article")
    known = f", {len(report.known)} known already" if report.known else ""
    yield f"{', '.join(report.apps)}: {would} {new}{known}"
    if report.dry_run:
        yield from (f"    {one.title}" for one in report.imported[:_SHOWN])
        if (more := len(report.imported) - _SHOWN) > 0:
            yield f"    … and {more} more"
    if report.without_text:
        yield f"  {report.without_text} as title and address only; --fetch fetches their text"
    if marks := ", ".join(_marks(report)):
        yield f"  {marks}"
    yield from (f"  {line}" for line in report.skipped)
    yield from (f"  not taken: {line}" for line in report.passed_over)


def _marks(report: BringReport) -> Iterator[str]:
    if report.attached:
        yield f"{_counted(report.attached, 'highlight')} attached"
    if report.quotes:
        yield f"{_counted(report.quotes, 'quote')} kept without a place in the text"
    if report.notes:
        yield _counted(report.notes, "note")
    if report.known_marks:
        yield f"{report.known_marks} known already"
    if report.removed:
        yield f"{report.removed} removed here before, and not brought back"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
