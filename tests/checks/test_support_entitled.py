"""Subjects that are called as what stands over them."""

from functools import partial

from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftAgendaItem, Outcome


def test_a_subject_may_have_the_number_of_its_heading() -> None:
    lines = "# 2. Draft article 4 (Dredging)", "Hungary objected to a fixed interval."
    assert told("Hungary was against a fixed interval.", *lines, topic="Draft article 4: interval") == WHOLE


def test_a_subject_may_be_called_as_an_entry_of_the_agenda() -> None:
    lines = "Comptes 2024", "", "Le déficit vient de la hausse du loyer."
    found = told("Le déficit vient de la hausse du loyer.", *lines, topic="Comptes 2024", language="fr")
    assert found != '"Comptes 2024" does not stand in the quoted words.'


def test_a_summary_may_not_take_its_number_from_there() -> None:
    lines = "# 2. Draft article 4 (Dredging)", "Hungary objected to the interval."
    assert told("Hungary objected to the 4 intervals.", *lines, topic="Interval") != WHOLE


def test_a_subject_with_a_weekday_may_be_called_as_the_text_around_calls_it() -> None:
    lines = "Opening on Sundays would need a third attendant.", "It was agreed to try Sunday opening for eight weeks."
    assert told("It would need a third attendant.", *lines, topic="Sunday opening", quotes=1) == WHOLE


def test_a_subject_may_be_called_by_the_first_letters_of_what_its_paragraph_begins_with() -> None:
    lines = "Sea lice.", "The rules for the cages were endorsed."
    claim = partial(DraftAgendaItem, summary="The rules for the cages were endorsed.", outcome=Outcome.DISCUSSED)
    assert checked("agenda_items", claim(topic="SL"), document(*lines), lines[1]).refused is None
    assert checked("agenda_items", claim(topic="XL"), document(*lines), lines[1]).refused is not None
