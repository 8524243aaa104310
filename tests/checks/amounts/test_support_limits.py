"""Steps, limits and shares in words of several languages: what is turned round is refused, what is left out is doubted."""

import pytest
from checks.telling import WHOLE, told
from making import decided, verdict

from summarizer.schemas import Verdict


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "It was agreed to cut the staff by nine.", "cut the staff to nine"),
        ("en", "It was agreed to cut the staff to nine.", "cut the staff by nine"),
        ("en", "It was agreed to spend under £500.", "spend over £500"),
        ("en", "All but one of the members agreed to the sale.", "All of the members agreed to the sale"),
        ("en", "Nearly all of the members agreed to the sale.", "All of the members agreed to the sale"),
        ("de", "Der Vorstand beschließt, den Beitrag um 5 Euro zu erhöhen.", "den Beitrag auf 5 Euro erhöhen"),
        ("de", "Der Vorstand beschließt, bis zu 500 Euro auszugeben.", "mindestens 500 Euro ausgeben"),
        ("fr", "Le conseil décide d'augmenter le tarif de 5 euros.", "augmenter le tarif à 5 euros"),
        ("fr", "Le conseil décide de dépenser au moins 500 euros.", "dépenser au plus 500 euros"),
        ("es", "La junta acuerda gastar como máximo 500 euros.", "gastar al menos 500 euros"),
        ("es", "La junta acuerda subir la cuota en 5 euros.", "subir la cuota a 5 euros"),
        ("it", "Il consiglio delibera di spendere almeno 500 euro.", "spendere al massimo 500 euro"),
        ("it", "Il consiglio delibera di aumentare la quota di 5 euro.", "aumentare la quota a 5 euro"),
    ],
)
def test_a_step_a_limit_or_a_whole_that_is_turned_round_is_refused(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "It was agreed to repay half of the deposits.", "repay the deposits"),
        ("en", "It was agreed to sell a third of the land.", "sell the land"),
        ("en", "It was agreed to repay some of the deposits.", "repay the deposits"),
        ("de", "Der Vorstand beschließt, mindestens 500 Euro auszugeben.", "500 Euro ausgeben"),
        ("fr", "Le conseil décide de verser jusqu'à 500 euros.", "verser 500 euros"),
    ],
)
def test_a_limit_or_a_share_that_is_left_out_is_doubted(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.PARTLY


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "It was agreed to raise the fee from five pounds to nine.", "raise the fee to nine pounds"),
        ("en", "It was agreed to sell half of the land.", "sell half the land"),
        ("en", "It was agreed to paint the hall as part of the repair of the roof.", "paint the hall with the repair of the roof"),
        ("en", "It was agreed to buy some of the chairs and all of the tables.", "buy the tables"),
        ("en", "It was agreed that all but the treasurer should sign.", "all but the treasurer should sign"),
        ("en", "It was agreed to keep the hall open for over three hours.", "keep the hall open for three hours"),
        ("de", "Der Vorstand beschließt, den Beitrag von 40 auf 45 Euro zu erhöhen.", "den Beitrag auf 45 Euro erhöhen"),
        ("de", "Der Vorstand beschließt, höchstens 500 Euro auszugeben.", "bis zu 500 Euro ausgeben"),
        ("fr", "Le conseil décide de porter le tarif de 5 à 9 euros.", "porter le tarif à 9 euros"),
        ("it", "Il consiglio delibera di aumentare la quota di 5 euro.", "aumentare di 5 euro la quota"),
    ],
)  # fmt: skip
def test_the_same_step_limit_or_share_in_other_words_is_borne(language: str, line: str, text: str) -> None:
    assert verdict(line, text, language) is Verdict.SUPPORTED


@pytest.mark.parametrize(("step", "stands"), [("less", False), ("more", True)])
def test_a_step_is_told_the_way_it_goes(step: str, stands: bool) -> None:
    line = "It was agreed to spend 5,000 euros more than planned on the pier."
    assert decided(line, f"spend 5,000 euros {step} than planned on the pier") is stands


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("It was agreed to spend at least £500.", "spend £500 at most", "spend £500 or more"),
        ("It was agreed to spend at most £500.", "spend £500 or more", "spend £500 at most"),
        ("The hall is shut from 3 May.", "The hall is shut until 3 May", "The hall is shut from 3 May"),
        ("It was agreed to send the data from the survey by 3 May.", "send the data after 3 May", "send the data by 3 May"),
        ("It was agreed that the fee remains at 40 euros.", "the fee is raised to 40 euros", "the fee stays at 40 euros"),
        ("The fee rises to 40 euros.", "the fee stays at 40 euros", "The fee rises to 40 euros"),
    ],
)  # fmt: skip
def test_a_limit_behind_its_number_and_a_day_on_either_side_are_read(line: str, wrong: str, right: str) -> None:
    assert verdict(line, wrong) is Verdict.CONTRADICTED
    assert verdict(line, right) is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        ("de", "Beschlossen wurde, den Beitrag von 20 auf 25 Euro anzuheben.", "den Beitrag um 25 Euro anheben", "den Beitrag auf 25 Euro anheben"),
        ("es", "Se acordó subir la cuota de 20 a 25 euros.", "La cuota sube 25 euros", "La cuota sube a 25 euros"),
    ],
)  # fmt: skip
def test_a_level_is_no_step_however_the_verb_is_written(language: str, line: str, wrong: str, right: str) -> None:
    assert not decided(line, wrong, language)
    assert decided(line, right, language)


def test_cannot_until_is_not_before() -> None:
    line = "Blackwater could not start before September."
    assert told("Blackwater cannot start until September.", line) == WHOLE
    assert told("Blackwater must start by September.", line) != WHOLE


def test_what_got_up_to_a_number_reached_it() -> None:
    assert told("The part reached 90 degrees on the bench.", "On the bench the part got up to 90 degrees.") == WHOLE
    assert told("The part bears 90 degrees on the bench.", "On the bench the part bears up to 90 degrees.") != WHOLE
