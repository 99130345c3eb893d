"""`reader entities` and `figures`: across the library, with their sentences."""

import click

from reader.cli.context import Context, joined, json_option, print_json, query_argument
from reader.export import entities_csv, entity_object, figure_object, figure_words, figures_csv

_csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")


@click.command("entities")
@query_argument
@json_option
@_csv_option
@click.pass_obj
def entities_(context: Context, query: tuple[str, ...], as_json: bool, as_csv: bool) -> None:
    """List who and what is named, each with its article and sentence.

    \b
    Examples:
      reader entities tag:crypto
      reader entities --csv > entities.csv
    """
    with context.library() as library:
        rows = library.entities(joined(query))
        if as_json:
            print_json([entity_object(row) for row in rows])
        elif as_csv:
            click.echo(entities_csv(rows), nl=False)
        else:
            for row in rows:
                click.echo(f"{row.name} ({row.type})  {row.article}  {row.sentence}")


@click.command("figures")
@query_argument
@json_option
@_csv_option
@click.pass_obj
def figures_(context: Context, query: tuple[str, ...], as_json: bool, as_csv: bool) -> None:
    """List the numbers and dates, each with its value, article and sentence.

    \b
    Examples:
      reader figures 'figure:>1bn'
      reader figures tag:crypto --csv > figures.csv
    """
    with context.library() as library:
        rows = library.figures(joined(query))
        if as_json:
            print_json([figure_object(row) for row in rows])
        elif as_csv:
            click.echo(figures_csv(rows), nl=False)
        else:
            for row in rows:
                words = figure_words(row.figure)
                click.echo(f"{row.figure.text} = {words}  {row.article}  {row.sentence}")
