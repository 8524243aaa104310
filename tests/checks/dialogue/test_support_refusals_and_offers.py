"""Refusals whose "no" stands with the object or the subject, offers that are accepted, assurances, and agreed terms."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, RejectionReason, Strength, Verdict


def bound(action: str, by: str, strength: Strength, *lines: str, quote: str = "") -> Item:
    source = document(*lines)
    claim = DraftCommitment(action=action, by=by, strength=strength)
    return checked("commitments", claim, source, *([quote] if quote else [line for line in lines if line]))


def is_supported(made: Item) -> bool:
    return made.support is not None and made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "action", "by"),
    [
        ("The bank will make no further loans to the port.", "make further loans to the port", "The bank"),
        ("The bank said it would make no further loans.", "make further loans", "The bank"),
        ("The ministry will take no action against the port.", "take action against the port", "The ministry"),
        ("We will sign nothing today, said Ms Salt.", "sign anything today", "We"),
        ("No surcharge will be levied by Hask Ltd.", "levy a surcharge", "Hask Ltd"),
        ("Under no circumstances will the bank extend the loan.", "extend the loan", "the bank"),
    ],
)
def test_who_will_do_none_of_it_refuses(line: str, action: str, by: str) -> None:
    assert is_supported(bound(action, by, Strength.DENIED, line))
    assert bound(action, by, Strength.INTENDS, line).values["strength"] is Strength.DENIED


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("The bank will reply no later than 4 May.", "reply by 4 May"),
        ("The bank will spare no effort to extend the loan.", "extend the loan"),
        ("The bank will pay no less than 400 crowns.", "pay at least 400 crowns"),
    ],
)
def test_no_in_other_phrases_refuses_nothing(line: str, action: str) -> None:
    assert bound(action, "The bank", Strength.INTENDS, line).values["strength"] is Strength.INTENDS


def test_a_decision_that_will_not_be_taken_is_no_refusal() -> None:
    made = bound("take a decision", "The board", Strength.DENIED, "No decision will be taken by the board today.")
    assert made.refused is not None


@pytest.mark.parametrize(
    "lines",
    [
        ("The bank offered to waive the fee, and the port accepted.",),
        ("The bank offered to waive the fee.", "The port accepted."),
        ("The bank offered to waive the fee; the offer was accepted.",),
    ],
)
def test_an_offer_that_is_accepted_is_agreed(lines: tuple[str, ...]) -> None:
    assert is_supported(bound("waive the fee", "The bank", Strength.AGREED, *lines))


@pytest.mark.parametrize(
    "line",
    [
        "The bank offered to waive the fee, but the port did not accept.",
        "The bank offered to waive the fee, and the port rejected it.",
        "The bank offered to waive the fee, and the port accepted a loan.",
    ],
)
def test_an_offer_that_is_not_accepted_stays_one(line: str) -> None:
    assert bound("waive the fee", "The bank", Strength.AGREED, line).values["strength"] is Strength.INTENDS


@pytest.mark.parametrize(
    "line",
    [
        "You have my assurance that the bank will send the report.",
        "I can assure you, Senator, that the bank will send the report.",
        "You have our promise that the bank will send the report.",
    ],
)
def test_an_assurance_before_a_clause_counts_for_it(line: str) -> None:
    made = bound("send the report", "the bank", Strength.UNDERTOOK, line)
    assert made.refused is None
    assert made.values["strength"] is Strength.UNDERTOOK


def test_an_assurance_that_is_asked_for_is_none() -> None:
    made = bound("send the report", "the bank", Strength.UNDERTOOK, "Have we your assurance that it will send it?")
    assert made.refused is not None


def test_terms_that_were_agreed_bind_in_the_present() -> None:
    terms = ("# Heads of terms", "- The seller bears the cost of transport.")
    told = ("# Background", "- The seller bears the cost of transport.")
    quote = "The seller bears the cost of transport."
    assert is_supported(bound("bears the cost of transport", "The seller", Strength.AGREED, *terms, quote=quote))
    made = bound("bears the cost of transport", "The seller", Strength.AGREED, *told, quote=quote)
    assert made.refused is RejectionReason.TOO_WEAK


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("Mr Roy said that Hask could not, of course, sell the quay.", "sell the quay"),
        ("Mr Roy said that Hask could not of course sell the quay.", "sell the quay"),
        ("Mr Roy said that Hask had raised no complaint, nor would Hask do so now.", "raise a complaint now"),
    ],
)
def test_a_refusal_stands_with_words_set_in_and_behind_nor(line: str, action: str) -> None:
    assert bound(action, "Hask", Strength.DENIED, line).refused is None


def test_words_set_in_hide_no_other_verb_from_a_negation() -> None:
    line = "Mr Roy said that Hask could not, the port asked, sell the quay."
    assert bound("ask the port", "Hask", Strength.DENIED, line).refused is not None
