"""Commands on articles: tags, follow-up, how far one is, the bin, and taking all that back."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.model import FollowUp, Status
from reader.text.days import day
from reader.ui.dialogs.follow_up import FollowUpAnswer, FollowUpDialog
from reader.ui.dialogs.tags import TagDialog, TagEdit
from reader.ui.screens.base import ReaderScreen


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
        """Put into the bin."""
        ids, named = self.targets, self.named
        if ids:
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

        def save(edit: TagEdit) -> None:
            if edit.add or edit.remove:
                self.work.change(partial(self.library.tag, ids, edit.add, edit.remove))
                self.list_pane.list.release()

        known = partial(self.work.look, self.library.tags)
        self.ask(TagDialog(self.named, present, known), save)

    def action_follow_up(self) -> None:
        """Say when to come back and why."""
        ids, today = self.targets, self.library.today()
        if not ids:
            return
        row = self.list_pane.list.row
        present = self.opened.state.follow_up if self.opened else row.follow_up if row else None

        def save(answer: FollowUpAnswer) -> None:
            self.work.change(partial(self._set_follow_ups, ids, answer.follow_up))
            self.list_pane.list.release()

        dialog = FollowUpDialog(
            self.named,
            present if len(ids) == 1 else None,
            today,
            lambda words: self.work.read(partial(day, words, today)),
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
