"""Packages whose names are imported when somebody wants them, so that none pays for another.

Python asks a module's `__getattr__` for the names it does not have (PEP 562).
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any


def names_of(package: str, where: Mapping[str, Iterable[str]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: `where` says which module in it each name is from.

    A module whose name begins with `reader.` is another package, whose names it passes on.
    """
    homes = {name: _whole(package, module) for module, names in where.items() for name in names}

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return get


def _whole(package: str, module: str) -> str:
    return module if module.startswith("reader.") else f"{package}.{module}"
