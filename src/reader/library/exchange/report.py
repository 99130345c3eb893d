"""What is answered when another library was taken in."""

from dataclasses import dataclass

from reader.model import ReaderError


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came of another library: the ids of new articles, and what was said of any.

    `annotations` counts those that were not there before; `changed` says whether the notes are
    other than they were in any way. What could not be read is in `failed`; the rest was taken.
    """

    articles: tuple[str, ...] = ()
    annotations: int = 0
    changed: bool = False
    templates: int = 0
    failed: tuple[ReaderError, ...] = ()
    cancelled: bool = False

    def __str__(self) -> str:
        if not (self.articles or self.changed or self.templates):
            return "Nothing new: all of it is here already"
        said = [_counted(len(self.articles), "new article")]
        if self.annotations:
            said.append(_counted(self.annotations, "new highlight or note", "s and notes"))
        elif self.changed:
            said.append("what was said of articles merged")
        if self.templates:
            said.append(_counted(self.templates, "template"))
        return ", ".join(said)


def _counted(number: int, what: str, many: str = "s") -> str:
    plural = what.replace(" or note", "") + many
    return f"{number:,} {what if number == 1 else plural}"
