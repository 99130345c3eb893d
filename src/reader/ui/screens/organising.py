"""Commands on articles: tags, follow-up, how far one is, the bin, and taking all that back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.library.tagging import tidy, with_tags
from reader.model import Annotation, ArticleRow, FollowUp, ReaderState, Status
from reader.text.days import day
from reader.ui import dialogs
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import quoted


class Organising(ReaderScreen):
    """What the reader says of whole articles. Every command but the bin works in both places."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tags", "Tag"),
        Binding("f", "follow_up", "Follow up"),
        Binding("r", "done", "Done, or not", show=False),
        Binding("U,ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
    ]

    def _statuses(self) -> set[Status]:
        if self.opened is not None:
            return {self.opened.state.status}
        row = self.list_pane.list.row
        return {row.status} if row else set()

    def _mark(self, ids: tuple[str, ...], status: Status) -> None:
        if ids:
            self.work.change(partial(self.library.set_status, ids, status))
            self.list_pane.list.release()

    def action_done(self) -> None:
        """Mark done; what is done already goes back to being read."""
        done = self._statuses() <= {Status.DONE, Status.ARCHIVED}
        self._mark(self.targets, Status.READING if done else Status.DONE)

    def action_unread(self) -> None:
        """Mark unread; what is unread already counts as begun."""
        unread = self._statuses() <= {Status.UNREAD}
        self._mark(self.targets, Status.READING if unread else Status.UNREAD)

    def action_delete(self) -> None:
        """Put into the bin; what is there already, take out."""
        ids, named = self.targets, self.named
        if ids and self.list_pane.in_bin:
            told = partial(self.tell, f"Restored {named}.")
            self.work.change(partial(self.library.restore, ids), lambda _: told())
            self.list_pane.list.release()
        elif ids:
            told = partial(self.tell, f"Deleted {named}. U brings it back.")
            self.work.change(partial(self.library.delete, ids), lambda _: told())
            self.list_pane.list.release()

    def action_tags(self) -> None:
        """Put tags on, take tags off."""
        ids = self.targets
        if not ids:
            return
        row = self.list_pane.list.row
        one = self.opened.state.tags if self.opened else row.tags if row else ()
        present = one if len(ids) == 1 else ()

        def save(edit: dialogs.TagEdit) -> None:
            if edit.add or edit.remove:
                self.list_pane.list.amend(lambda row: _tagged(row, set(ids), edit))
                self.work.change(partial(self.library.tag, ids, edit.add, edit.remove))
                self.list_pane.list.release()

        known = partial(self.work.look, self.library.tags)
        self.ask(dialogs.TagDialog(self.named, present, known), save)

    def action_follow_up(self) -> None:
        """Say when to come back and why: to the selection or highlight, else the article."""
        ids = self.targets
        if not ids or self._follow_up_passage():
            return
        row = self.list_pane.list.row
        present = self.opened.state.follow_up if self.opened else row.follow_up if row else None

        def save(answer: dialogs.FollowUpAnswer) -> None:
            self.work.change(partial(self._set_follow_ups, ids, answer.follow_up))
            self.list_pane.list.release()

        one = ids[0] if len(ids) == 1 else None
        self._ask_when(self.named, present if one else None, one, 0, save)

    def _follow_up_passage(self) -> bool:
        """Ask when to come back to the selection or highlight; False where there is none."""
        opened, view = self.opened, self.reading.view
        if opened is None or not (view.selection or view.current_annotation):
            return False
        mark = view.current_annotation
        span = view.selection or view.current_span or (0, 0)
        quote = mark.quote.exact if mark and mark.quote else opened.article.read(*span)

        def save(answer: dialogs.FollowUpAnswer) -> None:
            call = partial(self._set_passage, opened.article.id, mark, span, answer.follow_up)
            self.work.change(call)

        present = mark.follow_up if mark else None
        subject = quoted(" ".join(quote.split()))
        self._ask_when(subject, present, opened.article.id, span[0], save)
        return True

    def _set_passage(
        self,
        article: str,
        mark: Annotation | None,
        span: tuple[int, int],
        follow_up: FollowUp | None,
    ) -> None:
        if mark is None:
            mark = self.library.highlight(article, *span)
        self.library.set_passage_follow_up(mark.id, follow_up)

    def _ask_when(
        self,
        subject: str,
        present: FollowUp | None,
        article: str | None,
        at: int,
        save: Callable[[dialogs.FollowUpAnswer], object],
    ) -> None:
        """Ask for a day and a reason; of one article, days its text speaks of are offered."""
        today = self.library.today()
        dialog = dialogs.FollowUpDialog(
            subject,
            present,
            today,
            lambda words: self.work.read(partial(day, words, today)),
            partial(self.work.look, partial(self.library.dates_in, article, at))
            if article
            else None,
        )
        self.ask(dialog, save)

    def _set_follow_ups(self, ids: tuple[str, ...], follow_up: FollowUp | None) -> None:
        for one in ids:
            self.library.set_follow_up(one, follow_up)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.work.change(self.library.undo, lambda label: self._told("Undone", label))

    def action_redo(self) -> None:
        """Make the change last undone again."""
        self.work.change(self.library.redo, lambda label: self._told("Done again", label))

    def _told(self, verb: str, label: str | None) -> None:
        self.follow_rules()
        self.tell(f"{verb}: {label}" if label else "There is nothing more to take back or redo.")


def _tagged(row: ArticleRow, ids: set[str], edit: dialogs.TagEdit) -> ArticleRow:
    """A row with the tags it is about to have."""
    if row.id not in ids:
        return row
    state = with_tags(ReaderState(row.tags), tidy(edit.add), tidy(edit.remove))
    return row._replace(tags=state.tags)
