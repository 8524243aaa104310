"""Approval that is still to come."""

import pytest
from checks.telling import WHOLE, told
from making import decided, document, item

from summarizer.schemas import DraftDecision
from summarizer.support import check

TO_COME = [
    ("en", "It was agreed that the accounts would be approved at the next meeting.", "The accounts were approved"),
    ("en", "The accounts will be put to the assembly for approval.", "The assembly approved the accounts"),
    ("de", "Die Gebühren sollen in der Juli-Sitzung beschlossen werden.", "Die Gebühren wurden beschlossen"),
    ("de", "Der Plan wird dem Rat zur Genehmigung vorgelegt.", "Der Plan ist genehmigt"),
    ("fr", "Les comptes seront soumis à l'approbation de l'assemblée.", "Les comptes sont approuvés"),
    ("es", "El presupuesto será sometido a la aprobación de la asamblea.", "El presupuesto está aprobado"),
    ("it", "Il bilancio sarà sottoposto all'approvazione dell'assemblea.", "Il bilancio è approvato"),
]


@pytest.mark.parametrize(("language", "line", "text"), TO_COME)
def test_what_is_still_to_be_approved_is_not_approved(language: str, line: str, text: str) -> None:
    source = document(line, language=language)
    made = item("decisions", DraftDecision(text=text), source, line)
    check([made], source)
    assert made.refused is not None
    assert "still to come" in made.explanation
    assert told(f"{text}.", line, language=language) != WHOLE


def test_a_summary_that_says_so_itself_stands() -> None:
    line = "It was agreed that the accounts would be approved at the next meeting."
    assert told("The accounts will be approved at the next meeting.", line) == WHOLE


def test_what_is_approved_beside_what_is_to_come_stands() -> None:
    line = "The budget was approved and the accounts will be approved in May."
    assert decided(line, "The budget was approved")
