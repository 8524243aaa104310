"""Exceptions that a claim leaves out."""

import pytest
from making import verdict

from summarizer.schemas import Verdict


@pytest.mark.parametrize(
    ("language", "line", "without", "whole"),
    [
        (
            "en",
            "It was resolved to close the road except on Sundays.",
            "close the road",
            "close the road except on Sundays",
        ),
        (
            "en",
            "It was agreed to paint all flats, with the exception of the attic.",
            "paint the flats",
            "paint all flats except the attic",
        ),
        (
            "de",
            "Es wurde beschlossen, die Straße mit Ausnahme der Sonntage zu sperren.",
            "die Straße sperren",
            "die Straße mit Ausnahme der Sonntage sperren",
        ),
        (
            "fr",
            "Il a été décidé de fermer la route, sauf le dimanche.",
            "fermer la route",
            "fermer la route, sauf le dimanche",
        ),
    ],
)
def test_a_rule_without_its_exception_is_borne_only_partly(language: str, line: str, without: str, whole: str) -> None:
    assert verdict(line, without, language) is Verdict.PARTLY
    assert verdict(line, whole, language) is Verdict.SUPPORTED


def test_the_exception_to_another_rule_is_none_to_this_one() -> None:
    line = "It was agreed to sell the van and to close the road except on Sundays."
    assert verdict(line, "sell the van") is Verdict.SUPPORTED
