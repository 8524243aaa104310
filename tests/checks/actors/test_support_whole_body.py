"""What one of those who meet holds, told of all."""

import pytest
from checks.telling import WHOLE, told


@pytest.mark.parametrize(
    ("language", "line", "wrong", "who", "right"),
    [
        (
            "en",
            "Romania held that the cost lay with the operator.",
            "The group held that the cost lies with the operator.",
            "Romania",
            "Romania held that the cost lies with the operator.",
        ),
        (
            "de",
            "Gemeinderat Brandl hält den Damm für sicherer.",
            "Der Gemeinderat hält den Damm für sicherer.",
            "Gemeinderat Brandl",
            "Brandl hält den Damm für sicherer.",
        ),
        (
            "fr",
            "Mme Roche s'est dite opposée à tout emprunt.",
            "Le conseil est opposé à tout emprunt.",
            "Mme Roche",
            "Mme Roche est opposée à tout emprunt.",
        ),
        (
            "it",
            "Ada Conti teme il rumore.",
            "L'assemblea teme il rumore.",
            "Ada Conti",
            "Ada Conti teme il rumore.",
        ),
    ],
)
def test_one_is_not_the_body(language: str, line: str, wrong: str, who: str, right: str) -> None:
    assert told(wrong, line, language=language).startswith(f'The quoted words say it of "{who}", not of the whole')
    assert told(right, line, language=language) == WHOLE


def test_an_office_of_the_document_is_one_of_them() -> None:
    lines = "El tesorero es partidario de cobrar entrada.", "Asisten: Elena Ruiz (presidenta), Tomás Vega (tesorero)."
    found = told("La junta es partidaria de cobrar entrada.", *lines, language="es", quotes=1)
    assert found.startswith('The quoted words say it of "El tesorero"')


@pytest.mark.parametrize(
    "line",
    [
        "It was agreed to buy the pump.",
        "The committee, as Ms Roe said, prefers the pump.",
        "Ms Roe moved to buy the pump; carried.",
    ],
)
def test_what_the_body_does_itself_is_its_own(line: str) -> None:
    assert "not of the whole" not in told("The committee prefers to buy the pump.", line)
