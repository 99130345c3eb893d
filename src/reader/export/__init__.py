"""What leaves: Markdown, Org, HTML, W3C JSON-LD, CSV, JSON, an archive. Values in, text out."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "articlejson": (
        "due_object",
        "entity_object",
        "error_object",
        "extract_object",
        "figure_object",
        "row_object",
        "rule_object",
        "show_object",
    ),
    "appointments": (
        "Appointment",
        "calendar",
    ),
    "csvs": (
        "entities_csv",
        "figures_csv",
        "notes_csv",
    ),
    "exported": ("Exported",),
    "flavours": ("Flavour",),
    "markdown": (
        "markdown_digest",
        "markdown_note",
    ),
    "orgmode": (
        "org_digest",
        "org_note",
    ),
    "reading": (
        "article_markdown",
        "article_text",
        "explain",
    ),
    "templating": ("Templates",),
    "values": ("figure_words",),
    "w3c": ("annotation_collection",),
    "webpage": (
        "html_digest",
        "html_note",
    ),
}

if TYPE_CHECKING:
    from reader.export.appointments import Appointment, calendar
    from reader.export.articlejson import (
        due_object,
        entity_object,
        error_object,
        extract_object,
        figure_object,
        row_object,
        rule_object,
        show_object,
    )
    from reader.export.csvs import entities_csv, figures_csv, notes_csv
    from reader.export.exported import Exported
    from reader.export.flavours import Flavour
    from reader.export.markdown import markdown_digest, markdown_note
    from reader.export.orgmode import org_digest, org_note
    from reader.export.reading import article_markdown, article_text, explain
    from reader.export.templating import Templates
    from reader.export.values import figure_words
    from reader.export.w3c import annotation_collection
    from reader.export.webpage import html_digest, html_note
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = [
    "Appointment",
    "Exported",
    "Flavour",
    "Templates",
    "annotation_collection",
    "article_markdown",
    "article_text",
    "calendar",
    "due_object",
    "entities_csv",
    "entity_object",
    "error_object",
    "explain",
    "extract_object",
    "figure_object",
    "figure_words",
    "figures_csv",
    "html_digest",
    "html_note",
    "markdown_digest",
    "markdown_note",
    "notes_csv",
    "org_digest",
    "org_note",
    "row_object",
    "rule_object",
    "show_object",
]
