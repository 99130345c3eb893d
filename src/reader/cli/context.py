"""What commands share: the library, standard input, queries."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from reader.model import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.library import Library, Progress

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before the command."""

    home: Path | None

    @contextmanager
    def library(self, *, follow_now: bool = True) -> Iterator["Library"]:
        """The library, open for one command; see `Library.open`."""
        from reader.library import Library

        with ProgressLine() as line:
            library = Library.open(self.home, progress=line.show, follow_now=follow_now)
        for told in library.told:
            click.echo(f"reader: {told}", err=True)
        with library:
            yield library


@dataclass(slots=True)
class ProgressLine:
    """A line on a terminal that says how far the work is; nothing where there is no terminal."""

    shown: bool = False

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def show(self, progress: "Progress") -> None:
        """Say how far it is, unless there is but one thing to do."""
        if sys.stderr.isatty() and progress.total != 1:
            self.shown = True
            total = f"/{progress.total}" if progress.total else ""
            text = f"{progress.done}{total}  {progress.name}"[:78]
            click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def shortened(text: str, most: int = 60) -> str:
    """A text on one line, with an ellipsis where it is longer than so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


query_argument = click.argument("query", nargs=-1, metavar="[QUERY]")
"""Words of a query, as the shell gives them."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def numbered(listed: Sequence[Listed], number: int, command: str) -> Listed:
    """What a command printed under a number, from 1. Raises UsageError."""
    if number > len(listed):
        raise UsageError(f"there is no such number; `reader {command}` numbers them", str(number))
    return listed[number - 1]


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


def standard_input() -> bytes:
    """All of standard input, as it came."""
    return sys.stdin.buffer.read()


def typed() -> str:
    """What was typed or piped into standard input, as text."""
    from reader.sources import decode

    return decode(standard_input(), "text/plain")[0]


def _quoted(word: str) -> str:
    """What the shell took the quotation marks off: `entity:Anton Siluanov` → `entity:"…"`."""
    field, _, value = word.partition(":")
    if " " not in value or " " in field or ":" in value or '"' in word:
        return word
    return f'{field}:"{value}"'
