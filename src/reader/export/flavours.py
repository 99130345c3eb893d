"""Who reads the Markdown that leaves: apps that disagree on properties, tags and blocks."""

from enum import StrEnum


class Flavour(StrEnum):
    """What a Markdown note is written for."""

    OBSIDIAN = "obsidian"  # YAML front matter; #tags-with-hyphens
    LOGSEQ = "logseq"  # `key:: value` lines; everything in bullets; #[[tags with spaces]]
    PLAIN = "plain"  # YAML front matter; tags as they are, and nothing for one app alone
