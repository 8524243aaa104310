"""What formal records decide and ask for: entries with a number in brackets, whose action it is, motions and their votes."""

import pytest

from summarizer import summarize
from summarizer.loading import load
from summarizer.schemas import Brief

HEAD = "Minutes of the board\n\nMay 4, 2020\n\nPresent: Ann Lee (Chair), Bo Ray, Cy Fox; Dee Hall, Clerk\n\nThe roof was seen to last week.\n"


def brief(text: str) -> Brief:
    return summarize(load(text.encode()))


def decided(text: str) -> list[str]:
    return [one.text for item in brief(text).agenda_items for one in item.decisions]


def test_entries_may_have_a_number_in_brackets_before_their_label() -> None:
    text = (
        "Minutes of meeting 159\n\nMay 4, 2020\n\nB.11.2 Approve annex 42 for release\n[159-C1] Consensus: Approve revision 26 of annex 42.\n"
        "B.13.1 Place of the mark\n[159-C3] Consensus: Change the place of the mark to the right.\n"
        "[159-A1] Action Item for Bo Ray: Change the place of the mark in the data.\n[159-A2] Action Item: Post the annex on the site.\n"
    )
    assert decided(text) == ["Approve revision 26 of annex 42.", "Change the place of the mark to the right."]
    assert [(one.owner, one.action) for one in brief(text).follow_ups] == [
        ("Bo Ray", "Change the place of the mark in the data"),
        (None, "Post the annex on the site"),
    ]
    assert brief(text).rejected == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "Bo Ray made a motion to accept donations. Cy Fox seconded the motion and the motion was approved unanimously.",
            "to accept donations",
        ),
        (
            "October minutes (http://site/a): Bo Ray moved to accept the minutes as revised. Cy Fox seconded the motion. The motion was approved unanimously.",
            "to accept the minutes as revised",
        ),
        ("It was too early and the policy as presented was rejected by a show of hands.", None),
    ],
)
def test_how_a_vote_went_decides_the_motion_before_it(told: str, words: str | None) -> None:
    assert decided(HEAD + told + "\n") == [words or told.rstrip(".")]


def test_what_others_rejected_is_no_decision() -> None:
    assert decided(HEAD + "The bid of the board was rejected by the ministry.\n") == []


def test_people_parted_by_commas_and_semicolons_are_all_there() -> None:
    assert [one.name for one in brief(HEAD).participants] == ["Ann Lee", "Bo Ray", "Cy Fox", "Dee Hall"]


def test_staff_at_the_head_of_a_sentence_are_who_is_to_act() -> None:
    assert [
        (one.owner, one.action) for one in brief(HEAD + "Staff were directed to post the notice.\n").follow_ups
    ] == [("staff", "post the notice")]


def test_that_nobody_of_the_press_came_is_no_list() -> None:
    text = "Summary of the senate meeting 02/11/08\n\nCALL FOR PRESS IDENTIFICATION\n\nNo press present.\n\nROADS\n\nThe lane is shut until May.\n"
    assert [item.topic for item in brief(text).agenda_items] == ["CALL FOR PRESS IDENTIFICATION", "ROADS"]


def test_a_joint_statement_binds_those_who_make_it_to_what_we_will_do() -> None:
    text = (
        "Joint Statement of the Ministers of Norland and Vestmark\n\nBergen, 4 May 2020 - We, the Ministers of Norland and Vestmark, met in Bergen today.\n\n"
        "We will launch a joint survey of the stocks in 2021. We also commit to halving the fees by 2022. We intend to sign the ferry agreement in the autumn.\n\n"
        "We will continue to be guided by our desire for peace. We will remain in touch. We look forward to further talks.\n"
    )
    found = [(one.by, one.action, one.strength.value) for one in brief(text).commitments]
    assert found == [
        (None, "launch a joint survey of the stocks in 2021", "intends"),
        (None, "halving the fees by 2022", "undertook"),
        (None, "sign the ferry agreement in the autumn", "intends"),
    ]
    alone = text.replace("Joint Statement of the Ministers", "The Ministers")
    assert brief(alone).commitments == []


def test_a_list_of_officers_tells_who_holds_which_office_and_whose_initials_act() -> None:
    text = (
        "Branch minutes\n\nMay 4, 2020\n\n1. Welcome\nLynn welcomed the members\n2. Election of Officers\nElected unopposed\nChair – Lynn Gill\n"
        "Branch Secretary – James Hawk\nTreasurer – Clive Adgie – form received\nYoung members – JH to contact all of them about the role.\n"
    )
    assert [(one.name, one.role, one.presence.value) for one in brief(text).participants] == [
        ("Lynn Gill", "Chair", "attended"),
        ("James Hawk", "Branch Secretary", "mentioned"),
        ("Clive Adgie", "Treasurer", "mentioned"),
    ]
    assert [(one.owner, one.action) for one in brief(text).follow_ups] == [
        ("James Hawk", "contact all of them about the role")
    ]


def test_two_offices_with_names_are_no_list_of_officers() -> None:
    text = "Branch minutes\n\nMay 4, 2020\n\nThe roof was seen to.\nChair – Lynn Gill\nTreasurer – Clive Adgie\n"
    assert brief(text).participants == []


def test_what_a_record_is_sent_for_is_no_next_step() -> None:
    text = "TITLE: Minutes of the May meeting\nSTATUS: Meeting minutes\nACTION: For information\nDATE: 2020-05-17\n\nThe mark was moved.\n"
    assert brief(text).follow_ups == []


def test_a_house_orders_and_resolves_behind_a_comma() -> None:
    text = (
        HEAD
        + "Ordered, That the draft report be read a second time.\n\nResolved, That the report be the fourth report of the board.\n"
    )
    assert decided(text) == ["the draft report be read a second time.", "the report be the fourth report of the board."]


def test_whoever_is_welcomed_to_the_meeting_is_no_subject() -> None:
    text = "Minutes of the residents\n\nMay 4, 2020\n\nThe chairman welcomed residents to the open meeting. The committee discussed the lawn.\n"
    assert [item.topic for item in brief(text).agenda_items] == ["lawn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee moved to approve the site plan; Ray seconded. Motion carried 3-0.", "to approve the site plan"),
        (
            "Motion by Lee, second by Ray, to approve Items A and B. Ayes: Lee, Ray, Fox. Motion carried.",
            "to approve Items A and B",
        ),
        ("RESOLVED to repair the stile. The Clerk will order the timber by 14 May.", "to repair the stile"),
    ],
)
def test_a_decision_ends_before_the_vote_on_it_and_the_task_behind_it(text: str, expected: str) -> None:
    assert decided(f"{HEAD}\n1. Plan\n\n{text}\n") == [expected]


def test_to_go_into_closed_session_puts_nothing_off() -> None:
    made = brief(f"{HEAD}\n1. Closed session\n\nCouncil adjourned to closed session at 8:20 p.m.\n")
    assert {one.outcome for one in made.agenda_items if one.topic == "Closed session"} == {"discussed"}


def test_who_declines_to_say_refuses_nothing() -> None:
    assert brief(f"{HEAD}\n1. Bill\n\nMs Lee declined to say whether she would veto it.\n").commitments == []


def test_what_somebody_undertook_on_a_list_of_next_steps_is_theirs() -> None:
    made = brief(f"{HEAD}\nNext steps\n\n- The Chair undertook to meet the bank in May.\n- Bo Ray -- ring the yard\n")
    assert [(one.owner, one.action) for one in made.follow_ups] == [
        ("Ann Lee", "meet the bank in May"),
        ("Bo Ray", "ring the yard"),
    ]
