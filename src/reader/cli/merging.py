"""`reader merge`: another library into this one."""

from pathlib import Path

import click

from reader.cli.context import Context, ProgressLine, json_option, say_failed
from reader.cli.printing import print_json
from reader.cli.stopping import Stop


@click.command("merge")
@click.argument("other", type=click.Path(exists=True, path_type=Path))
@json_option
@click.pass_obj
def merge_(context: Context, other: Path, as_json: bool) -> None:
    """Take in OTHER: another library's folder, an archive of one, or a copy of its notes.json.

    What is only there is added. What was said in both is merged by the time it was said, tag by
    tag; of two notes that were written apart both are kept. What was removed in one stays removed.
    Nothing in OTHER is changed, and doing it twice adds nothing.

    \b
    Examples:
      reader merge ~/laptop/reader
      reader merge library.zip
      reader merge notes.json
    """
    stop = Stop()
    with context.library() as library, stop.on_interrupt(), ProgressLine() as line:
        report = library.merge(other, progress=line.show, cancelled=stop.asked)
    if as_json:
        print_json(
            {
                "articles": report.articles,
                "annotations": report.annotations,
                "changed": report.changed,
                "templates": report.templates,
            }
        )
    else:
        click.echo(f"{report}.")
    failed = say_failed(report.failed)
    if report.cancelled:
        click.echo("reader: stopped; what was taken until then stays", err=True)
    if failed or report.cancelled:
        raise click.exceptions.Exit(1)
