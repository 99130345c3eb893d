"""Direct quotations and who speaks in them.

Three plain steps: `passages` finds what stands in quotation marks, `frames` the words beside it
that say who speaks, `speakers` whom those words mean among the people and bodies that are named.
"""

from reader.model import Mention, Quotation
from reader.text.recognition.quotations.passages import passages
from reader.text.recognition.quotations.speakers import attributed

__all__ = ["find_quotations"]


def find_quotations(text: str, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """Find the direct quotations of a text; offsets are code points into `text`, in order, apart.

    A few words in quotation marks count only where somebody is said to say them; `speaker` is the
    name of an entity, None where the text does not say who speaks, or could mean two.
    """
    return attributed(text, passages(text), mentions)
