"""`reader star`, `delete`, `restore`, `snooze`, `rename-tag` and `searches`: keeping order."""

import click

from reader.cli.context import Context, json_option
from reader.cli.printing import print_json

_articles = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")


@click.command("star")
@_articles
@click.option("--off", is_flag=True, help="Take the star off.")
@click.pass_obj
def star_(context: Context, articles: tuple[str, ...], off: bool) -> None:
    """Put a star on articles; `is:starred` finds them.

    \b
    Example:
      reader star 3fa9c2
    """
    with context.library() as library:
        library.star([library.resolve(one) for one in articles], not off)


@click.command("delete")
@_articles
@click.pass_obj
def delete_(context: Context, articles: tuple[str, ...]) -> None:
    """Put articles into the bin, with all you said of them; `reader restore` takes them out.

    \b
    Examples:
      reader delete 3fa9c2
      reader list is:deleted
    """
    with context.library() as library:
        library.delete([library.resolve(one) for one in articles])


@click.command("restore")
@_articles
@click.pass_obj
def restore_(context: Context, articles: tuple[str, ...]) -> None:
    """Take articles out of the bin, with all you said of them.

    \b
    Example:
      reader restore 3fa9c2
    """
    with context.library() as library:
        library.restore([library.binned(one) for one in articles])


@click.command("snooze")
@click.argument("article")
@click.option("--until", required=True, metavar="DATE", help="2026-01-31, tomorrow, next friday.")
@click.pass_obj
def snooze_(context: Context, article: str, until: str) -> None:
    """Put off what is due of an ARTICLE, and of its passages, to a day.

    \b
    Example:
      reader snooze 3fa9c2 --until "next friday"
    """
    from reader.text.days import day

    with context.library() as library:
        when = day(until, library.today())
        if when is None:
            raise click.BadParameter(f"{until!r} is no day; try 2026-01-31.", param_hint="--until")
        number = library.snooze([library.resolve(article)], when)
    if not number:
        click.echo("reader: nothing of it is due", err=True)


@click.command("rename-tag")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename_tag_(context: Context, old: str, new: str) -> None:
    """Call the tag OLD NEW wherever it is; where NEW is there already, the two are one.

    \b
    Example:
      reader rename-tag cryptos crypto
    """
    with context.library() as library:
        number = library.rename_tag(old, new)
    click.echo(f"changed on {number} article{'' if number == 1 else 's'} and passages")


@click.command("searches")
@click.option("--save", nargs=2, metavar="NAME QUERY", help="Keep a QUERY under a NAME.")
@click.option("--delete", "gone", metavar="NAME", help="Keep it no longer.")
@json_option
@click.pass_obj
def searches_(
    context: Context, save: tuple[str, str] | None, gone: str | None, as_json: bool
) -> None:
    """List the searches you saved, or save and delete one.

    \b
    Examples:
      reader searches --save "To check" "tag:check is:unread"
      reader searches
    """
    with context.library() as library:
        if save:
            library.save_search(*save)
        if gone:
            library.delete_search(gone)
        found = library.searches()
    if as_json:
        print_json([{"name": one.name, "query": one.query} for one in found])
    elif not (save or gone):
        for one in found:
            click.echo(f"{one.name}: {one.query}")
