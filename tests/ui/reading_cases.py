"""Articles made up for the tests of the reading view, and an app that hosts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.pilot import Pilot

from reader.model import Annotation, Article, Block, Colour, Kind, Recognised, Role, Source
from reader.ui.reading import ReadingView
from reader.ui.reading.messages import ReadingMessage
from reader.ui.reading.paint import GUTTER

NOW = datetime(2026, 3, 14, 7, 45, tzinfo=UTC)


@dataclass(frozen=True)
class Placed:
    """What the library gives: an annotation and its span."""

    annotation: Annotation
    span: tuple[int, int] | None
    moved: bool = False


def block(
    words: str,
    role: Role = Role.BODY,
    kind: Kind = Kind.PARAGRAPH,
    reason: str = "",
    level: int = 0,
) -> tuple[str, Role, Kind, str, int]:
    return words, role, kind, reason, level


def article(
    *blocks: tuple[str, Role, Kind, str, int] | str, title: str = "", id: str = "a1"
) -> Article:
    """An article of these blocks; a string is a paragraph of the body."""
    text, made = "", []
    for item in blocks:
        words, role, kind, reason, level = block(item) if isinstance(item, str) else item
        start = len(text)
        text += words + "\n\n"
        made.append(Block(start, len(text), kind, role, role.kept, reason, level))
    source = Source("0" * 64, "text/plain", NOW)
    return Article(id, source, text, tuple(made), title)


def at(where: Article, words: str) -> tuple[int, int]:
    """The span of words in an article's source text."""
    start = where.source_text.index(words)
    return start, start + len(words)


def highlight(
    where: Article, words: str, id: str = "n1", colour: Colour = Colour.YELLOW, body: str = ""
) -> Placed:
    note = Annotation(id, where.id, NOW, NOW, body=body, colour=colour)
    return Placed(note, at(where, words))


_KEYS = {
    ")": "right_parenthesis",
    "(": "left_parenthesis",
    "}": "right_curly_bracket",
    "{": "left_curly_bracket",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys one after the other and wait once, which is much quicker than `pilot.press`."""
    for key in keys.split():
        pilot.app.simulate_key(_KEYS.get(key, key))
    await pilot.pause()


class Host(App[None]):
    """Shows an article and keeps every message."""

    def __init__(
        self,
        shown: Article | None,
        recognised: Recognised | None = None,
        annotations: Sequence[Placed] = (),
        position: int = 0,
    ) -> None:
        super().__init__()
        self.shown = shown, recognised or Recognised(), annotations, position
        self.got: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ReadingView()

    def on_mount(self) -> None:
        self.view.show(*self.shown)
        self.view.focus()

    @property
    def view(self) -> ReadingView:
        return self.query_one(ReadingView)

    def asked(self, kind: type[ReadingMessage]) -> list[ReadingMessage]:
        return [message for message in self.got if isinstance(message, kind)]

    def words(self) -> str:
        """The current span, in words."""
        start, end = self.view.current_span or (0, 0)
        return self.view.article.source_text[start:end] if self.view.article else ""

    def lines(self) -> list[str]:
        """What is on the screen, without the gutter."""
        return [line[GUTTER:].rstrip() for line in self.raw_lines()]

    def raw_lines(self) -> list[str]:
        return [self.view.render_line(y).text for y in range(self.view.size.height)]

    def place(self, offset: int) -> Offset:
        """Where an offset is on the screen."""
        return self.view.cell_of(offset) + self.view.content_region.offset


def _keep(self: Host, message: ReadingMessage) -> None:
    self.got.append(message)


for _name in (
    "highlight_requested highlight_remove_requested note_requested position_changed "
    "block_toggle_requested copy_requested"
).split():
    setattr(Host, f"on_reading_view_{_name}", _keep)
