"""Decisions by consent: a chair asks whether a body is content, or whether anybody objects."""

import pytest
from making import checked, document

from summarizer.schemas import DraftDecision

LANE = "close the lane"


def stands(question: str, answer: str, *, who: str = "CHAIR", text: str = LANE) -> bool:
    source = document("The lane by the mill was discussed.", ("CHAIR", question), (who, answer))
    made = checked("decisions", DraftDecision(text=text), source, question, answer)
    return made.refused is None and made.support is not None and made.support.verdict == "supported"


@pytest.mark.parametrize("answer", ["Yes.", "Okay, thank you.", "Agreed."])
def test_a_chair_says_the_yes_of_those_who_nod(answer: str) -> None:
    assert stands("Is the committee content to close the lane?", answer)


@pytest.mark.parametrize("who", ["CHAIR", "Mr HALE"])
@pytest.mark.parametrize("answer", ["No.", "None.", "Hearing none, it is closed."])
def test_no_is_the_consent_to_a_question_for_objections(who: str, answer: str) -> None:
    assert stands("Are there any objections to closing the lane?", answer, who=who)
    assert stands("Does anybody object to our closing the lane?", answer, who=who)


@pytest.mark.parametrize(
    ("question", "answer", "text"),
    [
        ("Are there any objections to closing the lane?", "Yes, I object.", LANE),
        ("Does anybody object to our closing the lane?", "I do.", LANE),
        ("Is the committee content to close the lane?", "No.", LANE),
        ("Is the committee content to close the lane?", "That is another matter.", LANE),
        ("Is the committee content to close the lane?", "Yes.", "sell the mill"),
    ],
)
@pytest.mark.parametrize("who", ["CHAIR", "Mr HALE"])
def test_without_consent_nothing_is_decided(question: str, answer: str, text: str, who: str) -> None:
    assert not stands(question, answer, who=who, text=text)
