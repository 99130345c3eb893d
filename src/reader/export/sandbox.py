"""Jinja, fenced in: nothing a template says can reach a file, an object's insides or all memory.

Imports Jinja, and so is itself imported only where something is rendered.
"""

from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment

OURS = "reader"
"""What Reader's own templates are called by, when a reader's has the same name: `reader/NAME`."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates of one format are read: the reader's folder first, then Reader's own."""

    intercepted_binops = frozenset(["*", "**"])

    def __init__(self, folder: Path | None, *, autoescape: bool) -> None:
        super().__init__(
            loader=_loader(folder),
            autoescape=autoescape,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**`, but for what would fill the memory. Raises SecurityError."""
        if operator == "**" or _product(left, right) > MAX_RANGE:
            raise SecurityError(f"{operator} makes too much of it")
        return super().call_binop(context, operator, left, right)


def _product(left: Any, right: Any) -> int:
    """How long a text or a list would be after a multiplication; 0 where it is of numbers."""
    for many, times in ((left, right), (right, left)):
        if hasattr(many, "__len__") and isinstance(times, int):
            return len(many) * times
    return 0


def _loader(folder: Path | None) -> BaseLoader:
    ours = PackageLoader("reader.export", "templates")
    # an editor on Windows may put a byte order mark in front
    theirs = [FileSystemLoader(folder, encoding="utf-8-sig")] if folder else []
    return ChoiceLoader([*theirs, ours, PrefixLoader({OURS: ours})])
