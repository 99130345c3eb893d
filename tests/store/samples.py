"""Values for the store's tests: small ones by hand, any by hypothesis."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from reader.model import (
    Annotation,
    Article,
    Block,
    BlockCorrection,
    Colour,
    EntityCorrection,
    EntityType,
    FollowUp,
    Kind,
    ReaderState,
    Role,
    SavedSearch,
    SiteRule,
    Source,
    Status,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.text.canonical import canonical, canonical_line

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
TODAY = NOW.date()


def source(data: bytes = b"words", **given: object) -> Source:
    fields: dict[str, object] = {"media_type": "text/plain", "imported": NOW, **given}
    return Source(hashlib.sha256(data).hexdigest(), **fields)  # type: ignore[arg-type]


def article(id: str, *paragraphs: str, **given: object) -> Article:
    """An article of these paragraphs, all kept, or set aside when they begin with “cut:”."""
    text, blocks = "", []
    for paragraph in paragraphs or (id,):
        start, kept = len(text), not paragraph.startswith("cut:")
        text += paragraph + "\n\n"
        role = Role.BODY if kept else Role.ADVERTISEMENT
        blocks.append(Block(start, len(text), Kind.PARAGRAPH, role, kept, "as it is"))
    fields: dict[str, object] = {"source": source(text.encode()), "title": f"Title of {id}"}
    return Article(id, source_text=text, blocks=tuple(blocks), **{**fields, **given})  # type: ignore[arg-type]


def note(id: str, article: str = "one", body: str = "my words", **given: object) -> Annotation:
    fields: dict[str, object] = {"created": NOW, "modified": NOW, **given}
    return Annotation(id, article, body=body, **fields)  # type: ignore[arg-type]


def highlight(id: str, article: str = "one", body: str = "") -> Annotation:
    return note(
        id, article, body, quote=TextQuoteSelector("exact"), position=TextPositionSelector(3, 8)
    )


TEXTS = st.text(max_size=20).map(canonical)
NAMES = st.text(max_size=12).map(canonical_line)
IDS = st.text("abcdefghij0123456789:-", min_size=1, max_size=12)
TAGS = st.lists(NAMES.filter(bool), max_size=3, unique=True).map(tuple)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
TIMES = st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
) | st.just(datetime.fromisoformat("2025-10-22T20:48:00.25+05:30"))
QUOTES = st.builds(TextQuoteSelector, TEXTS, TEXTS, TEXTS)

STATES = st.builds(
    ReaderState,
    tags=TAGS,
    status=st.sampled_from(Status),
    follow_up=st.none() | st.builds(FollowUp, st.dates(date(1990, 1, 1)), TEXTS),
    position=st.integers(0, 10**6),
    blocks=st.lists(
        st.builds(
            lambda span, kept, role: BlockCorrection(*span, kept, role),
            SPANS,
            st.booleans(),
            st.none() | st.sampled_from(Role),
        ),
        max_size=3,
    ).map(tuple),
    deleted=st.booleans(),
    starred=st.booleans(),
    newer=st.none() | IDS,
)

SEARCHES = st.builds(
    SavedSearch, id=IDS, name=NAMES.filter(bool), query=NAMES.filter(bool), created=TIMES
)

CORRECTIONS = st.builds(
    EntityCorrection,
    id=IDS,
    text=NAMES.filter(bool),
    created=TIMES,
    was=st.none() | st.sampled_from(EntityType),
    type=st.sampled_from(EntityType),
    name=st.none() | NAMES.filter(bool),
    ignored=st.booleans(),
    marked=st.booleans(),
)

ANNOTATIONS = st.builds(
    Annotation,
    id=IDS,
    article=IDS,
    created=TIMES,
    modified=TIMES,
    quote=st.none() | QUOTES,
    position=st.none() | SPANS.map(lambda span: TextPositionSelector(*span)),
    body=TEXTS,
    tags=TAGS,
    colour=st.sampled_from(Colour),
    source_hash=st.just("") | IDS,
    follow_up=st.none() | st.builds(FollowUp, st.dates(date(1990, 1, 1)), TEXTS),
)


RULES = st.builds(
    SiteRule,
    id=IDS,
    site=NAMES.filter(bool),
    words=TEXTS.filter(str.strip),
    created=TIMES,
)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
