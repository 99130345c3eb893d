"""An article as people read it: plain text, Markdown, or every block with its reason."""

import re
from collections.abc import Iterable, Iterator

from reader.export.escape import escape_inline, escape_lines, quoted
from reader.model import Article, Block, Kind, Role

_NOT_SHOWN = frozenset({Role.TITLE, Role.BYLINE, Role.DATE})
"""Kept blocks that the head of the article already says."""

_MARKER = re.compile(r"^[•*–-]\s+")  # a minus in front of a number is none


def article_text(article: Article, *, all_blocks: bool = False) -> str:
    """The head and the kept blocks as paragraphs; with `all_blocks` the rest too, labelled."""
    shown = _shown(article, all_blocks)
    body = (_label(block) + article.text_of(block) for block in shown)
    return "\n\n".join(filter(None, ["\n".join(_head(article)), *body])) + "\n"


def article_markdown(article: Article, *, all_blocks: bool = False) -> str:
    """The same as Markdown: headings, lists, quotes, code and tables as such."""
    title, *head = _head(article)
    parts = [f"# {escape_inline(title)}", "  \n".join(map(escape_inline, head))]
    previous = None
    for block in _shown(article, all_blocks):
        text = _markdown_block(article, block)
        if previous is Kind.LIST_ITEM and block.kind is Kind.LIST_ITEM:
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        previous = block.kind
    return "\n\n".join(filter(None, parts)) + "\n"


def explain(article: Article) -> str:
    """Every block, a line each: kept or not, role, kind, reason and its first words."""
    lines = [f"{article.title}  [{article.id}]"]
    for block in article.blocks:
        mark = "+" if block.kept else "-"
        score = "" if block.score is None else f" {block.score:.2f}"
        words = " ".join(block.text(article.source_text).split())[:60]
        lines.append(
            f"{mark} {block.role:<14} {block.kind:<10}{score} {block.start}-{block.end}  "
            f"{block.reason}: {words}"
        )
    return "\n".join(lines) + "\n"


def _head(article: Article) -> list[str]:
    said = [", ".join(article.authors), article.site, article.published]
    return [article.title, *filter(None, [" · ".join(filter(None, said)), article.url])]


def _shown(article: Article, all_blocks: bool) -> Iterable[Block]:
    if all_blocks:
        return article.blocks
    return (block for block in article.kept if block.role not in _NOT_SHOWN)


def _label(block: Block) -> str:
    return "" if block.kept else f"[{block.role}: {block.reason}] "


def _markdown_block(article: Article, block: Block) -> str:
    words = article.text_of(block)
    if block.kind is Kind.CODE:
        return _fenced(words)
    if block.kind is Kind.TABLE:
        return "\n".join(_table(words))
    words = _label(block) + words
    if block.kind is Kind.HEADING:
        return f"{'#' * min(6, max(2, block.level))} {escape_inline(words)}"
    if block.kind is Kind.LIST_ITEM:
        return f"{'  ' * max(0, block.level - 1)}- {escape_lines(_MARKER.sub('', words))}"
    if block.role is Role.QUESTION and "\n" not in words:
        return f"**{escape_inline(words)}**"
    return quoted(words) if block.kind is Kind.QUOTE else escape_lines(words)


def _fenced(words: str) -> str:
    fence = "```"
    while fence in words:
        fence += "`"
    return f"{fence}\n{words}\n{fence}"


def _table(words: str) -> Iterator[str]:
    """Rows are lines and cells stand between " | " in the source text."""
    rows = [[cell.strip() for cell in line.split(" | ")] for line in words.split("\n")]
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        cells = [escape_inline(cell) for cell in row]
        yield f"| {' | '.join(cells + [''] * (width - len(row)))} |"
        if number == 0:
            yield "|" + " --- |" * width
