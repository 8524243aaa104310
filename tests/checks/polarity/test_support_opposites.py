"""Verbs that say the opposite of the quoted ones, of one thing; and those that only stand beside it."""

import pytest
from making import decided


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("extend the contract", "cancel the contract"),
        ("renew the lease", "terminate the lease"),
        ("continue the treatment", "stop the treatment"),
        ("bring the vote forward", "postpone the vote"),
        ("install the lamp", "remove the lamp"),
        ("widen the path", "narrow the path"),
        ("promote the officer", "demote the officer"),
        ("affirm the judgment", "reverse the judgment"),
    ],
)
def test_the_opposite_of_what_is_decided_is_refused(one: str, other: str) -> None:
    assert not decided(f"It was agreed to {one}.", other)
    assert not decided(f"It was agreed to {other}.", one)
    assert decided(f"It was agreed to {one}.", one)


@pytest.mark.parametrize(
    ("language", "opening", "one", "other"),
    [
        ("de", "Es wurde beschlossen, den Vertrag zu", "verlängern", "kündigen"),
        ("de", "Es wurde beschlossen, das Haus zu", "kaufen", "verkaufen"),
        ("fr", "Le conseil a décidé de", "prolonger le contrat", "résilier le contrat"),
        ("it", "Il consiglio ha deciso di", "comprare il terreno", "vendere il terreno"),
        ("es", "El consejo ha decidido", "prorrogar el contrato", "rescindir el contrato"),
    ],
)
def test_other_languages_have_opposites_too(language: str, opening: str, one: str, other: str) -> None:
    thing = opening.split(", ")[-1].removesuffix(" zu") + " " if language == "de" else ""
    assert not decided(f"{opening} {one}.", f"{thing}{other}", language)
    assert not decided(f"{opening} {other}.", f"{thing}{one}", language)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was agreed to cancel the order and extend the contract.", "extend the contract"),
        ("It was agreed to remove the old lamp and install a new one.", "install a new lamp"),
        ("It was agreed to postpone the item and bring the vote forward.", "postpone the item"),
        ("It was agreed to put off the fair until June.", "postpone the fair until June"),
        ("It was agreed to renew the lease, which ends in May.", "extend the lease"),
    ],
)
def test_an_opposite_of_another_thing_or_beside_the_same_verb_refutes_nothing(line: str, text: str) -> None:
    assert decided(line, text)


@pytest.mark.parametrize(
    ("language", "line", "right", "wrong"),
    [
        ("en", "It was agreed to phone the landlord.", "ring the landlord", "write to the landlord"),
        (
            "en",
            "It was agreed to let the barn to the choir.",
            "lease the barn to the choir",
            "sell the barn to the choir",
        ),
        ("en", "It was agreed to repair the pump.", "fix the pump", "replace the pump"),
        ("de", "Der Vorstand beschließt, die Scheune zu vermieten.", "die Scheune vermieten", "die Scheune verkaufen"),
        ("de", "Der Vorstand beschließt, den Vermieter anzurufen.", "den Vermieter anrufen", "dem Vermieter schreiben"),
        ("fr", "Le conseil décide d'appeler le notaire.", "appeler le notaire", "écrire au notaire"),
        ("es", "La junta acordó alquilar el granero.", "alquilar el granero", "vender el granero"),
        ("it", "Il consiglio ha deciso di riparare la pompa.", "riparare la pompa", "sostituire la pompa"),
    ],
)
def test_of_deeds_that_a_thing_takes_one_of_no_other_is_told(language: str, line: str, right: str, wrong: str) -> None:
    assert decided(line, right, language)
    assert not decided(line, wrong, language)


def test_two_deeds_that_the_words_name_of_one_thing_may_both_be_told():
    line = "It was agreed to phone the landlord and to write to the landlord."
    assert decided(line, "write to the landlord")
    assert decided(line, "phone the landlord")
