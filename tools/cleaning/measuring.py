"""How well a choice of segments does: F1 over runs of four words, as extractors are measured.

The measure is that of https://github.com/scrapinghub/article-extraction-benchmark: precision and
recall over four-word shingles, averaged over documents; F1 is that of the two means.
"""

from collections import Counter, defaultdict

from examples import Example

from reader.model import Role
from reader.text.cleaning.html import judge
from reader.text.cleaning.html.keep import worth_reading
from reader.text.cleaning.html.tokens import runs, words
from reader.text.cleaning.plain.looking import TextLook


def measured(documents: list[Example], likelihoods: list[list[float]]) -> str:
    """A line a set and form: documents, F1, precision, recall, share of perfect documents."""
    scores: dict[str, list[tuple[float | None, float, bool]]] = defaultdict(list)
    for document, likelihood in zip(documents, likelihoods, strict=True):
        name = f"{document.set:12} {document.form}"
        scores[name].append(score(document.body, chosen(document, likelihood)))
    return "\n".join(f"{name:28} {_line(found)}" for name, found in scores.items())


def chosen(document: Example, likelihoods: list[float]) -> str:
    """The article's text as Reader would give it with these likelihoods."""
    look = document.look
    if isinstance(look, TextLook):
        verdicts = look.verdicts(likelihoods)
    else:
        page = look.features(likelihoods)
        verdicts = judge(page, worth_reading(page), document.said)
    body = (text for text, v in zip(look.texts, verdicts, strict=True) if v.role is Role.BODY)
    return "\n\n".join(body)


def score(body: str, text: str) -> tuple[float | None, float, bool]:
    """Precision (None for silence), recall, and whether all words agree."""
    truth, said = words(body), words(text)
    wanted, given = Counter(runs(truth)), Counter(runs(said))
    both = sum((wanted & given).values())
    precision = both / sum(given.values()) if given else None
    return precision, both / sum(wanted.values()), truth == said


def _line(scores: list[tuple[float | None, float, bool]]) -> str:
    given = [precision for precision, _, _ in scores if precision is not None]
    precision = sum(given) / max(1, len(given))
    recall = sum(r for _, r, _ in scores) / len(scores)
    perfect = sum(same for _, _, same in scores) / len(scores)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{len(scores):4}  F1 {f1:.3f}  p {precision:.3f}  r {recall:.3f}  perfect {perfect:.2f}"
