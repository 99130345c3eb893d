"""The commands: each a few lines over Library. None but the app itself imports Textual."""

from reader.cli.root import main

__all__ = ["main"]
