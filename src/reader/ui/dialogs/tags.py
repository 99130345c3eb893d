"""Tags put on articles and taken off again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.field import Field
from reader.ui.widgets.virtual_list import Piece, VirtualList

OFFERED = 6


class TagEdit(NamedTuple):
    """What is to change."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


def understood(words: str) -> TagEdit:
    """Read `crypto, -old "two words"`: split at commas, or else at spaces; `-` takes off."""
    parts = words.split(",") if "," in words else words.split()
    tags = [" ".join(part.split()).lstrip("#") for part in parts]
    add = dict.fromkeys(tag for tag in tags if tag and not tag.startswith("-"))
    remove = dict.fromkeys(tag[1:].strip().lstrip("#") for tag in tags if tag.startswith("-"))
    return TagEdit(tuple(add), tuple(tag for tag in remove if tag))


def last_word(words: str) -> str:
    """What is being typed: the last tag, without its sign."""
    return words[_last_start(words) :].lstrip("-#").casefold()


def with_last_word(words: str, tag: str) -> str:
    """The same words with the last tag written out, ready for the next one."""
    start = _last_start(words)
    sign = "-" if words[start:].startswith("-") else ""
    separator = "," if "," in words or " " in tag else ""
    return f"{words[:start]}{sign}{tag}{separator} "


def _last_start(words: str) -> int:
    comma = words.rfind(",")
    start = comma + 1 if comma >= 0 else words.rfind(" ") + 1
    return start + len(words[start:]) - len(words[start:].lstrip())


class _Offered(VirtualList, can_focus=False):
    """Tags of the library that fit what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Sequence[tuple[str, int]] = ()

    @property
    def count(self) -> int:
        return len(self.tags)

    def pieces(self, index: int) -> Sequence[Piece]:
        tag, used = self.tags[index]
        return [(f" #{tag}", ""), (f"  {used}", "muted")]


class TagDialog(Dialog[TagEdit]):
    """Type, Tab completes, Enter saves."""

    DEFAULT_CSS = f"""
    TagDialog {{
        & #now {{ height: auto; margin-bottom: 1; }}
        & _Offered {{ height: {OFFERED}; }}
        & #change {{ height: 1; margin-top: 1; }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", priority=True),
        Binding("down,ctrl+n", "pick(1)", "Next", priority=True),
        Binding("up,ctrl+p", "pick(-1)", "Before", priority=True),
    ]
    heading = "Tags"
    keys = (
        ("Tab", "complete"),
        ("↑↓", "pick"),
        ("-tag", "takes off"),
        ("Enter", "save"),
        ("Esc", "leave"),
    )

    def __init__(
        self,
        subject: str,
        present: Sequence[str],
        known: Callable[[], Awaitable[dict[str, int] | None]],
    ) -> None:
        super().__init__()
        self._subject = subject
        self._present = tuple(present)
        self._ask = known
        self._known: dict[str, int] = {}
        self._offered = _Offered()

    def parts(self) -> Iterable[Widget]:
        """What is there, what to type, what the library has, what will change."""
        tags = " ".join(f"#{tag}" for tag in self._present)
        yield Static(
            Content.assemble(self._subject, "\n", (tags or "no tags yet", "$accent")), id="now"
        )
        yield Field(placeholder="crypto sanctions -old")
        yield self._offered
        yield Static(id="change")

    async def prepare(self) -> None:
        """Ask for the library's tags."""
        self._known = await self._ask() or {}
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        words = self.query_one(Field).value
        edit, typed = understood(words), last_word(words)
        starts = [tag for tag in self._known if tag.casefold().startswith(typed)]
        within = [tag for tag in self._known if typed and typed in tag.casefold()]
        fitting = dict.fromkeys(starts + within)
        self._offered.tags = [(tag, self._known[tag]) for tag in fitting if tag not in edit.add]
        self._offered.recount(0)
        change = [f"+{tag}" for tag in edit.add] + [f"−{tag}" for tag in edit.remove]
        self.query_one("#change", Static).update(Content.styled("  ".join(change), "$success"))

    def action_pick(self, by: int) -> None:
        """Move among the tags offered."""
        self._offered.cursor += by

    def action_complete(self) -> None:
        """Write the tag offered out."""
        if self._offered.count:
            field = self.query_one(Field)
            field.value = with_last_word(field.value, self._offered.tags[self._offered.cursor][0])
            field.cursor_position = len(field.value)

    @on(VirtualList.Chosen)
    def _chosen(self) -> None:
        self.action_complete()

    @on(Input.Submitted)
    def _save(self) -> None:
        self.dismiss(understood(self.query_one(Field).value))
