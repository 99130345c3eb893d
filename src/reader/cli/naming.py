"""`reader correct` and `reader corrections`: what names are and are called, everywhere."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.context import Context, json_option, numbered
from reader.cli.printing import print_json
from reader.model import EntityCorrection, EntityType, UsageError

if TYPE_CHECKING:
    from reader.library import Library

_TYPES = click.Choice([str(one) for one in EntityType])


@click.command("correct")
@click.argument("name")
@click.option("--type", "kind", type=_TYPES, help="What it is.")
@click.option(
    "--as", "called", metavar="NAME", help="What to call it; a name in use joins the two."
)
@click.option("--no-name", is_flag=True, help="It names nothing.")
@click.option("--was", type=_TYPES, help="Only where it was taken for that.")
@click.option("--always", is_flag=True, help="Mark these words wherever they stand; needs --type.")
@click.pass_obj
def correct_(
    context: Context,
    name: str,
    kind: str | None,
    called: str | None,
    no_name: bool,
    was: str | None,
    always: bool,
) -> None:
    """Say what NAME is in every article: its type, what to call it, or that it is no name.

    It counts for articles imported later too. `reader corrections` lists what you said and takes
    it back. With --always, words in lower case are found in any case.

    \b
    Examples:
      reader correct "Harbour City" --type place
      reader correct Siluanov --as "Anton Siluanov"
      reader correct Figure --no-name
      reader correct "digital rouble" --always --type asset
    """
    if always and (called or no_name or was or not kind):
        raise UsageError("--always needs --type, and nothing else", "correct")
    if no_name and (called or kind):
        raise UsageError("what is no name has no type and is not called anything", "correct")
    with context.library() as library:
        type_ = EntityType(kind) if kind else None
        if always and type_:
            library.mark_phrase(name, type_)
        else:
            before = EntityType(was) if was else None
            library.correct_entity(name, before, kind=type_, called=called, ignored=no_name)
        changed = library.follow_rules()
        click.echo(f"{changed} article{'s' * (changed != 1)} changed", err=True)


@click.command("corrections")
@click.option(
    "--remove",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Take correction N back; several times for several.",
)
@click.option(
    "--import",
    "source",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Take in what `reader corrections --json` printed; - reads standard input.",
)
@json_option
@click.pass_obj
def corrections_(
    context: Context, remove: tuple[int, ...], source: Path | None, as_json: bool
) -> None:
    """List how you corrected names, oldest first, as they count; take some back, or some in.

    \b
    Examples:
      reader corrections
      reader corrections --remove 2
      reader corrections --json > corrections.json
      reader corrections --import corrections.json
    """
    from reader.library import correction_fields

    if source is not None and remove:
        raise UsageError("--import and --remove do not go together", "corrections")
    with context.library() as library:
        if source is not None:
            click.echo(f"{library.add_corrections(_read(source))} new", err=True)
            library.follow_rules()
        elif remove:
            _remove(library, remove)
        elif as_json:
            print_json([correction_fields(one) for one in library.corrections()])
        else:
            for number, one in enumerate(library.corrections(), 1):
                click.echo(f"{number:>3}  {_words(one)}")


def _remove(library: "Library", numbers: tuple[int, ...]) -> None:
    there = library.corrections()
    library.remove_corrections([numbered(there, one, "corrections").id for one in numbers])
    library.follow_rules()


def _words(one: EntityCorrection) -> str:
    """A correction in words: `Siluanov (person) → Anton Siluanov`."""
    was = f" ({one.was})" if one.was else ""
    if one.marked:
        return f"{one.text}: always {one.type}"
    if one.ignored:
        return f"{one.text}{was} → no name"
    kind = f" ({one.type})" if one.type else ""
    return f"{one.text}{was} → {one.name or one.text}{kind}"


def _read(source: Path) -> list[EntityCorrection]:
    from reader.library import parse_correction

    try:
        data = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
        given = json.loads(data)
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"this cannot be read as corrections: {error}", str(source)) from error
    listed = given if isinstance(given, list) else [None]
    found = [parse_correction(one) if isinstance(one, dict) else None for one in listed]
    if None in found:
        raise UsageError("this is no list of corrections; nothing was taken in", str(source))
    return [one for one in found if one is not None]
