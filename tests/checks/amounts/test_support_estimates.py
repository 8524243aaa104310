"""Amounts that are planned or estimated, told as spent."""

import pytest
from making import checked, document

from summarizer.schemas import DraftAgendaItem, Outcome


def _stands(line: str, summary: str, language: str) -> bool:
    source = document(line, language=language)
    claim = DraftAgendaItem(topic=line.split()[1], summary=summary, outcome=Outcome.INFORMED)
    return checked("agenda_items", claim, source, line).values["summary"] == summary


@pytest.mark.parametrize(
    ("language", "line", "spent", "foreseen"),
    [
        ("en", "The fence is budgeted at £9,000.", "The fence cost £9,000.", "The fence is budgeted at £9,000."),
        ("en", "The fence will cost about £9,000.", "The fence cost £9,000.", "The fence will cost £9,000."),
        ("de", "Der Zaun soll 9.000 Euro kosten.", "Der Zaun kostete 9.000 Euro.", "Der Zaun soll 9.000 Euro kosten."),
        (
            "fr",
            "La clôture est estimée à 9 000 euros.",
            "La clôture a coûté 9 000 euros.",
            "On estime la clôture à 9 000 euros.",
        ),
        (
            "es",
            "La valla está presupuestada en 9.000 euros.",
            "La valla costó 9.000 euros.",
            "La valla está presupuestada en 9.000 euros.",
        ),
        (
            "it",
            "La recinzione dovrebbe costare 9.000 euro.",
            "La recinzione è costata 9.000 euro.",
            "La recinzione dovrebbe costare 9.000 euro.",
        ),
    ],
)
def test_an_amount_that_is_only_foreseen_was_not_spent(language: str, line: str, spent: str, foreseen: str) -> None:
    assert not _stands(line, spent, language)
    assert _stands(line, foreseen, language)


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        ("The fence cost £9,000, and the gate is estimated at £400.", "The fence cost £9,000."),
        ("The fence was budgeted at £8,000 and cost £9,000.", "The fence cost £9,000."),
        ("The board paid £9,000 for the planned fence.", "The board paid £9,000 for the fence."),
    ],
)
def test_an_amount_that_was_spent_stays_so_beside_a_plan(line: str, summary: str) -> None:
    assert _stands(line, summary, "en")
