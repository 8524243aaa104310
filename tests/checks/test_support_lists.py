"""Items of a list, each read with the line above it that holds their verb."""

import pytest
from making import document, item

from summarizer.documents import Document
from summarizer.items import Item
from summarizer.schemas import (
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    Outcome,
    RejectionReason,
    Strength,
    Verdict,
)
from summarizer.support import check


def checked(source: Document, made: Item) -> Item:
    check([made], source)
    return made


def commitment(source: Document, action: str, by: str, strength: Strength = Strength.INTENDS) -> Item:
    return checked(
        source, item("commitments", DraftCommitment(action=action, by=by, strength=strength), source, action)
    )


def verdict(made: Item) -> Verdict | None:
    return made.support.verdict if made.support is not None else None


def test_a_promise_stands_in_the_line_over_its_list() -> None:
    source = document("The Ministry will:", "- publish the data;", "- appoint an auditor.")
    for action in ("publish the data", "appoint an auditor"):
        made = commitment(source, action, "The Ministry")
        assert (verdict(made), made.values["by"]) == (Verdict.SUPPORTED, "The Ministry")


def test_items_without_a_mark_go_on_with_the_line_that_leads_in() -> None:
    source = document("The Ministry agreed to:", "publish the data;", "appoint an auditor.")
    assert verdict(commitment(source, "appoint an auditor", "The Ministry", Strength.AGREED)) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "stem", "line", "text"),
    [
        ("en", "RESOLVED:", "That the hut be sold.", "the hut be sold"),
        ("en", "The Council resolved:", "to sell the hut;", "sell the hut"),
        ("en", "It was agreed that:", "the hut be sold", "sell the hut"),
        ("de", "Es wird beschlossen:", "Der Beitrag wird auf 20 Euro erhöht.", "Der Beitrag wird auf 20 Euro erhöht"),
        ("fr", "Le conseil décide :", "de vendre la cabane ;", "vendre la cabane"),
        ("es", "La junta acuerda:", "vender la cabaña;", "vender la cabaña"),
        ("it", "Il consiglio delibera:", "di vendere la capanna;", "vendere la capanna"),
    ],
)
def test_a_decision_stands_in_the_line_over_its_list(language: str, stem: str, line: str, text: str) -> None:
    source = document(stem, f"- {line}", "- another one", language=language)
    assert verdict(checked(source, item("decisions", DraftDecision(text=text), source, line))) is Verdict.SUPPORTED


def test_who_is_asked_over_a_list_has_each_of_its_steps() -> None:
    source = document("The Chair asked the Clerk to:", "- ring the bank;", "- print the flyers.")
    for owner, stays in (("the Clerk", True), ("The Chair", False)):
        step = DraftFollowUp(action="print the flyers", owner=owner, owner_basis="assigned", strength="proposed")
        made = checked(source, item("follow_ups", step, source, "print the flyers."))
        assert (made.values["owner"] == owner) is stays


def test_a_refusal_or_a_condition_over_a_list_is_of_each_of_its_items() -> None:
    source = document("The bank will not:", "- extend the loan", "", "If the audit is clean, the port will:", "- pay")
    assert commitment(source, "extend the loan", "The bank").values["strength"] is Strength.DENIED
    assert commitment(source, "pay", "the port").values["strength"] is Strength.CONDITIONAL


def test_a_list_of_what_is_only_discussed_or_possible_binds_nobody() -> None:
    source = document("The bank may:", "- extend the loan", "", "The Council discussed:", "- raising the fee")
    assert commitment(source, "extend the loan", "The bank").refused is RejectionReason.TOO_WEAK
    raised = item("decisions", DraftDecision(text="raising the fee"), source, "raising the fee")
    assert checked(source, raised).refused is RejectionReason.TOO_WEAK


def test_a_line_that_leads_in_ends_with_the_list() -> None:
    source = document("The bank will:", "- extend the loan", "", "Other matters followed.", "- a new roof")
    assert commitment(source, "a new roof", "The bank").refused is RejectionReason.TOO_WEAK


def test_a_struck_line_leads_in_to_nothing() -> None:
    source = document("~~The bank will:~~", "- extend the loan", "- cut the fee")
    assert commitment(source, "extend the loan", "The bank").refused is not None


@pytest.mark.parametrize("line", ["Drop support for the old gate", "The fair moves to 1 September"])
def test_what_stands_in_a_list_of_decisions_was_decided(line: str) -> None:
    source = document("# Decisions", f"- {line}", "# Notes", "- The fair moves to the field")
    made = item("decisions", DraftDecision(text=line), source, line)
    assert verdict(checked(source, made)) is Verdict.SUPPORTED
    told = item("decisions", DraftDecision(text="The fair moves to the field"), source, "The fair moves to the field")
    assert checked(source, told).refused is RejectionReason.TOO_WEAK


def test_a_label_leads_in_with_its_first_item_behind_it() -> None:
    source = document("AGREED: (i) that the hut be sold;", "- that the fee be reviewed.")
    made = item("decisions", DraftDecision(text="the fee be reviewed"), source, "that the fee be reviewed.")
    assert verdict(checked(source, made)) is Verdict.SUPPORTED


def test_a_subject_under_the_heading_discussion_was_discussed_and_its_first_word_is_no_order() -> None:
    source = document("# Discussion", "- Media policy", "- Ann to print it", "# Pending discussion", "- Tram stops")

    def strength(topic: str, claimed: Strength, *quotes: str) -> Strength:
        claim = DraftAgendaItem(topic=topic, outcome=Outcome.DISCUSSED, strength=claimed)
        made: Strength = checked(source, item("agenda_items", claim, source, *quotes)).values["strength"]
        return made

    assert strength("Media policy", Strength.DISCUSSED, "Media policy") is Strength.DISCUSSED
    assert strength("Tram stops", Strength.DISCUSSED, "Tram stops") is Strength.MENTIONED
    assert strength("Media policy", Strength.INTENDS, "Media policy", "Ann to print it") is Strength.INTENDS


@pytest.mark.parametrize("line", ["The ferry: deferred for now", "The pier in May"])
def test_a_weak_word_in_a_heading_refuses_nothing_that_stands_below_it(line: str) -> None:
    source = document("# Review of past decisions", "- The ferry: deferred for now", "# Decisions", "- The pier in May")
    assert verdict(checked(source, item("decisions", DraftDecision(text=line), source, line))) is Verdict.SUPPORTED
