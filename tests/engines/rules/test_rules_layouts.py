"""Layouts of further houses, read from the file: lines under headings, items with their heads run in, steps that a margin broke."""

import pytest

from summarizer.engines.rules.engine import drafted
from summarizer.loading import load
from summarizer.schemas import BriefDraft, Presence

HEAD = "Minutes of the pier club, 3 May 2025\n\nPresent: Ann Reed (AR), Bo Ray (BRa), Bea Roth (BRo)\n\n"


def made(text: str) -> BriefDraft:
    return drafted(load(text.encode()))


def there(text: str, presence: Presence = Presence.ATTENDED) -> list[str]:
    return [person.name for person in made(text).participants if person.presence is presence]


def topics(text: str) -> list[str]:
    return [item.topic for item in made(text).agenda_items]


UNDERLINED = """\
=============================
Pier WG Meeting (2025-05-03)
=============================
Date: 2025-05-03

Roll Call
==========
Attending:
-----------
#. Ann
#. Bo Ray
#. Cy

Adoption of the Agenda (Ann)
=============================
* Adding the crane

Crane (Bo)
-----------
Cy to write the text.
"""


def test_lines_under_headings_and_unnumbered_counts_are_marks() -> None:
    draft = made(UNDERLINED)
    assert [person.name for person in draft.participants] == ["Ann", "Bo Ray", "Cy"]
    assert [item.topic for item in draft.agenda_items] == ["Adoption of the Agenda (Ann)", "Crane (Bo)"]
    assert [(one.owner, one.action) for one in draft.follow_ups] == [("Cy", "write the text")]


def test_a_step_goes_on_in_the_row_below_where_a_margin_broke_it() -> None:
    text = HEAD + (
        "1) Crane\n\n ACTION: Ann to write to the yard and ask them for the\n         price of a new rope\n\n"
        "2) Boats\n\n ACTION: Bo to count the boats that lie in the\n         upper basin at low tide\n"
    )
    assert [(one.owner, one.action) for one in made(text).follow_ups] == [
        ("Ann", "write to the yard and ask them for the price of a new rope"),
        ("Bo", "count the boats that lie in the upper basin at low tide"),
    ]


def test_numbered_items_with_their_text_set_in_are_the_subjects() -> None:
    text = HEAD + (
        "  1. Apologies\n     None.\n  2. Crane repairs\n     It was decided to sell the old crane.\n"
        "  3. 7, Mill Lane\n     The roof leaks.\n"
    )
    assert topics(text) == ["Crane repairs", "7, Mill Lane"]


def test_heads_run_into_numbered_items_are_the_subjects() -> None:
    text = HEAD + (
        "Old Business:\n\n1. Review of the ropes: The ropes were seen to.\n\n2. Treasurer’s report: All bills are paid.\n\n"
        "3. Upper basin:\n3.1. The Board decided to dredge it.\n\n4. There were no questions.\n"
    )
    assert topics(text) == ["Review of the ropes", "Treasurer’s report", "Upper basin"]


def test_numbered_steps_and_remarks_with_a_colon_are_no_subjects() -> None:
    steps = "Action items:\n\n1. Web page: Ann to mend it\n2. Old rope: Bo to sell it\n"
    assert topics(HEAD + steps) == []
    remarks = (
        "1. We met at noon.\n2. The tide was low.\n3. Ann rang the yard.\n4. One thing: it leaks.\n5. Two: it rusts.\n"
    )
    assert topics(HEAD + remarks) == []


@pytest.mark.parametrize(
    ("row", "present", "absent"),
    [
        ("Senators Absent: Ann Reed, Bo Ray, and Cy Fox.", [], ["Ann Reed", "Bo Ray", "Cy Fox"]),
        ("Residents present: Ann Reed, Bo Ray", ["Ann Reed", "Bo Ray"], []),
        ("1. There were apologies from Cllrs Mrs A Reed and Bo Ray", [], ["A Reed", "Bo Ray"]),
        (
            "Roll Call\nBoard Members\n- Ann Reed (AR)\n- Bo Ray (by phone)\nThis was enough.",
            ["Ann Reed", "Bo Ray"],
            [],
        ),
    ],
)
def test_who_came_and_who_did_not_stands_under_many_a_label(row: str, present: list[str], absent: list[str]) -> None:
    text = f"Minutes\n\nMay 3, 2025\n\n{row}\n\nThe ropes were seen to.\n"
    assert (there(text), there(text, Presence.ABSENT)) == (present, absent)


def test_a_label_with_a_title_in_it_is_nobody() -> None:
    text = "Minutes of the pier council\n\nCouncillors Present: Cllrs A Reed, B Ray and Cllr C Fox\n\nThe ropes were seen to.\n"
    assert there(text) == ["A Reed", "B Ray", "C Fox"]
    assert len(made(text).participants) == 3


def test_a_list_of_those_who_were_away_does_not_say_who_came() -> None:
    text = "Senate Minutes\n\nSenators Absent: Ann Reed, Bo Ray\n\nSenator Fox moved to sell the crane. Motion seconded and passed.\n"
    assert there(text) == ["Fox"]


def test_small_letters_tell_initials_apart() -> None:
    steps = made(HEAD + "Crane\n\nACTION: BRo to ring the yard\n\nACTION: BRa to paint the hut\n").follow_ups
    assert [one.owner for one in steps] == ["Bea Roth", "Bo Ray"]
    assert all(person.organization is None for person in made(HEAD + "It rained.").participants)


def test_a_vote_says_nothing_without_its_motion() -> None:
    text = HEAD + (
        "Mr Ray moved to sell the crane. Motion seconded and passed unanimously.\n\n"
        "There was much talk of the boats. Motion as amended passed.\n"
    )
    decided = [one.text for item in made(text).agenda_items for one in item.decisions]
    assert decided == ["to sell the crane"]


@pytest.mark.parametrize("row", ["Minutes of April 15, 2025 passed as read", "Trustees Meeting April 9, 2025"])
def test_what_stands_before_a_day_is_no_place_where_it_names_a_meeting(row: str) -> None:
    meeting = made(f"Senate Minutes\n\n{row}\n\nThe ropes were seen to.\n").meetings[0]
    assert (meeting.title, meeting.place) == ("Senate Minutes", None)
