"""Fit the learned step: a linear-chain CRF over the features of mentions/features.py.

    python tools/recognition/fit.py TRAIN_DIR [--out WEIGHTS] [--leave-out PREFIX,PREFIX]

Needs python-crfsuite, which Reader itself does not: what is fitted is written as plain integers,
and read by mentions/sequence.py. TRAIN_DIR holds the licensed texts of docs/data.md, a document a
line: {"id", "text", "ents": [[start, end, "PER"|"ORG"|"LOC"|…]]}, offsets in code points. The fit
has no random part: the same texts give the same weights. `--leave-out` keeps the documents whose
id begins so for measuring.
"""

import argparse
import json
from pathlib import Path

import pycrfsuite

from reader.model import EntityType
from reader.text.recognition.mentions.consistency import made_consistent
from reader.text.recognition.mentions.edges import tightened
from reader.text.recognition.mentions.features import OFFSETS, Places, of_word, stretches
from reader.text.recognition.mentions.rules import rule_spans
from reader.text.recognition.mentions.sequence import LABELS, LANE, SCALE, pack
from reader.text.recognition.mentions.spans import Span, Strength
from reader.text.recognition.mentions.tokens import Tokens, tokenise
from reader.text.recognition.mentions.zones import mark_zones

OUT = Path(__file__).parents[2] / "src/reader/text/recognition/mentions/data/weights.txt"
# Two smoothing terms, for few and small weights; chosen by leaving sites out.
SETTINGS = {"c1": 0.25, "c2": 0.08, "max_iterations": 100, "feature.minfreq": 2}
# Left out: cl_wnut, whose posts are not written as news is, and teach little that helps there.
SETS = "cl_btc cl_ewt_dev cl_wikigold gum_news silver_worldwide_dev uner_ewt_devtest".split()
TYPES = {"PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION, "LOC": EntityType.PLACE}
LEAST = 3  # a weight below 0.03 changes nothing


def main() -> None:
    """Read the texts, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--leave-out", default="")
    options = parser.parse_args()
    trainer = pycrfsuite.Trainer(verbose=False)
    left_out = tuple(filter(None, options.leave_out.split(",")))
    for path in sorted(options.train.glob("*.jsonl")):
        if path.stem not in SETS:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if not (left_out and document["id"].startswith(left_out)):
                add(trainer, document)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    model = str(options.out) + ".crfsuite"
    trainer.train(model)
    write(model, options.out)
    Path(model).unlink()


def add(trainer: pycrfsuite.Trainer, document: dict) -> None:
    """Give the trainer every stretch of a document with its labels."""
    tokens = tokenise(document["text"])
    mark_zones(tokens)
    rules = made_consistent(tokens, rule_spans(tokens))
    spans = tightened(tokens, gold_spans(tokens, document["ents"]))
    if document["ents"] and document["ents"][0][-1] == "silver":
        spans = cleaned(tokens, rules, spans)
    places, labels = Places(tokens, rules), labels_of(tokens, spans)
    for first, last in stretches(tokens):
        rows = [features(tokens, places, at) for at in range(first, last)]
        trainer.append(rows, labels[first:last])


def features(tokens: Tokens, places: Places, at: int) -> list[str]:
    """All features of a token, as the reader adds them up."""
    out = places.of(at)
    for offset in OFFSETS:
        if 0 <= at + offset < len(tokens):
            out += of_word(tokens.words[at + offset], offset)
    return out


def gold_spans(tokens: Tokens, entities: list) -> list[Span]:
    """The annotated people, organisations and places, as spans of tokens."""
    begin = {start: at for at, start in enumerate(tokens.starts)}
    until = {end: at + 1 for at, end in enumerate(tokens.ends)}
    return [
        Span(begin[start], until[end], TYPES[kind], Strength.LEARNED)
        for start, end, kind, *_ in entities
        if kind in TYPES and start in begin and end in until
    ]


def cleaned(tokens: Tokens, rules: list[Span], spans: list[Span]) -> list[Span]:
    """Mend a machine's labels: what is known beforehand, and one type a name, decide.

    A word alone is a person only where its document names one in full, or the rules agree.
    """
    known = {(s.first, s.last): s.type for s in rules if s.strength >= Strength.CONTEXT}
    full = {w for s in spans if s.last - s.first > 1 for w in tokens.words[s.first : s.last]}
    out = []
    for span in made_consistent(tokens, spans):
        kind = known.get((span.first, span.last), span.type)
        lone = span.last - span.first == 1 and tokens.words[span.first] not in full
        if kind == EntityType.PERSON and lone and (span.first, span.last) not in known:
            continue
        if kind in TYPES.values():
            out.append(span._replace(type=kind))
    return out


def labels_of(tokens: Tokens, spans: list[Span]) -> list[str]:
    """One label a token: B- at the first of a name, I- within, O elsewhere."""
    labels = ["O"] * len(tokens)
    marks = {kind: mark for mark, kind in TYPES.items()}
    for span in spans:
        labels[span.first : span.last] = [f"I-{marks[span.type]}"] * (span.last - span.first)
        labels[span.first] = f"B-{marks[span.type]}"
    return labels


def write(model: str, out: Path) -> None:
    """Write transitions, then a line a feature: the feature, a tab, its packed weights."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    info = tagger.info()
    index = {label: at for at, label in enumerate(LABELS)}
    rows: dict[str, list[int]] = {}
    for (feature, label), weight in info.state_features.items():
        rows.setdefault(feature, [0] * len(LABELS))[index[label]] = round(weight * SCALE)
    moves = [[0] * len(LABELS) for _ in LABELS]
    for (before, after), weight in info.transitions.items():
        moves[index[before]][index[after]] = round(weight * SCALE)
    head = ";".join(" ".join(map(str, row)) for row in moves)
    kept = sorted((f, w) for f, w in rows.items() if max(map(abs, w)) >= LEAST)
    assert max(max(map(abs, w)) for _, w in kept) * 40 < 2 ** (LANE - 1)
    body = "\n".join(f"{feature}\t{pack(weights):x}" for feature, weights in kept)
    out.write_text(head + "\n" + body + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
