"""`reader diff`: what changed between two versions of an article."""

import shutil
import sys

import click

from reader.cli.context import Context, json_option
from reader.cli.printing import print_json
from reader.model import NothingFound


@click.command("diff")
@click.argument("article")
@click.argument("other", required=False)
@click.option(
    "--context",
    "around",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Unchanged paragraphs shown around each change.",
)
@json_option
@click.pass_obj
def diff_(context: Context, article: str, other: str | None, around: int, as_json: bool) -> None:
    """Print what changed from ARTICLE to OTHER; with one, from its version before.

    Words that went stand in [-…-], words that came in {+…+}.

    \b
    Examples:
      reader diff 3fa9c2
      reader diff 3fa9c2 8c01de --json
    """
    from reader.text.comparing import as_object, compare, in_short, paragraphs, unified

    with context.library() as library:
        id = library.resolve(article)
        if other:
            old, new = library.article(id), library.article(library.resolve(other))
        else:
            versions = library.versions(id)
            if len(versions) < 2:
                raise NothingFound("there is no other version of it; name two articles", article)
            at = max(1, [one.id for one in versions].index(id))
            old, new = versions[at - 1], versions[at]
    changes = compare(paragraphs(old), paragraphs(new))
    if as_json:
        print_json({"old": old.id, "new": new.id, **as_object(changes)})
        return
    click.echo(f"{old.id} → {new.id}: {in_short(changes)}\n")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in unified(changes, around, width):
        click.echo(line)
