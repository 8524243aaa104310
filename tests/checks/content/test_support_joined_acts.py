"""One sentence on two things, of which one is decided."""

import pytest
from making import checked, decided, document

from summarizer.schemas import DraftAgendaItem, DraftDecision, Outcome

LINES = [
    (
        "en",
        "The plan was discussed and the minutes were approved.",
        "The plan was approved",
        "The minutes were approved",
    ),
    (
        "de",
        "Der Entwurf des Plans wird diskutiert und das Protokoll der letzten Sitzung genehmigt.",
        "Der Entwurf des Plans wurde genehmigt",
        "Das Protokoll der letzten Sitzung wurde genehmigt",
    ),
    (
        "fr",
        "Le conseil examine le projet et adopte le procès-verbal.",
        "Le projet est adopté",
        "Le procès-verbal est adopté",
    ),
    (
        "it",
        "Il consiglio discute il progetto e approva il verbale.",
        "Il progetto è approvato",
        "Il verbale è approvato",
    ),
]


@pytest.mark.parametrize(("language", "line", "wrong", "right"), LINES)
def test_the_one_is_not_decided_with_the_other(language: str, line: str, wrong: str, right: str) -> None:
    source = document(line, language=language)
    assert checked("decisions", DraftDecision(text=wrong), source, line).refused is not None
    assert decided(line, right, language)


def test_what_is_discussed_and_then_approved_is_approved() -> None:
    assert decided("The plan was discussed and then approved.", "The plan was approved")


def test_who_accepts_is_no_thing_that_is_decided() -> None:
    line = "The Commissioner invited the Mayor to Brussels in the spring, and the Mayor accepted."
    claim = DraftAgendaItem(
        topic="Visit", summary="Jan Roe accepted an invitation to Brussels in spring.", outcome=Outcome.DISCUSSED
    )
    source = document(line, "Mayor Jan Roe opened the meeting.")
    assert checked("agenda_items", claim, source, line).values["summary"] == claim.summary
