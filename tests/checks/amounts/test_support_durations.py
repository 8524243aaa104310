"""How often something comes about."""

import pytest
from making import checked, decided, document

from summarizer.schemas import DraftFollowUp, Strength, Verdict


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("It was agreed to meet every other week.", "meet every week"),
        ("It was agreed to meet twice a year.", "meet twice a month"),
        ("It was agreed to meet three times a year.", "meet twice a year"),
        ("It was agreed to publish the report annually.", "publish the report every month"),
        ("It was agreed to pay the dividend quarterly.", "pay the dividend monthly"),
        ("It was agreed to meet twice a year.", "meet twice weekly"),
    ],
)
def test_another_frequency_than_the_words_tell_is_refused(line: str, wrong: str) -> None:
    assert not decided(line, wrong)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("It was agreed to meet every two weeks.", "meet every other week"),
        ("It was agreed to meet every other week.", "meet fortnightly"),
        ("It was agreed to meet once a month.", "meet monthly"),
        ("It was agreed to meet twice a year.", "meet twice yearly"),
        ("It was agreed to meet three times a week.", "meet three times weekly"),
        ("It was agreed to inspect the boiler quarterly.", "inspect the boiler every three months"),
        ("It was agreed to inspect the boiler every Monday.", "inspect the boiler weekly"),
        ("It was agreed to publish the annual report in May.", "publish the report every year in May"),
        ("It was agreed to pay the wages monthly, and the tax quarterly.", "pay the tax quarterly"),
        ("It was agreed that each member pays 5 euros a month.", "each member pays 5 euros a month"),
    ],
)
def test_the_same_frequency_in_other_words_stands(line: str, right: str) -> None:
    assert decided(line, right)


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        (
            "de",
            "Wir werden die Pumpe alle zwei Wochen prüfen.",
            "die Pumpe jede Woche prüfen",
            "die Pumpe alle zwei Wochen prüfen",
        ),
        (
            "fr",
            "Nous allons contrôler la pompe tous les mois.",
            "contrôler la pompe toutes les semaines",
            "contrôler la pompe chaque mois",
        ),
        (
            "es",
            "Vamos a revisar la bomba una vez al mes.",
            "revisar la bomba cada semana",
            "revisar la bomba mensualmente",
        ),
        (
            "it",
            "Controlleremo la pompa due volte all'anno.",
            "controllare la pompa due volte al mese",
            "controllare la pompa due volte all'anno",
        ),
    ],
)
def test_frequencies_are_read_in_five_languages(language: str, line: str, wrong: str, right: str) -> None:
    source = document(line, language=language)
    bad, good = (
        checked("follow_ups", DraftFollowUp(action=action, strength=Strength.INTENDS), source, line)
        for action in (wrong, right)
    )
    assert bad.refused is not None
    assert good.refused is None
    assert good.support is not None
    assert good.support.verdict is Verdict.SUPPORTED


def test_a_frequency_that_the_words_do_not_tell_is_doubted() -> None:
    line = "I will check the boiler."
    claim = DraftFollowUp(action="check the boiler every week", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, document(("Ana", line)), line)
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY
    assert made.support.explanation == 'The quoted words do not say "every week".'
