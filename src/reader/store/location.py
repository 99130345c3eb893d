"""Where the library is: one folder for the reader's own, one for what can be rebuilt."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.model import LibraryError

HOME_VARIABLE = "READER_HOME"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Location:
    """The places of a library. `cache` holds the index alone; without one, `home` holds all."""

    home: Path
    cache: Path | None = None

    @classmethod
    def find(cls, home: Path | None = None, environ: Mapping[str, str] = os.environ) -> "Location":
        """Where the reader's library is: `home`, else READER_HOME, else what the system uses."""
        if home is None and environ.get(HOME_VARIABLE):
            home = Path(environ[HOME_VARIABLE])
        if home is not None:
            return cls(home.expanduser().absolute())
        import platformdirs

        return cls(
            Path(platformdirs.user_data_dir("reader", appauthor=False)),
            Path(platformdirs.user_cache_dir("reader", appauthor=False)),
        )

    @property
    def notes(self) -> Path:
        """The reader's words."""
        return self.home / "notes.json"

    @property
    def backups(self) -> Path:
        """Rotated copies of the reader's words."""
        return self.home / "backups"

    @property
    def originals(self) -> Path:
        """Every source, as it came."""
        return self.home / "originals"

    @property
    def lock(self) -> Path:
        """What a Reader holds while it writes `notes`."""
        return self.home / "notes.lock"

    @property
    def index(self) -> Path:
        """The cache: safe to delete."""
        return (self.cache or self.home) / "index.sqlite"

    def create(self) -> None:
        """Make the folders, for their owner alone. Raises LibraryError where that cannot be."""
        for folder in (self.home, self.backups, self.originals, self.index.parent):
            try:
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            except OSError as error:
                raise LibraryError(
                    f"the library folder cannot be made ({error.strerror or error}); "
                    f"name another with --home DIR or {HOME_VARIABLE}",
                    str(folder),
                ) from error
        if not os.access(self.home, os.W_OK | os.X_OK):
            raise LibraryError(
                "the library folder cannot be written to; change its permissions, "
                f"or name another with --home DIR or {HOME_VARIABLE}",
                str(self.home),
            )
