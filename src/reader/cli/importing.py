"""`reader import`."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from reader.cli.context import (
    Context,
    ProgressLine,
    json_option,
    print_json,
    say_failed,
    standard_input,
)
from reader.library import ImportReport, Library
from reader.model import ReaderError


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Put TAG on what is imported.")
@json_option
@click.pass_obj
def import_(
    context: Context, sources: tuple[str, ...], tags: tuple[str, ...], as_json: bool
) -> None:
    """Take articles into the library: files, folders, addresses; - is standard input.

    The same source twice is one article. What cannot be read is named, the rest goes on.
    Ctrl+C stops after the article under way; what was imported until then stays.

    \b
    Examples:
      reader import story.txt page.html clippings/
      reader import https://example.org/2026/01/story --tag energy
      pbpaste | reader import -
    """
    from reader.export import row_object

    with context.library() as library:
        report = _import(library, sources, tags)
    failed = say_failed(report.failed)
    if as_json:
        print_json([row_object(row) for row in (*report.imported, *report.known)])
    else:
        _say(report)
    if failed or report.cancelled:
        raise click.exceptions.Exit(1)


def _import(library: Library, sources: tuple[str, ...], tags: tuple[str, ...]) -> ImportReport:
    stop, reports = _Stop(), []
    with stop.on_interrupt(), ProgressLine() as line:
        if "-" in sources:
            reports.append(_standard_input(library, tags))
        targets = [one for one in sources if one != "-"]
        reports.append(
            library.import_(targets, tags=tags, progress=line.show, cancelled=stop.asked)
        )
    return _together(reports)


def _standard_input(library: Library, tags: tuple[str, ...]) -> ImportReport:
    try:
        return library.import_text(standard_input(), tags=tags)
    except ReaderError as error:
        return ImportReport(failed=(type(error)(error.message, "standard input"),))


def _together(reports: list[ImportReport]) -> ImportReport:
    return ImportReport(
        tuple(row for one in reports for row in one.imported),
        tuple(row for one in reports for row in one.known),
        tuple(error for one in reports for error in one.failed),
        any(one.cancelled for one in reports),
        tuple(row for one in reports for row in one.renewed),
    )


def _say(report: ImportReport) -> None:
    newer = {row.id for row in report.renewed}
    for row in report.imported:
        said = f"  (a newer version; `reader diff {row.id}`)" if row.id in newer else ""
        click.echo(f"{row.id}  {row.title}{said}")
    for row in report.known:
        click.echo(f"{row.id}  {row.title}  (was there already)", err=True)
    if report.cancelled:
        click.echo("reader: stopped; what was imported until then stays", err=True)


class _Stop:
    """Ctrl+C once stops after the source under way; twice stops at once."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        return self._asked

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        before = signal.signal(signal.SIGINT, self._interrupted)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _interrupted(self, _signal: int, _frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
