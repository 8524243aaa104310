"""Which of several is meant, in several languages, and where the words name both."""

import pytest
from making import checked, decided, document

from summarizer.schemas import DraftAgendaItem, Outcome


@pytest.mark.parametrize(
    ("language", "line", "right", "wrong"),
    [
        ("de", "Es wurde beschlossen, den zweiten Schacht zu öffnen.", "den zweiten Schacht öffnen", "den ersten Schacht öffnen"),
        ("fr", "Il a été décidé d'ouvrir le deuxième puits.", "ouvrir le deuxième puits", "ouvrir le premier puits"),
        ("es", "Se acordó abrir el segundo pozo.", "abrir el segundo pozo", "abrir el primer pozo"),
        ("it", "È stato deciso di aprire il secondo pozzo.", "aprire il secondo pozzo", "aprire il primo pozzo"),
    ],
)  # fmt: skip
def test_a_thing_is_not_told_with_another_number_of_its_row(language: str, line: str, right: str, wrong: str) -> None:
    assert decided(line, right, language)
    assert not decided(line, wrong, language)


def _summary(line: str, summary: str) -> str | None:
    claim = DraftAgendaItem(topic="dredging", summary=summary, outcome=Outcome.INFORMED)
    found: str | None = checked("agenda_items", claim, document("# Dredging", line), line).values["summary"]
    return found


def test_of_two_that_are_numbered_each_keeps_what_its_clause_tells():
    line = "Stage two of the dredging begins in spring; stage one lasted all summer."
    assert _summary(line, "Stage one of the dredging begins in spring.") is None
    assert _summary(line, "The second stage of the dredging begins in spring.") is not None
    assert _summary(line, "The first stage of the dredging lasted all summer.") is not None
