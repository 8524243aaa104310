"""What is denied, doubted, supposed, or said of a few is not told as agreed; names in a row act together."""

import pytest
from papers import draft

TOP = "Minutes of the board\nPresent: Lucy Tan, Omar Said\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is untrue that Lucy Tan agreed to sell the boat.",
        "Lucy Tan denied that Omar Said agreed to sell the boat.",
        "At no point had Lucy Tan agreed to sell the boat.",
        "Had Lucy Tan agreed to sell the boat, all would be well.",
        "It is false that Lucy Tan will sell the boat.",
        "Lucy Tan rejected reports that she agreed to sell the boat.",
        "Nobody believes that Lucy Tan agreed to sell the boat.",
        "Omar Said did not say that Lucy Tan agreed to sell the boat.",
        "Hardly anyone agreed to sell the boat.",
        "Not all trustees agreed to sell the boat.",
        "Few members agreed to sell the boat.",
        "Few members voted to sell the boat.",
        "Few members agreed that the boat is sold.",
        "It is untrue that it was agreed to sell the boat.",
        "Lucy Tan would have agreed to sell the boat.",
        "Lucy Tan allegedly agreed to sell the boat.",
        "Lucy Tan was said to have agreed to sell the boat.",
        "It was wrongly reported that Lucy Tan agreed to sell the boat.",
        "The papers wrongly state that it was agreed to sell the boat.",
        "Nobody confirmed that Omar Said would sell the boat.",
    ],
)
def test_what_is_denied_doubted_or_supposed_is_not_told_as_agreed(sentence: str) -> None:
    made = draft(TOP + sentence)
    assert [one.by for one in made.commitments] == []
    assert [one.topic for one in made.agenda_items if one.decisions] == []


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("It is true that Lucy Tan agreed to sell the boat.", "Lucy Tan"),
        ("In no uncertain terms, Lucy Tan agreed to sell the boat.", "Lucy Tan"),
        ("Contrary to reports, Lucy Tan agreed to sell the boat.", "Lucy Tan"),
        ("The members, who had doubts, were informed and agreed to sell the boat.", "The members"),
        ("Omar Said did not only say that the loan is due, but Lucy Tan agreed to sell the boat.", "Lucy Tan"),
        ("Lucy Tan denied a loan to the club, and Omar Said agreed to sell the boat.", "Omar Said"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_back(sentence: str, by: str) -> None:
    (one,) = draft(TOP + sentence).commitments
    assert (one.by, one.action, one.strength) == (by, "sell the boat", "agreed")


def test_who_never_agreed_is_named_without_the_word_that_denies_it() -> None:
    (one,) = draft(TOP + "Lucy Tan never agreed to sell the boat.").commitments
    assert (one.by, one.strength, one.evidence[0].quote) == (
        "Lucy Tan",
        "denied",
        "Lucy Tan never agreed to sell the boat",
    )


def test_what_some_agreed_binds_them_and_is_no_decision() -> None:
    made = draft(TOP + "Some trustees agreed to sell the boat.")
    assert [one.by for one in made.commitments] == ["Some trustees"]
    assert [one.topic for one in made.agenda_items if one.decisions] == []


@pytest.mark.parametrize(
    ("sentence", "by", "said_by"),
    [
        ("Minister Paz said that Peru and Chile agreed to open the border.", "Peru and Chile", "Paz"),
        ("Minister Paz said Peru, Chile and Bolivia agreed to open the border.", "Peru, Chile and Bolivia", "Paz"),
        (
            "Minister Paz said that Peru, the envoy and Chile agreed to open the border.",
            "Peru, the envoy and Chile",
            "Paz",
        ),
        ("Minister Paz said that the fee fell, the roof leaked and Chile agreed to open the border.", "Chile", None),
        ("Minister Paz reported that both Peru and Chile have agreed to open the border.", "Peru and Chile", "Paz"),
        ("Both Peru and Chile agreed to open the border.", "Peru and Chile", None),
        ("Minister Paz thanked Peru and Chile agreed to open the border.", "Chile", None),
        ("Minister Paz said that the harbour was full and Chile agreed to open the border.", "Chile", None),
    ],
)
def test_names_in_a_row_act_together(sentence: str, by: str, said_by: str | None) -> None:
    (one,) = draft(f"Minister Ana Paz met the envoys of Chile in Lima. {sentence}", "prose").commitments
    assert (one.by, (one.said_by or "").split()[-1:]) == (by, [said_by] if said_by else [])
    assert by in one.evidence[0].quote


@pytest.mark.parametrize(
    ("sentence", "by", "said_by"),
    [
        ("Omar Said reported that the council agreed to pay the fee.", "the council", "Omar Said"),
        ("Mr Said reported that the council agreed to pay the fee.", "the council", "Omar Said"),
        ("Omar Said was sure of it and agreed to pay the fee.", "Omar Said", None),
    ],
)
def test_a_surname_is_not_the_verb_that_it_looks_like(sentence: str, by: str, said_by: str | None) -> None:
    (one,) = draft(TOP + sentence).commitments
    assert (one.by, one.said_by) == (by, said_by)


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("Mr Tan reported that the builders agreed to finish the roof by June.", 0),
        ("Mr Tan reported that both Rome and Paris have agreed to finish the roof.", 0),
        ("Mr Tan reported that the trustees agreed to finish the roof by June.", 1),
        ("The trustees agreed to finish the roof by June.", 1),
    ],
)
def test_what_others_are_reported_to_have_agreed_is_no_decision_of_the_meeting(sentence: str, decided: int) -> None:
    made = draft(f"{TOP}# Roof\n\n{sentence}\n\n# Boat\n\nThe boat was sold.\n\n# Hall\n\nThe hall was let.")
    assert len(made.commitments) == 1
    assert sum(len(one.decisions) for one in made.agenda_items) == decided
