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
    """Every key of the app, by place, as its help screen has them."""
    from textual.app import App
    from textual.binding import Binding

    from reader.ui.screens.help import places

    shown = App[None]().get_key_display
    parts = ["# Keys\n", NOTE, "Every action is in the palette too (`:` or `ctrl+p`)."]
    for place, bindings in places():
        parts.append(f"\n## {place}\n\n| keys | what they do |\n|---|---|")
        for binding in bindings:
            keys = [binding.key_display or ""]
            if not binding.key_display:
                keys = [shown(one) for one in Binding.make_bindings([binding])]
            parts.append(f"| {_code(' '.join(dict.fromkeys(keys)))} | {binding.description} |")
    return "\n".join(parts) + "\n"


def _code(keys: str) -> str:
    return " ".join(f"`{key}`".replace("|", "\\|") for key in keys.split())


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
