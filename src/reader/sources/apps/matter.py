"""Matter's CSV: what is in the queue, read and favoured."""

from reader.model import Brought, BroughtArticle, Status
from reader.sources.apps.gathering import gathered
from reader.sources.apps.tables import Row
from reader.sources.apps.values import people, tidy

APP = "Matter"
COLUMNS = frozenset({"title", "url", "in queue", "favorited", "read"})


def read_matter(rows: list[Row]) -> Brought:
    """Every row; the file says how many highlights there were, but not their words."""
    marked = sum(row.line("highlight_count") not in {"", "0"} for row in rows)
    articles = "articles have" if marked != 1 else "article has"
    over = (f"{marked} {articles} highlights, whose words are not in the file",) if marked else ()
    return Brought(APP, gathered(map(_article, rows)), over)


def _article(row: Row) -> BroughtArticle:
    url = row.line("url")
    if not url:
        raise row.refuse("URL", "is empty")
    return BroughtArticle(
        title=row.line("title") or url,
        url=row.url("url"),
        authors=people([row.line("author")]),
        site=row.line("publisher") or None,
        saved=row.when("last interaction date"),
        tags=tidy(row.raw("tags").split(";")),
        status=_status(row),
        starred=row.flag("favorited"),
    )


def _status(row: Row) -> Status:
    if row.flag("read"):
        return Status.DONE
    return Status.UNREAD if row.flag("in queue") else Status.ARCHIVED
