"""Promises to stop something, and statements that are disowned, against claims that tell them as promises to do it."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import (
    Claim,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    Outcome,
    RejectionReason,
    Strength,
    Verdict,
)

STOP = "Norway agreed to stop financing the militia."


def _checked(kind: str, claim: Claim, said: str) -> Item:
    source = document(said, "The delegations met for two hours in the town hall.")
    return checked(kind, claim, source, said)


def promised(said: str, action: str) -> Item:
    return _checked("commitments", DraftCommitment(action=action, strength=Strength.AGREED), said)


def decided(said: str, text: str) -> Item:
    return _checked("decisions", DraftDecision(text=text), said)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        (STOP, "finance the militia"),
        (STOP, "to finance the militia"),
        ("Norway agreed to refrain from financing the militia.", "finance the militia"),
        ("Norway agreed to stop all direct financing of the militia.", "finance the militia"),
        ("Norway agreed to avoid raising the fees.", "raise the fees"),
        ("Norway agreed to cancel the purchase of the tanks.", "purchase the tanks"),
        ("Norway agreed to abandon the drilling in the bay.", "drill in the bay"),
        ("Norway agreed to put an end to drilling in the bay.", "drill in the bay"),
        ("Norway agreed that the financing of the militia is halted.", "finance the militia"),
    ],
)
def test_a_promise_to_stop_does_not_bear_the_promise_to_do_it(said: str, action: str) -> None:
    assert promised(said, action).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    "action",
    [
        "stop financing the militia",
        "no longer finance the militia",
        "not finance the militia",
        "end the financing of the militia",
        "cease to finance the militia",
        "refrain from financing the militia",
        "withdraw its financing of the militia",
        "cut off the financing of the militia",
    ],
)
def test_what_is_stopped_may_be_told_in_any_words_that_say_so(action: str) -> None:
    made = promised(STOP, action)
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED
    assert decided(STOP, f"Norway will {action}").refused is None


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("Norway agreed to stop financing the militia and to finance the police.", "finance the police"),
        ("Norway, which had stopped financing the militia, agreed to finance the militia again.", "finance the militia again"),
        ("Norway agreed to avoid further delays in financing the hospital.", "finance the hospital on time"),
        ("Norway agreed to cancel the debt of Somalia.", "debt relief for Somalia"),
        ("Norway agreed to reopen the abandoned drilling site in the bay.", "reopen the drilling site in the bay"),
        ("By the end of the year Norway agreed to finance the militia.", "finance the militia"),
        ("Norway agreed to close the road to trucks.", "stop trucks using the road"),
        ("Norway did not deny that it agreed to open the port.", "open the port"),
        ("Norway denied that it had lied and agreed to open the port.", "open the port"),
    ],
)  # fmt: skip
def test_what_only_stands_beside_a_stop_is_borne(said: str, action: str) -> None:
    made = promised(said, action)
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("Norway agreed to finance the militia.", "stop financing the militia"),
        ("Norway agreed to finance the militia.", "refrain from financing the militia"),
        ("Norway agreed to purchase the tanks.", "cancel the purchase of the tanks"),
    ],
)
def test_a_promise_to_do_something_does_not_bear_the_promise_to_stop_it(said: str, action: str) -> None:
    assert promised(said, action).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    "said",
    [
        "It was denied that Norway agreed to open the port.",
        "Rumours that Norway agreed to open the port are false.",
        "It is not true that Norway agreed to open the port.",
        "The minister dismissed reports that Norway agreed to open the port.",
        "The minister denied the claim that Norway agreed to open the port.",
    ],
)
def test_what_the_words_call_untrue_bears_nothing(said: str) -> None:
    assert promised(said, "open the port").refused is RejectionReason.CONTRADICTED
    assert decided(said, "Norway agreed to open the port").refused is RejectionReason.CONTRADICTED
    assert decided(said, said).refused is not RejectionReason.CONTRADICTED  # though it is no decision


def test_a_charge_that_was_dismissed_tells_that_it_was() -> None:
    said = "The board dismissed the allegation of fraud against Ms Berg."
    assert decided(said, "Ms Berg is cleared of fraud").refused is None


def test_what_one_sentence_calls_untrue_and_another_says_is_borne() -> None:
    said = "It was denied that Norway agreed to open the port.", "In the end Norway agreed to open the port."
    source = document(*said)
    made = checked("commitments", DraftCommitment(action="open the port", strength=Strength.AGREED), source, *said)
    assert made.refused is None


def test_a_topic_may_name_what_is_stopped_and_its_summary_may_not_affirm_it() -> None:
    def summed_up(summary: str) -> Item:
        claim = DraftAgendaItem(topic="Financing of the militia", summary=summary, outcome=Outcome.DECIDED)
        return _checked("agenda_items", claim, STOP)

    true, false = (
        summed_up("Norway will end its financing of the militia"),
        summed_up("Norway will finance the militia"),
    )
    assert true.refused is false.refused is None
    assert true.values["summary"] is not None
    assert false.values["summary"] is None


def test_an_end_of_which_something_is_on_is_not_put_to_it() -> None:
    said = "Hale will set up the accounts on her end tomorrow."
    claim = DraftCommitment(action="set up the accounts", due="tomorrow", strength=Strength.INTENDS)
    assert _checked("commitments", claim, said).values["due"] == "tomorrow"
