"""The rules hold in seven languages and six layouts: the corpus of bench/cleaning."""

import sys
from pathlib import Path

import pytest

from reader.model import Role
from reader.text.cleaning import Cleaned, clean
from reader.text.cleaning.html.tokens import words

sys.path.insert(0, str(Path(__file__).parents[2] / "bench" / "cleaning"))
from corpus import Sample, samples

SAMPLES = list(samples())
TABLES = [sample for sample in SAMPLES if sample.name.endswith("old page")]
OTHERS = [sample for sample in SAMPLES if sample not in TABLES]


def told(cleaned: Cleaned) -> list[str]:
    kept = (b for b in cleaned.blocks if b.role is Role.BODY)
    return ["".join(words(cleaned.source_text[b.start : b.end])) for b in kept]


def meant(sample: Sample) -> list[str]:
    return ["".join(words(paragraph)) for paragraph in sample.body]


@pytest.mark.parametrize("sample", OTHERS, ids=lambda sample: sample.name)
def test_the_body_comes_out_and_nothing_else(sample: Sample) -> None:
    cleaned = clean(sample.source, sample.media_type)[0]
    assert told(cleaned) == meant(sample)
    assert cleaned.title == sample.title


@pytest.mark.parametrize("sample", TABLES, ids=lambda sample: sample.name)
def test_no_paragraph_of_a_page_laid_out_with_tables_is_lost(sample: Sample) -> None:
    assert set(meant(sample)) <= set(told(clean(sample.source, sample.media_type)[0]))


@pytest.mark.parametrize("sample", OTHERS, ids=lambda sample: sample.name)
def test_a_clean_article_stays_whole(sample: Sample) -> None:
    """Cleaning what cleaning gave sets nothing aside."""
    cleaned = clean(sample.source, sample.media_type)[0]
    kept = [b for b in cleaned.blocks if b.role is Role.BODY]
    text = "\n\n".join(cleaned.source_text[b.start : b.end].strip() for b in kept)
    assert "".join(told(clean(text, "text/plain")[0])) == "".join(meant(sample))
