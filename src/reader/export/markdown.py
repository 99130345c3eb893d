"""An article with the reader's words on it as a Markdown note, several as a digest.

A note is a head (the properties Obsidian's Web Clipper writes, and the article's `id`), then
Reader's part, which a template makes, between two comments that no renderer shows. The second
carries seals: what tells, at the next export, whether anyone has written in the head or in Reader's
part since.
"""

from collections.abc import Iterable, Iterator

from reader.export.exported import Exported
from reader.export.flavours import Flavour
from reader.export.heads import markdown_head
from reader.export.markers import LOGSEQ, MARKDOWN, Markers, safe_id
from reader.export.templating import Templates, own_templates
from reader.export.views import View, article_view

_NOTES = {Flavour.LOGSEQ: "note.logseq.md.jinja"}


def markdown_note(
    exported: Exported,
    templates: Templates | None = None,
    flavour: Flavour = Flavour.OBSIDIAN,
) -> str:
    """One article's note: its properties, then Reader's part between its markers.

    Raises UsageError for a template of the reader's that cannot be used.
    """
    head, id = markdown_head(exported, flavour), safe_id(exported.article.id)
    part = _body(article_view(exported), templates or own_templates(), flavour)
    markers = markers_of(flavour)
    apart = "" if flavour is Flavour.LOGSEQ else "\n"  # a blank line would end a bullet
    return f"{head}\n{markers.begin(id)}\n{apart}{part}{apart}{markers.end(id, part, head)}\n"


def markdown_digest(
    articles: Iterable[Exported],
    templates: Templates | None = None,
    flavour: Flavour = Flavour.OBSIDIAN,
) -> Iterator[str]:
    """Several articles one below the other, a rule between them; pieces to be joined.

    Raises UsageError for a template of the reader's that cannot be used.
    """
    used = templates or own_templates()
    views = (_with_body(article_view(one), used, flavour) for one in articles)
    return used.digest("digest.md.jinja", views, flavour)


def markers_of(flavour: Flavour) -> Markers:
    """How a flavour marks Reader's part."""
    return LOGSEQ if flavour is Flavour.LOGSEQ else MARKDOWN


def _with_body(view: View, templates: Templates, flavour: Flavour) -> View:
    return {**view, "body": _body(view, templates, flavour)}


def _body(view: View, templates: Templates, flavour: Flavour) -> str:
    return templates.body(_NOTES.get(flavour, "note.md.jinja"), view, flavour)
