"""An article with the reader's words on it as a web page, several as one.

A page is nothing to write notes in, so it is replaced as a whole, and only when the seal in its
first line shows that it is still what Reader wrote. It runs no scripts and loads nothing.
"""

import re
from collections.abc import Iterable, Iterator

from reader.export.exported import Exported
from reader.export.markers import safe_id, seal
from reader.export.notehead import unified
from reader.export.templating import Templates, own_templates
from reader.export.views import View, article_view

_SEALED = re.compile(r"<!-- reader:page ([\w:.-]+) (\w+) -->\n", re.ASCII)


def html_note(exported: Exported, templates: Templates | None = None) -> str:
    """One article's page, with its id and a seal in front.

    Raises UsageError for a template of the reader's that cannot be used.
    """
    page = "".join(html_digest([exported], templates, exported.article.title))
    return f"<!-- reader:page {safe_id(exported.article.id)} {seal(page)} -->\n{page}"


def html_digest(
    articles: Iterable[Exported], templates: Templates | None = None, title: str = "Reader"
) -> Iterator[str]:
    """One page with several articles; pieces to be joined. Raises UsageError."""
    from markupsafe import Markup

    used = templates or own_templates()

    def with_body(view: View) -> View:
        body = used.body("note.html.jinja", view)
        return {**view, "body": Markup(body)}  # noqa: S704 - Jinja escaped what is in it

    views = (with_body(article_view(one)) for one in articles)
    return used.digest("digest.html.jinja", views, title=title)


def page_id(text: str) -> str | None:
    """The id in a page's first line, None for a page that is not Reader's."""
    found = _SEALED.match(unified(text))
    return found[1] if found else None


def replaced(old: str, new: str) -> str | None:
    """The page `new`, None when `old` is not as Reader wrote it and must be left alone."""
    old = unified(old)
    found = _SEALED.match(old)
    return new if found and seal(old[found.end() :]) == found[2] else None
