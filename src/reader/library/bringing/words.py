"""What came of an export, in a few lines that a screen and a terminal show alike."""

from collections.abc import Iterator

from reader.library.bringing.report import BringReport

SHOWN = 5
"""Titles that are named of what would come."""


def in_words(report: BringReport) -> Iterator[str]:
    """What came, or would come; nothing where there was no export."""
    if not report.apps:
        return
    would = "would bring" if report.dry_run else "brought"
    new = _counted(len(report.imported), "new article")
    known = f", {len(report.known)} known already" if report.known else ""
    yield f"{', '.join(report.apps)}: {would} {new}{known}"
    if report.dry_run:
        yield from (f"    {one.title}" for one in report.imported[:SHOWN])
        if (more := len(report.imported) - SHOWN) > 0:
            yield f"    … and {more} more"
    if report.without_text:
        yield f"  {report.without_text} as title and address only, as their text is not in it"
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
        yield f"{_counted(report.known_marks, 'highlight or note', 'highlights and notes')} known"
    if report.removed:
        yield f"{report.removed} removed here before, and not brought back"


def _counted(number: int, what: str, many: str = "") -> str:
    return f"{number} {what if number == 1 else many or what + 's'}"
