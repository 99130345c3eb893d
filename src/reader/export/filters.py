"""The filters a template may use, besides those of Jinja."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from reader.export.escape import escape_inline, quoted
from reader.export.flavours import Flavour
from reader.export.heads import logseq_page, tag_names
from reader.export.orgescape import escape_org, escape_org_inline, org_cell, org_quoted, org_tag

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

Filter = Callable[[str], str]

_WORD = re.compile(r"[\w-]+")


def filters_for(format: str, flavour: Flavour) -> dict[str, Filter]:
    """The filters of a format (`md`, `org`, `html`) by name; docs/templates.md has the list."""
    if format == "org":
        return {
            "org": escape_org_inline,
            "org_lines": escape_org,
            "org_cell": org_cell,
            "quote": org_quoted,
            "tag": org_tag,
        }
    if format == "html":
        return {"markdown": _markdown}
    return {"md": escape_inline, "quote": quoted, "tag": _TAGS[flavour]}


def _hyphenated(name: str) -> str:
    return f"#{escape_inline(tag_names([name])[0])}"


def _page(name: str) -> str:
    page = logseq_page(name)
    if not page:
        return escape_inline(name)
    return f"#{page}" if _WORD.fullmatch(page) else f"#[[{page}]]"


_TAGS: dict[Flavour, Filter] = {
    Flavour.OBSIDIAN: _hyphenated,
    Flavour.LOGSEQ: _page,
    Flavour.PLAIN: escape_inline,
}


def _markdown(words: str) -> str:
    """The reader's own Markdown as HTML that holds no HTML of its own, no pictures, no scripts."""
    from markupsafe import Markup

    return Markup(_renderer().render(words))  # noqa: S704 - the renderer escapes all it is given


@cache
def _renderer() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image")
