"""What went wrong in a reader's template: where, why, and what to do."""

from pathlib import Path

from reader.model import UsageError
from reader.text.canonical import canonical_line

_LONGEST = 300  # characters of what Jinja says, which may hold the template's own text
_UNREADABLE = (OSError, UnicodeDecodeError)


def fault(error: Exception, folder: Path | None, name: str) -> UsageError | None:
    """The error for the reader; None where it did not come out of a template of theirs.

    `name` is the template that was asked for, which may have included others.
    """
    if folder is None:
        return None
    path, line = _place(error, folder)
    if path is None and isinstance(error, (*_UNREADABLE, OverflowError)):
        path = folder / name  # it could not even be read, or all of it is too much
    if path is None or not path.is_file():
        return None
    where = canonical_line(f"{path}, line {line}" if line else str(path))
    why = canonical_line(_why(error))[:_LONGEST].rstrip(".")
    return UsageError(f"{why}; correct it there, or take the file away: Reader has its own", where)


def _place(error: Exception, folder: Path) -> tuple[Path | None, int]:
    """The innermost line of a template of the reader's: Jinja puts them into the traceback."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError) and error.filename:
        path = Path(error.filename)
        return (path, error.lineno) if path.is_relative_to(folder) else (None, 0)
    found: tuple[Path | None, int] = (None, 0)
    trace = error.__traceback__
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(folder):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _why(error: Exception) -> str:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    match error:
        case TemplateNotFound():
            return f"there is no template {error}"
        case TemplateSyntaxError():
            return error.message or "it is no template"
        case RecursionError():
            return "the template includes itself without end"
        case MemoryError():
            return "the template needs more memory than there is"
        case UnicodeDecodeError():
            return "the template is not in UTF-8"
        case OSError():
            return f"the template could not be read ({error.strerror or error})"
    return str(error) or type(error).__name__
