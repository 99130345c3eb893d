"""What the origin of a text leaves in it, as it is found: lines that belong to no article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.text.cleaning.plain.lines import Line
from reader.text.cleaning.segments import Verdict


@dataclass(slots=True)
class Asides:
    """What was found, by where lines begin.

    `verdicts`: why a line is set aside. `labels`: how many code points of a line's words are a
    label, such as “Subject: ”, that is not read; such a line stands alone. `links`: the numbers of
    the links that a list of addresses has. `headings`: the lines that are marked as headings.
    """

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    links: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)

    def set_aside(self, lines: Iterable[Line], verdict: Verdict) -> None:
        """Set lines aside, but for those that are already."""
        for line in lines:
            self.verdicts.setdefault(line.start, verdict)

    def __contains__(self, line: Line) -> bool:
        """Whether a line says nothing about how the others are wrapped."""
        return line.start in self.verdicts or line.start in self.labels
