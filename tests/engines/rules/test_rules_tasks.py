"""Tasks inside the text of minutes, and acts that are left out."""

import pytest
from papers import draft

from summarizer.schemas import OwnerBasis

HEAD = "Present: Ann Reed (chair), Bo Lind, Cy Fox\nClerk: Dora Hall\n\n"


def _tasks(text: str) -> list[tuple[str | None, str, OwnerBasis]]:
    return [(one.owner, one.action, one.owner_basis) for one in draft(HEAD + text + "\n").follow_ups]


@pytest.mark.parametrize(
    ("sentence", "owner", "task", "basis"),
    [
        ("Bo will send the plans to the printer.", "Bo Lind", "send the plans to the printer", "assigned"),
        ("Mr Fox is to ask the bank for a statement.", "Cy Fox", "ask the bank for a statement", "assigned"),
        ("BL to ring the plumber.", "Bo Lind", "ring the plumber", "assigned"),
        ("The Chair will answer the letter.", "Ann Reed", "answer the letter", "assigned"),
        ("The Clerk will book the hall.", "Dora Hall", "book the hall", "assigned"),
        ("Cy said he would find two painters.", "Cy Fox", "find two painters", "volunteered"),
        ("The secretariat will print the programme.", "secretariat", "print the programme", "named_body"),
    ],
)
def test_who_of_the_group_is_to_do_what_is_a_follow_up(sentence: str, owner: str, task: str, basis: str) -> None:
    assert _tasks(sentence) == [(owner, task, OwnerBasis(basis))]
    assert draft(f"{HEAD}{sentence}\n").commitments == []


def test_two_tasks_of_one_sentence_are_two() -> None:
    assert _tasks("Bo will book the hall, and Mr Fox will ask the caterer.") == [
        ("Bo Lind", "book the hall", OwnerBasis.ASSIGNED),
        ("Cy Fox", "ask the caterer", OwnerBasis.ASSIGNED),
    ]


@pytest.mark.parametrize(
    ("sentence", "owner", "task"),
    [
        ("It was agreed that Bo Lind writes the tender by 3 December.", "Bo Lind", "writes the tender by 3 December"),
        ("The board agreed that Mr Fox will call the bank.", "Cy Fox", "call the bank"),
        ("It was decided that the Clerk should book the hall.", "Dora Hall", "book the hall"),
    ],
)
def test_a_decision_that_names_who_is_to_act_gives_a_task(sentence: str, owner: str, task: str) -> None:
    made = draft(HEAD + sentence + "\n")
    assert [(one.owner, one.action) for one in made.follow_ups] == [(owner, task)]
    assert made.follow_ups[0].evidence[0].quote == sentence.rstrip(".")
    assert sum(len(one.decisions) for one in made.agenda_items) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "It was agreed that Bo Lind is the best judge of it.",
        "It was agreed that Bo Lind needs a rest.",
        "It was decided that Mr Fox should not call the bank.",
        "It is untrue that it was agreed that Bo Lind writes the tender.",
        "It was never agreed that Bo Lind writes the tender.",
        "Were Bo Lind to write the tender, the club would close.",
        "It was agreed that Mr Strange writes the tender.",
    ],
)
def test_a_decision_about_somebody_gives_no_task(sentence: str) -> None:
    assert _tasks(sentence) == []


def test_a_second_act_that_hangs_on_something_is_cut_off() -> None:
    assert _tasks("Bo will call both on Friday and, if there is need, find a room.") == [
        ("Bo Lind", "call both on Friday", OwnerBasis.ASSIGNED)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo will do so this week.",
        "Cy offered to write a guide, then took it back.",
        "Cy offered to write a guide. The chair thought it too early.",
        "Bo will buy the paint if the bank pays.",
        "Mr Strange will send the plans to the printer.",
        "Bo will not send the plans.",
    ],
)
def test_what_lacks_its_matter_or_was_taken_back_is_no_task(sentence: str) -> None:
    assert _tasks(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Lind said that he would do it.",
        "Bo Lind said he would vote no without the lift.",
        "Tea towels (300): offered to throw them in.",
        "The chair reminded the board that in 2019 the port and the town signed an agreement on dues.",
        "Delta Boats offered to lend a crane, but withdrew the offer.",
        "Delta Boats offered to lend a crane. Mr Lind did not take up the offer.",
    ],
)
def test_acts_without_matter_and_acts_of_the_past_bind_nobody(sentence: str) -> None:
    assert draft(HEAD + sentence + "\n").commitments == []


@pytest.mark.parametrize("has", ["has the action to", "took an action item to", "takes the action to"])
def test_who_has_the_action_is_to_act(has: str) -> None:
    made = draft(f"Minutes\n\nPresent: Ann Reed, Bo Lind\n\nThe hall is cold. Bo {has} ring the bank.\n")
    assert [(one.owner, one.action, one.strength) for one in made.follow_ups] == [
        ("Bo Lind", "ring the bank", "intends")
    ]


@pytest.mark.parametrize(
    ("text", "owner", "task", "strength"),
    [
        ("Motion by Lind, second by Fox, to pay the bill and to direct the Clerk to report on the roof.\nMotion carried 3-0.", "Dora Hall", "report on the roof", "agreed"),
        ("Mr Fox moved to direct staff to draw up a plan. Lind seconded. Motion carried unanimously.", "staff", "draw up a plan", "agreed"),
        ("The Board voted 3-0 to instruct the Clerk to obtain three bids.", "Dora Hall", "obtain three bids", "agreed"),
        ("The Board asked that staff bring back a plan in May.", "staff", "bring back a plan in May", "proposed"),
    ],
)  # fmt: skip
def test_a_body_hands_on_a_task_by_its_vote_or_asks_for_it(text: str, owner: str, task: str, strength: str) -> None:
    (made,) = draft(HEAD + text + "\n").follow_ups
    assert (made.owner, made.action, made.strength) == (owner, task, strength)


def test_a_motion_that_failed_hands_on_nothing() -> None:
    text = "Mr Fox moved to direct staff to draw up a plan. Lind seconded. The motion failed 1-2."
    assert draft(f"{HEAD}{text}\n").follow_ups == []
