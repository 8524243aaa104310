"""Motions that were lost, withdrawn, tied or put off, claimed as decided."""

import pytest
from making import verdict

from summarizer.schemas import Verdict


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "On selling the hall the vote was tied and the motion failed.", "sell the hall"),
        ("de", "Der Antrag, die Halle zu verkaufen, wurde mit 4 zu 5 Stimmen abgelehnt.", "die Halle verkaufen"),
        ("de", "Der Antrag, die Halle zu verkaufen, wurde zurückgezogen.", "die Halle verkaufen"),
        ("de", "Abstimmung über den Verkauf der Halle: 3 Ja, 5 Nein.", "Verkauf der Halle"),
        ("de", "Bei Stimmengleichheit kam der Verkauf der Halle nicht zustande.", "Verkauf der Halle"),
        ("fr", "La proposition de vendre la salle est retirée.", "vendre la salle"),
        ("fr", "La proposition de vendre la salle n'a pas recueilli la majorité.", "vendre la salle"),
        ("fr", "Le conseil émet un avis défavorable à la vente.", "La vente est approuvée"),
        ("fr", "Vente de la salle : 4 voix pour, 5 voix contre.", "vente de la salle"),
        ("es", "La moción de vender la sala fue retirada.", "vender la sala"),
        ("es", "Venta de la sala: 4 votos a favor, 5 en contra.", "venta de la sala"),
        ("it", "La proposta di vendere la sala è ritirata.", "vendere la sala"),
        ("it", "Il Consiglio esprime parere contrario alla vendita.", "La vendita è approvata"),
    ],
)
def test_what_was_lost_or_withdrawn_is_not_decided(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("de", "Der Verkauf der Halle wurde auf die nächste Sitzung verschoben.", "Verkauf der Halle"),
        ("fr", "La vente de la salle est reportée à la prochaine séance.", "vente de la salle"),
        ("es", "La venta de la sala queda aplazada.", "venta de la sala"),
        ("it", "La vendita della sala è rinviata.", "vendita della sala"),
    ],
)
def test_what_was_put_off_is_doubted(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.PARTLY


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "The motion to sell the hall was carried on the casting vote, as the vote was tied.", "sell the hall"),
        ("de", "Der Antrag, die Halle zu verkaufen, wurde mit 5 zu 4 Stimmen angenommen.", "die Halle verkaufen"),
        ("de", "Der Verkauf der Halle wurde vertagt.", "Der Verkauf der Halle wird vertagt"),
        ("de", "Der Antrag wurde zurückgezogen.", "Der Antrag ist zurückgezogen"),
        ("fr", "La réunion est reportée à mardi.", "réunion reportée à mardi"),
        ("fr", "La motion de vendre la salle est adoptée par 5 voix contre 4.", "vendre la salle"),
        ("es", "Venta de la sala: 5 votos a favor, 4 en contra.", "venta de la sala"),
        ("it", "La mozione di vendere la sala è approvata con 5 voti contro 4.", "vendere la sala"),
    ],
)
def test_what_was_carried_or_is_told_as_put_off_is_borne(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "text", "borne"),
    [
        ("The tram was deferred until May.", "the tram was deferred until May", True),
        ("The tram: tabled for a month.", "the tram tabled for a month", True),
        ("Vote result: a new bell for the tram.", "a new bell for the tram", True),
        ("Vote result: pending, a new bell for the tram.", "a new bell for the tram", False),
        ("A motion on the tram: tabled a plan in May.", "a motion on the tram was tabled", False),
        ("The tram was late again.", "the tram was postponed", False),
        ("The tram was deferred until May.", "the tram was bought", False),
    ],
)
def test_a_deferral_told_as_one_and_the_result_of_a_vote_are_decisions(line: str, text: str, borne: bool) -> None:
    assert (verdict(line, text) is Verdict.SUPPORTED) is borne


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "The motion to sell the hall was lost by 4 votes to 5.", "The motion to sell the hall failed by 4 votes to 5"),
        ("en", "The board turned down the request for a new hall.", "Rejection of the request for a new hall"),
        ("de", "Der Antrag, die Halle zu verkaufen, wurde abgelehnt.", "Ablehnung des Antrags, die Halle zu verkaufen"),
        ("fr", "La demande de vendre la salle a été rejetée.", "Rejet de la demande de vendre la salle"),
    ],
)  # fmt: skip
def test_a_refusal_that_is_told_by_a_noun_is_a_decision(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.SUPPORTED


def test_a_refusal_is_not_told_of_what_was_approved():
    assert verdict("The board approved the request for a new hall.", "Rejection of the request for a new hall") is (
        Verdict.CONTRADICTED
    )
