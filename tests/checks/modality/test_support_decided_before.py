"""What an earlier meeting decided is no decision of this one."""

import pytest
from making import checked, document

from summarizer.schemas import DraftDecision, RejectionReason


def doubted(language: str, line: str, text: str) -> bool:
    """Whether a decision is refused as one of the past, or doubted as such."""
    made = checked("decisions", DraftDecision(text=text), document(line, language=language), line)
    assert made.support is not None
    told = made.support.explanation.startswith("The words tell of an earlier decision")
    return told or made.refused is RejectionReason.TOO_WEAK


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "At an earlier meeting where we resolved to sell the barge, Ann took an action.", "Sell the barge."),
        ("de", "Und damals hat der Vorstand beschlossen, den Kahn zu verkaufen.", "Den Kahn verkaufen."),
        ("de", "In der letzten Sitzung wurde beschlossen, den Kahn zu verkaufen.", "Den Kahn verkaufen."),
        ("fr", "La précédente réunion avait décidé de vendre la péniche.", "Vendre la péniche."),
        ("es", "En la asamblea anterior se decidió vender la barca.", "Vender la barca."),
        ("it", "Nella seduta precedente si è deciso di vendere la barca.", "Vendere la barca."),
    ],
)
def test_a_decision_of_an_earlier_meeting_is_doubted(language: str, line: str, text: str) -> None:
    assert doubted(language, line, text)


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "The minutes of the last meeting were approved.", "The minutes of the last meeting are approved."),
        ("en", "It was resolved to sell the barge.", "Sell the barge."),
        ("de", "Das Protokoll der letzten Sitzung wurde genehmigt.", "Das Protokoll ist genehmigt."),
        ("es", "Se decidió vender la barca.", "Vender la barca."),
    ],
)
def test_a_decision_of_this_meeting_is_not(language: str, line: str, text: str) -> None:
    assert not doubted(language, line, text)
