"""What `reader import` says of other applications' exports."""

from typing import Any

import click

from reader.library.bringing import BringReport, in_words
from reader.text.canonical import canonical_line


def say_brought(report: BringReport) -> None:
    """Say in a few lines what came, or would come; nothing where there was no export."""
    for line in in_words(report):
        click.echo(line)
    if report.without_text:
        click.echo("  (--fetch fetches the text of what has an address)")
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
