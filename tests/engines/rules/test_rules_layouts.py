"""Layouts of further houses, read from the file: lines under headings, items with their heads run in, steps that a margin broke."""

import pytest

from summarizer import summarize
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


def test_heads_of_paragraphs_before_a_colon_are_the_subjects_of_minutes() -> None:
    text = (
        "Senate Minutes\n\nMay 3, 2025\n\nVenue: the old mill\n\nChair’s Report:  Dean Fox told of the new rules in full.\n\n"
        "Academic Policies: All of the papers were read and filed.\n\nSenate Actions:\n\n"
        "Senator Buck moved to sell the crane. Motion carried.\n\nNew Business:\n\nThere was a talk of the boats.\n"
    )
    assert topics(text) == ["Chair’s Report", "Academic Policies", "Senate Actions", "New Business"]
    said = "Minutes\n\nAnn: we sell the crane this year.\n\nBo: the crane is as good as new.\n\nCy: it does not lift a boat.\n"
    assert topics(said) == []


def test_titles_that_lost_their_marks_are_subjects() -> None:
    text = (
        "2025-05-03 Minutes\nRoll Call\nBoard Members\n- Ann Reed (AR)\n- Bo Ray\nThis meeting was quorate\n"
        "Board Meeting Time\nBo has asked to move it to eight.\nFinancial Update\n- the mill costs more than it did\n"
        "Membership Report\nThere are ten new members this year.\n"
    )
    assert topics(text) == ["Board Meeting Time", "Financial Update", "Membership Report"]


def test_a_place_below_the_day_of_the_record_is_no_subject() -> None:
    text = "Directors Meeting Minutes\n\nDirectors Meeting April 9, 2025\n\nMill Café\n\nAll of the ropes were seen to by the crew.\n"
    assert topics(text) == []


def test_people_with_brackets_share_a_row_with_people_without() -> None:
    for mark in ("", "- "):
        text = f"9 May 2025 Minutes\n\nAttendance\n{mark}Ann Reed (V:Chair), Bo Ray (Acme), Cy Fox\n\nThe club met.\n"
        people = made(text).participants
        assert [(one.name, one.organization) for one in people] == [
            ("Ann Reed", None),
            ("Bo Ray", "Acme"),
            ("Cy Fox", None),
        ]
    alone = made("9 May 2025 Minutes\n\nAttendance\nAnn Reed, Chief Engineer, Acme Ltd\n\nThe club met.\n").participants
    assert [(one.name, one.role, one.organization) for one in alone] == [("Ann Reed", "Chief Engineer", "Acme Ltd")]


def test_somebody_in_whose_absence_others_met_was_away() -> None:
    text = HEAD + "In the absence of treasurer Robert Mann, the report was read."
    assert there(text, Presence.ABSENT) == ["Robert Mann"]


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("Ann is going to write to the yard.", [("Ann Reed", "write to the yard")]),
        ("The Clerk to action speaking to the yard.", [("Clerk", "speaking to the yard")]),
        ("No objections, AR to take action.", []),
    ],
)
def test_what_is_to_be_done_is_told_without_the_word_for_it(sentence: str, steps: list[tuple[str, str]]) -> None:
    assert [((one.owner or "").removeprefix("The "), one.action) for one in made(HEAD + sentence).follow_ups] == steps


def test_kinds_of_steps_are_no_steps() -> None:
    assert [one.action for one in made(HEAD + "ACTIONS\n\n- Existing\n- Ann to ring the yard\n- New\n").follow_ups] == [
        "ring the yard"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Letters to all members will also be sent.",
        "Bo had a draft of the rules which he agreed to progress before he left.",
    ],
)
def test_what_is_done_by_nobody_or_has_its_matter_before_it_binds_nobody(sentence: str) -> None:
    assert made(HEAD + sentence).commitments == []


@pytest.mark.parametrize(
    ("sentences", "decided"),
    [
        ("There was some talk of the fees and it was agreed to review them in June.", ["it was agreed to review them in June"]),
        ("Bo Ray motioned, Ann Reed second, to accept the report as read. Motion approved.", ["to accept the report as read"]),
        ("Bo Ray motioned, Ann Reed second, to adjourn the meeting at 8:20 p.m. Motion approved.", []),
        ("The treasurer’s report was approved.", ["The treasurer’s report was approved"]),
    ],
)  # fmt: skip
def test_of_talk_and_votes_only_what_was_decided_is_a_decision(sentences: str, decided: list[str]) -> None:
    brief = summarize(load((HEAD + sentences).encode()))
    assert [one.text for item in brief.agenda_items for one in item.decisions] == decided
    assert brief.rejected == []


def test_what_a_country_leaves_to_a_body_is_not_put_off() -> None:
    text = (
        "# Pier notes\n\n## Rules\n\nPortugal deferred to Berlin Group.\n\n## Crane\n\nThe sale was deferred to June.\n"
    )
    assert [item.outcome for item in made(text).agenda_items] == ["discussed", "deferred"]
