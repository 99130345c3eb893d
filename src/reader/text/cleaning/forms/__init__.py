"""Forms of news within an article's text: footnotes, corrections, live reports, interviews.

They only say more exactly what a block is that is read already, but for the times of a live
report, which are put back. The text of the article stays what it was.
"""

from dataclasses import replace

from reader.model import Block, Role
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.families import is_a
from reader.text.cleaning.forms.entries import entries
from reader.text.cleaning.forms.footnotes import footnotes
from reader.text.cleaning.forms.interviews import interview
from reader.text.cleaning.forms.passages import Forms, Passage, passages
from reader.text.cleaning.segments import Verdict

__all__ = ["formed"]

_CORRECTION = Verdict(Role.CORRECTION, "correction or update")


def formed(one: Cleaned) -> Cleaned:
    """The same article, its blocks told apart by the forms that are in it."""
    among = passages(one)
    text = [passage for passage in among if passage.read]
    found = {
        **interview(text),
        **entries(among),
        **_corrections(text),
        **footnotes(text),
    }
    if not found:
        return one
    said = (_told(block, found.get(at)) for at, block in enumerate(one.blocks))
    return replace(one, blocks=tuple(said))


def _corrections(text: list[Passage]) -> Forms:
    return {one.at: _CORRECTION for one in text if is_a(one.text, "correction")}


def _told(block: Block, verdict: Verdict | None) -> Block:
    if verdict is None:
        return block
    return replace(block, role=verdict.role, kept=True, reason=verdict.reason)
