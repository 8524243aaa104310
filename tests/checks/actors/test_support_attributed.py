"""What a summary tells of one voice of a record must not be the words of another."""

import pytest
from checks.telling import WHOLE, told

VANE, ROTH = ("Ada Vane", "I think the ferry is far too slow for the winter timetable."), ("Carl Roth", "Good.")
PLAN = ("Carl Roth", "My own report is about the new tickets, which nobody in the harbour likes at all.")


@pytest.mark.parametrize("who", ["Carl Roth", "Mr Roth", "Roth"])
def test_words_of_another_voice_are_doubted(who: str) -> None:
    summary = f"{who} thinks the ferry is too slow for the winter timetable."
    assert told(summary, VANE, ROTH, quotes=1) == 'It is Ada Vane who speaks in the quoted words, not "Carl Roth".'


@pytest.mark.parametrize("who", ["Ada Vane", "Ms Vane", "Vane"])
def test_words_of_the_voice_itself_stand(who: str) -> None:
    assert told(f"{who} thinks the ferry is too slow for the winter timetable.", VANE, ROTH, quotes=1) == WHOLE


def test_a_role_that_labels_a_voice_counts_in_small_letters_too() -> None:
    lines = ("Project Manager", "I suggest soft buttons."), ("Marketing", "Fine.")
    assert told("The marketing expert suggested soft buttons.", *lines, quotes=1).startswith("It is Project Manager")
    assert told("The project manager suggested soft buttons.", *lines, quotes=1) == WHOLE


def test_words_that_name_the_voice_may_tell_of_it() -> None:
    said = ("Ada Vane", "Roth thinks that the ferry is slow.")
    assert told("Roth thinks that the ferry is slow.", said, ROTH, quotes=1) == WHOLE


def test_of_two_quoted_voices_each_has_its_own_words() -> None:
    assert told("Carl Roth finds the ferry far too slow for the timetable.", VANE, PLAN).startswith("It is Ada Vane")
    assert told("Ada Vane finds the ferry far too slow for the timetable.", VANE, PLAN) == WHOLE


def test_an_answer_may_take_up_the_words_of_the_question() -> None:
    asked = ("Ada Vane", "Shall we order a second ferry for the winter?")
    said = told("Carl Roth ordered a second ferry for the winter.", asked, ("Carl Roth", "Yes."))
    assert not said.startswith("It is")


def test_two_voices_with_one_verb_are_no_single_voice() -> None:
    said = told("Ada Vane and Carl Roth think the ferry is too slow.", VANE, ROTH, quotes=1)
    assert not said.startswith("It is")


def test_a_nod_does_not_make_a_proposal_ones_own() -> None:
    lines = ("Sim", "Maybe an extension that opens a light box."), ("Tim", "I support that.")
    assert told("Tim suggested an extension that opens a light box.", *lines).startswith("It is Sim who speaks")
    assert told("Tim supports an extension that opens a light box.", *lines) == WHOLE
