"""Long alternations grouped by their first letters match what they match ungrouped."""

import re

import pytest

from summarizer.alternatives import any_of
from summarizer.engines.rules.sentences.encounters import MEETS, REPORTS


@pytest.mark.parametrize(
    "pattern", [MEETS, REPORTS, "met|meets?|(?:also |then )*agreed|(?:paid|made) (?:a|an) visit|c?overed"]
)
@pytest.mark.parametrize(
    "text",
    [
        "They met and then also AGREED; she Meets them, having made a visit to the mayor and covered it",
        "Hosted by nobody, he was also present, took the floor and called on the board, which overed",
        "Had several long meetings, sat down, gave a short briefing, and İstanbul was called at noon",
        "",
    ],
)
def test_grouping_changes_nothing_that_is_found(pattern: str, text: str) -> None:
    plain = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    grouped = re.compile(rf"\b{any_of(pattern)}\b", re.IGNORECASE)
    assert [found.span() for found in grouped.finditer(text)] == [found.span() for found in plain.finditer(text)]


def test_an_alternative_that_begins_with_no_letter_is_turned_down() -> None:
    with pytest.raises(ValueError, match="begins with no letter"):
        any_of(r"met|\d+ met")
