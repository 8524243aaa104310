"""The rungs that sentences reach."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from summarizer.ladder import read
from summarizer.schemas import Strength

SENTENCES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("ladder_sentences.toml").read_text(encoding="utf-8")
)
LABELLED = [
    (language, None if rung == "none" else Strength(rung), sentence)
    for language, rungs in SENTENCES.items()
    for rung, sentences in rungs.items()
    for sentence in sentences
]


def _height(strength: Strength | None) -> int | None:
    """Place on the ladder; None for the two rungs that stand beside it."""
    return -1 if strength is None else strength.rung


def _too_high(language: str) -> list[str]:
    wrong = []
    for code, expected, sentence in LABELLED:
        got = read(sentence, language).strength if code == language else expected
        if got == expected:
            continue
        high, low = _height(got), _height(expected)
        binds = got is not None and got.binds
        if (high is None and (expected is None or not expected.binds)) or (low is None and binds and high is not None) or (high is not None and low is not None and high - low >= 2):
            wrong.append(f"{sentence} -> {got}, not {expected}")
    return wrong


def _macro_f1(language: str) -> float:
    hits: Counter[Strength | None] = Counter()
    given: Counter[Strength | None] = Counter()
    wanted: Counter[Strength | None] = Counter()
    for code, expected, sentence in LABELLED:
        if code == language:
            got = read(sentence, language).strength
            given[got] += 1
            wanted[expected] += 1
            hits[got] += got == expected
    return sum(2 * hits[rung] / (given[rung] + wanted[rung]) for rung in wanted) / len(wanted)


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert sum(code == "en" for code, _, _ in LABELLED) >= 200


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_no_sentence_is_read_two_rungs_too_high(language: str) -> None:
    assert _too_high(language) == []


def test_english_sentences_are_read_right() -> None:
    assert _macro_f1("en") >= 0.95
