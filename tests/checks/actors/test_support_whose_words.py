"""Whose words a turn holds where its label is short, and for whom somebody says "we"."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength

LIST = (
    "PT  Per Thorn, store keeper, Lind Foods",
    "Nadia Moss (NM), Mill Works Ltd",
    "HO - Helle Odd, Mill Works Ltd",
)
TALK = document(
    *LIST,
    "Sam Hart wrote this down.",
    ("PT", "I will send the keys."),
    ("NM", "We will mend the pump."),
    ("HO", "I will ring the mill."),
)


def verdict(action: str, by: str, *quotes: str) -> str:
    """The verdict on a promise that rests on the quotes; `refused` where it does not stand."""
    made = checked("commitments", DraftCommitment(action=action, by=by, strength=Strength.INTENDS), TALK, *quotes)
    assert made.support is not None
    return "refused" if made.refused is not None else str(made.support.verdict)


@pytest.mark.parametrize(
    ("action", "by", "quote"),
    [("send the keys", "Per Thorn", "I will send the keys"), ("ring the mill", "Helle Odd", "I will ring the mill")],
)
def test_the_initials_before_a_turn_are_those_of_who_is_introduced_by_them(action: str, by: str, quote: str) -> None:
    assert verdict(action, by, quote) == "supported"


def test_initials_do_not_stand_for_anybody_else() -> None:
    assert verdict("send the keys", "Nadia Moss", "I will send the keys") == "refused"
    assert verdict("send the keys", "Sam Hart", "I will send the keys") != "supported"


def test_initials_of_two_stand_for_neither() -> None:
    source = document("JB  Jo Bell, chair", "JB  Jan Book, clerk", ("JB", "I will send the keys."))
    claim = DraftCommitment(action="send the keys", by="Jan Book", strength=Strength.INTENDS)
    made = checked("commitments", claim, source, "I will send the keys")
    assert made.support is not None
    assert made.support.verdict == "partly"


def test_we_are_the_body_that_the_list_gives_for_who_speaks() -> None:
    assert verdict("mend the pump", "Mill Works Ltd", "We will mend the pump", LIST[1]) == "supported"


def test_we_are_no_body_of_somebody_else_and_none_that_nothing_quoted_shows() -> None:
    assert verdict("mend the pump", "Lind Foods", "We will mend the pump", LIST[0]) != "supported"
    assert verdict("mend the pump", "Mill Works Ltd", "We will mend the pump") != "supported"


def test_i_is_who_speaks_whatever_the_body() -> None:
    assert verdict("send the keys", "Lind Foods", "I will send the keys", LIST[0]) != "supported"


def test_a_sentence_in_which_both_are_named_makes_nobody_a_member() -> None:
    source = document("Nadia Moss met the people of Mill Works Ltd.", ("Nadia Moss", "We will mend the pump."))
    claim = DraftCommitment(action="mend the pump", by="Mill Works Ltd", strength=Strength.INTENDS)
    made = checked(
        "commitments", claim, source, "We will mend the pump", "Nadia Moss met the people of Mill Works Ltd."
    )
    assert made.support is not None
    assert made.support.verdict != "supported"
