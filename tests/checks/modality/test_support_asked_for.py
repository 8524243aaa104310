"""What is only asked for, in other languages than English."""

import pytest
from checks.telling import WHOLE, told


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        (
            "it",
            "Il Comune invita la cooperativa a presentare un progetto.",
            "La cooperativa ha presentato un progetto.",
            "Il Comune invita la cooperativa a presentare un progetto.",
        ),
        (
            "fr",
            "La mairie demande à l'association de fermer l'atelier.",
            "L'association ferme l'atelier.",
            "La mairie demande la fermeture de l'atelier.",
        ),
        (
            "es",
            "El puerto solicita al club retirar las boyas.",
            "El club ha retirado las boyas.",
            "El puerto solicita al club que retire las boyas.",
        ),
        (
            "de",
            "Frau Haas wird gebeten, beim Wasserwerk nachzufragen.",
            "Frau Haas hat beim Wasserwerk nachgefragt.",
            "Frau Haas wird gebeten, beim Wasserwerk nachzufragen.",
        ),
    ],
)
def test_what_is_asked_for_is_not_done(language: str, line: str, wrong: str, right: str) -> None:
    assert "where the quoted words say" in told(wrong, line, language=language)
    assert told(right, line, language=language) == WHOLE


def test_what_is_decided_may_be_told_as_done() -> None:
    line = "Le conseil décide de fermer l'atelier."
    assert told("Le conseil ferme l'atelier.", line, language="fr") == WHOLE
