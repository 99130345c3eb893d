"""What commands share: the library, standard input, printing."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.model import ReaderError

if TYPE_CHECKING:
    from reader.library import Library, Progress


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before the command."""

    home: Path | None

    @contextmanager
    def library(self) -> Iterator["Library"]:
        """The library, open for one command."""
        from reader.library import Library

        with Library.open(self.home, progress=_rebuilding) as library:
            yield library


query_argument = click.argument("query", nargs=-1, metavar="[QUERY]")
"""Words of a query, as the shell gives them."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def joined(query: Iterable[str]) -> str:
    """The query meant by words from a shell, which has taken the quotation marks off."""
    return " ".join(_quoted(word) for word in query)


def say_failed(errors: Iterable[ReaderError]) -> bool:
    """Say on standard error what could not be done; whether there was anything."""
    failed = False
    for error in errors:
        failed = True
        click.echo(f"reader: {error}", err=True)
    return failed


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def standard_input() -> bytes:
    """All of standard input, as it came."""
    return sys.stdin.buffer.read()


def typed() -> str:
    """What was typed or piped into standard input, as text."""
    from reader.sources import decode

    return decode(standard_input(), "text/plain")[0]


def on_terminal() -> bool:
    """Whether messages go to a terminal, where a line can be written over."""
    return sys.stderr.isatty()


def _quoted(word: str) -> str:
    """What the shell took the quotation marks off: `entity:Anton Siluanov` → `entity:"…"`."""
    field, _, value = word.partition(":")
    if " " not in value or " " in field or ":" in value or '"' in word:
        return word
    return f'{field}:"{value}"'


def _rebuilding(progress: "Progress") -> None:
    if on_terminal():
        click.echo(f"\rMaking the index anew: {progress.done} articles", nl=False, err=True)
