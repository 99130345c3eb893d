"""Several entries of one article become one article."""

from collections.abc import Iterable
from dataclasses import replace

from reader.model import BroughtArticle, Status


def gathered(articles: Iterable[BroughtArticle]) -> tuple[BroughtArticle, ...]:
    """One article for each address; without one, for each title and its authors."""
    groups: dict[object, list[BroughtArticle]] = {}
    for article in articles:
        # Texts that were saved without an address may have a title in common and nothing else.
        by_title = object() if article.content else (article.title, article.authors)
        key = article.id or article.url or by_title
        groups.setdefault(key, []).append(article)
    return tuple(_one(group) for group in groups.values())


def _one(group: list[BroughtArticle]) -> BroughtArticle:
    first = group[0]
    if len(group) == 1:
        return first
    times = [one.saved for one in group if one.saved]
    whole = next((one for one in group if one.content), first)
    said = [one.status for one in group if one.status is not Status.UNREAD]
    return replace(
        first,
        saved=min(times, default=None),
        tags=tuple(dict.fromkeys(tag for one in group for tag in one.tags)),
        status=said[-1] if said else Status.UNREAD,
        starred=any(one.starred for one in group),
        follow_up=next((one.follow_up for one in group if one.follow_up), None),
        note="\n\n".join(dict.fromkeys(one.note for one in group if one.note)),
        content=whole.content,
        media_type=whole.media_type,
        highlights=tuple(mark for one in group for mark in one.highlights),
    )
