"""Exceptions that a claim leaves out."""

import pytest
from making import checked, document, verdict

from summarizer.schemas import DraftAgendaItem, Outcome, Verdict


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


@pytest.mark.parametrize(
    ("language", "line", "without", "whole"),
    [
        ("en", "All shops close early except the bakery.", "All shops close early.", "All shops but the bakery close early."),
        ("fr", "Tous les magasins sauf la boulangerie ferment tôt.", "Tous les magasins ferment tôt.", "Tous les magasins sauf la boulangerie ferment tôt."),
        ("es", "Todas las tiendas menos la panadería cierran pronto.", "Todas las tiendas cierran pronto.", "Todas las tiendas cierran pronto, menos la panadería."),
        ("it", "Tutti i negozi tranne il forno chiudono presto.", "Tutti i negozi chiudono presto.", "Tutti i negozi chiudono presto tranne il forno."),
        ("de", "Alle Läden bis auf die Bäckerei schließen früh.", "Alle Läden schließen früh.", "Alle Läden bis auf die Bäckerei schließen früh."),
    ],
)  # fmt: skip
def test_a_summary_that_tells_of_all_names_the_exception(language: str, line: str, without: str, whole: str) -> None:
    def found(summary: str) -> Verdict | None:
        claim = DraftAgendaItem(topic=line.split()[2], summary=summary, outcome=Outcome.INFORMED)
        support = checked("agenda_items", claim, document(line, language=language), line).support
        return support.verdict if support else None

    assert found(without) is Verdict.PARTLY
    assert found(whole) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "line", "without", "whole"),
    [
        ("en", "The board approved the plan in part: the pool was left out.", "The plan was approved", "The plan was approved in part"),
        ("de", "Der Rat stimmt dem Plan teilweise zu.", "Der Rat stimmt dem Plan zu", "Der Rat stimmt dem Plan zum Teil zu"),
        ("fr", "Le conseil adopte en partie le programme.", "Le conseil adopte le programme", "Le conseil adopte partiellement le programme"),
        ("es", "La junta aprueba en parte el programa.", "La junta aprueba el programa", "La junta aprueba parcialmente el programa"),
        ("it", "Il consiglio accoglie in parte la richiesta.", "Il consiglio accoglie la richiesta", "Il consiglio accoglie parzialmente la richiesta"),
    ],
)  # fmt: skip
def test_what_is_decided_in_part_is_not_decided_as_a_whole(language: str, line: str, without: str, whole: str) -> None:
    assert verdict(line, without, language) is Verdict.PARTLY
    assert verdict(line, whole, language) is Verdict.SUPPORTED


def test_what_is_done_partly_for_a_reason_is_done() -> None:
    line = "It was agreed to close the pool, partly because of the costs."
    assert verdict(line, "close the pool") is Verdict.SUPPORTED
