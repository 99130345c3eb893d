"""`reader extract`: clean and recognise, store nothing."""

import json
from collections.abc import Iterable, Iterator

import click

from reader.cli.context import standard_input
from reader.export import article_markdown, article_text, error_object, explain, extract_object
from reader.library.extracting import Extraction, expand, extract, extracted
from reader.model import SourceError
from reader.sources import from_text


@click.command("extract")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown", "text"]),
    default="json",
    show_default=True,
    help="What to print.",
)
@click.option(
    "--paths-from",
    type=click.File("r", encoding="utf-8", errors="surrogateescape", lazy=True),
    metavar="FILE",
    help="Read sources from FILE (- is standard input), a line each, and answer each at once.",
)
@click.option(
    "--explain", "explained", is_flag=True, help="Print every block with its role and reason."
)
@click.option("--clean-only", is_flag=True, help="Leave names and figures out: faster.")
def extract_(
    sources: tuple[str, ...],
    form: str,
    paths_from: Iterable[str] | None,
    explained: bool,
    clean_only: bool,
) -> None:
    """Clean and recognise sources, store nothing. JSON is one line a source.

    \b
    Examples:
      reader extract page.html | jq .figures
      reader extract story.txt --explain
      find pages -name '*.html' | reader extract --paths-from - --clean-only
    """
    if not sources and paths_from is None:
        raise click.UsageError("Name a SOURCE, or --paths-from.")
    writer = _explain if explained else _WRITERS[form]
    failed = False
    for found in _each(sources, paths_from or (), clean_only):
        if found.error is not None:
            failed = True
            click.echo(f"reader: {found.error}", err=True)
        if found.error is None or writer is _json:
            click.echo(writer(found))
    if failed:
        raise click.exceptions.Exit(1)


def _each(sources: tuple[str, ...], lines: Iterable[str], clean_only: bool) -> Iterator[Extraction]:
    for target in expand(list(sources)):
        if target == "-":
            yield _standard_input(clean_only)
        else:
            yield extract(target, clean_only=clean_only)
    for line in lines:
        if path := line.rstrip("\r\n"):
            yield extract(path, clean_only=clean_only)


def _standard_input(clean_only: bool) -> Extraction:
    try:
        return extracted("-", from_text(standard_input()), clean_only=clean_only)
    except SourceError as error:
        return Extraction("-", error=error)


def _json(found: Extraction) -> str:
    if found.error is not None:
        return json.dumps(error_object(found.name, found.error.message), ensure_ascii=False)
    (first, recognised), *others = found.articles
    related = [extract_object(article, seen) for article, seen in others]
    return json.dumps(extract_object(first, recognised, related), ensure_ascii=False)


def _markdown(found: Extraction) -> str:
    return "\n\n---\n\n".join(article_markdown(article) for article, _ in found.articles)


def _text(found: Extraction) -> str:
    return "\n\n".join(article_text(article) for article, _ in found.articles)


def _explain(found: Extraction) -> str:
    return "\n".join(explain(article) for article, _ in found.articles)


_WRITERS = {"json": _json, "markdown": _markdown, "text": _text}
