"""What the whole library names and counts, to be looked at in lists."""

from datetime import date
from typing import TYPE_CHECKING

from reader.library.naming import Naming
from reader.model import EntityType
from reader.store import FigureSort, NameSort

if TYPE_CHECKING:
    from reader.store import FigureList, MentionList, NameList


class Across(Naming):
    """The part of `Library` that lists names, their mentions, figures and dates."""

    def today(self) -> date:
        """The reader's day, by the clock and the time zone of this machine."""
        return self._changes.now().astimezone().date()

    def names(self, words: str = "", sort: NameSort = NameSort.COUNT) -> "NameList":
        """Everybody and everything that is named, each once.

        `words` are beginnings of words in any of its names; `person`, `place` and so on stand for
        the type.
        """
        return self._store.index.names(words, sort)

    def mentions(self, name: str, kind: EntityType) -> "MentionList":
        """Every mention of one of them, newest article first."""
        return self._store.index.mentions(name, kind)

    def all_figures(self, typed: str = "", sort: FigureSort = FigureSort.NEWEST) -> "FigureList":
        """Every number and date that meets what is typed: `>1bn USD`, `1..5 percent tag:oil`.

        In the orders of dates, numbers typed are years and days: `2025..2026-03`. Raises
        InvalidQuery.
        """
        from reader.text.figurefilter import parse_figure_filter  # only paid for when used

        days = sort in (FigureSort.DAY, FigureSort.LATEST)
        asked = parse_figure_filter(typed, days=days)
        return self._store.index.figures(asked, sort, self.today())
