"""`reader export`."""

from pathlib import Path

import click

from reader.cli.context import Context, joined, query_argument
from reader.library import Flavour, Format
from reader.text.canonical import canonical_line


@click.command("export")
@query_argument
@click.option(
    "--to", "target", default="-", metavar="DIR|FILE|-", help="[default: -, standard output]"
)
@click.option(
    "--format",
    "form",
    type=click.Choice([str(one) for one in Format]),
    default=str(Format.MARKDOWN),
    show_default=True,
)
@click.option(
    "--flavour",
    type=click.Choice([str(one) for one in Flavour]),
    default=str(Flavour.OBSIDIAN),
    show_default=True,
    help="What a Markdown note is written for.",
)
@click.option("--overwrite", is_flag=True, help="Write over a FILE that is there already.")
@click.pass_obj
def export_(
    context: Context,
    query: tuple[str, ...],
    target: str,
    form: str,
    flavour: str,
    overwrite: bool,
) -> None:
    """Write articles with your highlights, notes and tags.

    Into a folder, Markdown, Org and HTML are one file an article; exporting again changes only
    what is Reader's own in them: what you wrote there yourself stays. A FILE
    that is there is left alone, unless you say --overwrite.

    \b
    Examples:
      reader export tag:follow-up --to notes/
      reader export --flavour logseq --to graph/pages/
      reader export entity:Siluanov > siluanov.md
      reader export --format archive --to library.zip
      reader export has:notes --format csv --to notes.csv
    """
    with context.library() as library:
        to = None if target == "-" else Path(target)
        report = library.export(
            joined(query),
            to=to,
            format=Format(form),
            overwrite=overwrite,
            flavour=Flavour(flavour),
        )
    if report.text is not None:
        click.echo(report.text, nl=False)
    elif not report.articles:
        click.echo("reader: nothing matches; nothing was written", err=True)
    else:
        said = f"{report.articles} article{'s' * (report.articles != 1)}"
        click.echo(f"reader: {said} written to {canonical_line(target)}", err=True)
