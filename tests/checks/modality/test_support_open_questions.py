"""What is only asked, or left open, is not so."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftAgendaItem, DraftDecision, Outcome

HEARING = document(
    "Minister, is the dredging contract signed?",
    "We are not sure that we need a freeze of the code.",
    "The contract is signed, isn't it?",
    "Not yet.",
)


@pytest.mark.parametrize(
    ("summary", "quotes", "doubted"),
    [
        ("The dredging contract is signed.", ["is the dredging contract signed?"], True),
        ("The minister was asked if the dredging contract is signed.", ["is the dredging contract signed?"], False),
        ("The dredging contract is signed.", ["The contract is signed, isn't it?"], False),
        ("The dredging contract is signed.", ["is the dredging contract signed?", "The contract is signed"], False),
        ("A freeze of the code is needed.", ["not sure that we need a freeze of the code"], True),
    ],
)
def test_a_summary_of_what_is_only_asked_is_doubted(summary: str, quotes: list[str], doubted: bool) -> None:
    made = checked(
        "agenda_items",
        DraftAgendaItem(topic=quotes[0], summary=summary, outcome=Outcome.DISCUSSED),
        HEARING,
        *quotes,
    )
    assert made.support is not None
    assert (made.support.explanation == "The quoted words leave that open.") is doubted


def test_a_decision_that_the_words_leave_open_is_doubted() -> None:
    made = checked("decisions", DraftDecision(text="a freeze of the code"), HEARING, "not sure that we need a freeze")
    assert made.support is not None
    assert made.support.explanation == "The quoted words leave that open."


@pytest.mark.parametrize(
    ("language", "lines", "summary"),
    [
        ("en", ("Are we using a rubber case, or", "We haven't decided yet."), "They are using a rubber case."),
        ("en", ("Does it have to be counted by machine?", "By machine or not?"), "It must be counted by machine."),
        ("en", ("Should we go on with this in the old form.",), "They go on with this in the old form."),
        ("it", ("Si discute se vietare le biciclette nel cortile.",), "Le biciclette sono vietate nel cortile."),
    ],
)
def test_a_question_that_goes_on_or_breaks_off_is_one(language: str, lines: tuple[str, ...], summary: str) -> None:
    assert told(summary, *lines, language=language) == "The quoted words leave that open."


def test_what_was_put_off_may_be_told_so() -> None:
    line = "Si discute se vietare le biciclette; la decisione è rinviata."
    claim = DraftAgendaItem(
        topic="Biciclette", summary="La decisione sulle biciclette è rinviata.", outcome=Outcome.DEFERRED
    )
    support = checked("agenda_items", claim, document(line, language="it"), line).support
    assert support is not None
    assert support.explanation == WHOLE
