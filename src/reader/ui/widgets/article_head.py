"""The line over the article: where it comes from and what the reader said of it."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from reader.model import Status
from reader.ui.opened import Opened
from reader.ui.widgets.two_ends import TwoEnds
from reader.ui.words import due_words, long_date, minutes

STATUS_WORDS = {
    Status.UNREAD: "unread",
    Status.READING: "",
    Status.DONE: "✓ done",
    Status.ARCHIVED: "✓ archived",
}


class ArticleHead(TwoEnds):
    """`mexc.com · 22 Oct 2025 · 3 min · #sanctions · due 1 Jan (why)`, and how far one is."""

    DEFAULT_CSS = "ArticleHead { background: $surface; }"

    def show(self, opened: Opened, today: date, here: str) -> None:
        """Describe an article; `here` is what stands at the right end."""
        article, state = opened.article, opened.state
        site = (article.site or "").removeprefix("www.")
        facts = [
            Content.styled(site or article.title, "bold"),
            Content(long_date(article.published)),
            Content(minutes(opened.words)),
            Content(STATUS_WORDS[state.status]),
            Content.styled(" ".join(f"#{tag}" for tag in state.tags), "$accent"),
            _follow_up(opened, today),
            Content.styled("✎ note" if opened.note else "", "$success"),
        ]
        parts = [fact for fact in facts if fact]
        self.say(Content(" · ").join(parts), Content.styled(here, "$foreground-muted"))


def _follow_up(opened: Opened, today: date) -> Content:
    follow_up = opened.state.follow_up
    if follow_up is None:
        return Content()
    words = due_words(follow_up.on, today)
    why = f" ({follow_up.why})" if follow_up.why else ""
    return Content.styled(words + why, "$error bold" if follow_up.on <= today else "$warning")
