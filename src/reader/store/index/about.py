"""What the index says of itself: what of the library it has seen, by which rules and versions."""

import json

from reader.store.index.database import Database
from reader.store.index.packing import PACKING


class About:
    """The part of `Index` that is about the index."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def fresh(self) -> bool:
        """Whether it is still to be filled: from the first time it is opened to `mark_built`."""
        return self._said("built") == ""

    def mark_built(self) -> None:
        """Say that everything of the library is in the index now."""
        self._database.finish()
        self._say("packing", PACKING)
        self._say("built", "yes")
        self._database.forget_earlier()

    @property
    def notes_stamp(self) -> str:
        """Which content of the notes file is mirrored (`Notes.stamp`); "" when none."""
        return self._said("notes")

    @notes_stamp.setter
    def notes_stamp(self, stamp: str) -> None:
        self._say("notes", stamp)

    @property
    def rules(self) -> str:
        """Which site rules the articles are divided by, in the caller's own words; "" for none."""
        return self._said("rules")

    @rules.setter
    def rules(self, said: str) -> None:
        self._say("rules", said)

    @property
    def followed(self) -> str:
        """At which content of the notes articles followed all rules and corrections in them."""
        return self._said("followed")

    @followed.setter
    def followed(self, stamp: str) -> None:
        self._say("followed", stamp)

    @property
    def corrections(self) -> str:
        """Which corrections names follow, in the caller's own words; "" for none."""
        return self._said("corrections")

    @corrections.setter
    def corrections(self, said: str) -> None:
        self._say("corrections", said)

    @property
    def cleaner(self) -> str:
        """Which version of cleaning divided the articles, in the caller's own words; "" unknown."""
        return self._said("cleaner")

    @cleaner.setter
    def cleaner(self, said: str) -> None:
        self._say("cleaner", said)

    @property
    def originals(self) -> dict[str, str]:
        """Which content of the folders of originals was looked at (`Originals.stamps`)."""
        try:
            said = json.loads(self._said("originals") or "{}")
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}

    @originals.setter
    def originals(self, stamps: dict[str, str]) -> None:
        self._say("originals", json.dumps(stamps))

    @property
    def greeted(self) -> str:
        """The day on which the reader was last shown what is due."""
        return self._said("greeted")

    @greeted.setter
    def greeted(self, day: str) -> None:
        self._say("greeted", day)

    def _said(self, name: str) -> str:
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def _say(self, name: str, value: str) -> None:
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))
