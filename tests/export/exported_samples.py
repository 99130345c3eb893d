"""An article with everything on it, for the tests of what leaves."""

from dataclasses import replace
from datetime import UTC, date, datetime

from reader.export import Exported
from reader.model import (
    Annotation,
    Article,
    Block,
    Colour,
    Entity,
    EntityType,
    Figure,
    FigureKind,
    FollowUp,
    Kind,
    Mention,
    Quotation,
    ReaderState,
    Recognised,
    Role,
    Source,
    TextQuoteSelector,
)
from reader.text.anchoring import describe

TEXT = (
    "Harbour tunnel gets its money\n\n"
    "The city of Ostholm will pay about €1.2 billion for a tunnel. “It is late,” said Mayor Ida "
    "Falk.\n\n"
    "Share this | Tweet\n\n"
    "Work starts on 3 March 2026 & ends [maybe] in 2031. Costs rose 3–5% *again*."
)
MOMENT = datetime(2025, 11, 2, 9, 30, tzinfo=UTC)


def _blocks() -> tuple[Block, ...]:
    ends = [TEXT.index("The city"), TEXT.index("Share"), TEXT.index("Work"), len(TEXT)]
    roles = [Role.TITLE, Role.BODY, Role.SHARE, Role.BODY]
    starts = [0, *ends[:-1]]
    return tuple(
        Block(start, end, Kind.PARAGRAPH, role, role.kept, "as the sample says")
        for start, end, role in zip(starts, ends, roles, strict=True)
    )


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def figure(words: str, kind: FigureKind, value: float | str | None, **more: object) -> Figure:
    return replace(Figure(*span(words), words, kind, value), **more)  # type: ignore[arg-type]


ARTICLE = Article(
    id="0f3c5a7e9b1d2c4f",
    source=Source("ab" * 32, "text/html", MOMENT, url="https://news.example/tunnel?a=1_2"),
    source_text=TEXT,
    blocks=_blocks(),
    title="Harbour tunnel gets its money",
    authors=("Jo Lind", "M. Okoye"),
    site="news.example",
    published="2025-11-01",
    language="en",
    url="https://news.example/tunnel?a=1_2",
)
RECOGNISED = Recognised(
    mentions=(
        Mention(*span("Ostholm"), "Ostholm", EntityType.PLACE, "Ostholm"),
        Mention(*span("Ida Falk"), "Ida Falk", EntityType.PERSON, "Ida Falk"),
    ),
    figures=(
        figure("about €1.2 billion", FigureKind.MONEY, 1.2e9, unit="EUR", approximate=True),
        figure("3 March 2026", FigureKind.DATE, "2026-03-03"),
        figure("2031", FigureKind.DATE, "2031", resolved=True),
        figure("3–5%", FigureKind.PERCENT, 3.0, value_to=5.0, unit="percent"),
    ),
    entities=(Entity("Ida Falk", EntityType.PERSON, (), 1, "Mayor", "Ostholm"),),
    quotations=(Quotation(*span("It is late,"), "It is late,", "Ida Falk"),),
)


def mark(words: str, number: int, body: str = "", **more: object) -> Annotation:
    quote, position = describe(TEXT, *span(words))
    id = f"urn:uuid:00000000-0000-4000-8000-{number:012}"
    made = Annotation(id, ARTICLE.id, MOMENT, MOMENT, quote, position, body)
    return replace(made, **more)  # type: ignore[arg-type]


def noted(words: str) -> tuple[Annotation, ...]:
    """The note on the whole article; none of no words."""
    whole = replace(mark("Share this", 4, words), quote=None, position=None)
    return (whole,) if words else ()


LATE, COSTS = "“It is late,” said Mayor Ida Falk.", "Costs rose 3–5% *again*."
LOST = replace(
    mark("Share this", 3, "Where did this go?"),
    quote=TextQuoteSelector("Nobody was asked."),
    position=None,
)
FULL = Exported(
    article=ARTICLE,
    state=ReaderState(
        tags=("public works", "ostholm"), follow_up=FollowUp(date(2026, 3, 3), "has work begun?")
    ),
    notes=noted("Compare with the *northern* tunnel."),
    annotations=(
        (mark(COSTS, 2, "By how much?", tags=("to check",), colour=Colour.RED), span(COSTS)),
        (mark(LATE, 1), span(LATE)),
        (LOST, None),
    ),
    recognised=RECOGNISED,
)
BARE = Exported(
    article=replace(
        ARTICLE,
        id="77aa77aa77aa77aa",
        source=Source("cd" * 32, "text/plain", MOMENT),
        title="Pasted words",
        authors=(),
        site=None,
        published=None,
        url=None,
    ),
    state=ReaderState(),
    notes=(),
    annotations=(),
    recognised=Recognised(),
)


def titled(title: str, id: str = ARTICLE.id) -> Exported:
    return replace(FULL, article=replace(ARTICLE, title=title, id=id))
