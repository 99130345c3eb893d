"""An article with the reader's words on it as an Org mode file, several as one text.

A note is laid out as in Markdown: properties, then Reader's part between two comments with seals.
The reader's own words are Markdown, and stand in it as plain text.
"""

from collections.abc import Iterable, Iterator

from reader.export.exported import Exported
from reader.export.heads import org_head
from reader.export.markers import ORG, safe_id
from reader.export.templating import Templates, own_templates
from reader.export.views import View, article_view

_NOTE = "note.org.jinja"


def org_note(exported: Exported, templates: Templates | None = None) -> str:
    """One article's note. Raises UsageError for a template of the reader's that cannot be used."""
    head, id = org_head(exported), safe_id(exported.article.id)
    part = (templates or own_templates()).body(_NOTE, article_view(exported))
    return f"{head}\n{ORG.begin(id)}\n\n{part}\n{ORG.end(id, part, head)}\n"


def org_digest(articles: Iterable[Exported], templates: Templates | None = None) -> Iterator[str]:
    """Several articles one below the other; pieces to be joined. Raises UsageError."""
    used = templates or own_templates()

    def with_body(view: View) -> View:
        return {**view, "body": used.body(_NOTE, view)}

    return used.digest("digest.org.jinja", (with_body(article_view(one)) for one in articles))
