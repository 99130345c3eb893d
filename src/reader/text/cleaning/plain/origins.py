"""Words that the origin of a text puts around it, as data: `origins.toml`."""

from reader.text.cleaning.wordlists import wordlists

words_of = wordlists("reader.text.cleaning.plain", "origins.toml")
"""The words of one origin and kind, in small letters."""
