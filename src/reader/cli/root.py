"""`reader` itself: options that go before a command, errors and exit codes."""

import sys
from importlib import import_module
from pathlib import Path

import click

from reader import __version__
from reader.cli.context import Context
from reader.library.collecting import collect_less
from reader.model import InvalidQuery, ReaderError

_COMMANDS = {
    "demo": "app",
    "import": "importing",
    "extract": "extracting",
    "list": "lists",
    "search": "lists",
    "show": "lists",
    "due": "lists",
    "tag": "marking",
    "note": "marking",
    "status": "marking",
    "highlight": "marking",
    "follow-up": "marking",
    "snooze": "organising",
    "star": "organising",
    "delete": "organising",
    "restore": "organising",
    "rename-tag": "organising",
    "searches": "organising",
    "diff": "versions",
    "merge": "merging",
    "correct": "naming",
    "corrections": "naming",
    "entities": "tables",
    "figures": "tables",
    "export": "leaving",
    "site-rules": "rules",
    "doctor": "upkeep",
}


class Commands(click.Group):
    """The commands, each imported when it is called, so that none pays for another."""

    def list_commands(self, _: click.Context) -> list[str]:
        """All of them, in the order of a day's work."""
        return list(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import the one asked for."""
        if name not in _COMMANDS:
            return None
        module = import_module(f"reader.cli.{_COMMANDS[name]}")
        command: click.Command = getattr(module, name.replace("-", "_") + "_")
        return command


@click.group(cls=Commands, invoke_without_command=True, context_settings={"max_content_width": 100})
@click.option(
    "--home",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the library in DIR.  [default: $READER_HOME, else your data folder]",
)
@click.version_option(__version__, prog_name="reader")
@click.pass_context
def reader(ctx: click.Context, home: Path | None) -> None:
    """Read news closely: clean, marked, annotated, and yours.

    Without a command, opens the library in the terminal.

    \b
    Examples:
      reader import story.html https://example.org/news notes/   take articles in
      reader                                                     read them
      reader list tag:crypto is:unread                           list some
      reader export tag:follow-up --to notes/                    notes as Markdown
    """
    ctx.obj = Context(home)
    if ctx.invoked_subcommand is None:
        from reader.cli.app import open_app

        open_app(ctx.obj)


def main() -> None:
    """Run a command. Exit code 0: done; 1: something could not be done; 2: wrong usage."""
    collect_less()
    try:
        sys.exit(reader.main(prog_name="reader", standalone_mode=False))
    except click.Abort:
        click.echo("reader: stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has seen enough
        sys.exit(1)
    except ReaderError as error:
        click.echo(f"reader: {error}", err=True)
        sys.exit(2 if isinstance(error, InvalidQuery) else 1)
