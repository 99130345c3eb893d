"""The index mirrors what the reader said, whoever said it, and knows what it has not seen."""

from dataclasses import replace

from reader.library import Library
from reader.library.mirror import catch_up, mirror
from reader.store import Notes
from tests.conftest import NOW


def test_what_another_reader_says_while_one_is_saved_is_not_passed_over(
    library: Library, story: str
) -> None:
    store = library._store
    other = library.import_text("Another title\n\nWords of another article.").imported[0].id
    saved = store.notes.save({story: replace(store.notes.state(story), tags=("mine",))}, now=NOW)
    theirs = Notes(store.location)
    theirs.save({other: replace(theirs.state(other), tags=("theirs",))}, now=NOW)
    mirror(store, [story], saved)
    catch_up(store)
    assert library.tags() == {"mine": 1, "theirs": 1}
