"""What a name is and is called, for the whole library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.model import Entity, EntityType
from reader.ui.dialogs.choice import Choice, Option
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field, Labelled
from reader.ui.widgets.virtual_list import VirtualList
from reader.ui.words import quoted

WORDS = {
    EntityType.PERSON: "",
    EntityType.ORGANIZATION: "company, agency, court, team",
    EntityType.PLACE: "",
    EntityType.GROUP: "nationality, party, faith",
    EntityType.ASSET: "currency, token, commodity, index",
    EntityType.PRODUCT: "",
    EntityType.EVENT: "",
    EntityType.LAW: "act, treaty, ruling",
    EntityType.WORK: "book, film, paper",
}
NOTHING = Option("no name", "not to be marked")


class NamingAnswer(NamedTuple):
    """What the reader decided: what to call it, and what it is; None for nothing."""

    called: str
    kind: EntityType | None


class NamingDialog(Dialog[NamingAnswer]):
    """Corrects what was taken for a name, or makes one of words that were not (`present` None)."""

    DEFAULT_CSS = """
    NamingDialog {
        & #subject { height: auto; max-height: 3; margin-bottom: 1; }
        & #joins { height: 1; margin: 0 0 1 9; color: $success; }
        & Labelled { margin-bottom: 0; }
    }
    """
    heading = "What is this, in every article?"
    keys = (("↑↓", "what it is"), ("Tab", "its name"), ("Enter", "save"), ("Esc", "leave"))

    def __init__(self, words: str, present: Entity | None, others: Sequence[Entity] = ()) -> None:
        super().__init__()
        self._words = words
        self._present = present
        self._others = {one.name.casefold(): one for one in others if one != present}
        self._kinds = [*EntityType, *([None] if present else [])]
        options = map(Option, map(str, EntityType), WORDS.values())
        self._choice = Choice([*options, NOTHING][: len(self._kinds)])

    def parts(self) -> Iterable[Widget]:
        """The words, what it is called, what it is."""
        yield Static(Content(quoted(self._words)), id="subject")
        yield Labelled("Name" if self._present else "Words", Field(self._words, id="called"))
        yield Static(id="joins")
        yield self._choice

    async def prepare(self) -> None:
        """Begin with what it is taken for."""
        if self._present:
            self._choice.cursor = self._kinds.index(self._present.type)

    def first(self) -> Widget:
        """What it is comes first: the commonest correction."""
        return self._choice

    @on(Input.Changed, "#called")
    def _typed(self, event: Input.Changed) -> None:
        """Say which name it joins, and be of its type."""
        other = self._others.get(" ".join(event.value.casefold().split()))
        joined = self._present is not None and other is not None
        words = f"→ one with {other.name} ({other.type})" if joined and other else ""
        self.query_one("#joins", Static).update(Content(words))
        if joined and other:
            self._choice.cursor = self._kinds.index(other.type)

    @on(VirtualList.Moved)
    def _another(self) -> None:
        self._choice.refresh()

    @on(VirtualList.Chosen)
    @on(Input.Submitted)
    def _save(self) -> None:
        called = " ".join(self.query_one("#called", Field).value.split())
        kind = self._kinds[self._choice.cursor]
        if not any(map(str.isalnum, called)):
            self.complain("A name has words.")
        elif self._present and (called, kind) == (self._present.name, self._present.type):
            self.dismiss(None)
        else:
            self.dismiss(NamingAnswer(called, kind))
