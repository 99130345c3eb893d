"""What names are and are called, by the reader's word, in every article at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.library.changes import new_id
from reader.library.dividing import Dividing
from reader.library.names import said_by
from reader.model import EntityCorrection, EntityType, NothingFound, Rule, UsageError
from reader.text.canonical import canonical_line


class Naming(Dividing):
    """The part of `Library` that corrects what is recognised, for the whole library.

    A correction counts at once wherever its article is looked at; lists and `entity:` follow with
    `follow_rules`. Each call is one change, and can be undone.
    """

    def corrections(self) -> tuple[EntityCorrection, ...]:
        """Every correction, in the order they count: oldest first."""
        return self._store.notes.corrections()

    def correct_entity(
        self,
        name: str,
        was: EntityType | None = None,
        *,
        kind: EntityType | None = None,
        called: str | None = None,
        ignored: bool = False,
    ) -> EntityCorrection:
        """Say that what is called `name` is of another kind, called otherwise, or no entity.

        It is about the entity of type `was`, None for any. Called as another entity of its type
        is, the two are one. Raises UsageError where nothing is said of it.
        """
        name, called = canonical_line(name), canonical_line(called or "") or None
        if called == name or ignored:
            called = None
        kind = None if kind is was or ignored else kind
        if not name:
            raise UsageError("a correction is about a name")
        if not (kind or called or ignored):
            raise UsageError("say what it is: another type, another name, or no name at all", name)
        one = self._new_correction(name, was=was, kind=kind, name=called, ignored=ignored)
        self._change_corrections(f"correct “{name}”", [], [one])
        return one

    def mark_phrase(self, words: str, kind: EntityType) -> EntityCorrection:
        """Always take words for a name of a type, wherever they stand as whole words.

        In lower case they are found in any case. Said of the same words before, this counts
        instead. Raises NothingFound where there are no words.
        """
        words = canonical_line(words)
        if not any(map(str.isalnum, words)):
            raise NothingFound("there are no words to mark")
        one = self._new_correction(words, kind=kind, marked=True)
        alike = [old for old in self.corrections() if old.marked and old.text == words]
        self._change_corrections(f"always mark “{words}”", alike, [one])
        return one

    def add_corrections(self, given: Iterable[EntityCorrection]) -> int:
        """Put in what another library said, in its order; how many of it is new here."""
        there = {said_by(one)[1:] for one in self.corrections()}
        new = {said_by(one)[1:]: one for one in given}
        made = [replace(one, id=new_id()) for said, one in new.items() if said not in there]
        if made:
            self._change_corrections("import corrections", [], made)
        return len(made)

    def remove_corrections(self, ids: Iterable[str]) -> None:
        """Let these corrections count no longer. Raises UsageError for one that is gone already."""
        known = {one.id: one for one in self.corrections()}
        wanted = list(dict.fromkeys(ids))
        if not known.keys() >= set(wanted):
            raise UsageError("this correction is no longer there")
        gone = [known[id] for id in wanted]
        if gone:
            names = ", ".join(f"“{one.text}”" for one in gone)
            self._change_corrections(f"correction of {names}", gone, [])

    def _new_correction(
        self,
        text: str,
        *,
        was: EntityType | None = None,
        kind: EntityType | None = None,
        name: str | None = None,
        ignored: bool = False,
        marked: bool = False,
    ) -> EntityCorrection:
        now = self._changes.now()
        return EntityCorrection(new_id(), text, now, was, kind, name, ignored, marked)

    def _change_corrections(
        self, label: str, gone: Sequence[EntityCorrection], new: Sequence[EntityCorrection]
    ) -> None:
        pairs: dict[str, tuple[Rule | None, Rule | None]] = {one.id: (one, None) for one in gone}
        pairs |= {one.id: (None, one) for one in new}
        with self._lock:
            self._changes.rules(label, pairs, {})
