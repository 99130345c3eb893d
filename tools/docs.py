"""Write docs/commands.md and docs/keys.md from the code itself: `make docs`.

`--check` writes nothing and exits 1 when a page is not what the code says; a test calls it.
"""

import sys
from pathlib import Path

import click

from reader.cli.root import reader

DOCS = Path(__file__).parents[1] / "docs"
NOTE = "<!-- Written by `make docs`; change the code's own words instead. -->\n"


def commands() -> str:
    """Every command's help, as the terminal shows it."""
    parts = ["# Commands\n", NOTE, _help(reader, "reader", None)]
    context = click.Context(reader, info_name="reader")
    for name in reader.list_commands(context):
        command = reader.get_command(context, name)
        assert command is not None
        parts.append(f"## reader {name}\n\n{_help(command, name, context)}")
    return "\n".join(parts)


def keys() -> str:
    """Every key of the app, by place."""
    from reader.ui.keys import key_table

    parts = ["# Keys\n", NOTE, "Every action is in the palette too (`:` or `ctrl+p`).\n"]
    for place, rows in key_table():
        lines = [f"| `{key}` | {says} |" for key, says in rows]
        parts.append(
            "\n".join([f"## {place}\n", "| key | what it does |", "|---|---|", *lines, ""])
        )
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=90, max_content_width=90
    )
    return f"```\n{command.get_help(context)}\n```\n"


def main() -> int:
    """Write or check every page."""
    stale = []
    for name, text in (("commands.md", commands()), ("keys.md", keys())):
        page = DOCS / name
        if not page.exists() or page.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                page.write_text(text, "utf-8")
    for name in stale:
        click.echo(f"docs/{name}: {'stale; run make docs' if '--check' in sys.argv else 'written'}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
