"""What is proposed in writing is decided by the votes below it."""

import pytest
from making import Line, checked, document

from summarizer.schemas import DraftDecision

PROPOSED = "Proposed resolution: close the old issue and keep the new text"


def stands(
    *votes: Line, text: str = "Close the old issue and keep the new text.", after: tuple[Line, ...] = ()
) -> bool:
    quotes = [PROPOSED, *{vote[1]: None for vote in votes}]
    source = document(PROPOSED, *votes, *after)
    return checked("decisions", DraftDecision(text=text), source, *quotes).refused is None


def test_two_votes_for_it_carry_a_proposal() -> None:
    assert stands(("Ann", "+1"), ("Ben", "+1 from me"))


@pytest.mark.parametrize("after", [("Cleo", "-1"), ("Cleo", "-1, too early")])
def test_a_vote_against_it_leaves_it_a_proposal(after: Line) -> None:
    assert not stands(("Ann", "+1"), ("Ben", "+1 from me"), after=(after,))
    assert stands(("Ann", "+1"), ("Ben", "+1 from me"), after=("# Another subject", after))


def test_a_proposal_without_votes_or_with_one_is_none() -> None:
    assert not stands()
    assert not stands(("Ann", "+1"))
    assert not stands(("Ann", "+1 to Ben"), ("Cleo", "+1 to Ben, he is right"))


def test_votes_carry_nothing_but_what_was_proposed() -> None:
    assert not stands(("Ann", "+1"), ("Ben", "+1 from me"), text="Publish the annual report of the harbour.")
