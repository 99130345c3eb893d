"""Opening the app, on the reader's library or on the samples."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from reader.cli.context import Context


def open_app(context: Context) -> None:
    """Open the library in the terminal."""
    _need_terminal()
    from reader.ui import run

    with context.library(follow_now=False) as library:
        run(library)


@click.command("demo")
def demo_() -> None:
    """Open a throw-away library of the sample articles.

    Everything works as in your own library; all of it is gone when you quit.

    \b
    Example:
      reader demo
    """
    _need_terminal()
    with _throw_away() as home:
        open_app(Context(home))


@contextmanager
def _throw_away() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="reader-demo-") as folder:
        home = Path(folder)
        with Context(home).library() as library:
            library.import_([samples()])
        yield home


def samples() -> Path:
    """The folder of sample articles: in the package when installed, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "samples"
    return installed if installed.is_dir() else package.parents[1] / "sample_articles"


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.ClickException(
            "the app needs a terminal; `reader list` and `reader show` print"
        )
