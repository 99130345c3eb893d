"""Templates: Reader's own, and the reader's in place of them.

A template gets the values of `views.py` and answers with text. What goes wrong in a reader's
template is theirs to mend, so it is told by file and line; what goes wrong in ours is a defect.
Jinja is loaded when the first template is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export.faults import fault
from reader.export.filters import filters_for
from reader.export.flavours import Flavour
from reader.export.views import View

if TYPE_CHECKING:
    from jinja2 import Template

    from reader.export.sandbox import Sandbox

LONGEST = 64 * 2**20  # characters that a template may write for one article

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Templates:
    """The templates of a library: those in the reader's folder, then Reader's own.

    The folder need not be there. Raises UsageError, from whatever renders, for a template of the
    reader's that cannot be used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder.absolute() if folder else None
        self._sandboxes: dict[tuple[str, Flavour], Sandbox] = {}

    def body(self, name: str, view: View, flavour: Flavour = Flavour.OBSIDIAN) -> str:
        """What the template makes of an article, with one line end behind it."""
        values = {**view, "flavour": str(flavour)}
        return "".join(self._rendered(name, values, flavour)).strip("\n") + "\n"

    def digest(
        self,
        name: str,
        views: Iterable[View],
        flavour: Flavour = Flavour.OBSIDIAN,
        title: str = "Reader",
    ) -> Iterator[str]:
        """What the template makes of several articles, each with its `body`, as it goes."""
        return self._rendered(name, {"title": title, "flavour": str(flavour)}, flavour, views)

    def _rendered(
        self, name: str, values: View, flavour: Flavour, views: Iterable[View] = ()
    ) -> Iterator[str]:
        room = LONGEST
        ours: Exception | None = None

        def counted() -> Iterator[View]:
            """The articles, each of which makes room; an error in one is not the template's."""
            nonlocal room, ours
            try:
                for view in views:
                    room += LONGEST
                    yield view
            except Exception as error:
                ours = error
                raise

        template = self._template(name, flavour)
        try:
            for piece in template.generate(values, articles=counted()):
                room -= len(piece)
                if room < 0:
                    raise OverflowError("it writes without end")
                yield _CONTROLS.sub("", piece)
        except Exception as error:
            told = None if error is ours else fault(error, self._folder, name)
            if told is None:
                raise
            raise told from error

    def _template(self, name: str, flavour: Flavour) -> "Template":
        try:
            return self._sandbox(name, flavour).get_template(name)
        except Exception as error:
            told = fault(error, self._folder, name)
            if told is None:
                raise
            raise told from error

    def _sandbox(self, name: str, flavour: Flavour) -> "Sandbox":
        format = name.removesuffix(".jinja").rpartition(".")[2]
        if (format, flavour) not in self._sandboxes:
            from reader.export.sandbox import Sandbox

            sandbox = Sandbox(self._folder, autoescape=format == "html")
            sandbox.filters.update(filters_for(format, flavour))
            self._sandboxes[format, flavour] = sandbox
        return self._sandboxes[format, flavour]


@cache
def own_templates() -> Templates:
    """Reader's own templates and no others."""
    return Templates()
