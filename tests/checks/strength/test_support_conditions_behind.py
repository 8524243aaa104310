"""Conditions that stand in the next sentence or turn: the promise hangs on them all the same."""

import pytest
from making import Line, checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftDecision, Strength, Verdict


def promised(*lines: Line, action: str = "extend the loan", by: str = "The bank", language: str = "en") -> Item:
    """What becomes of a promise that rests on the first line."""
    source = document(*lines, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    return checked("commitments", claim, source, source.line_text(1))


@pytest.mark.parametrize(
    ("behind", "condition"),
    [
        ("But only if the county matches it.", "only if the county matches it"),
        ("Unless the county objects.", "Unless the county objects"),
        ("This depends on the audit.", "This depends on the audit"),
        ("It is subject to a clean audit.", "subject to a clean audit"),
        ("The only condition is a clean audit.", "The only condition is a clean audit"),
    ],
)
def test_a_promise_hangs_on_the_condition_behind_it(behind: str, condition: str) -> None:
    made = promised("The bank will extend the loan.", behind)
    assert made.values["strength"] is Strength.CONDITIONAL
    assert made.values["condition"] == condition


@pytest.mark.parametrize(
    "behind",
    [
        "If the audit is clean, it will also lower the rate.",
        "The condition of the road was noted.",
        "Before then, there are two fairs.",
        "It depends on its members for funds.",
        "Will it, if the county objects?",
    ],
)
def test_what_else_stands_behind_a_promise_leaves_it_firm(behind: str) -> None:
    made = promised(("Liz", "The bank will extend the loan."), ("Liz", behind))
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("between", ["No strings?", "Great."])
def test_a_short_turn_of_another_may_stand_between(between: str) -> None:
    lines = ("Liz", "We will lend the tent."), ("Tom", between), ("Liz", "Only if the board agrees.")
    made = promised(*lines, action="lend the tent", by="Liz")
    assert made.values["condition"] == "Only if the board agrees"


def test_the_condition_of_another_turn_that_goes_on_is_of_that_turn() -> None:
    lines = (
        ("Liz", "We will lend the tent."),
        ("Tom", "I will lend you the stove for the whole week."),
        ("Liz", "If you must."),
    )
    assert promised(*lines, action="lend the tent", by="Liz").values["condition"] is None


def test_other_languages_set_conditions_behind() -> None:
    german = "Die Bank verlängert den Kredit.", "Voraussetzung ist eine saubere Prüfung."
    french = "La banque prolongera le prêt.", "Encore faut-il que l'audit soit bon."
    made = promised(*german, action="den Kredit verlängern", by="Die Bank", language="de")
    assert made.values["strength"] is Strength.CONDITIONAL
    made = promised(*french, action="prolonger le prêt", by="La banque", language="fr")
    assert made.values["strength"] is Strength.CONDITIONAL


def test_a_decision_is_borne_only_partly_without_its_condition() -> None:
    source = document("It was agreed to sell the hut.", "This is subject to the consent of the bank.")
    made = checked("decisions", DraftDecision(text="sell the hut"), source, source.line_text(1))
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY
