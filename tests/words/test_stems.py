"""The light stems by which words are compared."""

import pytest

from summarizer.words.stems import stem


@pytest.mark.parametrize(
    "words",
    [
        "renew renewed renewal renewals",
        "finance finances financed financing",
        "balance balancing",
        "assist assistance",
        "discuss discusses discussed discussion",
        "process processes processed",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len(set(map(stem, words.split()))) == 1


def test_a_short_word_keeps_its_end() -> None:
    assert stem("finance") != stem("fins")
