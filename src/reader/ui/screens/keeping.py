"""Commands that keep a library in order: stars, days put off, searches, tags, versions."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.ui import dialogs
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import long_date, plural
from reader.ui.work import begin

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import Article, SavedSearch
    from reader.text.comparing import Change


class Keeping(ReaderScreen):
    """What the reader does to several articles, and comes back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("asterisk", "star", "Star, or not", show=False, key_display="*"),
        Binding("Z", "snooze", "Put off what is due", show=False),
        Binding("D", "follow_up_done", "What is due is done", show=False),
        Binding("apostrophe", "searches", "Saved searches", show=False, key_display="'"),
        Binding("V", "compare", "What changed since the version before", show=False),
        Binding("ctrl+t", "rename_tag", "Rename a tag everywhere", show=False),
    ]

    def action_star(self) -> None:
        """Put a star on; where there is one already, take it off."""
        ids = self.targets
        if not ids:
            return
        row = self.list_pane.list.row
        present = self.opened.state.starred if self.opened else bool(row and row.starred)
        self.work.change(partial(self.library.star, ids, not present))
        self.list_pane.list.release()

    def action_snooze(self) -> None:
        """Put off what is due, of articles and their passages."""
        ids, today = self.targets, self.library.today()
        if not ids:
            return
        days = _later(today)
        offered = dialogs.options((name, long_date(day.isoformat())) for name, day in days)

        def put_off(number: int) -> None:
            call = partial(self.library.snooze, ids, days[number][1])
            self.work.change(call, partial(self._told_of_due, "Put off"))
            self.list_pane.list.release()

        self.ask(dialogs.PickDialog("Put off until", self.named, offered), put_off)

    def action_follow_up_done(self) -> None:
        """Say that what is due is done."""
        if ids := self.targets:
            call = partial(self.library.follow_up_done, ids)
            self.work.change(call, partial(self._told_of_due, "Done"))
            self.list_pane.list.release()

    def _told_of_due(self, verb: str, number: int) -> None:
        words = f"{verb}: {plural(number, 'follow-up')}." if number else "Nothing of it is due."
        self.tell(words)

    def action_searches(self) -> None:
        """Look for what was looked for before, or keep what is being looked for."""
        begin(self, self._offer_searches, "searches", latest=True)

    async def _offer_searches(self) -> None:
        saved = await self.work.look(self.library.searches)
        if saved is None:
            return
        query = self.list_pane.box.value.strip()
        keep = dialogs.options([("Save", query)] if query else [])
        drop = [dialogs.Option("Delete one", "")] if saved else []
        if not (keep or saved):
            self.tell("No search is saved yet: / searches, ' saves it.")
            return

        def picked(number: int) -> None:
            if number < len(saved):
                self.list_pane.search_for(saved[number].query)
            elif keep and number == len(saved):
                self._save_search(query)
            else:
                self._delete_search(saved)

        offered = dialogs.options((one.name, one.query) for one in saved)
        self.ask(dialogs.PickDialog("Saved searches", "", [*offered, *keep, *drop]), picked)

    def _save_search(self, query: str) -> None:
        def save(name: str) -> None:
            call = partial(self.library.save_search, name, query)
            self.work.change(call, lambda _: self.tell(f"Saved: {name}."))

        self.ask(dialogs.NameDialog("Save this search", query, "Name"), save)

    def _delete_search(self, saved: tuple[SavedSearch, ...]) -> None:
        def delete(number: int) -> None:
            name = saved[number].name
            told = partial(self.tell, f"Deleted: {name}. U brings it back.")
            self.work.change(partial(self.library.delete_search, name), lambda _: told())

        offered = dialogs.options((one.name, one.query) for one in saved)
        self.ask(dialogs.PickDialog("Delete a search", "", offered), delete)

    def action_rename_tag(self) -> None:
        """Call a tag otherwise wherever it is."""
        begin(self, self._offer_tags, "tags", latest=True)

    async def _offer_tags(self) -> None:
        tags = await self.work.look(self.library.tags)
        if not tags:
            self.tell("There are no tags yet: t puts one on.")
            return
        names = list(tags)

        def named(number: int, new: str) -> None:
            call = partial(self.library.rename_tag, names[number], new)
            self.work.change(call, lambda _: self.tell(f"#{names[number]} is #{new} now."))

        def picked(number: int) -> None:
            words = "Where the new one is there already, the two are one."
            dialog = dialogs.NameDialog(f"Rename #{names[number]}", words, "Tag", names[number])
            self.ask(dialog, partial(named, number))

        offered = dialogs.options(
            (f"#{tag}", plural(count, "article")) for tag, count in tags.items()
        )
        self.ask(dialogs.PickDialog("Rename which tag?", "", offered), picked)

    def action_compare(self) -> None:
        """Show what changed between an article and its version before, or the one after."""
        if ids := self.targets[:1]:
            begin(self, partial(self._compare, ids[0]), "compare", latest=True)

    async def _compare(self, article: str) -> None:
        found = await self.work.look(partial(_compared, self.library, article))
        if found is None:
            self.tell("There is no other version of it.")
            return
        from reader.ui.screens.comparing import ComparingScreen

        old, new, changes = found
        self.app.push_screen(ComparingScreen(new.title, _imported(old), _imported(new), changes))


def _later(today: date) -> list[tuple[str, date]]:
    """Days to put things off to."""
    monday = today + timedelta(7 - today.weekday())
    return [
        ("tomorrow", today + timedelta(1)),
        ("in three days", today + timedelta(3)),
        ("next monday", monday),
        ("in two weeks", today + timedelta(14)),
        ("in a month", today + timedelta(30)),
    ]


def _compared(library: Library, article: str) -> tuple[Article, Article, tuple[Change, ...]] | None:
    """A version, the next one, and what changed; None where there is but one."""
    from reader.text.comparing import compare, paragraphs

    versions = library.versions(article)
    if len(versions) < 2:
        return None
    at = max(1, [one.id for one in versions].index(article))
    old, new = versions[at - 1], versions[at]
    return old, new, compare(paragraphs(old), paragraphs(new))


def _imported(article: Article) -> str:
    return long_date(article.source.imported.date().isoformat())
