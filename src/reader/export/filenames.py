"""File names from titles, which every system takes and which stay in their folder."""

import re
import unicodedata
from collections.abc import Container

LONGEST_TITLE = 100  # characters, as Omnivore cut them
_LONGEST_BYTES = 200  # of the 255 that file systems take, with room for a number and a suffix

# Separators and wildcards of any system, controls, and what Obsidian cannot link to.
_UNWELCOME = re.compile(r'[/\\:*?"<>|#^\[\]\x00-\x1f\x7f\s]+')
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)


def safe_name(title: str, suffix: str, taken: Container[str] = ()) -> str:
    """A file name for a title that every system takes and that stays in its folder.

    `suffix` begins with a dot. `taken` holds names in use as `name_key` gives them, because most
    systems take “A” and “a” for one; a number makes the name another one.
    """
    stem = _stem(title)
    name, number = stem + suffix, 1
    while name_key(name) in taken:
        number += 1
        name = f"{stem} {number}{suffix}"
    return name


def name_key(name: str) -> str:
    """What two names have in common that are one file on some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _stem(title: str) -> str:
    stem = _UNWELCOME.sub(" ", unicodedata.normalize("NFC", title)).strip(" .-~")
    stem = stem[:LONGEST_TITLE].encode("utf-8", "ignore")[:_LONGEST_BYTES].decode("utf-8", "ignore")
    stem = stem.rstrip(" .\u200d") or "Untitled"
    return f"_{stem}" if _RESERVED.match(stem) else stem
