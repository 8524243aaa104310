"""A phrase that the quoted words negate is not told without its negation, in other languages than English either."""

import pytest
from checks.telling import told
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength

DENIED = "The quoted words deny it: "


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("de", "Die Stadt wird die Leitung nicht vor Herbst 2026 erneuern.", "Die Stadt erneuert die Leitung vor Herbst 2026."),
        ("de", "Für das Büro ist es besser, und niemand in der Halle verliert etwas.", "In der Halle verliert jemand etwas."),
        ("fr", "Cette décision ne relève pas de Tours mais de Blois.", "Cette décision relève de Tours."),
        ("it", "La decisione non spetta al sindaco ma al consiglio.", "La decisione spetta al sindaco."),
    ],
)  # fmt: skip
def test_a_summary_without_the_negation_is_doubted(language: str, line: str, summary: str) -> None:
    assert told(summary, line, language=language) != "The quoted words support it."


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("de", "Die Stadt wird die Leitung nicht vor Herbst 2026 erneuern.", "Die Stadt will nicht vor Herbst 2026 erneuern."),
        ("de", "Nicht nur die Halle, auch das Büro wird gestrichen.", "Die Halle und das Büro werden gestrichen."),
        ("es", "No solo los socios, también los vecinos pueden entrar.", "Los socios y los vecinos pueden entrar."),
    ],
)  # fmt: skip
def test_a_summary_that_keeps_it_is_not(language: str, line: str, summary: str) -> None:
    assert not told(summary, line, language=language).startswith(DENIED)


def promised(action: str, line: str) -> str:
    claim = DraftCommitment(action=action, by="Elena Soto", strength=Strength.INTENDS)
    support = checked("commitments", claim, document(line, language="es"), line).support
    assert support is not None
    return support.explanation


def test_what_somebody_does_not_offer_is_no_promise() -> None:
    line = "Elena Soto se ofreció a organizar la carrera, pero no la cena."
    assert promised("organizar la cena", line) == f'{DENIED}"no la cena".'
    assert promised("organizar la carrera", line) == "The quoted words support it."


@pytest.mark.parametrize(
    ("language", "line", "summary"),
    [
        ("de", "Weder das Zelt noch die Musik ist bestellt.", "Das Zelt ist bestellt, die Musik noch nicht."),
        (
            "fr",
            "L'assurance ne couvre ni le vitrage ni les outils.",
            "L'assurance couvre le vitrage, mais pas les outils.",
        ),
    ],
)
def test_neither_of_two_is_one_of_them(language: str, line: str, summary: str) -> None:
    found = told(summary, line, language=language)
    assert found.startswith("The quoted words deny it") or found == "The claim affirms what the quoted words negate."
