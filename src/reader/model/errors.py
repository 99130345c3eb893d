"""The error tree. Each names its subject, and its text says what to do.

ReaderError
 ├── UsageError                 the reader asked for something that makes no sense
 │    ├── InvalidQuery          a query that cannot be parsed
 │    ├── UnknownArticle        no article of that name
 │    ├── AmbiguousReference    several articles of that name
 │    └── NothingFound          a quote that does not stand in the article
 ├── SourceError                a source could not be read
 │    ├── SourceTooLarge        … because it is larger than Reader takes
 │    └── ConversionError       … because no text could be made of it
 └── LibraryError               the library folder could not be read or written
      ├── LibraryBusy           another Reader holds the lock for too long
      ├── DamagedNotes          notes.json cannot be read as it is
      └── NotSaved              a change could not be written; it is still held in memory
           └── DiskFull         … because there is no room
"""


class ReaderError(Exception):
    """Anything Reader can explain. `subject` is what it is about; `str()` is `subject: message`."""

    def __init__(self, message: str, subject: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class UsageError(ReaderError):
    """The reader asked for something that makes no sense."""


class InvalidQuery(UsageError, ValueError):
    """A query that cannot be parsed; `at` is where, in code points."""

    def __init__(self, message: str, subject: str | None = None, at: int = 0) -> None:
        super().__init__(message, subject)
        self.at = at


class UnknownArticle(UsageError, LookupError):
    """No article of that id, address or title."""


class AmbiguousReference(UsageError, LookupError):
    """Several articles answer to that name."""


class NothingFound(UsageError, LookupError):
    """A passage that does not stand in the article."""


class SourceError(ReaderError):
    """A source could not be read."""


class SourceTooLarge(SourceError):
    """A source is larger than Reader takes."""


class ConversionError(SourceError):
    """No text could be made of a source."""


class LibraryError(ReaderError):
    """The library folder could not be read or written."""


class LibraryBusy(LibraryError):
    """Another Reader holds the lock for too long."""


class DamagedNotes(LibraryError):
    """`notes.json` cannot be read as it is."""


class NotSaved(LibraryError):
    """A change could not be written; it is still held in memory."""


class DiskFull(NotSaved):
    """A change could not be written because there is no room."""
