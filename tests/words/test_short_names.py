"""What people are called for short: initials, and names beside the full one, in lists, in tasks and in the checks."""

import pytest
from making import checked, document

from summarizer import summarize
from summarizer.schemas import DraftCommitment, DraftParticipant, Presence, Strength
from summarizer.words.short_names import are_initials, initials, leaves_out_none, nicknames, shortens, without_nickname


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


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ("William (Bill) Hargreave", "Bill"),
        ('Elizabeth "Liz" Tan', "Liz"),
        ("Roberto (Beto) de Souza (Acme)", "Beto"),
        ("Jens (IBM) Holt", None),
        ("Ann Lee (Acme) Bo Ray (Pelikan)", None),
        ("Ann Lee (Acme)", None),
    ],
)
def test_a_nickname_stands_between_the_first_name_and_the_surname(entry: str, word: str | None) -> None:
    plain, found = without_nickname(entry)
    assert found == word
    assert len(plain) == len(entry)
    assert word is None or word not in plain


def test_a_short_form_begins_as_the_name_does() -> None:
    assert shortens("Samantha Lee", "Sam")
    assert shortens("Tobi", "Tobias")
    assert not shortens("Ann Lee", "Acme")
    assert not shortens("Anna Lee", "ANN")
    assert dict(nicknames("Samantha (Sam), Ann Lee (Acme)")) == {"Sam": "Samantha"}


def test_a_list_with_nicknames_gives_people_and_no_bodies_and_their_tasks() -> None:
    brief = summarize(
        "Kick-off, 10 June 2025\n"
        'Present: William (Bill) Hargreave, Elizabeth "Liz" Tan, Roberto (Beto) Nune (Acme), Samantha (Sam)\n\n'
        "Bill will book the room. Liz agreed to write the plan by 20 June.\n"
    )
    assert [(one.name, one.organization) for one in brief.participants] == [
        ("William Hargreave", None),
        ("Elizabeth Tan", None),
        ("Roberto Nune", "Acme"),
        ("Samantha", None),
    ]
    assert [(one.action, one.owner) for one in brief.follow_ups] == [("book the room", "William Hargreave")]
    assert [(one.action, one.by) for one in brief.commitments] == [("write the plan by 20 June", "Elizabeth Tan")]


CREW = document('Present: William (Bill) Hargreave, Elizabeth "Liz" Tan.', "Liz agreed to write the plan.")


@pytest.mark.parametrize(("by", "finding"), [("Elizabeth Tan", "agrees"), ("William Hargreave", "absent")])
def test_who_is_called_by_the_nickname_acts(by: str, finding: str) -> None:
    claim = DraftCommitment(action="write the plan", by=by, strength=Strength.AGREED)
    made = checked("commitments", claim, CREW, CREW.line_text(2))
    assert made.support is not None
    assert made.support.checks["actor"] == finding


def test_a_nickname_is_no_body() -> None:
    claim = DraftParticipant(name="William Hargreave", organization="Bill", presence=Presence.ATTENDED)
    made = checked("participants", claim, CREW, CREW.line_text(1))
    assert made.values["organization"] is None
    assert [one.reason for one in made.changes] == ['"Bill" is what "William Hargreave" is called.']
