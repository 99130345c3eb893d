"""Printing what may be long: as it comes, so that the first of it is there at once.

A whole library's mentions, in one piece, would take more memory than the app itself.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

_AT_ONCE = 1 << 14
"""Characters that are written together: as one call a line, writing is a third of a long list."""


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """Print objects as one JSON array, as `print_json` would."""
    print_pieces(_array(rows))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, each with an end."""
    print_pieces(f"{line}\n" for line in lines)


def print_pieces(pieces: Iterable[str]) -> None:
    """Print pieces of a text, whose line ends are in them; the first alone, others together."""
    waiting, size, most = list[str](), 0, 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > most:
            click.echo("".join(waiting), nl=False)
            waiting, size, most = [], 0, _AT_ONCE
    if waiting:
        click.echo("".join(waiting), nl=False)


def _array(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "[\n  "
    for row in rows:
        # No line end of a string's own is there: JSON writes it as \n.
        written = json.dumps(row, ensure_ascii=False, indent=2)
        yield before + written.replace("\n", "\n  ")
        before = ",\n  "
    yield "[]\n" if before.startswith("[") else "\n]\n"
