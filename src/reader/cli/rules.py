"""`reader site-rules`: what is always set aside, and where."""

from typing import TYPE_CHECKING

import click

from reader.cli.context import Context, ProgressLine, json_option, numbered
from reader.cli.printing import print_json
from reader.export import rule_object
from reader.model import UsageError

if TYPE_CHECKING:
    from reader.library import Library


@click.command("site-rules")
@click.option(
    "--remove",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Let rule N hold no longer; several times for several.",
)
@click.option(
    "--repeated",
    is_flag=True,
    help="List what is read in several articles of one site, and could be set aside there.",
)
@click.option(
    "--in",
    "query",
    default="",
    metavar="QUERY",
    help="With --repeated: look only into the articles that match.",
)
@click.option(
    "--add",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="With --repeated: always set number N of the list aside; several times for several.",
)
@json_option
@click.pass_obj
def site_rules_(
    context: Context,
    remove: tuple[int, ...],
    repeated: bool,
    query: str,
    add: tuple[int, ...],
    as_json: bool,
) -> None:
    """List what you always set aside, site by site, or make and remove such rules.

    X makes a rule in the app, of the block under the cursor. What reads the same, upper case,
    spaces and numbers apart, is set aside in every article of the site; R puts it back in one.

    \b
    Examples:
      reader site-rules
      reader site-rules --remove 2
      reader site-rules --repeated --in site:mexc.com
      reader site-rules --repeated --in site:mexc.com --add 1 --add 3
    """
    if (query or add) and not repeated:
        raise UsageError("--in and --add need --repeated", "site-rules")
    if remove and repeated:
        raise UsageError(
            "--remove takes numbers of the rules, not of what is --repeated", "site-rules"
        )
    with context.library() as library:
        if repeated:
            _repeats(library, query, add, as_json)
        else:
            _rules(library, remove, as_json)


def _rules(library: "Library", remove: tuple[int, ...], as_json: bool) -> None:
    rules = library.rules()
    if remove:
        library.remove_rules([numbered(rules, number, "site-rules").id for number in remove])
        library.follow_rules()
    elif as_json:
        print_json([rule_object(rule) for rule in rules])
    else:
        for number, rule in enumerate(rules, 1):
            click.echo(f"{number:>3}  {rule.site}: {' '.join(rule.words.split())}")


def _repeats(library: "Library", query: str, add: tuple[int, ...], as_json: bool) -> None:
    with ProgressLine() as line:
        found = library.repeats(library.listing(query).ids(), progress=line.show)
    if add:
        chosen = [numbered(found, number, "site-rules") for number in add]
        library.add_rules((one.site, one.words) for one in chosen)
        library.follow_rules()
    elif as_json:
        print_json([one._asdict() for one in found])
    else:
        for number, one in enumerate(found, 1):
            click.echo(f"{number:>3}  {one.site} ({one.articles} articles): {one.words}")
