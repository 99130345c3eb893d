"""Whether the rules for English hold in a text."""

from reader.text.recognition.mentions.tokens import Tokens

# The commonest words that English does not share with its neighbours ("in", "a", "for" it does).
_ENGLISH = frozenset(
    "the of and to that is was with by from this it are has have said says his her he she they"
    " their not were be been which who would after against could first two into its".split()
)
_ENOUGH = 12  # words in lower case, before the text tells more than a guess would
_SHARE = 0.06  # of them; running English has 0.2 and more, Dutch or German under 0.04


def is_english(tokens: Tokens, language: str | None) -> bool:
    """Whether a text is English: as the caller says (ISO 639-1), else by its small words."""
    if language:
        return language.lower().startswith("en")
    lower = [word for word in tokens.words[:2000] if word.islower()]
    return len(lower) < _ENOUGH or sum(w in _ENGLISH for w in lower) >= _SHARE * len(lower)
