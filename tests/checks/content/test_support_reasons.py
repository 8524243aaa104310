"""The reason of another act, where the own one stands beside it."""

import pytest
from checks.telling import WHOLE, told

OTHER = "The quoted words give another reason for it"


@pytest.mark.parametrize(
    ("language", "lines", "wrong", "right"),
    [
        (
            "en",
            ("Ms Roe found the plan too dear.", "Mr Lind withdrew the motion because the deadline had passed."),
            "Mr Lind withdrew the motion because the plan was too dear.",
            "Mr Lind withdrew the motion because the deadline had passed.",
        ),
        (
            "en",
            ("The hall was closed, as it had no heating.", "The fair lost money due to the rain."),
            "The fair lost money because the hall had no heating.",
            "The fair lost money because of the rain.",
        ),
        (
            "en",
            ("The pump is old, so we shut the lower basin.", "The fish died of a fungus."),
            "We shut the lower basin because the fish died.",
            "We shut the lower basin because the pump is old.",
        ),
        (
            "de",
            ("Die Kosten sind wegen der Pumpe gestiegen, die Spenden kamen vom Kreis.",),
            "Die Kosten sind wegen der Spenden gestiegen.",
            "Die Kosten sind wegen der Pumpe gestiegen.",
        ),
        (
            "fr",
            ("Le loyer a augmenté.", "Mme Roy refuse le devis parce que les délais sont trop longs."),
            "Mme Roy refuse le devis parce que le loyer a augmenté.",
            "Mme Roy refuse le devis parce que les délais sont longs.",
        ),
        (
            "it",
            ("La ditta chiede 9.000 euro.", "La consigliera è contraria alla ditta perché consegna in ritardo."),
            "La consigliera è contraria alla ditta perché chiede 9.000 euro.",
            "La consigliera è contraria alla ditta perché consegna in ritardo.",
        ),
        (
            "es",
            ("El puerto cerró en mayo.", "La cuota no sube debido al aumento de socios."),
            "La cuota no sube debido al cierre del puerto.",
            "La cuota no sube debido al aumento de socios.",
        ),
    ],
)
def test_an_act_keeps_its_own_reason(language: str, lines: tuple[str, ...], wrong: str, right: str) -> None:
    assert told(wrong, *lines, language=language).startswith(OTHER)
    assert told(right, *lines, language=language) == WHOLE


def test_a_reason_that_the_next_sentence_gives_is_one() -> None:
    lines = "The board did not buy the van.", "The price had doubled."
    assert told("The board did not buy the van because the price had doubled.", *lines) == WHOLE


def test_a_reason_from_elsewhere_in_the_document_is_another() -> None:
    lines = "Of the crates, nine were sent back because of missing papers.", "The plaice suffers from pollution."
    assert told("Nine crates were sent back because of pollution.", *lines, quotes=1).startswith(OTHER)
    assert told("Nine crates were sent back owing to incomplete documents.", *lines, quotes=1) == WHOLE


@pytest.mark.parametrize(
    ("language", "lines", "wrong", "right"),
    [
        (
            "fr",
            ("Le déficit vient de la hausse du loyer.", "Les ventes ont baissé."),
            "Le déficit est dû aux ventes.",
            "Le déficit est dû au loyer.",
        ),
        (
            "es",
            ("La cosecha bajó a causa de la sequía.", "La mosca del olivo preocupa."),
            "La cosecha bajó por culpa de la mosca.",
            "La cosecha bajó por culpa de la sequía.",
        ),
        (
            "it",
            ("La perdita è dovuta al gas.", "Gli affitti sono aumentati."),
            "La perdita dipende dagli affitti.",
            "La perdita dipende dal gas.",
        ),
        (
            "de",
            ("Die Ernte sank infolge der Dürre.", "Die Fliege macht Sorgen."),
            "Die Ernte sank wegen der Fliege.",
            "Die Ernte sank wegen der Dürre.",
        ),
    ],
)
def test_other_words_for_a_reason_are_read_too(language: str, lines: tuple[str, ...], wrong: str, right: str) -> None:
    assert told(wrong, *lines, language=language).startswith(OTHER)
    assert told(right, *lines, language=language) == WHOLE
