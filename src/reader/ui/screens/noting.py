"""What the reader does to words: highlights, notes, colours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.model import Colour
from reader.ui import dialogs
from reader.ui.panel import Panel
from reader.ui.reading import (
    HighlightRemoveRequested,
    HighlightRequested,
    NoteRequested,
)
from reader.ui.screens.base import ReaderScreen
from reader.ui.words import quoted
from reader.ui.work import begin

if TYPE_CHECKING:
    from reader.model import Annotation

Done = Callable[[], object]
Failed = Callable[[str], object]


class Noting(ReaderScreen):
    """Answers what the reading view and the panel ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("A", "note_on_article", "Note on the article", show=False),
    ]

    @on(HighlightRequested)
    def _highlight(self, event: HighlightRequested) -> None:
        if self.reading.opened:
            article = self.reading.opened.article.id
            self.work.change(partial(self.library.highlight, article, event.start, event.end))

    @on(HighlightRemoveRequested)
    def _remove(self, event: HighlightRemoveRequested) -> None:
        self.work.change(partial(self.library.delete_annotation, event.annotation_id))

    @on(Panel.NoteRemoved)
    def _remove_from_panel(self, event: Panel.NoteRemoved) -> None:
        self.work.change(partial(self.library.delete_annotation, event.annotation.id))

    @on(NoteRequested)
    def _note(self, event: NoteRequested) -> None:
        opened = self.reading.opened
        if opened is None:
            return
        if event.annotation_id is None:
            self._write_new(opened.article.id, event.start, event.end)
        elif anchored := opened.annotation(event.annotation_id):
            self._edit(anchored.annotation)

    @on(Panel.NoteChosen)
    def _note_from_panel(self, event: Panel.NoteChosen) -> None:
        if event.annotation is None:
            self.action_note_on_article()
        else:
            self._edit(event.annotation)

    @on(Panel.AttachChosen)
    def _offer_places(self, event: Panel.AttachChosen) -> None:
        begin(self, partial(self._offer_words, event.annotation), "attach", latest=True)

    async def _offer_words(self, annotation: Annotation) -> None:
        """Offer the selection, and where the words of a highlight may stand now."""
        opened, selected = self.reading.opened, self.reading.view.selection
        found = await self.work.look(partial(self.library.places, annotation.id))
        if opened is None or found is None:
            return
        text = opened.article.source_text
        spans = [selected] if selected else []
        spans += [(one.start, one.end) for one in found]
        if not spans:
            self.tell("Nothing in the text is like it. Select its words with v, then m again.")
            return

        def put(number: int) -> None:
            call = partial(self.library.attach, annotation.id, *spans[number])
            self.work.change(call, lambda _: self.tell("The highlight stands on these words now."))

        names = ["selected"] if selected else []
        names += [f"{one.words:.0%} alike" for one in found]
        offered = dialogs.options(
            (name, _around(text, *span)) for name, span in zip(names, spans, strict=True)
        )
        subject = quoted(" ".join((annotation.quote.exact if annotation.quote else "").split()))
        self.ask(dialogs.PickDialog("Put the highlight where?", subject, offered), put)

    def _write_new(self, article: str, start: int, end: int) -> None:
        assert self.reading.opened is not None
        quote = self.reading.opened.article.read(start, end)

        def save(draft: dialogs.Draft, done: Done, failed: Failed) -> None:
            call = partial(
                self.library.highlight,
                article, start, end, draft.body, draft.tags, draft.colour,
            )  # fmt: skip
            self.work.change(call, lambda _: done(), failed)

        self._open_editor(quote, dialogs.Draft(), save)

    def _edit(self, annotation: Annotation) -> None:
        def save(draft: dialogs.Draft, done: Done, failed: Failed) -> None:
            call = partial(
                self.library.annotate,
                annotation.id,
                body=draft.body, tags=draft.tags, colour=draft.colour,
            )  # fmt: skip
            self.work.change(call, lambda _: done(), failed)

        draft = dialogs.Draft(annotation.body, annotation.tags, annotation.colour)
        quote = annotation.quote.exact if annotation.quote else ""
        self._open_editor(quote, draft, save)

    def action_note_on_article(self) -> None:
        """Write the note on the whole article."""
        ids, named = self.targets[:1], self.named
        if not ids:
            return
        article = ids[0]

        def save(draft: dialogs.Draft, done: Done, failed: Failed) -> None:
            call = partial(self.library.set_note, article, draft.body)
            self.work.change(call, lambda _: done(), failed)

        async def load() -> dialogs.Draft:
            return dialogs.Draft(await self.work.look(partial(self.library.note, article)) or "")

        dialog = dialogs.NoteDialog(named, dialogs.Draft(), save, on_passage=False, load=load)
        self.app.push_screen(dialog)

    def _open_editor(
        self,
        quote: str,
        draft: dialogs.Draft,
        save: Callable[[dialogs.Draft, Done, Failed], None],
    ) -> None:
        dialog = dialogs.NoteDialog(" ".join(quote.split()), draft, save, on_passage=True)
        self.app.push_screen(dialog)

    def action_colour(self) -> None:
        """Give the highlight under the cursor the next colour."""
        annotation = self.reading.view.current_annotation
        if annotation is None:
            self.tell("There is no highlight here: h makes one.")
            return
        colours = list(Colour)
        following = colours[(colours.index(annotation.colour) + 1) % len(colours)]
        self.work.change(partial(self.library.annotate, annotation.id, colour=following))


def _around(text: str, start: int, end: int) -> str:
    """A passage with a few of the words before it, on one line."""
    return " ".join(f"…{text[max(0, start - 24) : start]}[{text[start:end]}]".split())
