"""Votes that were not of all, what is only allowed or agreed in principle, and answers that put off."""

import pytest
from making import checked, decided, document, item, verdict

from summarizer.schemas import DraftAgendaItem, DraftCommitment, DraftDecision, Outcome, Strength, Verdict
from summarizer.support import check


@pytest.mark.parametrize(
    ("language", "line", "text", "stands"),
    [
        ("en", "The grant was approved by a majority, Bob Lee dissenting.", "The grant was approved unanimously", False),
        ("en", "The grant was approved with one abstention.", "The grant was unanimously approved", False),
        ("en", "The grant was approved by 5 votes to 4.", "The grant was approved unanimously", False),
        ("en", "The grant was approved by 5 votes to 0.", "The grant was approved unanimously", True),
        ("de", "Der Zuschuss wurde mit drei Gegenstimmen beschlossen.", "Der Zuschuss wurde einstimmig beschlossen", False),
        ("de", "Der Zuschuss wurde einstimmig bei zwei Enthaltungen beschlossen.", "Der Zuschuss wurde einstimmig beschlossen", True),
        ("en", "The grant was approved with no abstentions.", "The grant was approved unanimously", True),
        ("en", "The Board agreed that the Chair could sign the lease.", "the Chair must sign the lease", False),
        ("en", "The Board agreed that the Chair could sign the lease.", "the Chair may sign the lease", True),
    ],
)  # fmt: skip
def test_a_vote_of_some_is_not_unanimous_and_what_is_allowed_no_duty(
    language: str, line: str, text: str, stands: bool
) -> None:
    assert decided(line, text, language) == stands


def test_that_all_agreed_is_doubted_where_the_words_do_not_say_so() -> None:
    assert verdict("The board approved the grant.", "The grant was approved unanimously") is Verdict.PARTLY
    assert verdict("All members approved the grant.", "The grant was approved unanimously") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [("lease the barn", Verdict.PARTLY), ("agree in principle to lease the barn", Verdict.SUPPORTED)],
)
def test_what_was_agreed_in_principle_is_no_plain_decision(text: str, expected: Verdict) -> None:
    line = "It was agreed in principle to lease the barn."
    source = document(line)
    made = item("decisions", DraftDecision(text=text), source, line)
    check([made], source)
    assert made.support is not None
    assert made.support.verdict is expected


def answered(question: str, answer: str, action: str, by: str) -> Verdict | None:
    source = document(("CHAIR", question), ("Mr HALE", answer))
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = item("commitments", claim, source, question, answer)
    check([made], source)
    return made.support.verdict if made.support else None


def test_an_answer_that_puts_off_does_not_take_on_what_was_asked() -> None:
    ask = "Can you share the annex with us?"
    assert answered(ask, "I'll take that away.", "share the annex", "Mr HALE") is not Verdict.SUPPORTED
    assert answered(ask, "Yes, I'll do that.", "share the annex", "Mr HALE") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("answer", "stands"),
    [("We keep it on, I say.", True), ("We do not keep it.", False), ("That is a good point.", False)],
)
def test_an_answer_that_takes_up_the_act_is_not_held_down_by_the_question(answer: str, stands: bool) -> None:
    source = document("Should we keep the ferry on the list?", answer)
    claim = DraftDecision(text="keep the ferry on the list")
    made = checked("decisions", claim, source, answer, "Should we keep the ferry on the list?")
    assert (made.refused is None) is stands
    if stands:
        assert made.support is not None
        assert made.support.verdict is Verdict.PARTLY


VOTE = (
    "Ms Beasley moved to adopt Ordinance No. 17.",
    "Roll call: Ayes: Alcala, Beasley.",
    "Noes: Nair, Hutchins, Whitcomb.",
    "Motion failed 2-3.",
)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Ordinance No. 17 was approved 3-2.", True),
        ("Ordinance No. 17 was adopted.", True),
        ("to adopt Ordinance No 17", True),
        ("Ordinance No. 17 failed 2-3.", False),
    ],
)
def test_no_before_a_number_negates_nothing(text: str, refused: bool) -> None:
    made = checked("decisions", DraftDecision(text=text), document(*VOTE), *VOTE)
    assert (made.refused is not None) is refused


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("The budget passed 5-4.", "The budget was voted down 5-4."),
        ("The proposal passed.", "The proposal was not carried."),
    ],
)
def test_a_summary_does_not_pass_what_was_voted_down(summary: str, line: str) -> None:
    claim = DraftAgendaItem(topic=summary.split()[1], summary=summary, outcome=Outcome.DECIDED)
    assert checked("agenda_items", claim, document(line), line).values["summary"] is None
