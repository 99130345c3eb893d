"""Words beside the names of those who write, and beside the time, as data: `signatures.toml`."""

from reader.text.cleaning.wordlists import wordlists

words_of = wordlists("reader.text.cleaning.plain", "signatures.toml")
"""The words of a section and a name in it, in small letters."""
