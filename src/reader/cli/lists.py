"""`reader list`, `search`, `show` and `due`."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import click

from reader.cli.context import (
    Context,
    joined,
    json_option,
    query_argument,
    shortened,
)
from reader.cli.printing import print_json, print_lines, print_rows
from reader.export import article_markdown, article_text, due_object, row_object, show_object
from reader.model import ArticleRow, Status

if TYPE_CHECKING:
    from reader.library import Due

_PAGE = 500
_MARKS = {Status.UNREAD: "●", Status.READING: "◐", Status.DONE: " ", Status.ARCHIVED: "▫"}
_SORTS = click.Choice(["newest", "oldest", "title", "site", "imported"])


def _list(
    context: Context, query: Sequence[str], as_json: bool, sort: str, limit: int | None
) -> None:
    from reader.library import Sort

    with context.library() as library:
        listing = library.listing(joined(query), Sort(sort), limit)
        end = len(listing) if limit is None else min(limit, len(listing))
        pages = (listing.rows(at, min(at + _PAGE, end)) for at in range(0, end, _PAGE))
        rows = chain.from_iterable(pages)
        if as_json:
            print_rows(map(row_object, rows))
        else:
            print_lines(map(line_of, rows))


def line_of(row: ArticleRow) -> str:
    """An article on one line: id, status, day, site, title, tags, follow-up, notes."""
    day = (row.published or row.imported.isoformat())[:10]
    said = ["★"] if row.starred else []
    said += [f"#{tag}" for tag in row.tags]
    if row.follow_up:
        said.append(f"(due {row.follow_up.on})")
    if row.notes:
        said.append(f"{row.notes}✎")
    site = f"{row.site} · " if row.site else ""
    return " ".join([f"{row.id:<18}{_MARKS[row.status]} {day:<10}  {site}{row.title}", *said])


_EPILOG = """
\b
Queries: words "a phrase" tag:crypto is:unread is:due is:starred has:notes
entity:"Anton Siluanov" is:deleted is:older figure:>1bn site:mexc.com before:2025-11-01 -tag:old,
joined by and; `or` and ( ) too.
A term that begins with - goes after --:  reader list -- tag:crypto -tag:old
"""


def _listing_command(name: str, says: str) -> click.Command:
    @click.command(name, help=says, epilog=_EPILOG)
    @query_argument
    @json_option
    @click.option("--sort", type=_SORTS, default="newest", show_default=True)
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", help="The first N only.")
    @click.pass_obj
    def command(
        context: Context, query: tuple[str, ...], as_json: bool, sort: str, limit: int | None
    ) -> None:
        _list(context, query, as_json, sort, limit)

    return command


list_ = _listing_command(
    "list",
    """List articles, newest first.

    \b
    Examples:
      reader list
      reader list tag:crypto is:unread --sort oldest
      reader list --json | jq -r '.[].title'
    """,
)
search_ = _listing_command(
    "search",
    """Search the text of articles; the same as `reader list`.

    \b
    Examples:
      reader search stablecoin 'entity:Anton Siluanov'
      reader search '"foreign trade" figure:>1bn'
    """,
)


@click.command("show")
@click.argument("article")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
)
@click.option("--all-blocks", is_flag=True, help="What was set aside too, with the reasons.")
@click.pass_obj
def show_(context: Context, article: str, form: str, all_blocks: bool) -> None:
    """Print an ARTICLE: its id or the first characters of it, its address, path or title.

    \b
    Examples:
      reader show 3fa9c2 | less
      reader show 3fa9c2 --format json | jq .annotations
      reader show 3fa9c2 --all-blocks
    """
    with context.library() as library:
        found = library.resolve(article)
        if form == "json":
            print_json(show_object(library.exported(found)))
            return
        write = article_markdown if form == "markdown" else article_text
        click.echo(write(library.article(found), all_blocks=all_blocks), nl=False)


@click.command("due")
@json_option
@click.option("--ics", is_flag=True, help="Print an iCalendar file, for your calendar.")
@click.option("--all", "coming", is_flag=True, help="Those still to come, too.")
@click.pass_obj
def due_(context: Context, as_json: bool, ics: bool, coming: bool) -> None:
    """List what is due for follow-up, articles and passages, the longest due first.

    \b
    Examples:
      reader due
      reader due --all --ics > follow-ups.ics
      reader due --all --json
    """
    with context.library() as library:
        found = library.follow_ups(None if coming else library.today())
        if ics:
            click.echo(library.calendar(found), nl=False)
        elif as_json:
            print_rows(due_object(one.article, one.follow_up, one.annotation) for one in found)
        else:
            print_lines(map(_due_line, found))


def _due_line(due: "Due") -> str:
    mark = due.annotation
    words = f" “{shortened(mark.quote.exact)}”" if mark and mark.quote else ""
    row = due.article
    return f"{due.follow_up.on}  {row.id:<18}{row.title}{words}: {due.follow_up.why}"
