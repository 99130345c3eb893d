"""Writing so that it is either all there or not at all, whatever happens meanwhile."""

import errno
import glob
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.model import DiskFull, NotSaved

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
_PRIVATE = 0o600
_TICK = 1_000  # nanoseconds: above the resolution of ext4, APFS and NTFS


def write_durably(path: Path, data: bytes, *, after_ns: int = 0) -> os.stat_result:
    """Put `data` at `path` in one step, on disk when this returns; what was written, as a stat.

    The old file stays whole until the new one is. The time of the new one is later than
    `after_ns` (nanoseconds since 1970), so that a change shows however coarse the file system's
    clock is. A symbolic link is written through, not replaced. Raises DiskFull or NotSaved.
    """
    path = Path(os.path.realpath(path))
    new = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.new")
    with not_saved(path):
        try:
            written = _write(new, data, after_ns)
            new.replace(path)
            sync_folder(path.parent)
        finally:
            _discard(new)
    return written


def sync_folder(folder: Path) -> None:
    """See that the names in a folder are on disk, where the system can do that."""
    if os.name == "nt":
        return  # Windows opens no folders; its file systems keep names in a journal
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def remove_leftovers(path: Path) -> None:
    """Remove what a killed process left of writing `path`; only while no other can write it."""
    path = Path(os.path.realpath(path))
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        leftover.unlink(missing_ok=True)


@contextmanager
def not_saved(path: Path) -> Iterator[None]:
    """Say what an OSError means for the reader: DiskFull or NotSaved, naming `path`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(
                "there is no room left on the disk, so the change is not saved; "
                "make room and try again",
                str(path),
            ) from error
        raise NotSaved(
            f"the change could not be saved ({error.strerror or error})", str(path)
        ) from error


def _write(path: Path, data: bytes, after_ns: int) -> os.stat_result:
    # O_BINARY is Windows' own: without it, "\n" would be written as two bytes.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _PRIVATE), "wb") as file:
        file.write(data)
        file.flush()
        if after_ns and path.stat().st_mtime_ns <= after_ns:
            os.utime(path, ns=(after_ns + _TICK, after_ns + _TICK))
        os.fsync(file.fileno())
    return path.stat()


def _discard(path: Path) -> None:
    with suppress(OSError):  # replaced, or never made
        path.unlink()
