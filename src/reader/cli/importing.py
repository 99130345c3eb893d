"""`reader import`."""

from pathlib import Path

import click

from reader.cli.brought import brought_object, say_brought
from reader.cli.context import (
    Context,
    ProgressLine,
    json_option,
    say_failed,
    standard_input,
)
from reader.cli.printing import print_json
from reader.cli.stopping import Stop
from reader.library import ImportReport, Library
from reader.library.bringing import BringReport
from reader.model import ReaderError
from reader.text.canonical import canonical_line


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Put TAG on what is imported.")
@click.option("--dry-run", is_flag=True, help="Say what an export would bring; change nothing.")
@click.option("--fetch", is_flag=True, help="Fetch the pages an export has only addresses of.")
@json_option
@click.pass_obj
def import_(
    context: Context,
    sources: tuple[str, ...],
    tags: tuple[str, ...],
    dry_run: bool,
    fetch: bool,
    as_json: bool,
) -> None:
    """Take articles into the library: files, folders, addresses; - is standard input.

    The same source twice is one article. What cannot be read is named, the rest goes on.
    Ctrl+C stops after the article under way; what was imported until then stays.

    Exports of other applications are recognised where they are named: Omnivore, Pocket,
    Instapaper, wallabag, Readwise, Matter, Karakeep, Linkwarden, Hypothesis, Kindle, KOReader,
    Obsidian Web Clipper, bookmarks, Web Annotations (JSON-LD). Articles come with their tags,
    highlights and notes; a library that Reader archived is merged (see `reader merge`).

    \b
    Examples:
      reader import story.txt page.html clippings/
      reader import https://example.org/2026/01/story --tag energy
      pbpaste | reader import -
      reader import omnivore.zip --dry-run
      reader import pocket.csv --fetch
    """
    if dry_run and "-" in sources:
        raise click.UsageError("A dry run takes files, not standard input.")
    with context.library(follow_now=not dry_run) as library:
        brought, report = _import(library, sources, tags, dry_run, fetch)
        if as_json:
            _print_json(library, brought, report)
    if not as_json:
        _say(report)
        say_brought(brought)
    failed = say_failed((*brought.failed, *report.failed))
    stopped = brought.cancelled or report.cancelled
    if stopped:
        click.echo("reader: stopped; what was imported until then stays", err=True)
    if failed or stopped:
        raise click.exceptions.Exit(1)


def _import(
    library: Library, sources: tuple[str, ...], tags: tuple[str, ...], dry_run: bool, fetch: bool
) -> tuple[BringReport, ImportReport]:
    """Bring the exports, then import what is none; a dry run leaves that at saying so."""
    stop, reports = Stop(), []
    with stop.on_interrupt(), ProgressLine() as line:
        if "-" in sources:
            reports.append(_standard_input(library, tags))
        targets = _merged(library, sources, dry_run, line, stop)
        brought = library.bring(
            targets,
            tags=tags,
            fetch=fetch,
            dry_run=dry_run,
            progress=line.show,
            cancelled=stop.asked,
        )
        if brought.others and not dry_run:
            reports.append(
                library.import_(brought.others, tags=tags, progress=line.show, cancelled=stop.asked)
            )
    return brought, _together(reports)


def _merged(
    library: Library, sources: tuple[str, ...], dry_run: bool, line: ProgressLine, stop: Stop
) -> list[str]:
    """Take in Reader's own archives; the targets that are none."""
    from reader.library.exchange import is_archive

    targets = [one for one in sources if one != "-"]
    archives = [one for one in targets if one.lower().endswith(".zip") and is_archive(Path(one))]
    for one in archives:
        name = canonical_line(one)
        if dry_run:
            click.echo(f"{name}: a library of Reader's; it would be merged with this one")
        else:
            report = library.merge(Path(one), progress=line.show, cancelled=stop.asked)
            click.echo(f"{name}: {report}.", err=True)
    return [one for one in targets if one not in archives]


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


def _print_json(library: Library, brought: BringReport, report: ImportReport) -> None:
    """The articles as rows; of a dry run, which has none yet, what would come."""
    from reader.export import row_object

    if brought.dry_run:
        print_json(brought_object(brought))
        return
    ids = [one.id for one in (*brought.imported, *brought.known)]
    rows = (*library.rows(ids), *report.imported, *report.known)
    print_json([row_object(row) for row in rows])


def _say(report: ImportReport) -> None:
    newer = {row.id for row in report.renewed}
    for row in report.imported:
        said = f"  (a newer version; `reader diff {row.id}`)" if row.id in newer else ""
        click.echo(f"{row.id}  {row.title}{said}")
    for row in report.known:
        click.echo(f"{row.id}  {row.title}  (was there already)", err=True)
