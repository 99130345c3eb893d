"""Hypothesis's JSON: annotations of pages, each with its quote."""

from reader.model import Brought, BroughtArticle, BroughtHighlight
from reader.sources.apps.fields import Entry, has_keys, whole
from reader.sources.apps.gathering import gathered
from reader.sources.apps.values import counted
from reader.text.canonical import canonical_line

APP = "Hypothesis"
KEYS = ('"annotations"', '"export_')


def is_hypothesis(value: object) -> bool:
    """Whether JSON is what the client of Hypothesis exports."""
    return has_keys(value, "annotations") and (
        has_keys(value, "export_date") or has_keys(value, "export_userid")
    )


def read_hypothesis(value: object, subject: str) -> Brought:
    """The annotations of each page together; replies to others are passed over."""
    entries = list(whole(value, subject).entries("annotations", "annotation"))
    own = [entry for entry in entries if not entry.strings("references")]
    over = counted(len(entries) - len(own), "reply to an annotation", "replies to annotations")
    return Brought(APP, gathered(map(_article, own)), over)


def _article(entry: Entry) -> BroughtArticle:
    uri = entry.required("uri")
    exact, prefix, suffix = _quote(entry)
    mark = BroughtHighlight(
        *(exact, prefix, suffix),
        body=entry.text("text"),
        tags=entry.tags("tags"),
        created=entry.when("created"),
        modified=entry.when("updated"),
        id=entry.identifier("id"),
    )
    return BroughtArticle(title=_title(entry) or uri, url=entry.url("uri"), highlights=(mark,))


def _title(entry: Entry) -> str:
    document = entry.entry("document")
    if document is None:
        return ""
    if isinstance(document.values.get("title"), list):
        return canonical_line(next(iter(document.strings("title")), ""))
    return document.line("title")


def _quote(entry: Entry) -> tuple[str, str, str]:
    """The words that are marked and those around them; nothing for a note on the page."""
    for target in entry.entries("target", "target"):
        for selector in target.entries("selector", "selector"):
            if selector.line("type") == "TextQuoteSelector":
                selector.required("exact")
                beside = selector.beside("prefix"), selector.beside("suffix")
                return selector.text("exact"), *beside
    return "", "", ""
