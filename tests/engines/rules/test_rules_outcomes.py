"""Outcomes below the entry or heading that they are of, and how votes are told."""

import pytest
from papers import draft

from summarizer import summarize

HEAD = "# Harbour board\n\nPresent: Ann Reed, Bo Lind\n\n"


def decided(text: str) -> list[str]:
    made = draft(HEAD + text + "\n")
    return [one.text for item in made.agenda_items for one in item.decisions]


@pytest.mark.parametrize(
    "outcome",
    [
        "Approved",
        "Approved unanimously by voice vote.",
        "Adopted on a roll call vote: six ayes, one absent",
        "Agreed by consensus",
        "Approved for merge by unanimous vote",
        "Carried 5-2",
    ],
)
def test_an_outcome_below_an_entry_is_told_with_what_it_is_of(outcome: str) -> None:
    assert decided(f"## Discussion\n\n- Berth fees\n  - {outcome}\n- Pier paint\n") == [f"Berth fees: {outcome}"]
    assert decided(f"## Berth fees\n\n{outcome}\n\n## Pier paint\n\nNothing new.\n") == [f"Berth fees: {outcome}"]


def test_two_entries_with_one_outcome_are_two_decisions() -> None:
    rows = "- Berth fees\n  - Approved by vote, 6 ayes\n- Pier paint\n  - Approved by vote, 6 ayes\n"
    assert decided(f"## Discussion\n\n{rows}") == [
        "Berth fees: Approved by vote, 6 ayes",
        "Pier paint: Approved by vote, 6 ayes",
    ]


@pytest.mark.parametrize(
    "entry",
    ["Agreed", "Agreed, but who pays for it?", "Approved suppliers are listed", "Passed on to Bo", "Not approved"],
)
def test_a_remark_below_an_entry_is_no_outcome(entry: str) -> None:
    assert decided(f"## Discussion\n\n- Berth fees\n  - {entry}\n") == []


def test_an_outcome_is_not_of_a_heading_that_has_other_text_below_it() -> None:
    assert decided("## Berth fees\n\nThe fees were read out.\n\n- Approved\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Motion to keep the ferry passes: eight aye, one nay",
        "Motion to take both reports accepted on a roll call vote",
        "The ferry plan was approved on a roll call vote, seven aye",
        "On a voice vote, the TAC voted to close the pier",
        "Approved the request for new paint",
    ],
)
def test_a_vote_is_told_in_the_present_by_a_body_of_capitals_or_by_nobody(line: str) -> None:
    assert decided(f"## Ferry\n\n- {line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Approved the plans were not",
        "The TAC may have voted to close the pier",
        "If the motion passes, the pier is closed",
    ],
)
def test_a_vote_that_may_come_is_no_decision(line: str) -> None:
    assert decided(f"## Ferry\n\n- {line}\n") == []


@pytest.mark.parametrize("label", ["**Decision:**", "**Decision**:"])
def test_the_label_of_a_decision_may_be_in_bold_type(label: str) -> None:
    assert decided(f"## Ferry\n\n- {label} keep the lock.\n") == ["keep the lock."]


@pytest.mark.parametrize(
    "line",
    [
        "Hask Ltd was awarded the contract for the shed",
        "Payments of £1,204.50 were approved",
        "The quotation from Hask Ltd was accepted",
        "The harbour school was granted a lease",
    ],
)
def test_what_minutes_say_was_awarded_or_accepted_is_decided(line: str) -> None:
    assert decided(f"## Shed\n\nThree bids had come in. {line}.\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Last year Hask Ltd was awarded the contract",
        "Hask Ltd had been awarded the contract",
        "It was not known whether the tender was accepted",
        "Hask Ltd was awarded a medal",
    ],
)
def test_what_was_awarded_before_or_by_others_is_not(line: str) -> None:
    assert decided(f"## Shed\n\n{line}.\n") == []


def test_the_rows_of_a_roll_call_do_not_part_a_motion_from_its_vote() -> None:
    rows = "Bo Lind seconded.\nAYES: Reed, Lind\nNAYS: None\nABSTAIN: None\nABSENT: Fox\nRECUSED: None\n"
    assert decided(f"## Shed\n\nAnn Reed moved to mend the shed.\n{rows}Motion carried 2-0.\n") == ["to mend the shed"]
    each = "Roll call vote:\nReed - No\nLind - No\nFox - Yes\nHolm - Absent\nEk - No\n"
    for between in (rows, each):
        told = decided(f"## Shed\n\nAnn Reed moved to mend the shed.\n{between}Motion failed.\n")
        assert told == ["Motion not carried: to mend the shed"]


@pytest.mark.parametrize(
    ("told", "decision"),
    [
        ("Motion by Fox to sell the van. The motion died for lack of a second.", "Motion not carried: to sell the van"),
        ("Ann Reed proposed that the fee be raised. There was no seconder and the proposal fell.", "Motion not carried: that the fee be raised"),
        ("Bo Lind moved to sell the van. Ann Reed seconded the motion and it was defeated.", "Motion not carried: to sell the van"),
        ("The motion to keep the ferry failed.", "The motion to keep the ferry failed"),
    ],
)  # fmt: skip
def test_that_a_motion_was_lost_is_a_decision_which_says_so_first(told: str, decision: str) -> None:
    assert decided(f"## Van\n\n{told}\n") == [decision]
    brief = summarize(f"{HEAD}## Van\n\n{told}\n".encode())
    (made,) = [one for item in brief.agenda_items for one in item.decisions]
    assert made.text == decision


def test_what_was_proposed_and_resolved_binds_nobody_who_stood_before_it() -> None:
    line = "It was proposed by Bo Lind, seconded by Ann Reed and RESOLVED to move the fund to the bank"
    made = draft(f"{HEAD}## Fund\n\nThe bank was late. {line}.\n")
    assert made.commitments == []
    assert decided(f"## Fund\n\n{line}.\n") == ["RESOLVED to move the fund to the bank"]


def test_why_somebody_is_absent_is_no_body_that_the_person_is_of() -> None:
    made = draft(
        "Minutes\n\nPresent: Ann Reed (Harbour Trust)\nApologies: Bo Lind (on leave), Cy Fox (Acme)\n\nThe paper was read."
    )
    assert [one.organization for one in made.participants] == ["Harbour Trust", None, "Acme"]


def test_a_row_of_a_list_of_decisions_ends_before_what_joins_it_to_the_next() -> None:
    rows = "- to thank the council;\n- to write to the residents; and\n- to meet again in May.\n"
    assert [one.rstrip(".") for one in decided(f"## Letter\n\nRESOLVED:\n{rows}")] == [
        "to thank the council",
        "to write to the residents",
        "to meet again in May",
    ]


def test_a_remark_that_all_agreed_to_is_no_decision() -> None:
    assert decided("This, it was agreed, raised questions.") == []
    assert decided("The loan, it was agreed, should be repaid.") == ["The loan, it was agreed, should be repaid"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Three tenders came. RESOLVED (3 for, Bo Lind abstaining) to accept that of Blake.",
            "to accept that of Blake",
        ),
        ("RESOLVED unanimously to buy a lamp.", "to buy a lamp"),
        ("AGREED (by 3 votes to 2): the fee is raised.", "the fee is raised"),
        ("Members agreed unanimously that the lane be closed.", None),
        ("Proposed by Ann Reed, seconded by Bo Lind and agreed that it close.", "agreed that it close"),
        ("It was proposed by Ann Reed, seconded by Bo Lind and resolved to close it.", "resolved to close it"),
        (
            "Ann Reed proposed, Bo Lind seconded, and it was agreed to close the lane.",
            "it was agreed to close the lane",
        ),
    ],
)
def test_how_the_vote_went_stands_before_what_was_decided(text: str, words: str | None) -> None:
    assert [one.rstrip(".") for one in decided(text)] == [words or text.rstrip(".")]


def test_a_motion_that_was_only_seconded_is_no_decision() -> None:
    assert decided("It was proposed by Ann Reed and seconded by Bo Lind that the lane be closed.") == []
