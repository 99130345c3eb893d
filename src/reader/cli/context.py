"""What commands share: the library, standard input, printing."""

import json
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


def standard_input() -> str:
    """All of standard input, as text."""
    from reader.sources import decode

    return decode(click.get_binary_stream("stdin").read(), "text/plain")[0]


def _quoted(word: str) -> str:
    """A word with spaces was quoted for the shell: `entity:Anton Siluanov` → `entity:"…"`."""
    if " " not in word or '"' in word or word.startswith("("):
        return word
    if len(word.split()) > 1 and ":" not in word.split()[0]:
        return word
    field, _, value = word.partition(":")
    return word if " " in field or ":" in value else f'{field}:"{value}"'


def _rebuilding(progress: "Progress") -> None:
    if click.get_text_stream("stderr").isatty():
        click.echo(f"\rMaking the index anew: {progress.done} articles", nl=False, err=True)
