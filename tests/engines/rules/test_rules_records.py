"""Records as councils, boards, sites, clinics and chats of working groups keep them, and their near neighbours."""

import pytest
from papers import draft, names

from summarizer import summarize


def _steps(text: str) -> list[tuple[str | None, str]]:
    return [(one.owner, one.action) for one in summarize(text.encode()).follow_ups]


def _decisions(text: str) -> list[str]:
    brief = summarize(text.encode())
    return [one.text for item in brief.agenda_items for one in item.decisions]


MINUTES = "Minutes of the Harbour Board\n\nPresent: Ann Lee (Chair), Bo Ray, Cy Fox (CF)\n\n"


def test_a_column_of_owners_beside_the_minutes_says_who_is_to_act() -> None:
    text = MINUTES + (
        "                                                                        Action\n\n"
        "1.  Crane\n"
        "    The crane was late. Bo to send the firm a letter by 3 May.           Bo\n\n"
        "2.  Rent\n"
        "    The rent was noted. CF said that he\n"
        "    would ask the bank for terms.                                       CF\n\n"
        "3.  Next matters\n"
        "    None.                                                               Note\n"
    )
    assert _steps(text) == [
        ("Bo Ray", "send the firm a letter by 3 May"),
        ("Cy Fox", "CF said that he would ask the bank for terms"),
    ]


def test_a_head_of_a_column_opens_no_list_of_next_steps() -> None:
    text = MINUTES + "                                                  Action\n\n1. Crane\n\n2. Rent\n"
    assert _steps(text) == []


def test_a_list_with_bullets_ends_at_a_numbered_row() -> None:
    text = (
        MINUTES
        + "1. Crane\nIt was late.\nAction points:\n- Bo to ring the firm.\n2. Rent for the new year\nIt was noted.\n"
    )
    assert _steps(text) == [("Bo Ray", "ring the firm")]


def test_a_numbered_list_under_its_label_goes_on() -> None:
    text = MINUTES + "Action points:\n1. Bo to ring the firm.\n2. Cy to ask the bank.\n"
    assert [action for _, action in _steps(text)] == ["ring the firm", "ask the bank"]


@pytest.mark.parametrize("head", ["### Suggested next steps", "**✅ Actions**"])
def test_heads_of_next_steps_may_be_worded_or_decorated(head: str) -> None:
    (step,) = _steps(f"# Crane weekly\n\n{head}\n\n- [ ] Ann Lee will ask the yard for a date.\n")
    assert step == ("Ann Lee", "ask the yard for a date")


def test_several_sentences_behind_one_label_are_several_steps() -> None:
    text = MINUTES + "Actions: Bo to ring the firm. Survey of the quay - Cy Fox. The clerk to write to the bank.\n"
    assert [action for _, action in _steps(text)] == ["ring the firm", "Survey of the quay", "write to the bank"]


def test_a_bracket_may_hold_owner_and_day() -> None:
    (step,) = summarize((MINUTES + "Action items\n- Book the dry dock (Bo, before 24 Jan)\n").encode()).follow_ups
    assert (step.owner, step.due and step.due.words) == ("Bo Ray", "before 24 Jan")


def test_a_label_that_repeats_whose_task_it_is_makes_no_second_one() -> None:
    text = MINUTES + "Bo will ring the firm by 3 May. Cy suggested another yard; no decision was taken.\nACTION: Bo\n"
    assert _steps(text) == [("Bo Ray", "ring the firm by 3 May")]


def test_who_was_asked_is_to_act() -> None:
    assert _steps(MINUTES + "Mr Ray was asked to draw up a plan for the quay.\n") == [
        ("Bo Ray", "draw up a plan for the quay")
    ]
    assert _steps(MINUTES + "Mr Ray was asked whether he had a plan for the quay.\n") == []


@pytest.mark.parametrize(
    "past",
    [
        "At its February 2024 meeting the Board resolved to sell the old crane.",
        "At the previous meeting the Board agreed to sell the old crane.",
        "Slow doors: we agreed to mend these two sprints ago and did not.",
    ],
)
def test_what_was_agreed_before_the_meeting_is_no_decision_of_it(past: str) -> None:
    brief = summarize((MINUTES + f"Date: 12 March 2024\n\nThe yard is full. {past}\n").encode())
    assert not brief.commitments
    assert not [one for item in brief.agenda_items for one in item.decisions]


@pytest.mark.parametrize(
    "now",
    [
        "The Board resolved to sell the old crane at its May meeting.",
        "The Board agreed to mend the crane that broke two weeks ago.",
    ],
)
def test_what_is_agreed_about_other_times_stands(now: str) -> None:
    brief = summarize((MINUTES + f"Date: 12 March 2024\n\nThe yard is full. {now}\n").encode())
    assert brief.commitments or [one for item in brief.agenda_items for one in item.decisions]


def test_a_timeline_tells_what_was_done_before() -> None:
    text = "# Review of the outage\n\n## Timeline\n\n- 09:24 The team decided to switch the pumps.\n\n## Lessons\n\nThe team decided to buy a spare pump.\n"
    assert _decisions(text) == ["The team decided to buy a spare pump"]


def test_a_motion_in_rows_of_its_own_is_carried_or_lost() -> None:
    rows = "{}\nMoved: Cr Lee          Seconded: Cr Ray\nThat the Shire sells the old grader.\n{}\n\n"
    text = "Shire of Bree\nMinutes of the Ordinary Meeting\n\nPresent: Cr A Lee, Cr B Ray\n\n"
    text += rows.format(
        "OFFICER RECOMMENDATION\nThat the Shire keeps the old grader.\n\nCOUNCIL RESOLUTION 7/25", "CARRIED 5/0"
    )
    assert _decisions(text) == ["the Shire sells the old grader"]
    assert _decisions(text.replace("CARRIED 5/0", "LOST 1/4")) == ["Motion not carried: the Shire sells the old grader"]


def test_parts_of_a_motion_are_decided_each() -> None:
    text = (
        "Shire of Bree\nMinutes of the Ordinary Meeting\n\nMoved: Cr Lee     Seconded: Cr Ray\nThat Council:\n"
        "1. Awards the tender to Quay Plant; and\n2. Requests a plan for the old grader.\nCARRIED UNANIMOUSLY\n"
    )
    assert _decisions(text) == ["Awards the tender to Quay Plant", "Requests a plan for the old grader"]


@pytest.mark.parametrize(
    "label", ["RESOLVED (4 votes for, 2 against) –", "3.2 After due consideration, IT WAS RESOLVED THAT:"]
)
def test_lettered_rows_under_a_resolution_are_decisions(label: str) -> None:
    text = (
        MINUTES
        + f"1. Lease\n\n{label}\n\n(a) That the lease be granted to Quay Foods; and\n\n(b) That the clerk be authorised to sign it.\n"
    )
    assert _decisions(text) == ["the lease be granted to Quay Foods", "the clerk be authorised to sign it."]


def test_a_motion_that_was_lost_puts_nothing_off() -> None:
    text = (
        MINUTES
        + "1. Lease\nIt was moved by Mr Ray that the matter be deferred. The motion was lost.\n\n2. Rent\nThe rent was deferred.\n"
    )
    assert [item.outcome for item in summarize(text.encode()).agenda_items][:1] == ["decided"]


def test_what_somebody_only_recalls_was_approved_elsewhere() -> None:
    text = MINUTES + "Ann Lee recalled that the budget was approved by the City in July. The accounts were approved.\n"
    assert _decisions(text) == ["The accounts were approved"]


def test_apologies_in_a_sentence_tell_who_was_absent() -> None:
    made = draft(
        "Minutes\n\nPresent: Ann Lee, Bo Ray\n\nApologies for absence were received from Councillors M Dean and V Rao.\n"
    )
    assert {one.name for one in made.participants if one.presence == "absent"} == {"M Dean", "V Rao"}


def test_an_office_in_brackets_stands_beside_the_title() -> None:
    made = draft("Minutes\n\nPresent:\nCouncillor P Lund (Vice-Chairman)\nCouncillor A Begum\n")
    assert [(one.name, one.role) for one in made.participants] == [
        ("P Lund", "Councillor, Vice-Chairman"),
        ("A Begum", "Councillor"),
    ]


def test_a_row_of_a_table_of_labels_lists_people() -> None:
    made = draft("# Review\n\n| Field | Value |\n|---|---|\n| Severity | high |\n| Attendees | Ann Lee, Bo Ray |\n")
    assert names(made) == ["Ann Lee", "Bo Ray"]


def test_heads_of_columns_beside_a_label_are_nobody() -> None:
    text = "Site meeting 9\n\nPresent:          Company           Role\nAnn Lee           Quay Works        Site Manager\nBo Ray            Port Board        Client Rep\n"
    assert [(one.name, one.role) for one in draft(text).participants] == [
        ("Ann Lee", "Site Manager"),
        ("Bo Ray", "Client Rep"),
    ]


def test_a_second_side_without_a_known_name_goes_on_with_the_list() -> None:
    text = "Memorandum of Conversation\n\nPARTICIPANTS:\n\nU.S.\nAmbassador Leonard Fisk\nMr. Carl Hume\n\nVestmark\nAmbassador Sven Toft\nMr. Nils Berg\n\nThe Ambassador opened.\n"
    made = draft(text)
    assert {one.name: one.delegation for one in made.participants} == {
        "Leonard Fisk": "U.S.",
        "Carl Hume": "U.S.",
        "Sven Toft": "Vestmark",
        "Nils Berg": "Vestmark",
    }


def test_one_office_of_two_parts_is_nobody_else() -> None:
    made = draft("Minutes\n\nChair: Ms. Bea Lamm, Resident and Relief Coordinator\nPresent: Ann Lee, Bo Ray\n")
    assert names(made) == ["Bea Lamm", "Ann Lee", "Bo Ray"]


def test_those_who_were_invited_are_only_mentioned_until_they_speak() -> None:
    made = draft("# Crane weekly\n\nInvited: Ann Lee, Bo Ray\n\nAnn Lee suggested a later date.\n")
    assert {one.name: str(one.presence) for one in made.participants} == {"Ann Lee": "attended", "Bo Ray": "mentioned"}


def test_a_program_is_nobody() -> None:
    assert names(draft("Minutes of the meeting held on MS Teams on 3 May 2025.\n\nMs Teal asked about rent.\n")) == [
        "Teal"
    ]


def test_a_chat_with_the_nick_in_square_brackets_is_read() -> None:
    brief = summarize(
        b"15:04:10 [ann_l] Topic: Tiles\n15:04:12 [bo] we resolved that long ago\n15:05:55 [ann_l] PROPOSED: Drop them\n"
        b"15:06:02 [bo] +1\n15:06:20 [ann_l] RESOLUTION: Merge the change and drop tiles\n15:06:44 [ann_l] ACTION: bo to update the page by 17 June\n"
        b"15:07:30 [ann_l] Topic: Autumn\n15:07:40 [bo] too early\n"
    )
    assert {one.name for one in brief.participants} == {"ann_l", "bo"}
    assert [item.topic for item in brief.agenda_items] == ["Tiles", "Autumn"]
    assert [one.text for item in brief.agenda_items for one in item.decisions] == ["Merge the change and drop tiles"]
    assert [(one.owner, one.action) for one in brief.follow_ups] == [("bo", "update the page by 17 June")]


def test_what_a_chat_takes_back_is_not_agreed() -> None:
    chat = "20:04 <ann> #topic Freeze\n20:05 <ann> #agreed it moves\n20:06 <ann> #agreed the gates stay shut\n20:07 <ann> {}\n20:08 <bo> that is fine, so we will look at the doors next time and then go home\n"
    assert _decisions(chat.format("#undo")) == ["it moves"]
    assert _decisions(chat.format("let us go on")) == ["it moves", "the gates stay shut"]


def test_the_fields_of_a_form_are_nobody() -> None:
    case = "{}. Patient: {}\nHistory: cough since May.\nImaging: clear.\nDiscussion: surgery or not.\nOutcome: {}\n\n"
    text = "Outcomes of the round\nChair: Dr Ann Lee\nPresent: Dr Ann Lee, Dr Bo Ray\n\n"
    text += case.format(1, "AB, 67", "surgery") + case.format(2, "CD, 71", "none") + case.format(3, "EF, 59", "scan")
    assert {one.name for one in summarize(text.encode()).participants} == {"Ann Lee", "Bo Ray"}


def test_those_who_speak_twice_a_day_are_no_form() -> None:
    day = "Ann: I fixed the door.\nBo: I rang the yard.\nCy: I was ill.\nAction: Bo to write.\nDecision: none.\nAnn: good.\n\n"
    assert {one.name for one in summarize((day * 3).encode()).participants} >= {"Ann", "Bo", "Cy"}


def test_the_holder_of_an_office_is_named_beside_it_and_the_office_speaks_not() -> None:
    text = "Session 7\nFor the Company: Ann Lee (Counsel), Bo Ray\nFor the Union: Cy Fox\nFederal Mediator: Dee Moss\n\nLee: Asked for a pause.\nFox: Agreed to it.\nLee: Thanked him.\nFox: Left it there.\n"
    found = {one.name: str(one.presence) for one in summarize(text.encode()).participants}
    assert found["Dee Moss"] == "attended"
    assert "Federal Mediator" not in found


def test_headings_inside_one_subject_are_no_subjects() -> None:
    text = "# Council minutes\n\n## Grader\n\n### Officer recommendation\n\nSell it.\n\n## Decisions\n\n- The gate is shut.\n\n## Rent\n\nIt was noted.\n"
    assert [
        item.topic for item in draft(text).agenda_items if item.topic in ("Grader", "Officer recommendation", "Rent")
    ] == [
        "Grader",
        "Rent",
    ]
