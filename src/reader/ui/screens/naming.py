"""What the reader says of names: what they are, what they are called, what is always one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from reader.model import Entity, Mention
from reader.ui import dialogs
from reader.ui.opened import Opened
from reader.ui.panel import Panel
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import plural, quoted
from reader.ui.work import Work, begin


class Naming(ReaderScreen):
    """Corrects the name under the cursor everywhere, or makes one of the selected words."""

    def on_mount(self) -> None:
        """Look at what only an earlier version of Reader has looked at, beside everything else."""
        begin(self, self._recognise_again, "recognising")

    async def _recognise_again(self) -> None:
        def look(cancelled: Callable[[], bool]) -> int:
            return self.library.recognise_again(cancelled=cancelled)

        if done := await self.work.aside(look):
            self.tell(f"Names and figures of {plural(done, 'article')} were looked for anew.")
            self.post_message(Work.Changed())

    def action_correct(self) -> None:
        """Say what a name is, or always mark the selected words as one."""
        opened = self.reading.opened
        if opened is None:
            return
        mention = self.mention_here(opened)
        selection = self.reading.view.selection
        if mention is None and selection:
            self._ask_to_mark(" ".join(opened.article.read(*selection).split()))
        else:
            self.ask_about(_named(opened, mention) if mention else None)

    @on(Panel.NameChosen)
    def _correct_from_panel(self, event: Panel.NameChosen) -> None:
        if self.reading.opened:
            self.ask_about(event.entity)

    def mention_here(self, opened: Opened) -> Mention | None:
        """The name that is selected or, without a selection, at the cursor or in its sentence."""
        view = self.reading.view
        mentions = opened.recognised.mentions
        if view.selection:
            return next((one for one in mentions if (one.start, one.end) == view.selection), None)
        start, end = view.current_span or (0, 0)
        here = [one for one in mentions if start <= one.start < end]
        at = [one for one in here if one.start <= view.position < one.end]
        return next(iter(at or here), None)

    def ask_about(self, entity: Entity | None) -> None:
        """Say what a name is, in every article."""
        if entity is None:
            self.tell("There is no name here: v selects words, C then always marks them.")
            return
        opened = self.reading.opened
        others = opened.recognised.entities if opened else ()
        dialog = dialogs.NamingDialog(entity.name, entity, others)
        self.ask(dialog, partial(self._correct, entity))

    def _correct(self, entity: Entity, answer: dialogs.NamingAnswer) -> None:
        call = partial(
            self.library.correct_entity,
            entity.name,
            entity.type,
            kind=answer.kind,
            called=answer.called,
            ignored=answer.kind is None,
        )
        self.work.change(call, lambda _: self._said(f"{quoted(entity.name)} is corrected"))

    def _ask_to_mark(self, words: str) -> None:
        def mark(answer: dialogs.NamingAnswer) -> None:
            assert answer.kind is not None  # it is not offered for words that are no name yet
            call = partial(self.library.mark_phrase, answer.called, answer.kind)
            self.work.change(
                call, lambda _: self._said(f"{quoted(answer.called)} is always marked")
            )

        self.ask(dialogs.NamingDialog(words, None), mark)

    def _said(self, words: str) -> None:
        self.tell(f"{words}. U undoes.")
        self.follow_rules(
            lambda changed: self.tell(f"{words}: {plural(changed, 'article')} changed. U undoes.")
        )


def _named(opened: Opened, mention: Mention) -> Entity | None:
    pair = (mention.name, mention.type)
    return next((one for one in opened.recognised.entities if (one.name, one.type) == pair), None)
