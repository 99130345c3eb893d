"""`reader entities` and `figures`: across the library, with their sentences."""

import click

from reader.cli.context import Context, joined, json_option, query_argument
from reader.cli.printing import print_lines, print_pieces, print_rows
from reader.export import entities_csv, entity_object, figure_object, figure_words, figures_csv
from reader.model import EntityRow, FigureRow

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
            print_rows(map(entity_object, rows))
        elif as_csv:
            print_pieces(entities_csv(rows))
        else:
            print_lines(map(_mention, rows))


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
            print_rows(map(figure_object, rows))
        elif as_csv:
            print_pieces(figures_csv(rows))
        else:
            print_lines(map(_figure, rows))


def _mention(row: EntityRow) -> str:
    return f"{row.name} ({row.type})  {row.article}  {row.sentence}"


def _figure(row: FigureRow) -> str:
    return f"{row.figure.text} = {figure_words(row.figure)}  {row.article}  {row.sentence}"
