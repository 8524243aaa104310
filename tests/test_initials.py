"""Initials and the names they stand for."""

import pytest

from summarizer.initials import are_initials, initials, leaves_out_none


def test_words_in_small_letters_give_no_initial() -> None:
    assert initials(["Jo", "van", "Bell"]) == "JB"
    assert initials(["", "jo"]) == ""


@pytest.mark.parametrize("letters", ["SJMB", "JMB", "MB", "SB"])
def test_initials_are_those_of_all_words_of_the_last_ones_or_of_the_first_and_the_last(letters: str) -> None:
    assert are_initials("Sr Jo M Bell", letters)


@pytest.mark.parametrize("letters", ["", "B", "JM", "BJ", "jmb"])
def test_other_letters_are_no_initials(letters: str) -> None:
    assert not are_initials("Sr Jo M Bell", letters)


def test_letters_may_hold_more_than_the_name_as_it_is_written_but_not_less() -> None:
    assert leaves_out_none("JB", "Jo Bell")
    assert leaves_out_none("JSB", "Jo Bell")
    assert not leaves_out_none("JB", "Jo S Bell")
    assert not leaves_out_none("BJ", "Jo Bell")
